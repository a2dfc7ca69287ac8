"""What can go wrong with a person's USB stick."""

from __future__ import annotations

from devices.errors.device import DeviceError


class StickError(DeviceError):
    """Anything between this computer and the person's USB stick."""

    code = "stick.failed"


class StickAbsentError(StickError):
    """No stick is plugged in, or it was pulled out before it was done."""

    code = "stick.absent"


class StickLeftBehindError(StickError):
    """The only stick there was plugged in before this visit began: it may be somebody else's."""

    code = "stick.left-behind"


class StickFullError(StickError):
    """Not enough room (ENOSPC, EDQUOT)."""

    code = "stick.full"


class StickReadOnlyError(StickError):
    """It takes no files: its switch is on, or it is mounted so (EROFS, EACCES)."""

    code = "stick.read-only"


class StickSpoiledError(StickError):
    """What was read back is not what was written."""

    code = "stick.spoiled"


class StickBusyError(StickError):
    """The files are whole, but the stick could not be unmounted."""

    code = "stick.busy"
