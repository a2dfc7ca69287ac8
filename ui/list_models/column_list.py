"""The columns of a repeating question: one field each in the page of a row."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from kiosk.forms.definition import Column, QuestionKind
from kiosk.i18n import Language
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRow:
    """One column; `option_values` and `option_labels` belong together, empty unless it is a choice."""

    key: str
    label: str
    kind: QuestionKind
    required: bool
    max_length: int
    option_values: tuple[str, ...]
    option_labels: tuple[str, ...]


@QmlElement
class ColumnList(RecordList):
    """Columns of a repeating question."""

    record = ColumnRow


def column_rows(columns: tuple[Column, ...], language: Language) -> list[ColumnRow]:
    """The columns in their order."""
    return [
        ColumnRow(
            key=column.key,
            label=column.label.say(language),
            kind=column.kind,
            required=column.required,
            max_length=column.max_length or 0,
            option_values=tuple(option.value for option in column.options),
            option_labels=tuple(option.label.say(language) for option in column.options),
        )
        for column in columns
    ]
