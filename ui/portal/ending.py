"""How a filing ends: the one outcome the kiosk hears, whatever ended it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.filing.messages import Draft, Failed, Filed, Left, Outcome
from kiosk.filing.outcome import Judged, PageSays
from ui.portal.fault import Fault


@dataclass(slots=True, kw_only=True)
class Ending:
    """What was seen so far; of the person it holds the dossier's code, which `repr` does not show."""

    code: str = field(default="", repr=False)
    draft: bool = False
    stale_hosts: set[str] = field(default_factory=set)
    filled: set[str] = field(default_factory=set)
    """Ids of the entries that the kiosk entered and that stood."""
    by_hand: set[str] = field(default_factory=set)
    """Ids of the entries that the person entered or changed."""

    def saw(self, judged: Judged) -> None:
        """A page has said something. A code that was caught stays; so does the draft, until it is filed."""
        if judged.says is PageSays.FILED and judged.code:
            self.code = judged.code
        elif judged.says is PageSays.DRAFT:
            self.draft = True

    def outcome(self, fault: Fault | None = None) -> Outcome:
        """The outcome. The fault in front, if any, only counts where nothing was filed or kept."""
        hosts = tuple(sorted(self.stale_hosts))
        filled, typed = len(self.filled), len(self.by_hand)
        if self.code:
            return Filed(code=self.code, stale_hosts=hosts, filled=filled, typed=typed)
        if self.draft:
            return Draft(stale_hosts=hosts, filled=filled, typed=typed)
        if fault is not None and fault.covers:
            return Failed(reason=fault.value, stale_hosts=hosts, filled=filled, typed=typed)
        return Left(stale_hosts=hosts, filled=filled, typed=typed)
