"""Removable volumes of Windows: which there are, and letting one go so that it can be pulled out.

Win32's own words: `GetLogicalDrives`, `GetDriveTypeW`, `QueryDosDeviceW`, `GetVolumeInformationW`; to let go, the
volume is locked, dismounted and ejected (`DeviceIoControl`). Nothing of it was seen on a real Windows.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """`device` names the volume anew whenever it is plugged in, `serial` is what its file system carries."""

    folder: Path
    device: str
    serial: int


if sys.platform == "win32":
    import ctypes
    import string
    from ctypes import wintypes

    _REMOVABLE = 2
    _READ_WRITE = 0xC0000000
    _SHARED = 0x3
    _OPEN_EXISTING = 3
    _INVALID = ctypes.c_void_p(-1).value
    _LOCK, _DISMOUNT, _EJECT = 0x00090018, 0x00090020, 0x002D4808
    """FSCTL_LOCK_VOLUME, FSCTL_DISMOUNT_VOLUME, IOCTL_STORAGE_EJECT_MEDIA (winioctl.h)."""
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateFileW.restype = ctypes.c_void_p
    _kernel.SetErrorMode(1)  # SEM_FAILCRITICALERRORS: an empty card reader is no question to the visitor

    def removable_volumes() -> list[Volume]:
        """Every removable volume with a medium in it."""
        letters = _kernel.GetLogicalDrives()
        names = [letter for place, letter in enumerate(string.ascii_uppercase) if letters >> place & 1]
        found = (_volume(name) for name in names if _kernel.GetDriveTypeW(f"{name}:\\") == _REMOVABLE)
        return [volume for volume in found if volume is not None]

    def let_go(volume: Volume) -> bool:
        """Dismount it and hand it out. False when a program still holds a file of it."""
        name = f"\\\\.\\{volume.folder.drive}"
        opened = _kernel.CreateFileW(name, _READ_WRITE, _SHARED, None, _OPEN_EXISTING, 0, None)
        if opened in {None, _INVALID}:
            return False
        held = ctypes.c_void_p(opened)
        try:
            done = _control(held, _LOCK) and _control(held, _DISMOUNT)
            if done:
                _control(held, _EJECT)  # a reader of memory cards has nothing to hand out
            return done
        finally:
            _kernel.CloseHandle(held)

    def _volume(letter: str) -> Volume | None:
        root, device = f"{letter}:\\", ctypes.create_unicode_buffer(1024)
        serial = wintypes.DWORD()
        nothing = (None, 0)
        if not _kernel.GetVolumeInformationW(root, *nothing, ctypes.byref(serial), None, None, *nothing):
            return None
        _kernel.QueryDosDeviceW(f"{letter}:", device, len(device))
        return Volume(folder=Path(root), device=device.value, serial=serial.value)

    def _control(held: ctypes.c_void_p, word: int) -> bool:
        given = wintypes.DWORD()
        return bool(_kernel.DeviceIoControl(held, word, None, 0, None, 0, ctypes.byref(given), None))

else:

    def removable_volumes() -> list[Volume]:
        """None: Linux tells of its mounts instead."""
        return []

    def let_go(volume: Volume) -> bool:
        """No volume of this kind is there to let go."""
        del volume
        return False
