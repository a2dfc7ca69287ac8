"""The end of a guide: done and nothing more, or a counter with everything needed to find it."""

from __future__ import annotations

import pytest

from kiosk.guides.guide import Exit, ExitKind, Topic
from kiosk.guides.walk import GuideWalk
from kiosk.i18n import Text
from ui.view_models.guide_exit import derive_guide_exit
from ui.visit.current_visit import CurrentVisit

GUIDE = "vneid-kich-hoat"


@pytest.fixture
def walk(front: CurrentVisit) -> GuideWalk:
    return GuideWalk.start(front.services.guides.get(GUIDE, front.services.today()))


def test_a_guide_that_ended_well_names_no_counter(front: CurrentVisit, walk: GuideWalk) -> None:
    props = derive_guide_exit(front, walk, Exit(id="done", kind=ExitKind.DONE, text=Text("Xong", "Done")))
    assert (props.done, props.text, props.place) == (True, "Xong", walk.guide.title.vi)
    assert (props.counter, props.where, props.hours, props.phone, props.bring) == ("", "", "", "", ())


def test_a_guide_that_hands_over_says_where_and_what_to_bring(front: CurrentVisit, walk: GuideWalk) -> None:
    every = [guide for topic in Topic for guide in front.services.guides.on(topic, front.services.today())]
    name = next(end.counter for guide in every for end in guide.exits if end.counter)
    counter = front.services.guides.counter(name)
    end = Exit(
        id="over",
        kind=ExitKind.HAND_OVER,
        text=Text("Ra quầy", "To the counter"),
        counter=name,
        bring=(Text("Thẻ căn cước", "The card"),),
    )
    props = derive_guide_exit(front, walk, end)
    assert not props.done
    assert (props.counter, props.where, props.hours) == (counter.name.vi, counter.where.vi, counter.hours.vi)
    assert (props.phone, props.bring) == (counter.phone, ("Thẻ căn cước",))


def test_a_guide_that_goes_on_names_the_one_that_follows(front: CurrentVisit, walk: GuideWalk) -> None:
    end = Exit(id="on", kind=ExitKind.GO_ON, text=Text("Tiếp", "Next"), then=GUIDE)
    props = derive_guide_exit(front, walk, end)
    assert (props.then_title, props.slip) == (walk.guide.title.vi, False)


def test_every_end_of_every_shipped_guide_offers_what_can_be_done(front: CurrentVisit, walk: GuideWalk) -> None:
    today = front.services.today()
    every = {guide for topic in Topic for guide in front.services.guides.on(topic, today)}
    ends = [derive_guide_exit(front, walk, end) for guide in every for end in guide.exits]
    assert all(props.done or props.slip or props.then_title for props in ends)
    assert any(not (props.done or props.slip) for props in ends)
