"""Politeness is passed over wherever it stands, and nothing that names a need goes with it."""

from __future__ import annotations

import pytest

from kiosk.i18n import fold
from kiosk.procedures.aliases import Courtesy
from kiosk.procedures.courtesies import Courtesies
from kiosk.procedures.words import lexicon
from tests.helpers.ways_of_asking import telex, vni

COURTESY = Courtesy(
    phrases=("xin chào", "chào", "cảm ơn", "mong", "chỉ giúp", "thưa"),
    asking=("cho hỏi", "muốn hỏi"),
    people=("tôi", "em", "anh", "chị", "bạn", "cán bộ"),
    beside=("với", "nhiều", "ạ", "xin"),
)
USED = ("bản", "thừa", "chủ", "căn", "ảnh")
WORDS = lexicon({})


def left(text: str) -> str:
    return " ".join(word.folded for word in Courtesies(COURTESY, USED).passed_over(WORDS.words(text)))


@pytest.mark.parametrize(
    "text",
    [
        "xin chào cán bộ, cho tôi hỏi đổi bằng lái",
        "em chào anh chị cho em hỏi đổi bằng lái",
        "đổi bằng lái mong anh chị chỉ giúp em với em cảm ơn nhiều ạ",
        "em chào chị, đổi bằng lái ạ, em cảm ơn",
    ],
)
def test_greeting_thanks_and_what_stands_beside_them_are_passed_over(text: str) -> None:
    assert left(text) == "doi bang lai"
    assert left(vni(text)) == "d9o6i3 ba8ng2 lai1"
    assert left(telex(text)) == "ddooir bawngf lais"


def test_typed_without_marks_a_greeting_is_passed_over_and_a_word_that_may_be_the_need_is_kept() -> None:
    assert left(fold("em chào anh chị cho em hỏi sao y")) == "sao y"
    assert left("cho hoi ban sao") == "ban sao"
    assert left("thua ke dat") == "thua ke dat"
    assert left("thưa cán bộ thừa kế đất") == "thua ke dat"
    assert left("xin chao can bo, can cuoc") == "can cuoc"


def test_who_says_nothing_but_politeness_has_asked_nothing() -> None:
    assert left("xin chào anh chị ạ") == ""
    assert left("xin chao anh chi a") == ""
    assert left("") == ""


def test_what_follows_a_question_is_known_as_asked() -> None:
    parts = Courtesies(COURTESY, USED).parts(WORDS.words("nhà xa lắm, tôi muốn hỏi khai sinh, cảm ơn"))
    told = [(" ".join(word.folded for word in part.words), part.asked) for part in parts]
    assert told == [("nha xa lam", False), ("khai sinh", True)]
