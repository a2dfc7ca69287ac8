"""The ways in which people type one syllable, each as the keys it needs; the composer must get the syllable back.

Marks and tones are looked up in the tables of Telex and VNI as
their users know them, not in the composer's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

from kiosk.spelling.letters import VOWELS, Tone, ToneStyle, without_tone
from ui.keyboard.composer import Method, compose

MARKS = {
    Method.TELEX: {"ă": "w", "â": "a", "ê": "e", "ô": "o", "ơ": "w", "ư": "w", "đ": "d"},
    Method.VNI: {"ă": "8", "â": "6", "ê": "6", "ô": "6", "ơ": "7", "ư": "7", "đ": "9"},
}
TONES = {
    Method.TELEX: dict(zip(Tone, ["", "s", "f", "r", "x", "j"], strict=True)),
    Method.VNI: dict(zip(Tone, ["", "1", "2", "3", "4", "5"], strict=True)),
}
BASE = {"ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "o", "ư": "u", "đ": "d"}


def typed(keys: Iterable[str], method: Method, style: ToneStyle = ToneStyle.OLD) -> str:
    """The word after all keys."""
    word = ""
    for key in keys:
        word = compose(word, key, method, style)
    return word


def marks_at_once(syllable: str, method: Method) -> str:
    """Each mark behind its letter, the tone at the end."""
    plain, tone = without_tone(syllable)
    plain = _doubled(plain, method)
    return "".join(BASE.get(c, c) + MARKS[method].get(c, "") for c in plain) + TONES[method][tone]


def marks_at_the_end(syllable: str, method: Method) -> str:
    """All letters first, then the marks, then the tone; one horn key serves both of ươ."""
    plain, tone = without_tone(syllable)
    return _bare(plain, method) + _mark_keys(plain, method) + TONES[method][tone]


def tone_before_coda(syllable: str, method: Method) -> str:
    """The tone right behind the vowels, before the last consonants; it must move to its place by itself."""
    plain, tone = without_tone(syllable)
    letters = marks_at_once(plain, method)
    end = len(plain) - len(plain.rstrip("bcdghklmnpqrstvx"))
    return letters[: len(letters) - end] + TONES[method][tone] + letters[len(letters) - end :]


def tone_before_marks(syllable: str, method: Method) -> str:
    """All letters, then the tone, then the marks."""
    plain, tone = without_tone(syllable)
    return _bare(plain, method) + TONES[method][tone] + _mark_keys(plain, method)


def horn_on_u_only(syllable: str, method: Method) -> str:
    """ươ typed u, horn, o: the second horn comes by itself before the next letter."""
    return marks_at_once(syllable, method).replace("u7o7", "u7o").replace("uwow", "uwo")


def horn_on_o_only(syllable: str, method: Method) -> str:
    """ươ typed u, o, horn: as most people do."""
    return marks_at_once(syllable, method).replace("u7o7", "uo7").replace("uwow", "uow")


def ready_letters(syllable: str, method: Method) -> str:
    """Letters that arrive with marks and tone on: another input method, a QR reader that types."""
    return syllable


def _touched(syllable: str, place: Callable[[str], int]) -> list[str]:
    """Keys of the screen, where letters have their marks and tones have names."""
    plain, tone = without_tone(syllable)
    at = place(plain)
    return [key for key in (*plain[:at], tone.value, *plain[at:]) if key]


def touched_early(syllable: str, method: Method) -> list[str]:
    """The tone behind the first vowel, whatever follows."""
    return _touched(syllable, lambda plain: next(i for i, letter in enumerate(plain) if letter in VOWELS) + 1)


def touched_in_the_middle(syllable: str, method: Method) -> list[str]:
    """The tone behind the last vowel."""
    return _touched(syllable, lambda plain: max(i for i, letter in enumerate(plain) if letter in VOWELS) + 1)


def touched_late(syllable: str, method: Method) -> list[str]:
    """The tone at the end."""
    return _touched(syllable, len)


def decomposed(syllable: str, method: Method) -> list[str]:
    """Letters and combining tones in the order of the Vietnamese layout: the tone right behind its vowel."""
    keys: list[str] = []
    for letter in syllable:
        plain, tone = without_tone(letter)
        keys += [plain, tone.value] if tone.value else [plain]
    return [unicodedata.normalize("NFC", key) for key in keys]


HARDWARE = (
    marks_at_once,
    marks_at_the_end,
    tone_before_coda,
    tone_before_marks,
    horn_on_u_only,
    horn_on_o_only,
    ready_letters,
    decomposed,
)
SCREEN = (touched_early, touched_in_the_middle, touched_late)


def _bare(plain: str, method: Method) -> str:
    return "".join(BASE.get(c, c) for c in _doubled(plain, method))


def _mark_keys(plain: str, method: Method) -> str:
    return "".join(MARKS[method][c] for c in plain.replace("ươ", "ư") if c in BASE)


def _doubled(plain: str, method: Method) -> str:
    """In Telex a third o undoes the hat: xoong is typed x o o o n g."""
    return plain.replace("oo", "ooo") if method is Method.TELEX else plain


WHOLE_SYLLABLES: Final = (
    (Method.TELEX, ToneStyle.OLD, marks_at_once),
    (Method.TELEX, ToneStyle.OLD, marks_at_the_end),
    (Method.TELEX, ToneStyle.NEW, tone_before_coda),
    (Method.VNI, ToneStyle.OLD, marks_at_once),
    (Method.VNI, ToneStyle.NEW, tone_before_marks),
    (Method.VNI, ToneStyle.OLD, tone_before_coda),
)
"""Ways in which every syllable that spelling allows is typed."""
