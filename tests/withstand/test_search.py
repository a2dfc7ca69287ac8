"""The search asked for every need with each greeting, ending and story: 95 of 100 are answered in the first three."""

from __future__ import annotations

import pytest

from tests.helpers import shipped
from tests.helpers.labelled_needs import answered
from tests.helpers.ways_of_asking import BEHIND_A_STORY, WAYS

SEVERAL = [name for name, way in WAYS.items() if len(way("")) > 1 or name in BEHIND_A_STORY]


def test_there_are_ways_of_several_queries() -> None:
    assert len(SEVERAL) >= 3


@pytest.mark.parametrize("way", SEVERAL)
def test_95_of_100_needs_are_answered_in_the_first_three_whatever_stands_around_them(way: str) -> None:
    found = answered(shipped.search(), WAYS[way])
    assert found.top3 >= 0.95, found.misses
