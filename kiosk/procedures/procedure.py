"""One public-service procedure, as a content file (`assets/content/procedures/<id>.toml`) says it.

Every list of facts is ordered; of several with dates of validity, the first that holds on the day is shown.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

import msgspec

from kiosk.content.fact import Dated, Fact, effective
from kiosk.i18n import Text
from kiosk.procedures.fee_variants import FeeVariant
from kiosk.procedures.in_time import Channel, Filing, LegalBasis, Place, Who, grounds_on, held, said_on, ways_on


class Level(Enum):
    """The authority that settles it."""

    COMMUNE = "commune"
    PROVINCE = "province"
    MINISTRY = "ministry"
    OTHER = "other"


class Fee(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What it costs, in đồng; None where no single figure holds (then `text` says what does)."""

    online_vnd: int | None = None
    desk_vnd: int | None = None
    text: Text
    exempt: Text | None = None
    province: str = ""
    """The province that set it for itself ("Nghệ An"); shown only there (`kiosk.procedures.own_province`)."""


class TimeLimit(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How long the authority may take."""

    text: Text
    working_days: int | None = None


class RequiredDocument(Dated, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One paper to bring or scan; `form` names the declaration form it is, if it is one."""

    id: str
    name: Text
    form: str | None = None
    original: bool = False
    copies: int = 0
    optional: bool = False
    """Only needed when the authority's data lack it; said so in `hint`."""
    hint: Text | None = None


class DocumentCase(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The papers of one case ("nhà thuê", "nhà của mình"). A procedure with one case calls it "chung"."""

    id: str
    name: Text
    documents: tuple[RequiredDocument, ...]


class FormUse(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which declaration form is used, from when to when; `form` names a file of `assets/content/forms`."""

    form: str
    printed: bool
    """False when the form exists only on the portal."""


class OnlineStep(Dated, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One step of filing on the portal."""

    text: Text


class Pitfall(Dated, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What gets a dossier returned, and what to do about it."""

    text: Text


class ProcedurePortal(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where on the web; `search_url` goes into the QR because it outlives a changed page id."""

    name: str
    search_url: str
    url: str | None = None


class Notice(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What has changed or is about to change, shown on the days on which it holds."""

    may_pass = True

    text: Text


class RecordStatus(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How current a record is. One that has ended stays for looking up and says in its summary what replaced it."""

    may_pass = True


class Procedure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One procedure. `id` is the file's name without its ending; `code` is the national code or None."""

    id: str
    code: str | None = None
    official_name: str
    name: Text
    """The plain name people use."""
    summary: Text
    """One or two sentences: what it is for, and when it is not the right one."""
    group: str
    """Agency group, a key of `groups.toml`."""
    life_events: tuple[str, ...] = ()
    """Keys of `life-events.toml`."""
    essential: int | None = None
    """Its number among the 25 essential services."""
    agency: Text
    level: Level
    province: str = ""
    """The province whose own procedure it is ("Nghệ An"); shown only there."""
    who: Text | tuple[Who, ...]
    filing: tuple[Filing | Channel, ...]
    place: Text | tuple[Place, ...]
    """Where to go, in the commune's words ("Công an xã", "Trung tâm Phục vụ hành chính công")."""
    fees: tuple[Fee, ...]
    fee_variants: tuple[FeeVariant, ...] = ()
    """What some people pay instead; those of `fee-variants.toml` are laid in when a catalogue is read."""
    time_limits: tuple[TimeLimit, ...]
    cases: tuple[DocumentCase, ...]
    forms: tuple[FormUse, ...] = ()
    online_steps: tuple[OnlineStep, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()
    portal: ProcedurePortal
    next_portal: ProcedurePortal | None = None
    """Where on the web once `portal` no longer holds."""
    legal_basis: tuple[str | LegalBasis, ...] = ()
    guide: str | None = None
    """A guide under `assets/content/guides` that coaches this procedure."""
    notes: Text | None = None
    staff_notes: Text | None = None
    """For the staff and whoever checks the content; no citizen sees it."""
    notices: tuple[Notice, ...] = ()
    status: RecordStatus
    """How current the record as a whole is."""

    def held_on(self, day: date) -> Procedure:
        """The procedure without what is over on `day` or has not begun: cases, papers, steps, pitfalls.

        A paper stays when its form is gone, for a paper is still to be brought; only the form is not named any more.
        """
        forms = {use.form for use in held(self.forms, day)}
        return msgspec.structs.replace(
            self,
            cases=tuple(_case_on(case, forms, day) for case in held(self.cases, day)),
            online_steps=held(self.online_steps, day),
            pitfalls=held(self.pitfalls, day),
        )

    def who_on(self, day: date) -> Text:
        """Who may file on `day`."""
        return said_on(self.who, day)

    def place_on(self, day: date) -> Text:
        """Where to go on `day`."""
        return said_on(self.place, day)

    def filing_on(self, day: date) -> tuple[Filing, ...]:
        """The ways to file that are open on `day`."""
        return ways_on(self.filing, day)

    def legal_basis_on(self, day: date) -> tuple[str, ...]:
        """The laws in force on `day`."""
        return grounds_on(self.legal_basis, day)

    def fee(self, day: date) -> Fee | None:
        """The fee in force on `day`."""
        return effective(self.fees, day)

    def fee_variants_on(self, day: date) -> tuple[FeeVariant, ...]:
        """What some people pay instead on `day`."""
        return held(self.fee_variants, day)

    def time_limit(self, day: date) -> TimeLimit | None:
        """The time limit in force on `day`."""
        return effective(self.time_limits, day)

    def forms_on(self, day: date, case: str | None = None) -> tuple[FormUse, ...]:
        """The forms in force on `day`; for one case those its papers name, unless no paper names any."""
        holding = tuple(use for use in self.forms if use.holds_on(day))
        named = {each.id: {paper.form for paper in each.documents} - {None} for each in self.cases}
        if case is None or not any(named.values()):
            return holding
        return tuple(use for use in holding if use.form in named.get(case, set()))

    def portal_on(self, day: date) -> ProcedurePortal:
        """The portal in force on `day`; the last one known when none is."""
        known = (self.portal, self.next_portal) if self.next_portal else (self.portal,)
        return effective(known, day) or known[-1]

    def notices_on(self, day: date) -> tuple[Notice, ...]:
        """What a visitor of `day` should know has changed or is about to change."""
        return tuple(notice for notice in self.notices if notice.holds_on(day))


def _case_on(case: DocumentCase, forms: set[str], day: date) -> DocumentCase:
    papers = (
        paper if paper.form is None or paper.form in forms else msgspec.structs.replace(paper, form=None)
        for paper in held(case.documents, day)
    )
    return msgspec.structs.replace(case, documents=tuple(papers))
