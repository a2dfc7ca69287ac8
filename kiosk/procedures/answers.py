"""The answers everybody comes for, in shapes that can be checked: who may file, how long it takes, what it costs.

Only for whoever writes content. Each says something, or exactly that the staff is to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kiosk.content.reading_level import PlainLanguage
from kiosk.i18n import Text
from kiosk.procedures import rule_words
from kiosk.procedures.procedure import Procedure
from kiosk.toml.fault import Found

_ASK: Final = re.compile(r"(?:^|[.:;\n]\s*)hỏi cán bộ(?: mức của tỉnh| mức cụ thể)?\b", re.IGNORECASE)
_AMOUNT: Final = re.compile(r"\b\d[\d.]* (?:triệu )?đồng")
_SHARE: Final = re.compile(r"\d\s*%")
_SPAN: Final = re.compile(
    r"(?:\d+|nửa|một|hai|ba) (?:ngày|giờ|phút|tuần|tháng|năm|buổi)\b|trong ngày\b|theo lịch của ", re.IGNORECASE
)


def broken_answers(procedure: Procedure, plain: PlainLanguage) -> Iterator[Found]:
    """Every answer of one procedure that says nothing, or says it in a shape nobody can act on."""
    for path, said in _spoken("who", procedure.who):
        if said.vi.strip().rstrip(".").lower() in plain.says_nothing:
            yield f"{path}.vi", rule_words.WHO_SAYS_NOTHING.filled(given=said.vi)
    for place, fee in enumerate(procedure.fees):
        yield from _fee(f"fees[{place}].text.vi", fee.text.vi)
    for place, limit in enumerate(procedure.time_limits):
        if not _SPAN.search(limit.text.vi) and not _ASK.search(limit.text.vi):
            yield f"time_limits[{place}].text.vi", rule_words.NO_TIME_SAID


def _fee(path: str, said: str) -> Iterator[Found]:
    amount = _AMOUNT.search(said)
    if not amount and not _ASK.search(said):
        yield path, rule_words.NO_AMOUNT_SAID
    if _SHARE.search(said) and not amount:
        yield path, rule_words.PERCENTAGE_WITHOUT_AMOUNT


def _spoken(key: str, said: Text | tuple[object, ...]) -> Iterator[tuple[str, Text]]:
    if isinstance(said, Text):
        yield key, said
    else:
        for place, one in enumerate(said):
            text = getattr(one, "text", None)
            if isinstance(text, Text):
                yield f"{key}[{place}].text", text
