"""The ladder: the failure in words, and whether another try may help."""

from __future__ import annotations

import pytest

from kiosk.identification import NotIdentified, Rung
from ui.view_models.ladder import derive_ladder
from ui.visit.current_visit import CurrentVisit


@pytest.mark.parametrize(("left", "shown", "again"), [(None, -1, True), (2, 2, True), (0, 0, False)])
def test_a_key_may_be_tried_again_until_none_is_left(
    front: CurrentVisit, left: int | None, shown: int, again: bool
) -> None:
    props = derive_ladder(front, NotIdentified(code="card.wrong-key", rung=Rung.ACCESS, attempts_left=left))
    assert (props.attempts_left, props.again) == (shown, again)


def test_words_come_from_the_failure_book_and_the_staff_sees_the_code(front: CurrentVisit) -> None:
    entry = front.services.failures["card.lifted"]
    props = derive_ladder(front, NotIdentified(code="card.lifted", rung=Rung.CARD))
    assert (props.title, props.remedy) == (entry.title.vi, entry.remedy.vi)
    assert props.staff == f"card.lifted: {entry.staff.vi}"


def test_a_code_the_book_lacks_still_gets_words_and_a_remedy(front: CurrentVisit) -> None:
    props = derive_ladder(front, NotIdentified(code="no.such-code", rung=Rung.DATA))
    assert props.title
    assert props.remedy
    assert props.staff == "no.such-code"
