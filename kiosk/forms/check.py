"""What the types cannot say of a form definition: names that exist, conditions that look back, options that fit.

Each fault is one line: path inside the file, what is there, what was expected. `kiosk content check` shows them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.forms.definition import Condition, Conditions, FormDefinition, Item, Question, QuestionKind, Wording
from kiosk.forms.printed import Layout
from kiosk.forms.wording import FILTERS, filters_in, names_in
from kiosk.i18n import counted

_WITH_OPTIONS = {QuestionKind.CHOICE, QuestionKind.CHOICES}
_STATION = {"@commune", "@province", "@today"}


def faults_of(form: FormDefinition) -> tuple[str, ...]:
    """All faults of one form; empty when it is sound."""
    return (*_faults_of_questions(form), *_faults_of_items(form), *_unused(form))


def _faults_of_questions(form: FormDefinition) -> Iterator[str]:
    groups = {group.id for group in form.groups}
    earlier: dict[str, Question] = {}
    for number, question in enumerate(form.questions):
        path = f"questions[{number}] ({question.key})"
        if question.key in earlier:
            yield f"{path}: key is used twice, expected a key of its own"
        if question.group not in groups:
            yield f"{path}.group: {question.group!r}, expected one of {sorted(groups)}"
        yield from _faults_of_shape(path, question)
        for field, conditions in (("when", question.when), ("prefill_when", question.prefill_when)):
            yield from _faults_of_conditions(f"{path}.{field}", conditions, earlier)
        yield from _faults_of_wording(f"{path}.suggest", question.suggest, earlier, _STATION)
        if question.after is not None and question.after not in earlier:
            yield f"{path}.after: {question.after!r}, expected the key of an earlier question"
        earlier[question.key] = question


def _faults_of_shape(path: str, question: Question) -> Iterator[str]:
    if (question.kind in _WITH_OPTIONS) != bool(question.options):
        yield f"{path}.options: expected for choice and choices, and only there"
    if (question.kind is QuestionKind.ROWS) != bool(question.columns):
        yield f"{path}.columns: expected for rows, and only there"
    if any("," in option.value or not option.value for option in question.options):
        yield f"{path}.options: a value is empty or holds a comma, expected a short word"
    for column in question.columns:
        if (column.kind is QuestionKind.CHOICE) != bool(column.options):
            yield f"{path}.columns ({column.key}).options: expected for choice, and only there"
        if column.kind in {QuestionKind.ROWS, QuestionKind.CHOICES}:
            yield f"{path}.columns ({column.key}).kind: rows and choices cannot stand in a cell"


def _faults_of_conditions(path: str, conditions: Conditions, earlier: dict[str, Question]) -> Iterator[str]:
    for condition in conditions:
        asked = earlier.get(condition.question)
        if asked is None:
            yield f"{path}: {condition.question!r}, expected the key of an earlier question"
        else:
            yield from _faults_of_values(path, condition, asked)


def _faults_of_values(path: str, condition: Condition, asked: Question) -> Iterator[str]:
    known = {option.value for option in asked.options}
    if asked.kind is QuestionKind.YES_NO:
        known = {"yes", "no"}
    for value in (*condition.is_, *condition.is_not):
        if value not in known:
            yield f"{path}: {condition.question} is {value!r}, expected one of {sorted(known)}"


def _faults_of_wording(path: str, wording: Wording, known: dict[str, Question], more: set[str]) -> Iterator[str]:
    texts = [wording] if isinstance(wording, str) else [part.text for part in wording]
    for text in texts:
        for name in sorted(names_in(text) - known.keys() - more):
            yield f"{path}: {{{name}}} is no answer of this form"
        for name in sorted(filters_in(text) - FILTERS.keys()):
            yield f"{path}: filter {name!r}, expected one of {sorted(FILTERS)}"
        if text.count("{") != text.count("}") or text.count("[") != text.count("]"):
            yield f"{path}: a bracket is not closed"
    if not isinstance(wording, str):
        for part in wording:
            yield from _faults_of_conditions(f"{path}.when", part.when, known)


def _faults_of_items(form: FormDefinition) -> Iterator[str]:
    known = {question.key: question for question in form.questions}
    yield from _faults_of_wording("addressed_to", form.addressed_to, known, _STATION)
    for number, item in enumerate(form.items):
        path = f"items[{number}] ({item.no} {item.label})"
        yield from _faults_of_wording(f"{path}.value", item.value, known, _STATION)
        if item.layout is Layout.TABLE:
            yield from _faults_of_table(path, item, known)
        elif item.rows is not None or item.columns or item.cells or item.grid or item.fixed:
            yield f"{path}: rows, columns, cells, grid and fixed belong to a table"
        if (item.layout is Layout.CHOICES) != bool(item.options):
            yield f"{path}.options: expected for choices, and only there"
        if item.layout is Layout.SECTION and item.value:
            yield f"{path}.value: a section heading holds no answer"


def _faults_of_table(path: str, item: Item, known: dict[str, Question]) -> Iterator[str]:
    for row in item.fixed:
        if len(row) != len(item.columns):
            yield f"{path}.fixed: {counted(len(row), 'cell')}, expected {len(item.columns)}"
        for cell in row:
            yield from _faults_of_wording(f"{path}.fixed", cell, known, _STATION)
    for _, key in item.grid:
        question = known.get(key)
        if question is None or len(question.options) + 1 != len(item.columns):
            yield f"{path}.grid: {key!r}, expected a choice with one option for each column after the first"
    if item.rows is not None:
        yield from _faults_of_cells(path, item, known.get(item.rows))


def _faults_of_cells(path: str, item: Item, question: Question | None) -> Iterator[str]:
    if len(item.cells) != len(item.columns):
        yield f"{path}.cells: {len(item.cells)}, expected one for each of the {len(item.columns)} columns"
    if question is None or question.kind not in {QuestionKind.ROWS, QuestionKind.CHOICES}:
        yield f"{path}.rows: {item.rows!r}, expected the key of a repeating or a choices question"
        return
    keys = {column.key for column in question.columns} | {"#"} if question.columns else {"label", "yes", "no"}
    for cell in item.cells:
        for name in sorted(names_in(cell) - keys):
            yield f"{path}.cells: {{{name}}} is not there; known are {sorted(keys)}"


def _unused(form: FormDefinition) -> Iterator[str]:
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
            yield f"questions ({question.key}): its answer is never printed and decides nothing"
