"""What can go wrong with opening this PC's devices to the other PC of the help point."""

from __future__ import annotations

from devices.errors.device import DeviceError


class SharingRefusedError(DeviceError):
    """The system did not open the queue and the line to the local network, or did not close them."""

    code = "sharing.refused"
