"""The answers of a choice, as rows to tick."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from kiosk.forms.definition import Option
from kiosk.i18n import Language
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One answer that a question offers; `value` is what is kept."""

    value: str
    label: str
    hint: str
    chosen: bool


@QmlElement
class OptionList(RecordList):
    """The answers that a question offers."""

    record = OptionRow


def option_rows(options: tuple[Option, ...], chosen: tuple[str, ...], language: Language) -> list[OptionRow]:
    """The options in their order."""
    return [
        OptionRow(
            value=option.value,
            label=option.label.say(language),
            hint=option.hint.say(language) if option.hint else "",
            chosen=option.value in chosen,
        )
        for option in options
    ]
