"""A walk always ends, going back undoes, and an old touch changes nothing: over random guides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.guides.guide import ExitKind
from kiosk.guides.walk import GuideWalk, Way, WayKind
from tests.unit.kiosk.guides.graphs import forward_graphs, guide


@given(forward_graphs(), st.data())
def test_every_walk_reaches_an_exit_and_its_count_changes_only_with_another_way_than_the_first(
    graph: dict[str, list[str]], data: st.DataObject
) -> None:
    walk = GuideWalk.start(guide(graph))
    while walk.ways:
        assert walk.number <= walk.count
        way = data.draw(st.sampled_from(walk.ways))
        after = walk.choose(way)
        if way == walk.ways[0]:
            assert after.count == walk.count
        walk = after
    assert walk.count == walk.number - 1
    assert walk.current.id in {"xong", "quay"}


@given(forward_graphs(), st.lists(st.integers(0, 5), max_size=9))
def test_going_back_undoes_every_step(graph: dict[str, list[str]], picks: list[int]) -> None:
    walks = [GuideWalk.start(guide(graph))]
    for pick in picks:
        ways = walks[-1].ways
        if ways:
            walks.append(walks[-1].choose(ways[pick % len(ways)]))
    walk = walks[-1]
    for before in reversed(walks):
        assert walk == before
        walk = walk.back()
    assert walk == walks[0]
    assert not walk.can_go_back


def test_a_touch_that_belongs_to_another_step_changes_nothing() -> None:
    walk = GuideWalk.start(guide({"b0": ["b1", "quay"], "b1": ["xong", "quay"]}))
    strange = Way(kind=WayKind.WORKED, label=None, to="xong")
    assert walk.choose(strange) == walk


def test_an_action_offers_that_it_worked_and_that_it_did_not() -> None:
    walk = GuideWalk.start(guide({"b0": ["xong", "quay"]}))
    assert [way.kind for way in walk.ways] == [WayKind.WORKED, WayKind.TROUBLE]
    end = walk.choose(walk.ways[1]).current
    assert getattr(end, "kind", None) is ExitKind.HAND_OVER
