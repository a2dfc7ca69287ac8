"""One question of a form: heading, hint, the answer so far with its origin, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forms.address_entry import opened
from kiosk.forms.answers import NO, YES, Answer
from kiosk.forms.definition import Question, QuestionKind
from kiosk.forms.faults import FaultCode
from kiosk.forms.journey import Journey
from kiosk.forms.shown import YES_NO
from kiosk.i18n import Language
from kiosk.person import Origin
from kiosk.spelling.letters import ToneStyle
from ui.list_models.column_list import ColumnList, column_rows
from ui.list_models.option_list import OptionList, OptionRow, option_rows
from ui.shown.old_place import old_place
from ui.shown.sections import section_names, section_of
from ui.view_models.address import AddressViewModel
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.view_models.spelling_offer import spelling_offer
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionProps:
    """`faults` are shown once the person tried to go on; `section` is the place in `sections`."""

    place: str = ""
    key: str = ""
    kind: QuestionKind | None = None
    heading: str = ""
    hint: str = ""
    about: str = ""
    required: bool = True
    other_paper: bool = False
    max_length: int = 0
    add_row: str = ""
    max_rows: int = 0
    value: str = field(default="", repr=False)
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    origin: Origin | None = None
    was_read: str = field(default="", repr=False)
    sections: tuple[str, ...] = ()
    section: int = 0
    faults: tuple[str, ...] = ()
    doubted: str = field(default="", repr=False)
    """Words of a name that spelling does not know; empty when there is nothing to ask."""
    meant: str = field(default="", repr=False)
    mended: str = field(default="", repr=False)
    mended_rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    from_check: bool = False


def derive_question(visit: CurrentVisit, journey: Journey, question: Question, *, tried: bool) -> QuestionProps:
    """The page in front. The value the card gave is offered again when the person changed it."""
    language = visit.language
    answer = journey.answer(question.key) or Answer()
    keys = [page.key for page in journey.pages]
    first = keys and keys[0] == question.key
    about = journey.definition.about
    faults = journey.faults(question.key) if tried else ()
    changed = answer.read is not None and answer.read.value != answer.value
    asked = any(fault.code is FaultCode.SPELLING for fault in faults)
    style = ToneStyle(visit.services.settings.typing.tones)
    offer = spelling_offer(question, answer, style) if asked else None
    return QuestionProps(
        place=journey.definition.name.say(language),
        key=question.key,
        kind=question.kind,
        heading=question.heading.say(language),
        hint=_hint(visit, question, answer),
        about=about.say(language) if about and first else "",
        required=question.required,
        other_paper=bool(question.other_paper),
        max_length=question.max_length or 0,
        add_row=question.add_row.say(language) if question.add_row else "",
        max_rows=question.max_rows,
        value=_shown(question, answer.value),
        rows=answer.rows,
        origin=None if answer.is_blank else answer.origin,
        was_read=answer.read.value if answer.read and changed else "",
        sections=section_names(journey, language),
        section=section_of(journey, question.group) if question.key in keys else 0,
        faults=tuple(fault.message.say(language) for fault in faults if fault.code is not FaultCode.SPELLING),
        doubted=offer.doubted if offer else "",
        meant=offer.meant if offer else "",
        mended=offer.value if offer else "",
        mended_rows=offer.rows if offer else (),
        from_check=visit.session.form.from_check,
    )


def _hint(visit: CurrentVisit, question: Question, answer: Answer) -> str:
    """What the form says, or what became of the old place names in the address that is there."""
    told = old_place(visit, answer.value) if question.kind is QuestionKind.ADDRESS else ""
    return told or (question.hint.say(visit.language) if question.hint else "")


def _shown(question: Question, value: str) -> str:
    """A partial date with its missing parts left open, as the three boxes of a date want it."""
    if question.kind is QuestionKind.DATE and value:
        return "/" * (2 - value.count("/")) + value
    return value


def _given(kind: QuestionKind | None, value: str) -> str:
    """The reverse: `//1954` is the year 1954."""
    return value.lstrip("/") if kind is QuestionKind.DATE else value


def _option_rows(question: Question, answer: Answer, language: Language) -> list[OptionRow]:
    if question.kind is QuestionKind.YES_NO:
        return [
            OptionRow(value=value, label=label.say(language), hint="", chosen=answer.value == value)
            for value, label in ((YES, YES_NO[True]), (NO, YES_NO[False]))
        ]
    return option_rows(question.options, answer.chosen, language)


@QmlElement
class QuestionViewModel(ScreenModel[QuestionProps]):
    """Takes one answer and goes on."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._options = OptionList()
        self._columns = ColumnList()
        self._address = AddressViewModel()
        self._tried = ""
        self._opened = ""
        self._draft: str | None = None
        self._draft_rows: tuple[tuple[str, ...], ...] | None = None

    options = Property(QObject, lambda self: self._options, notify=never)
    columns = Property(QObject, lambda self: self._columns, notify=never)
    address = Property(AddressViewModel, lambda self: self._address, notify=never)

    def derive(self) -> QuestionProps:
        """The page in front; faults only after a try, or when the list of problems sent the person here."""
        form = self.visit.session.form
        if form.journey is None or form.page is None:
            return QuestionProps()
        question, answer = form.page, form.journey.answer(form.page.key) or Answer()
        self._options.show(_option_rows(question, answer, self.visit.language))
        self._columns.show(column_rows(question.columns, self.visit.language))
        if question.kind is QuestionKind.ADDRESS and self._opened != question.key:
            commune = self.visit.services.settings.commune
            places, own = self.visit.services.places(), commune.province.vi
            self._address.open(opened(answer.value, places, own, domestic=question.domestic), self.visit.language)
        self._address.speak(self.visit.language)
        if self._opened != question.key:
            self._draft, self._draft_rows = None, None
        self._opened = question.key
        tried = self._tried == question.key or form.from_check
        return derive_question(self.visit, form.journey, question, tried=tried)

    def wipe(self) -> None:
        self._tried, self._opened = "", ""
        self._draft, self._draft_rows = None, None
        self._address.forget()
        self._options.show([])
        self._columns.show([])
        super().wipe()

    @Slot(str)
    def answer(self, value: str) -> None:
        """Take this answer and go on, unless something is wrong with it."""
        self._give(_given(self.props.kind, value), ())

    @Slot("QVariantList")
    def answerRows(self, rows: list[list[str]]) -> None:
        """Answer a repeating question and go on: one list a row, one text a column."""
        self._give("", tuple(tuple(str(cell) for cell in row) for row in rows))

    def _give(self, value: str, rows: tuple[tuple[str, ...], ...]) -> None:
        """An answer that stands under the question about its spelling was asked about: given so, it is kept."""
        props, session = self.props, self.visit.session
        self._tried = props.key
        asked = bool(props.doubted) and (value, rows) == (props.value, props.rows)

        def give() -> None:
            if not session.answer(value, rows) and asked:
                session.answer(value, rows)

        self.visit.act(give)

    def leave(self) -> None:
        """Keep what stands on the page; whether it is right is asked when the person goes on."""
        props, form = self.props, self.visit.session.form
        if self._draft_rows is not None and self._draft_rows != props.rows:
            form.keep("", self._draft_rows)
        elif props.kind is QuestionKind.ADDRESS and self._address.props.value != props.value:
            form.keep(self._address.props.value)
        elif self._draft is not None and self._draft != props.value:
            form.keep(_given(props.kind, self._draft))

    @Slot(str)
    def drafted(self, value: str) -> None:
        """What stands on the page and has not been confirmed."""
        self._draft = value

    @Slot("QVariantList")
    def draftedRows(self, rows: list[list[str]]) -> None:
        """Keep the rows typed so far, without judging them, for when the person turns away."""
        self._draft_rows = tuple(tuple(str(cell) for cell in row) for row in rows)

    @Slot()
    def asRead(self) -> None:
        """Put back the value that the card gave."""
        self._opened = ""
        self.visit.act(self.visit.session.form.as_read)
