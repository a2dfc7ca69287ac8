"""Random guides, sound and unsound."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from kiosk.content.fact import Confidence, Fact
from kiosk.guides.guide import Choice, Exit, ExitKind, Guide, Step, Topic
from kiosk.i18n import Text

SAID = Text(vi="Chạm vào nút.", en="Touch the button.")
STATUS = Fact(source="thử", checked=date(2026, 11, 23), confidence=Confidence.HIGH)
EXITS = (
    Exit(id="xong", kind=ExitKind.DONE, text=SAID),
    Exit(id="quay", kind=ExitKind.HAND_OVER, text=SAID, counter="cong-an-xa"),
)


def step(key: str, ways: list[str]) -> Step:
    """A step with these ways: an action when there are two, else a question."""
    if len(ways) == 2:
        return Step(id=key, text=SAID, illustration="hand", next=ways[0], trouble=ways[1])
    return Step(id=key, text=SAID, illustration="hand", choices=tuple(Choice(label=SAID, to=way) for way in ways))


def guide(graph: dict[str, list[str]]) -> Guide:
    """A guide of that shape; it starts at the first node."""
    return Guide(
        id="thu", topic=Topic.VNEID, order=1, title=SAID, summary=SAID, illustration="hand", minutes=5,
        start=next(iter(graph)), steps=tuple(step(key, ways) for key, ways in graph.items()), exits=EXITS,
        status=STATUS,
    )  # fmt: skip


@st.composite
def forward_graphs(draw: st.DrawFn) -> dict[str, list[str]]:
    """Graphs whose ways only lead forward, so every walk ends."""
    size = draw(st.integers(1, 9))
    names = [f"b{n}" for n in range(size)]
    graph = {}
    for n, name in enumerate(names):
        ahead = [*names[n + 1 :], "xong", "quay"]
        graph[name] = draw(st.lists(st.sampled_from(ahead), min_size=2, max_size=4, unique=True))
    return graph


@st.composite
def any_graphs(draw: st.DrawFn) -> dict[str, list[str]]:
    """Graphs with circles, dead ends and nodes nobody reaches."""
    names = [f"b{n}" for n in range(draw(st.integers(1, 7)))]
    ends = [*names, "xong", "quay"]
    return {name: draw(st.lists(st.sampled_from(ends), min_size=0, max_size=3, unique=True)) for name in names}
