"""The filing on the official page in one visit: whether it is offered, what it is made of, how it ended.

The page itself is shown by a process of its own, which gets a `PortalVisit` and gives back one outcome. This step
holds the outcome, with the dossier's code, until the visit ends.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final, Protocol
from urllib.parse import quote

from kiosk.documents import Dossier
from kiosk.filing.guests import KnownGuest, KnownHouse
from kiosk.filing.messages import Draft, Failed, Filed, Left, Look, Outcome, PortalVisit
from kiosk.forms.journey import Journey
from kiosk.i18n import Language
from kiosk.person import PersonRecord
from kiosk.procedures.procedure import Procedure
from kiosk.scanning.job import ScanJob


class PortalStage(Enum):
    """Where a filing online has got to, as the page behind the official page shows it."""

    OPENING = auto()
    OPEN = auto()
    FILED = auto()
    DRAFT = auto()
    LEFT = auto()
    FAILED = auto()


VisitJob = Callable[[], PortalVisit]


class OfficialPages(Protocol):
    """What the content knows of filing online (`kiosk.filing`), put together by `kiosk.station`."""

    def offers(self, procedure: Procedure) -> bool:
        """Whether the official page of this procedure can be opened here."""
        ...

    def form_of(self, procedure: Procedure) -> str | None:
        """The form whose answers the official page takes, if its fields are known."""
        ...

    def portal_visit(
        self,
        procedure: Procedure,
        *,
        journey: Journey | None,
        person: PersonRecord | None,
        scans: ScanJob,
        look: Look,
        language: Language,
        guests: tuple[KnownGuest, ...] = (),
        house: KnownHouse | None = None,
    ) -> PortalVisit:
        """Everything the portal's process needs; packs the scans, so a worker calls it. Raises `KioskError`."""
        ...

    @property
    def hosts(self) -> Collection[str]:
        """Every host that any official page may need at this station."""
        ...

    @property
    def countable_hosts(self) -> Collection[str]:
        """Those that the content names, which counts may speak of."""
        ...


_STAGES: Final[Mapping[type[Outcome], PortalStage]] = {
    Filed: PortalStage.FILED,
    Draft: PortalStage.DRAFT,
    Left: PortalStage.LEFT,
    Failed: PortalStage.FAILED,
}


@dataclass(slots=True)
class FilingStep:
    """Mutable state of the filing online in one visit."""

    wanted: bool = False
    """The person asked to file online: the questions asked are those whose answers the official page takes."""
    opened: bool = False
    """The official page was asked for and has not ended."""
    painted: bool = False
    """The official page is on the screen."""
    outcome: Outcome | None = field(default=None, repr=False)
    of: Procedure | None = None
    """What was filed."""
    tracking: str = field(default="", repr=False)
    """Where dossiers of this portal are followed up; `{code}` stands for the code."""

    def open(self, procedure: Procedure) -> None:
        """The official page of this procedure is asked for; what an earlier one came to is forgotten."""
        self.wanted, self.opened, self.painted = True, True, False
        self.outcome, self.of, self.tracking = None, procedure, ""

    def end(self, outcome: Outcome) -> None:
        """Take in how the filing ended."""
        self.opened, self.painted, self.outcome = False, False, outcome

    @property
    def stage(self) -> PortalStage:
        """How far the filing on the official page is."""
        if self.outcome is not None:
            return _STAGES[type(self.outcome)]
        return PortalStage.OPEN if self.painted else PortalStage.OPENING

    @property
    def failure(self) -> str | None:
        """A key of `config/failures.toml` when it could not go on."""
        return self.outcome.reason if isinstance(self.outcome, Failed) else None

    def dossier(self, procedure: Procedure | None) -> Dossier | None:
        """What the portal has taken of this procedure, None when it has taken nothing."""
        if not isinstance(self.outcome, Filed) or self.of is None or procedure is None or procedure.id != self.of.id:
            return None
        code = self.outcome.code
        return Dossier(code=code, tracking=self.tracking.replace("{code}", quote(code, safe="")))
