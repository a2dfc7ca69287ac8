"""Has the visitor gone? 60 s of silence asks, 30 s more ends the visit (settings may change both).

Pure: the caller brings the clock (seconds, monotonic) and reports every touch.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class SilenceState(Enum):
    """PRESENT: nothing to do. ASKING: "are you still there?". GONE: end the visit."""

    PRESENT = auto()
    ASKING = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """The last sign of life and the two limits, all in seconds."""

    last_touch: float
    ask_after: float = 60.0
    end_after: float = 30.0

    def touched(self, now: float) -> Silence:
        """The same limits, counted anew from `now`."""
        return Silence(last_touch=now, ask_after=self.ask_after, end_after=self.end_after)

    def state(self, now: float) -> SilenceState:
        """Where the silence has got to."""
        silent = now - self.last_touch
        if silent < self.ask_after:
            return SilenceState.PRESENT
        return SilenceState.ASKING if silent < self.ask_after + self.end_after else SilenceState.GONE

    def seconds_left(self, now: float) -> int:
        """Whole seconds until the visit ends, rounded up; never negative."""
        left = self.last_touch + self.ask_after + self.end_after - now
        return max(0, -int(-left // 1))
