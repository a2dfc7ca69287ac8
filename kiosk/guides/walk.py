"""One person's way through a guide: where they are, how they came, what comes next. Immutable; free of Qt.

Holds no answer about the person beyond which way was taken, and only as long as somebody keeps the walk.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.guides.guide import Exit, Guide, Step
from kiosk.i18n import Text


class WayKind(Enum):
    """What a way out of a step means."""

    WORKED = "worked"
    TROUBLE = "trouble"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way out of a step; `label` is None where the screen has its own word ("Xong", "Không được")."""

    kind: WayKind
    label: Text | None
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideWalk:
    """A walk. `trail` names the steps taken and, last, where the person is now."""

    guide: Guide
    trail: tuple[str, ...]

    @classmethod
    def start(cls, guide: Guide) -> GuideWalk:
        """A walk at the first step."""
        return cls(guide=guide, trail=(guide.start,))

    @property
    def current(self) -> Step | Exit:
        """The step or exit the person is at. The guide must have passed `check_guide`."""
        key = self.trail[-1]
        here = self.guide.step(key) or self.guide.exit(key)
        if here is None:
            raise LookupError(f"guide {self.guide.id} has no node {key}")
        return here

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways on, in the order of the screen; none at an exit."""
        here = self.current
        if isinstance(here, Exit):
            return ()
        answers = [Way(kind=WayKind.ANSWER, label=choice.label, to=choice.to) for choice in here.choices]
        worked = [Way(kind=WayKind.WORKED, label=None, to=here.next)] if here.next else []
        trouble = [Way(kind=WayKind.TROUBLE, label=None, to=here.trouble)] if here.trouble else []
        return (*worked, *answers, *trouble)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step to go back to."""
        return len(self.trail) > 1

    @property
    def number(self) -> int:
        """Number of this step, from 1."""
        return len(self.trail)

    @property
    def count(self) -> int:
        """Number of the last step if each from here works, or gets its first answer; another way changes it."""
        walk = self
        while walk.ways:
            walk = walk.choose(walk.ways[0])
        return walk.number - 1

    def choose(self, way: Way) -> GuideWalk:
        """The walk one step on. A way that does not lead from here (an old touch) changes nothing."""
        if way not in self.ways:
            return self
        return GuideWalk(guide=self.guide, trail=(*self.trail, way.to))

    def back(self) -> GuideWalk:
        """The walk one step back; at the start it stays."""
        return GuideWalk(guide=self.guide, trail=self.trail[:-1]) if self.can_go_back else self
