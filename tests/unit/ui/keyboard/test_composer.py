"""The composer reaches every syllable the spelling allows, by every way of typing it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ui.keyboard.composer import Method, compose, last_word
from ui.keyboard.letters import Tone, ToneStyle, without_tone
from ui.keyboard.syllables import legal

MARKS = {
    Method.TELEX: {"ă": "w", "â": "a", "ê": "e", "ô": "o", "ơ": "w", "ư": "w", "đ": "d"},
    Method.VNI: {"ă": "8", "â": "6", "ê": "6", "ô": "6", "ơ": "7", "ư": "7", "đ": "9"},
}
TONES = {
    Method.TELEX: dict(zip(Tone, ["", "s", "f", "r", "x", "j"], strict=True)),
    Method.VNI: dict(zip(Tone, ["", "1", "2", "3", "4", "5"], strict=True)),
}
BASE = {"ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "o", "ư": "u", "đ": "d"}


def type_word(keys: str, method: Method, style: ToneStyle = ToneStyle.OLD) -> str:
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
    keys = [MARKS[method][c] for c in plain.replace("ươ", "ư") if c in BASE]
    return "".join(BASE.get(c, c) for c in _doubled(plain, method)) + "".join(keys) + TONES[method][tone]


def tone_first(syllable: str, method: Method) -> str:
    """The tone right behind the vowels, before the last consonants; it must move to its place by itself."""
    plain, tone = without_tone(syllable)
    letters = marks_at_once(plain, method)
    end = len(plain) - len(plain.rstrip("bcdghklmnpqrstvx"))
    return letters[: len(letters) - end] + TONES[method][tone] + letters[len(letters) - end :]


def _doubled(plain: str, method: Method) -> str:
    """In Telex a third o undoes the hat: xoong is typed x o o o n g."""
    return plain.replace("oo", "ooo") if method is Method.TELEX else plain


@pytest.mark.parametrize(
    ("method", "style", "way"),
    [
        (Method.TELEX, ToneStyle.OLD, marks_at_once),
        (Method.TELEX, ToneStyle.OLD, marks_at_the_end),
        (Method.TELEX, ToneStyle.NEW, tone_first),
        (Method.VNI, ToneStyle.OLD, marks_at_once),
        (Method.VNI, ToneStyle.NEW, marks_at_the_end),
        (Method.VNI, ToneStyle.OLD, tone_first),
    ],
)
def test_every_legal_syllable_can_be_typed(
    method: Method, style: ToneStyle, way: Callable[[str, Method], str]
) -> None:
    wrong = [
        (syllable, typed)
        for syllable in legal(style)
        if (typed := type_word(way(syllable, method), method, style)) != syllable
    ]
    assert wrong == []


def test_the_table_holds_at_least_six_thousand_syllables() -> None:
    assert len(set(legal(ToneStyle.OLD))) >= 6_000


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("Ddawsk", "Đắk"),
        ("DDawks", "Đắk"),
        ("Lawsk", "Lắk"),
        ("Kroong", "Krông"),
        ("Krongo", "Krông"),
        ("Nguyeenx", "Nguyễn"),
        ("nguyeenx", "nguyễn"),
        ("NGUYEENX", "NGUYỄN"),
        ("thuowr", "thuở"),
        ("dduowngf", "đường"),
        ("quyeets", "quyết"),
        ("giengs", "giéng"),
        ("gieengs", "giếng"),
        ("gif", "gì"),
        ("giaf", "già"),
        ("quoocs", "quốc"),
        ("ruwowuj", "rượu"),
        ("huouw", "hươu"),
        ("hoacwj", "hoặc"),
        ("khuyur", "khuỷu"),
        ("w", "ư"),
        ("tw", "tư"),
    ],
)
def test_telex_writes_the_names_and_words_people_need(keys: str, word: str) -> None:
    assert type_word(keys, Method.TELEX) == word


@pytest.mark.parametrize(
    ("keys", "word"),
    [("D9a81k", "Đắk"), ("La81k", "Lắk"), ("Kro6ng", "Krông"), ("Nguye6n4", "Nguyễn"), ("d9uong72", "đường")],
)
def test_vni_writes_the_names_people_need(keys: str, word: str) -> None:
    assert type_word(keys, Method.VNI) == word


@pytest.mark.parametrize(
    ("keys", "old", "new"),
    [("hoas", "hóa", "hoá"), ("khoer", "khỏe", "khoẻ"), ("thuyr", "thủy", "thuỷ"), ("quys", "quý", "quý")],
)
def test_the_tone_stands_where_the_chosen_style_puts_it(keys: str, old: str, new: str) -> None:
    assert type_word(keys, Method.TELEX, ToneStyle.OLD) == old
    assert type_word(keys, Method.TELEX, ToneStyle.NEW) == new


@pytest.mark.parametrize(
    ("keys", "word"),
    [("ass", "as"), ("aaa", "aa"), ("ddd", "dd"), ("oww", "ow"), ("asz", "a"), ("uwoww", "uow"), ("azz", "azz")],
)
def test_a_key_pressed_twice_undoes_itself(keys: str, word: str) -> None:
    assert type_word(keys, Method.TELEX) == word


@pytest.mark.parametrize("keys", ["http", "catf", "s", "x", "123", "hs", "facebok"])
def test_what_is_no_vietnamese_stays_as_typed(keys: str) -> None:
    assert type_word(keys, Method.TELEX) == keys


def test_plain_typing_changes_nothing() -> None:
    assert type_word("tieengs", Method.PLAIN) == "tieengs"


@pytest.mark.parametrize(("text", "word"), [("Trần Văn", "Văn"), ("a b ", ""), ("", ""), ("Ea H'leo", "leo")])
def test_the_last_word_ends_at_the_cursor(text: str, word: str) -> None:
    assert last_word(text) == word
