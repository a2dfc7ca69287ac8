"""The ways in which people bring one need: as typed, without marks, with raw keys, with politeness, inside a story.

The polite words and the stories were written for this project and do not stand in `aliases.toml` as they stand here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from itertools import count
from typing import Final

from kiosk.i18n import fold

_TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VNI_TONES = {"\u0300": "2", "\u0301": "1", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_TELEX = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI = {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}

GREETINGS: Final = (
    "xin chào, cho tôi hỏi ",
    "em chào anh chị cho em hỏi ",
    "dạ cháu chào cô chú cán bộ ạ, cháu muốn hỏi về việc ",
    "kính gửi quý cơ quan, nhờ quý vị tư vấn giúp tôi ",
)
CLOSINGS: Final = (
    " mong anh chị chỉ giúp em với em cảm ơn nhiều",
    ", rất mong được cán bộ giải đáp sớm, tôi xin chân thành cảm ơn và chúc cô chú mạnh khỏe",
    " ạ, có gì cô chú chỉ bảo giúp cháu với, cháu cám ơn cô chú nhiều lắm ạ",
)
STORIES: Final = (
    (
        "thưa cán bộ tôi năm nay ngoài sáu mươi mắt kém chân đau đi lại khó khăn, ở nhà chỉ có hai ông bà, con trai "
        "con dâu thì vào nam hết cả rồi, hôm nay nhờ bác hàng xóm chở ra đây, tôi chỉ muốn hỏi một việc là "
    ),
    (
        "kính thưa anh chị, tôi tên là Trần Thị Mẫu, hiện đang ở xóm 5 xã Quang Thành tỉnh Nghệ An, sáng nay tôi "
        "xuống ủy ban mà đông người quá nên chưa kịp gặp ai, tôi cần được hướng dẫn về "
    ),
    (
        "bà già rồi tai nghễnh ngãng nói trước quên sau, con cháu đi làm ăn xa mấy năm mới về một lần, trong nhà có "
        "việc mà chẳng biết hỏi ai, nghe loa của xóm báo ở đây có máy chỉ cho dân nên mới ra, nay bà muốn "
    ),
)
"""Each is longer than 24 words; the need stands behind it."""


def telex(text: str) -> str:
    """The keys of Telex that make the text, tones at the end of each syllable, left as keys."""
    return _keys(text.lower(), _TELEX, _TELEX_TONES)


def vni(text: str) -> str:
    """The keys of VNI that make the text."""
    return _keys(text.lower(), _VNI, _VNI_TONES)


def _keys(text: str, letters: Mapping[str, str], tones: Mapping[str, str]) -> str:
    return " ".join(_syllable(each, letters, tones) for each in text.split(" "))


def _syllable(syllable: str, letters: Mapping[str, str], tones: Mapping[str, str]) -> str:
    decomposed = unicodedata.normalize("NFD", syllable)
    plain = unicodedata.normalize("NFC", "".join(letter for letter in decomposed if letter not in tones))
    end = next((place for place in range(len(plain), 0, -1) if plain[place - 1].isalnum()), 0)
    shaped = "".join(letters.get(letter, letter) for letter in plain[:end])
    return shaped + "".join(tones[letter] for letter in decomposed if letter in tones) + plain[end:]


WAYS: Final[Mapping[str, Callable[[str], tuple[str, ...]]]] = {
    "as typed": lambda need: (need,),
    "without marks": lambda need: (fold(need),),
    "Telex left in": lambda need: (telex(need),),
    "VNI left in": lambda need: (vni(need),),
    "with a greeting": lambda need: tuple(greeting + need for greeting in GREETINGS),
    "with a long closing": lambda need: tuple(need + closing for closing in CLOSINGS),
    "greeting and closing, without marks": lambda need: (fold(GREETINGS[1] + need + CLOSINGS[0]),),
    "behind a long story": lambda need: tuple(story + need for story in STORIES),
    "behind a long story, without marks": lambda need: (fold(STORIES[0] + need),),
}
"""What each way is called, and the queries it makes of a need."""

BEHIND_A_STORY: Final = frozenset(name for name in WAYS if "story" in name)
"""These cost most; every story before every need is asked by `./station withstand` alone."""


def in_turn(way: Callable[[str], tuple[str, ...]]) -> Callable[[str], tuple[str, ...]]:
    """The same way with one query a need: of several greetings, endings or stories the next each time."""
    asked = count()

    def ask(need: str) -> tuple[str, ...]:
        queries = way(need)
        return (queries[next(asked) % len(queries)],)

    return ask
