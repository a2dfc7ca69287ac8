"""What was read from the card: each line with its origin, the verdict in one sentence, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forms.masking import mask
from kiosk.i18n import Text
from kiosk.identification import FindingState, Identified, Verdict
from kiosk.person import FIELD_NAMES, PersonField, PersonRecord, in_words
from ui.list_models.value_list import ValueList, ValueRow
from ui.shown.failure import failure_words
from ui.shown.old_place import old_place
from ui.view_models.person_words import Trust, trust_of, verdict_sentence
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

_HIDDEN = frozenset({PersonField.PERSONAL_NUMBER, PersonField.OLD_ID_NUMBER})
_MASKED = Text(vi="số đã che", en="hidden number")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonProps:
    """`trust` is the kind of band; `reasons` are the three findings, one sentence each."""

    place: str = ""
    verdict: str = ""
    trust: Trust = Trust.NOTE
    reasons: tuple[str, ...] = ()
    numbers_shown: bool = False
    leads_to_form: bool = False


def person_rows(visit: CurrentVisit, person: PersonRecord, *, numbers_shown: bool) -> list[ValueRow]:
    """The fields in the order of the card; numbers masked until the person asks."""
    rows = []
    for name in PersonField:
        sourced = person.fields.get(name)
        if sourced is None:
            continue
        hide = name in _HIDDEN and not numbers_shown
        said = visit.say(in_words(name, sourced.value))
        rows.append(
            ValueRow(
                key=name.value,
                label=visit.say(FIELD_NAMES[name]),
                value=mask(sourced.value) if hide else said,
                spoken=visit.say(_MASKED) if hide else said,
                origin=sourced.origin,
                note=old_place(visit, sourced.value) if name is PersonField.PLACE_OF_RESIDENCE else "",
            )
        )
    return rows


def reasons(visit: CurrentVisit, verdict: Verdict) -> tuple[str, ...]:
    """One sentence a finding, from the failure book; of the way in only where it differs from what was signed."""
    findings = [verdict.integrity, verdict.chip, verdict.issuer]
    if verdict.access.state is FindingState.FAILED:
        findings.append(verdict.access)
    return tuple(failure_words(visit, f"verdict.{finding.reason.value}").title for finding in findings)


def derive_person(visit: CurrentVisit, outcome: Identified, *, numbers_shown: bool) -> PersonProps:
    """What the reading proved, and what it is for."""
    session = visit.session
    return PersonProps(
        place=visit.say(session.procedure.name) if session.procedure else "",
        verdict=visit.say(verdict_sentence(outcome.verdict)),
        trust=trust_of(outcome.verdict),
        reasons=reasons(visit, outcome.verdict),
        numbers_shown=numbers_shown,
        leads_to_form=session.definition is not None,
    )


@QmlElement
class PersonViewModel(ScreenModel[PersonProps]):
    """Shows what was read of the card, for the person to confirm."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._values = ValueList()

    values = Property(QObject, lambda self: self._values, notify=never)

    def derive(self) -> PersonProps:
        outcome = self.visit.session.card.outcome
        if not isinstance(outcome, Identified):
            return PersonProps()
        self._values.show(person_rows(self.visit, outcome.person, numbers_shown=self.props.numbers_shown))
        return derive_person(self.visit, outcome, numbers_shown=self.props.numbers_shown)

    def wipe(self) -> None:
        self._values.show([])
        super().wipe()

    @Slot()
    def showNumbers(self) -> None:
        """Show the numbers, or hide them again."""
        self.show(replace(self.props, numbers_shown=not self.props.numbers_shown))
        self.refresh()

    @Slot()
    def accept(self) -> None:
        """The person confirms what was read: on to the declaration."""
        self.visit.act(self.visit.session.accept_person)

    @Slot()
    def printReceipt(self) -> None:
        """On paper: what kinds of data were read and what for."""
        self.visit.act(self.visit.session.print_receipt)

    @Slot()
    def withdraw(self) -> None:
        """Not mine, or I changed my mind: forget it."""
        self.visit.act(self.visit.session.withdraw_consent)
        self.wipe()
