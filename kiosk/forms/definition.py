"""One declaration form, as a content file (`assets/content/forms/<id>.toml`) says it.

Two halves: the official sheet (items in their order, labels and numbers, statements, signature blocks) and the
questions that fill it, one to a page. An item says with a wording (`kiosk.forms.wording`) which answers it holds.
Nothing here is about one person. `kiosk.forms.check` proves what the types cannot.
"""

from __future__ import annotations

from enum import Enum

import msgspec

from kiosk.content.fact import Fact
from kiosk.forms.printed import Layout, SheetStatus
from kiosk.i18n import Text
from kiosk.person import PersonField


class QuestionKind(Enum):
    """The control a question needs, and with it the shape of its value (see `kiosk.forms.answers`)."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    PERSON_NAME = "person-name"
    DATE = "date"
    TIME = "time"
    PERSONAL_NUMBER = "personal-number"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes-no"
    NUMBER = "number"
    ROWS = "rows"


class DateRule(Enum):
    """Which days a date question accepts."""

    ANY = "any"
    PAST = "past"
    """Up to and including today."""
    FUTURE = "future"
    """Today or later."""


class DateEvent(Enum):
    """What happened on the day a date question asks for; `kiosk.forms.date_relations` compares by it."""

    BIRTH = "birth"
    DEATH = "death"
    CARD = "card"
    """A paper was issued to the person."""
    LIFE = "life"
    """Anything else that only a person who was born can have done or met."""
    OTHER = "other"
    """Nothing that happened to one person: a term, a certificate of land, a burial."""


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Looks at the answer to an earlier question. With neither list: it has been answered."""

    question: str
    is_: tuple[str, ...] = msgspec.field(default=(), name="is")
    is_not: tuple[str, ...] = ()


Conditions = tuple[Condition, ...]
"""All of them must hold; none at all always holds."""


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One piece of a wording, used when its conditions hold."""

    text: str
    when: Conditions = ()


Wording = str | tuple[Part, ...]


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One answer of a choice; `value` is a short word without accents."""

    value: str
    label: Text
    prints: str | None = None
    """What stands on the sheet; the Vietnamese label when absent."""
    procedure: str | None = None
    """A visit for this procedure has thereby chosen this option: the question is not asked."""
    hint: Text | None = None

    @property
    def printed(self) -> str:
        """What stands on the sheet."""
        return self.prints if self.prints is not None else self.label.vi


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One cell of each row of a repeating question; `kind` is any but rows and choices."""

    key: str
    label: Text
    kind: QuestionKind = QuestionKind.TEXT
    required: bool = False
    options: tuple[Option, ...] = ()
    max_length: int | None = None
    date: DateRule = DateRule.ANY
    partial: bool = False
    other_paper: bool | None = None


class Kin(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Parent and child, as `Question.whose` calls them, where the conditions hold."""

    parent: str
    child: str
    when: Conditions = ()


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One page: one question. `heading` asks it; `label` names it at "check your answers"."""

    key: str
    kind: QuestionKind
    group: str
    label: Text
    heading: Text
    hint: Text | None = None
    required: bool = True
    when: Conditions = ()
    prefill: PersonField | None = None
    prefill_when: Conditions = ()
    """When the answer is about the card holder; otherwise nothing read from the card is used."""
    suggest: Wording = ""
    """Composed from earlier answers and offered for editing."""
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    add_row: Text | None = None
    """The words on the button that adds a row."""
    max_rows: int = 12
    max_length: int | None = None
    date: DateRule = DateRule.ANY
    partial: bool = False
    """A year, or a month and a year, is enough (old papers; the law accepts it)."""
    after: str | None = None
    """Key of an earlier date question; this date must not be before it."""
    event: DateEvent | None = None
    """What a date is the date of; every date question says it."""
    whose: str = ""
    """A word for the person a date belongs to, the same at every date of this person."""
    least_age: int | None = None
    """Years a person born on this date must have reached today (marriage)."""
    most_years: int | None = None
    """This date may be at most so many years after the one of `after`; after today where that was not asked."""
    other_paper: bool | None = None
    """Whether the number of a passport or another paper may stand for a personal number; every such question says it,
    false where the law knows citizens only."""
    domestic: bool = False
    """Only an address in Viet Nam can be the answer; elsewhere "abroad" is offered after the provinces."""
    least: int | None = None
    most: int | None = None
    missing: Text | None = None
    """What to do when it was left empty, in place of the general words."""


class FormGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A block of answers at "check your answers"."""

    id: str
    name: Text


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One item of the official sheet, with its official number and label."""

    label: str
    no: str = ""
    mark: str = ""
    """Mark of the footnote that explains it, like "(2)"."""
    layout: Layout = Layout.LINE
    value: Wording = ""
    options: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: str | None = None
    """Key of the question that fills the table: rows, or choices with a row for every option."""
    cells: tuple[str, ...] = ()
    """A wording for each column over the question's columns (`{#}` counts), or over `label`, `yes`, `no`."""
    grid: tuple[tuple[str, str], ...] = ()
    """Row label and key of a choice: one row each, with a cross in the column of the chosen option."""
    fixed: tuple[tuple[str, ...], ...] = ()
    """Rows that are always there, each cell a wording over the answers."""
    min_rows: int = 0
    boxes: int = 0
    beside: bool = False


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place to sign; never filled."""

    who: str
    lines: tuple[str, ...] = ()


class FormDefinition(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One form. `id` is the file's name without its ending."""

    id: str
    form_no: str
    title: str
    name: Text
    """The plain name people use."""
    instrument: str
    status: SheetStatus
    procedures: tuple[str, ...] = ()
    """National codes of the procedures that use it."""
    printable: bool = True
    """False for sheets no citizen hands in: results, papers an office prints, old copies; kept to explain them."""
    replaced_by: str | None = None
    """The form to use instead, when this one is only kept to recognise old copies."""
    template: str = "sheet"
    addressed_to: Wording = ""
    about: Text | None = None
    """What to know before starting; shown above the first question."""
    groups: tuple[FormGroup, ...] = ()
    questions: tuple[Question, ...] = ()
    kin: tuple[Kin, ...] = ()
    items: tuple[Item, ...] = ()
    statements: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def may_pass(self) -> bool:  # type: ignore[override]  # a constant of other facts, told per file here
        """An edition that has a successor is kept to recognise old copies; its end is no fault of the pack."""
        return self.replaced_by is not None

    def question(self, key: str) -> Question:
        """The question with this key. Raises `KeyError`."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)
