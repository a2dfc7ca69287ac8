"""The checker against random graphs (compared with plain counting) and against one broken guide of every kind."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given

from kiosk.guides.check import check_guide, check_handing_on
from kiosk.guides.graph import cycle, leading_to, longest, reachable
from kiosk.guides.guide import Exit, ExitKind, Guide
from kiosk.i18n import Text
from tests.unit.kiosk.guides.graphs import EXITS, SAID, any_graphs, forward_graphs, guide

GOOD = guide({"b0": ["b1", "quay"], "b1": ["xong", "quay"]})


def faults(broken: Guide) -> list[str]:
    found = check_guide(broken, counters={"cong-an-xa"}, guides={"thu"}, procedures={"khai-sinh"})
    return [f"{fault.path}: {fault.expected}" for fault in found]


def all_walks(graph: dict[str, list[str]], node: str, limit: int) -> list[list[str]]:
    """Every walk from a node, cut off at `limit` nodes."""
    ways = graph.get(node, [])
    if not ways or limit == 1:
        return [[node]]
    return [[node, *rest] for way in ways for rest in all_walks(graph, way, limit - 1)]


@given(forward_graphs())
def test_a_guide_whose_ways_lead_forward_has_no_fault_but_nodes_nobody_reaches(graph: dict[str, list[str]]) -> None:
    walks = all_walks(graph, "b0", 20)
    assert cycle(graph) is None
    assert longest(graph, "b0") == max(len(walk) for walk in walks) - 1
    reached = {node for walk in walks for node in walk}
    said = [line for line in faults(guide(graph)) if "unreachable" not in line]
    assert said == []
    assert reachable(graph, "b0") == reached


@given(any_graphs())
def test_circles_and_dead_ends_are_found_exactly_when_they_exist(graph: dict[str, list[str]]) -> None:
    walks = [walk for node in graph for walk in all_walks(graph, node, len(graph) + 2)]
    repeats = any(len(set(walk)) < len(walk) for walk in walks)
    assert (cycle(graph) is not None) == repeats
    saved = {walk[0] for walk in walks if walk[-1] in {"xong", "quay"}}
    assert leading_to(graph, ["xong", "quay"]) - {"xong", "quay"} == saved


def test_a_sound_guide_has_no_fault() -> None:
    assert faults(GOOD) == []


CIRCLE = guide({"b0": ["b1", "quay"], "b1": ["b0", "xong"]})
LONG = guide({f"b{n}": [f"b{n + 1}" if n < 12 else "xong", "quay"] for n in range(13)})


def changed(**values: object) -> Guide:
    return msgspec.structs.replace(GOOD, **values)


def first_step(**values: object) -> Guide:
    return changed(steps=(msgspec.structs.replace(GOOD.steps[0], **values), *GOOD.steps[1:]))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (changed(start="b9"), "start: no step is called `b9`"),
        (changed(steps=GOOD.steps * 2), "[b0]: this id is used twice in the guide"),
        (first_step(next="b9"), "steps[b0]: leads to `b9`, which is neither a step nor an exit"),
        (first_step(next="xong"), "[b1]: unreachable: no way leads here from the start"),
        (CIRCLE, "steps[b0]: walks in a circle: b0 > b1 > b0"),
        (LONG, "steps: the longest path has 13 steps; at most 12 are allowed"),
        (changed(exits=EXITS[1:]), "exits: a guide needs an exit of kind `done`"),
        (
            changed(exits=(EXITS[0], Exit(id="quay", kind=ExitKind.HAND_OVER, text=SAID))),
            "exits[quay].counter: a hand-over must name its counter",
        ),
        (
            changed(exits=(EXITS[0], msgspec.structs.replace(EXITS[1], counter="thue"))),
            "exits[quay].counter: no counter is called `thue`",
        ),
        (
            changed(exits=(msgspec.structs.replace(EXITS[0], then="mat"), EXITS[1])),
            "exits[xong].then: no guide is called `mat`",
        ),
        (
            changed(exits=(EXITS[0], msgspec.structs.replace(EXITS[1], kind=ExitKind.GO_ON))),
            "exits[quay].then: this exit goes on to another guide and must name it",
        ),
        (changed(procedure="ket-hon"), "procedure: no procedure is called `ket-hon`"),
        (
            first_step(trouble=None),
            "steps[b0].trouble: an action needs its branch for when it does not work",
        ),
        (first_step(next=None), "steps[b0]: a step has either `next` and `trouble`, or `choices`"),
        (
            first_step(text=Text(vi="Ông/bà tự nhập mật khẩu.", en="Type your password.")),
            "steps[b0].secret: a password, OTP or passcode is typed here: `secret = true` is missing",
        ),
        (first_step(illustration=None), "steps[b0].illustration: a step shows a drawing or a phone screen"),
    ],
)
def test_each_kind_of_fault_is_named_with_its_place(broken: Guide, said: str) -> None:
    assert said in faults(broken)


def test_a_dead_end_is_named() -> None:
    ends = first_step(next=None, trouble=None)
    assert "steps[b0]: dead end: no exit can be reached from here" in faults(ends)


def test_guides_that_only_hand_on_to_each_other_are_named() -> None:
    def handing_on(key: str, then: str) -> Guide:
        return changed(id=key, exits=(Exit(id="xong", kind=ExitKind.GO_ON, text=SAID, then=then),))

    circle = [handing_on("a", "b"), handing_on("b", "a")]
    assert [fault.file for fault in check_handing_on(circle)] == ["guides/a.toml", "guides/b.toml"]
    assert check_handing_on([*circle[:1], handing_on("b", "thu"), GOOD]) == []
