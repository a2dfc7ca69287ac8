"""What all faults of a device are."""

from __future__ import annotations

from typing import ClassVar


class DeviceError(Exception):
    """A device did not do what was asked. `code` is a key of `config/failures.toml`."""

    code: ClassVar[str] = "device.failed"
