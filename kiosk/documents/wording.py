"""The fixed words of the papers and how dates and money are written on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kiosk.content.fact import Fact
from kiosk.i18n import Language, Text

BLANK = Text("", "")
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
    return Text(f"{amount:,}".replace(",", ".") + " đồng", f"{amount:,} VND")


def paired(text: Text, languages: Sequence[Language] = tuple(Language)) -> dict[str, str]:
    """The text as a template takes it, silent in a language that is not asked for."""
    return {language.value: text.say(language) if language in languages else "" for language in Language}


def confirmed(text: Text, fact: Fact) -> Text:
    """The text, with the warning behind it when the fact is not confirmed."""
    if fact.is_confirmed:
        return text
    return Text(f"{text.vi} ({UNCONFIRMED.vi})", f"{text.en} ({UNCONFIRMED.en})")
