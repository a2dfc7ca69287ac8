"""The fixed words of the papers and how dates and money are written on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kiosk.content.fact import Fact
from kiosk.i18n import BOTH, Language, Text, alike, number

BLANK = Text("", "")
PAGE = Text("Trang", "Page")
PRINTED = Text("In ngày {day}.", "Printed {day}.")
UNCONFIRMED = Text("chưa xác minh, hỏi cán bộ", "not confirmed, ask the staff")
SPECIMEN = "THẺ MẪU · KHÔNG CÓ GIÁ TRỊ · SPECIMEN"
NO_DOCUMENT = Text("Giấy hướng dẫn, không thay giấy tờ.", "A guide only; it replaces no document.")


def day(value: date) -> str:
    """dd/mm/yyyy, as Vietnamese papers write it."""
    return value.strftime("%d/%m/%Y")


def dong(amount: int) -> Text:
    """An amount in đồng, with the dots and commas each language uses."""
    if amount == 0:
        return Text("Miễn phí", "Free")
    return Text("{amount} đồng", "{amount} VND").filled(amount=number(amount))


def paired(text: Text, languages: Sequence[Language] = BOTH) -> dict[str, str]:
    """The text as a template takes it: `vi`, and `other` in the one further language, whose code is `lang`.

    Empty where a language is not asked for. A paper has room for Vietnamese and one more.
    """
    other = next((language for language in languages if language != Language.VI), None)
    return {
        "vi": text.say(Language.VI) if Language.VI in languages else "",
        "other": text.say(other) if other else "",
        "lang": (other or Language.VI).code,
    }


def once(value: Text, languages: Sequence[Language]) -> dict[str, str]:
    """`paired`, but what is the same in both languages, such as a number, is said once."""
    said = paired(value, languages)
    return said | {"other": ""} if said["vi"] == said["other"] else said


def confirmed(text: Text, fact: Fact) -> Text:
    """The text, with the warning behind it when the fact is not confirmed."""
    if fact.is_confirmed:
        return text
    return alike("{text} ({doubt})").filled(text=text, doubt=UNCONFIRMED)
