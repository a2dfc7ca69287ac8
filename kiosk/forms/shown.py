"""An answer as people read it: on the sheet always Vietnamese, on the screen in the visitor's language."""

from __future__ import annotations

from kiosk.forms.answers import YES, Answer
from kiosk.forms.definition import Column, Question, QuestionKind
from kiosk.i18n import Language, Text

YES_NO = {True: Text(vi="Có", en="Yes"), False: Text(vi="Không", en="No")}


def printed_value(asked: Question | Column, answer: Answer) -> str:
    """As it stands on the sheet; several choices one a line."""
    match asked.kind:
        case QuestionKind.CHOICE | QuestionKind.CHOICES:
            return "\n".join(option.printed for option in asked.options if option.value in answer.chosen)
        case QuestionKind.YES_NO:
            return YES_NO[answer.value == YES].vi
        case _:
            return answer.value


def screen_value(asked: Question | Column, answer: Answer, language: Language) -> str:
    """As the screen shows it; rows one a line, cells between commas."""
    match asked.kind:
        case QuestionKind.CHOICE | QuestionKind.CHOICES:
            return ", ".join(o.label.say(language) for o in asked.options if o.value in answer.chosen)
        case QuestionKind.YES_NO:
            return YES_NO[answer.value == YES].say(language)
        case QuestionKind.ROWS if isinstance(asked, Question):
            return "\n".join(_row(asked.columns, row, language) for row in answer.rows)
        case _:
            return answer.value


def _row(columns: tuple[Column, ...], row: tuple[str, ...], language: Language) -> str:
    cells = zip(columns, row, strict=True)
    return ", ".join(screen_value(column, Answer(value=cell), language) for column, cell in cells if cell)
