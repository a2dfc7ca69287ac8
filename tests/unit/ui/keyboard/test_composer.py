"""The composer reaches every syllable the spelling allows, by every way of typing it."""

from __future__ import annotations

from itertools import cycle

import pytest

from kiosk.spelling.letters import ToneStyle
from tests.helpers.every_syllable import legal
from tests.unit.ui.keyboard.ways import WHOLE_SYLLABLES, typed
from ui.keyboard.composer import Method, compose_within, first_word, last_word


@pytest.mark.parametrize("style", ToneStyle)
def test_every_legal_syllable_can_be_typed(style: ToneStyle) -> None:
    """Each in the next way; `./station withstand` types each in every one."""
    ways = cycle((method, way) for method, its_style, way in WHOLE_SYLLABLES if its_style is style)
    typing = ((syllable, *way) for syllable, way in zip(legal(style), ways, strict=False))
    wrong = [
        (syllable, came)
        for syllable, method, way in typing
        if (came := typed(way(syllable, method), method, style)) != syllable
    ]
    assert wrong == []


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
        ("nguowif", "người"),
        ("cuowif", "cười"),
        ("tuowi", "tươi"),
        ("ruowuj", "rượu"),
        ("Buowir", "Bưởi"),
        ("Muowif", "Mười"),
        ("dduwocj", "được"),
        ("Truwongf", "Trường"),
        ("Phuwong", "Phương"),
        ("nguwoif", "người"),
        ("nuwocs", "nước"),
        ("buwonfgw", "bường"),
        ("hueje", "huệ"),
        ("dedufe", "đều"),
        ("nhieufe", "nhiều"),
        ("thuere", "thuể"),
        ("cuujw", "cựu"),
        ("luujw", "lựu"),
        ("giengse", "giếng"),
        ("gienfge", "giềng"),
        ("Dzungx", "Dzũng"),
    ],
)
def test_telex_writes_the_names_and_words_people_need(keys: str, word: str) -> None:
    assert typed(keys, Method.TELEX) == word


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("D9a81k", "Đắk"),
        ("La81k", "Lắk"),
        ("Kro6ng", "Krông"),
        ("Nguye6n4", "Nguyễn"),
        ("d9uong72", "đường"),
        ("nguo7i2", "người"),
        ("ruo7u5", "rượu"),
        ("du7ong", "dương"),
        ("phu7o7ng", "phương"),
        ("hue56", "huệ"),
        ("cuu57", "cựu"),
        ("Kd9a8m", "Kđăm"),
        ("Kdam98", "Kđăm"),
        ("E6mo6", "Êmô"),
        ("alo6", "alô"),
    ],
)
def test_vni_writes_the_names_people_need(keys: str, word: str) -> None:
    assert typed(keys, Method.VNI) == word


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("Kddawm", "Kđăm"),
        ("Kdamwd", "Kđăm"),
        ("Hddowk", "Hđơk"),
        ("Eemoo", "Êmô"),
        ("Eenuool", "Ênuôl"),
        ("Eeddee", "Êđê"),
        ("Byaw", "Byă"),
        ("Ksor", "Ksor"),
        ("Rmah", "Rmah"),
        ("Siuu", "Siuu"),
        ("Nieee", "Niee"),
        ("Niee", "Niê"),
        ("DDrawsk", "Đrắk"),
        ("aloo", "alô"),
        ("Dongw", "Dơng"),
        ("Derr", "Der"),
    ],
)
def test_telex_writes_the_names_of_other_peoples(keys: str, word: str) -> None:
    assert typed(keys, Method.TELEX) == word


@pytest.mark.parametrize("word", ["Hoàng", "Nguyễn", "Yến", "người", "Hồ", "Đắk", "Êmô", "ĐẶNG", "hoà", "Léon"])
@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("style", list(ToneStyle))
def test_letters_that_arrive_ready_stay_as_they_are(word: str, method: Method, style: ToneStyle) -> None:
    assert typed(word, method, style) == word


