"""What the page of a name offers: the words that were meant, the whole answer put right, rows too."""

from __future__ import annotations

import pytest

from kiosk.forms.answers import Answer
from kiosk.forms.definition import Question
from kiosk.spelling.letters import ToneStyle
from tests.unit.kiosk.forms.people import form
from ui.view_models.spelling_offer import spelling_offer


@pytest.fixture
def name() -> Question:
    return form("ct01").question("ho_ten")


@pytest.fixture
def household() -> Question:
    return next(asked for asked in form("ct01").questions if asked.columns)


def test_the_words_in_doubt_and_the_words_meant_stand_in_order(name: Question) -> None:
    offer = spelling_offer(name, Answer(value="Trừong Văn Hòang"), ToneStyle.OLD)
    assert (offer.doubted, offer.meant) == ("Trừong, Hòang", "Trường, Hoàng")
    assert offer.value == "Trường Văn Hoàng"


def test_what_can_be_put_right_is_offered_first_and_the_rest_stays(name: Question) -> None:
    offer = spelling_offer(name, Answer(value="Kđăm Hòang"), ToneStyle.OLD)
    assert (offer.doubted, offer.meant, offer.value) == ("Hòang", "Hoàng", "Kđăm Hoàng")
    rest = spelling_offer(name, Answer(value="Kđăm Hoàng"), ToneStyle.OLD)
    assert (rest.doubted, rest.meant, rest.value) == ("Kđăm", "", "Kđăm Hoàng")


def test_the_tone_stands_where_the_station_wants_it(name: Question) -> None:
    assert spelling_offer(name, Answer(value="Hoa Thúi Gíêng Qúy"), ToneStyle.NEW).meant == "Giếng, Quý"


def test_only_the_names_of_a_table_are_put_right(household: Question) -> None:
    row = tuple("Hòang" if column.key in {"ho_ten", "quan_he"} else "" for column in household.columns)
    offer = spelling_offer(household, Answer(rows=(row, row)), ToneStyle.OLD)
    right = tuple(
        "Hoàng" if column.key == "ho_ten" else cell for column, cell in zip(household.columns, row, strict=True)
    )
    assert (offer.doubted, offer.meant, offer.rows) == ("Hòang, Hòang", "Hoàng, Hoàng", (right, right))


def test_it_shows_no_name_in_a_log(name: Question) -> None:
    assert "Hoàng" not in repr(spelling_offer(name, Answer(value="Hòang"), ToneStyle.OLD))
