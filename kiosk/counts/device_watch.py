"""DeviceFamily uptime and troubles as counts: how often a look found a device ready, and each trouble when it begins.

Looks at nothing itself: whoever asks a device for its state (a status loop, the doctor, a print) tells it here.
"""

from __future__ import annotations

from collections.abc import Callable

from devices.status import DeviceFamily, Readiness
from kiosk.counts.events import EventCounts, EventKind

EVERY_S = 600.0
"""One look in ten minutes counts, so that uptime is a share of time and not of how often somebody asked."""


class DeviceWatch:
    """One for a station. `clock` is monotonic seconds."""

    def __init__(self, counter: EventCounts, clock: Callable[[], float]) -> None:
        self._counter = counter
        self._clock = clock
        self._counted: dict[DeviceFamily, float] = {}
        self._trouble: dict[DeviceFamily, str] = {}

    def saw(self, device: DeviceFamily, readiness: Readiness, code: str = "") -> None:
        """A look at a device: its state, and the failure code of its trouble if it has one."""
        if code and code != self._trouble.get(device):
            self._counter.count(EventKind.DEVICE_TROUBLE, code)
        self._trouble[device] = code
        now = self._clock()
        if device not in self._counted or now - self._counted[device] >= EVERY_S:
            self._counted[device] = now
            self._counter.count(EventKind.DEVICE_CHECKED, f"{device.value}/{readiness.value}")
