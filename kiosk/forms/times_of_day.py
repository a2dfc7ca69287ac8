"""Times of day as people say them in Vietnamese or English, kept as hh:mm on the clock of 24 hours.

"2 giờ chiều" is 14:00, "10 giờ đêm" 22:00, "12 giờ đêm" and "nửa đêm" 00:00, "3 giờ kém 15" 02:45,
"7 rưỡi tối" 19:30. What says two things at once ("14 giờ sáng") or none ("chiều") is not read.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from kiosk.i18n import fold

_NUMBERS: Final = "mot hai ba bon nam sau bay tam chin muoi".split()
_IN_WORDS: Final = {
    **{word: value for value, word in enumerate(_NUMBERS, start=1)},
    "muoi mot": 11,
    "muoi hai": 12,
    "khong": 0,
}
_HOUR: Final = "|".join(sorted(_IN_WORDS, key=len, reverse=True))
_PART: Final = r"(?:buoi\s*)?(?P<{}>sang som|sang|sa|am|trua|chieu toi|chieu|ch|pm|toi|dem khuya|dem|khuya)"
_FILLER: Final = re.compile(r"\b(?:khoảng|lúc|vào|tầm|độ|hồi|phút|đúng|khoang|luc|phut|about|at|o'clock)\b")
_SPOKEN: Final = re.compile(
    rf"(?:{_PART.format('before')}\s*)?"
    rf"(?P<hour>\d{{1,2}}|{_HOUR})\s*"
    r"(?:(?P<mark>[:hg.]|gio)\s*(?:(?P<minute>\d{1,2})[p']?(?::\d{2})?|(?P<half>ruoi))?|(?P<bare>ruoi))?\s*"
    r"(?:kem\s*(?P<less>\d{1,2}))?\s*"
    rf"(?:{_PART.format('after')})?\s*\Z"
)
"""Over text without marks: the keyboard with digits has none."""
_SOLID: Final = re.compile(r"([01]?\d|2[0-3])([0-5]\d)\Z")
_WHOLE_WORDS: Final = {
    **dict.fromkeys(("nua dem", "giua dem", "midnight"), "00:00"),
    **dict.fromkeys(("giua trua", "trua", "chinh ngo", "noon", "midday"), "12:00"),
}
_MORNING: Final = {"sang som", "sang", "sa", "am"}
_AFTERNOON: Final = {"chieu", "chieu toi", "ch", "pm"}


def parse(text: str) -> str | None:
    """`hh:mm`, or None when it says no time of day."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("a.m.", "am").replace("p.m.", "pm")
    said = fold(_FILLER.sub(" ", plain))
    said = re.sub(r"(?<=\d)\s*:\s*(?=\d)", ":", " ".join(said.split())).strip(" .,")
    if said in _WHOLE_WORDS:
        return _WHOLE_WORDS[said]
    if solid := _SOLID.match(said):
        return f"{solid[1]:0>2}:{solid[2]}"
    return _spoken(found) if (found := _SPOKEN.match(said)) else None


def _spoken(found: re.Match[str]) -> str | None:
    part = found["before"] or found["after"]
    if (found["before"] and found["after"]) or not (found["mark"] or found["bare"] or found["less"] or part):
        return None
    hour = _hour(int(found["hour"]) if found["hour"].isdecimal() else _IN_WORDS[found["hour"]], part)
    minute = 30 if found["half"] or found["bare"] else int(found["minute"] or 0)
    less = int(found["less"] or 0)
    if hour is None or minute > 59 or less > 59 or (minute and less):
        return None
    total = (hour * 60 + minute - less) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def _hour(hour: int, part: str | None) -> int | None:
    """The hour on the clock of 24; None when hour and part of the day say different things."""
    if hour > 23:
        return None
    if part is None:
        return hour
    if part in _MORNING:
        return hour % 12 if hour <= 12 else None
    if part == "trua":
        return hour + 12 if hour in {1, 2} else hour if 10 <= hour <= 14 else None
    if part in _AFTERNOON:
        return hour if hour >= 12 else hour + 12 if hour else None
    return _hour_of_evening(hour, part)


def _hour_of_evening(hour: int, part: str) -> int | None:
    """Tối, đêm and khuya: twelve is midnight, one to five are small hours of the night."""
    if hour == 12:
        return 0
    if hour > 12:
        return hour if hour >= 17 else None
    if part == "toi":
        return hour + 12 if hour >= 5 else None
    return hour + 12 if hour >= 7 else hour
