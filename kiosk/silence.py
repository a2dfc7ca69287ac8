"""Has the visitor gone? 60 s of silence asks, 30 s more ends the visit; a longest time ends it whatever happens, for
a key that is held down or a bag on the glass says nothing about a person (settings may change all three).

Pure: the caller brings the clock (seconds, monotonic) and reports every touch.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

LAST_CALL_S: Final = 300.0
"""So long before the longest time is over the person is told; at most a third of that time."""


class SilenceState(Enum):
    """PRESENT: nothing to do. LAST_CALL: the longest time is nearly over. ASKING: "are you still there?". GONE: end
    the visit."""

    PRESENT = auto()
    LAST_CALL = auto()
    ASKING = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """When the visit began, the last sign of life and the three limits, all in seconds."""

    last_touch: float
    ask_after: float = 60.0
    end_after: float = 30.0
    begun: float = 0.0
    longest: float = math.inf

    def begins(self, now: float) -> Silence:
        """The same limits, for a visit that begins now."""
        return replace(self, last_touch=now, begun=now)

    def touched(self, now: float) -> Silence:
        """The same limits and visit, the silence counted anew from `now`."""
        return replace(self, last_touch=now)

    def state(self, now: float) -> SilenceState:
        """Where the silence has got to."""
        silent, rest = now - self.last_touch, self._rest(now)
        if silent >= self.ask_after + self.end_after or rest <= 0:
            return SilenceState.GONE
        if silent >= self.ask_after:
            return SilenceState.ASKING
        return SilenceState.LAST_CALL if rest <= min(LAST_CALL_S, self.longest / 3) else SilenceState.PRESENT

    def seconds_left(self, now: float) -> int:
        """Whole seconds until the visit ends if nobody touches anything, rounded up; never negative."""
        left = min(self.last_touch + self.ask_after + self.end_after - now, self._rest(now))
        return max(0, math.ceil(left))

    def seconds_at_most(self, now: float) -> int:
        """Whole seconds until the visit ends whatever anybody does; only of a visit that has a longest time."""
        return max(0, math.ceil(self._rest(now)))

    def _rest(self, now: float) -> float:
        return self.begun + self.longest - now