@pytest.mark.parametrize(
    ("touched", "word"),
    [
        ("h o a huyền n g", "hoàng"),
        ("h u y huyền n h", "huỳnh"),
        ("t o a huyền n", "toàn"),
        ("h o a huyền i", "hoài"),
        ("t h o a nặng i", "thoại"),
        ("g i huyền a n g", "giàng"),
        ("n g o a nặng c", "ngoạc"),
        ("t h ư huyền ơ n g", "thường"),
        ("t i huyền ê n", "tiền"),
        ("q u huyền y n h", "quỳnh"),
        ("s ắ c", "sắc"),
        ("h o a sắc sắc", "hoa"),
        ("h o a sắc nặng n g", "hoạng"),
        ("b huyền a", "ba"),
        ("c a c huyền", "cac"),
        ("N i ê nặng", "Niệ"),
        ("K s o sắc r", "Ksór"),
    ],
)
def test_a_tone_touched_by_name_stands_where_it_belongs(touched: str, word: str) -> None:
    names = dict(zip(["huyền", "sắc", "hỏi", "ngã", "nặng"], "\u0300\u0301\u0309\u0303\u0323", strict=True))
    assert typed([names.get(key, key) for key in touched.split()], Method.PLAIN) == word


@pytest.mark.parametrize(
    ("keys", "old", "new"),
    [("hoas", "hóa", "hoá"), ("khoer", "khỏe", "khoẻ"), ("thuyr", "thủy", "thuỷ"), ("quys", "quý", "quý")],
)
def test_the_tone_stands_where_the_chosen_style_puts_it(keys: str, old: str, new: str) -> None:
    assert typed(keys, Method.TELEX, ToneStyle.OLD) == old
    assert typed(keys, Method.TELEX, ToneStyle.NEW) == new


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("ass", "as"),
        ("aaa", "aa"),
        ("ddd", "dd"),
        ("oww", "ow"),
        ("asz", "a"),
        ("uwoww", "uow"),
        ("azz", "azz"),
        ("ww", "w"),
        ("wW", "w"),
        ("JWWT", "JWT"),
        ("tuww", "tuw"),
        ("alooo", "aloo"),
        ("Byaww", "Byaw"),
        ("Kddd", "Kdd"),
    ],
)
def test_a_key_pressed_twice_undoes_itself(keys: str, word: str) -> None:
    assert typed(keys, Method.TELEX) == word


@pytest.mark.parametrize(
    "keys", ["http", "catf", "s", "x", "123", "hs", "facebok", "facebook", "Jos", "deadline", "qw"]
)
def test_what_is_no_vietnamese_stays_as_typed(keys: str) -> None:
    assert typed(keys, Method.TELEX) == keys


def test_plain_typing_changes_nothing() -> None:
    assert typed("tieengs", Method.PLAIN) == "tieengs"


@pytest.mark.parametrize(
    ("before", "after", "key", "method", "parts"),
    [
        ("Ho", "ang", "\u0300", Method.PLAIN, ("Ho", "àng")),
        ("Hòa", "ng", "\u0300", Method.PLAIN, ("Hoa", "ng")),
        ("H", "àng", "o", Method.PLAIN, ("Ho", "àng")),
        ("hò", "n", "a", Method.TELEX, ("hoà", "n")),
        ("Hoa", "ng", "f", Method.TELEX, ("Hoà", "ng")),
        ("Truo", "ng", "w", Method.TELEX, ("Trươ", "ng")),
        ("Da", "k", "d", Method.TELEX, ("Đa", "k")),
        ("Tru", "ng", "o7", Method.VNI, ("Truo", "ng")),
        ("", "Lê", "x", Method.TELEX, ("x", "Lê")),
        ("Ksor", "", "Y", Method.TELEX, ("KsorY", "")),
    ],
)
def test_in_the_middle_of_a_word_a_tone_acts_on_all_of_it(
    before: str, after: str, key: str, method: Method, parts: tuple[str, str]
) -> None:
    assert compose_within(before, after, key[0], method) == parts


def test_the_first_word_begins_at_the_cursor() -> None:
    assert [first_word(text) for text in ("ng Văn", " Văn", "", "leo1")] == ["ng", "", "", "leo"]


@pytest.mark.parametrize(("text", "word"), [("Trần Văn", "Văn"), ("a b ", ""), ("", ""), ("Ea H'leo", "leo")])
def test_the_last_word_ends_at_the_cursor(text: str, word: str) -> None:
    assert last_word(text) == word
