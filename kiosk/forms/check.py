"""What the types cannot say of a form definition: names that exist, conditions that look back, options that fit.

Each fault is a key path inside the file and what was expected there. `kiosk content check` shows them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.forms import rule_words
from kiosk.forms.definition import Condition, Conditions, FormDefinition, Item, Question, QuestionKind, Wording
from kiosk.forms.printed import Layout
from kiosk.forms.wording import FILTERS, filters_in, names_in
from kiosk.i18n import counted
from kiosk.toml.fault import Found

_WITH_OPTIONS = {QuestionKind.CHOICE, QuestionKind.CHOICES}
_STATION = {"@commune", "@province", "@today"}


def faults_of(form: FormDefinition) -> tuple[Found, ...]:
    """All faults of one form; empty when it is sound."""
    return (*_faults_of_questions(form), *_faults_of_items(form), *_unused(form))


def _faults_of_questions(form: FormDefinition) -> Iterator[Found]:
    groups = {group.id for group in form.groups}
    earlier: dict[str, Question] = {}
    for number, question in enumerate(form.questions):
        path = f"questions[{number}] ({question.key})"
        if question.key in earlier:
            yield (path, rule_words.KEY_USED_TWICE)
        if question.group not in groups:
            yield (
                f"{path}.group",
                rule_words.ONE_OF_THE_GROUPS.filled(group=repr(question.group), groups=sorted(groups)),
            )
        yield from _faults_of_shape(path, question)
        for field, conditions in (("when", question.when), ("prefill_when", question.prefill_when)):
            yield from _faults_of_conditions(f"{path}.{field}", conditions, earlier)
        yield from _faults_of_wording(f"{path}.suggest", question.suggest, earlier, _STATION)
        if question.after is not None and question.after not in earlier:
            yield (f"{path}.after", rule_words.KEY_OF_AN_EARLIER_QUESTION.filled(given=repr(question.after)))
        earlier[question.key] = question


def _faults_of_shape(path: str, question: Question) -> Iterator[Found]:
    if (question.kind in _WITH_OPTIONS) != bool(question.options):
        yield (f"{path}.options", rule_words.FOR_CHOICE_AND_CHOICES_ONLY)
    if (question.kind is QuestionKind.ROWS) != bool(question.columns):
        yield (f"{path}.columns", rule_words.FOR_ROWS_ONLY)
    if any("," in option.value or not option.value for option in question.options):
        yield (f"{path}.options", rule_words.VALUE_EMPTY_OR_WITH_COMMA)
    for column in question.columns:
        if (column.kind is QuestionKind.CHOICE) != bool(column.options):
            yield (f"{path}.columns ({column.key}).options", rule_words.FOR_CHOICE_ONLY)
        if column.kind in {QuestionKind.ROWS, QuestionKind.CHOICES}:
            yield (f"{path}.columns ({column.key}).kind", rule_words.TOO_MUCH_FOR_A_CELL)


def _faults_of_conditions(path: str, conditions: Conditions, earlier: dict[str, Question]) -> Iterator[Found]:
    for condition in conditions:
        asked = earlier.get(condition.question)
        if asked is None:
            yield (path, rule_words.KEY_OF_AN_EARLIER_QUESTION.filled(given=repr(condition.question)))
        else:
            yield from _faults_of_values(path, condition, asked)


def _faults_of_values(path: str, condition: Condition, asked: Question) -> Iterator[Found]:
    known = {option.value for option in asked.options}
    if asked.kind is QuestionKind.YES_NO:
        known = {"yes", "no"}
    for value in (*condition.is_, *condition.is_not):
        if value not in known:
            yield (
                path,
                rule_words.ONE_OF_THE_ANSWERS.filled(
                    question=condition.question, given=repr(value), known=sorted(known)
                ),
            )


def _faults_of_wording(path: str, wording: Wording, known: dict[str, Question], more: set[str]) -> Iterator[Found]:
    texts = [wording] if isinstance(wording, str) else [part.text for part in wording]
    for text in texts:
        for name in sorted(names_in(text) - known.keys() - more):
            yield (path, rule_words.NO_ANSWER_OF_THE_FORM.filled(given=name))
        for name in sorted(filters_in(text) - FILTERS.keys()):
            yield (path, rule_words.ONE_OF_THE_FILTERS.filled(name=repr(name), filters=sorted(FILTERS)))
        if text.count("{") != text.count("}") or text.count("[") != text.count("]"):
            yield (path, rule_words.BRACKET_NOT_CLOSED)
    if not isinstance(wording, str):
        for part in wording:
            yield from _faults_of_conditions(f"{path}.when", part.when, known)


def _faults_of_items(form: FormDefinition) -> Iterator[Found]:
    known = {question.key: question for question in form.questions}
    yield from _faults_of_wording("addressed_to", form.addressed_to, known, _STATION)
    for number, item in enumerate(form.items):
        path = f"items[{number}] ({item.no} {item.label})"
        yield from _faults_of_wording(f"{path}.value", item.value, known, _STATION)
        if item.layout is Layout.TABLE:
            yield from _faults_of_table(path, item, known)
        elif item.rows is not None or item.columns or item.cells or item.grid or item.fixed:
            yield (path, rule_words.BELONGS_TO_A_TABLE)
        if (item.layout is Layout.CHOICES) != bool(item.options):
            yield (f"{path}.options", rule_words.FOR_CHOICES_ONLY)
        if item.layout is Layout.SECTION and item.value:
            yield (f"{path}.value", rule_words.SECTION_HOLDS_NO_ANSWER)


def _faults_of_table(path: str, item: Item, known: dict[str, Question]) -> Iterator[Found]:
    for row in item.fixed:
        if len(row) != len(item.columns):
            yield (
                f"{path}.fixed",
                rule_words.CELLS_OF_A_ROW.filled(
                    counted=counted(len(row), "cell"), columns=len(item.columns), len_row=len(row)
                ),
            )
        for cell in row:
            yield from _faults_of_wording(f"{path}.fixed", cell, known, _STATION)
    for _, key in item.grid:
        question = known.get(key)
        if question is None or len(question.options) + 1 != len(item.columns):
            yield (f"{path}.grid", rule_words.CHOICE_OF_THE_GRID.filled(given=repr(key)))
    if item.rows is not None:
        yield from _faults_of_cells(path, item, known.get(item.rows))


def _faults_of_cells(path: str, item: Item, question: Question | None) -> Iterator[Found]:
    if len(item.cells) != len(item.columns):
        yield (
            f"{path}.cells",
            rule_words.ONE_CELL_FOR_EACH_COLUMN.filled(cells=len(item.cells), columns=len(item.columns)),
        )
    if question is None or question.kind not in {QuestionKind.ROWS, QuestionKind.CHOICES}:
        yield (f"{path}.rows", rule_words.KEY_OF_ROWS_OR_CHOICES.filled(given=repr(item.rows)))
        return
    keys = {column.key for column in question.columns} | {"#"} if question.columns else {"label", "yes", "no"}
    for cell in item.cells:
        for name in sorted(names_in(cell) - keys):
            yield (f"{path}.cells", rule_words.NAME_OF_A_CELL.filled(name=name, keys=sorted(keys)))


def _unused(form: FormDefinition) -> Iterator[Found]:
    """A question whose answer is neither printed nor looked at asks people for nothing."""
    used: set[str] = set()
    wordings = [form.addressed_to, *(item.value for item in form.items), *(q.suggest for q in form.questions)]
    for wording in wordings:
        for part in () if isinstance(wording, str) else wording:
            used |= names_in(part.text) | {condition.question for condition in part.when}
        used |= names_in(wording) if isinstance(wording, str) else set()
    used |= {item.rows for item in form.items if item.rows} | {key for item in form.items for _, key in item.grid}
    used |= {name for item in form.items for row in item.fixed for cell in row for name in names_in(cell)}
    used |= {question.after for question in form.questions if question.after}
    for question in form.questions:
        used |= {condition.question for condition in (*question.when, *question.prefill_when)}
    for question in form.questions:
        if question.key not in used:
            yield (f"questions ({question.key})", rule_words.ANSWER_IS_NOT_USED)
