"""Who beside a file's owner may read it: its mode on POSIX, its access control list on Windows.

Windows' list is read as text (SDDL, MS-DTYP 2.5.1): what is allowed to everybody, to all who signed in, to guests. A
file without a list is everybody's. Changes nothing: on Windows the installer gives a station's folder its list.
"""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

EVERYBODY = frozenset({"WD", "AU", "BU", "BG", "AN", "IU", "LG", "S-1-1-0", "S-1-5-11", "S-1-5-32-545"})
"""Everyone, authenticated and built-in users, guests, anonymous and interactive ones (MS-DTYP 2.5.1.1), and how
three of them are spelt as numbers."""
_ENTRY = re.compile(
    r"\((?P<kind>[^;()]*);(?P<flags>[^;()]*);(?P<rights>[^;()]*);[^;()]*;[^;()]*;(?P<who>[^;()]*)[^()]*\)"
)
_READING_WORDS = ("GA", "GR", "FA", "FR")
_FILE_READ_DATA, _GENERIC_READ, _GENERIC_ALL = 0x1, 0x80000000, 0x10000000


def others_may_read(path: Path) -> bool:
    """Whether anybody beside the owner, his group and the administrators may read it. Raises `OSError`."""
    if sys.platform == "win32":
        opened = opens_to_others(_listed(path))
    else:
        opened = bool(path.stat().st_mode & stat.S_IROTH)
    return opened


def opens_to_others(descriptor: str) -> bool:
    """Whether a security descriptor as text lets everybody read. An entry that refuses is not weighed against one
    that allows: a list of ours holds none."""
    dacl = re.search(r"D:(?P<entries>[^()]*(?:\([^()]*\))*)", descriptor)
    if dacl is None or "NO_ACCESS_CONTROL" in dacl["entries"]:
        return True
    return any(
        entry["kind"] == "A" and "IO" not in entry["flags"] and entry["who"] in EVERYBODY and _reads(entry["rights"])
        for entry in _ENTRY.finditer(dacl["entries"])
    )


def _reads(rights: str) -> bool:
    if rights.startswith("0x"):
        return bool(int(rights, 16) & (_FILE_READ_DATA | _GENERIC_READ | _GENERIC_ALL))
    return any(rights[place : place + 2] in _READING_WORDS for place in range(0, len(rights), 2))


if sys.platform == "win32":
    import ctypes

    _DACL, _SDDL = 0x4, 1
    _security = ctypes.WinDLL("advapi32", use_last_error=True)
    _kernel = ctypes.WinDLL("kernel32")

    def _listed(path: Path) -> str:
        """The file's access control list as text."""
        size = ctypes.c_ulong()
        _security.GetFileSecurityW(str(path), _DACL, None, 0, ctypes.byref(size))
        held = ctypes.create_string_buffer(size.value)
        if not _security.GetFileSecurityW(str(path), _DACL, held, size, ctypes.byref(size)):
            raise ctypes.WinError(ctypes.get_last_error())
        text = ctypes.c_wchar_p()
        convert = _security.ConvertSecurityDescriptorToStringSecurityDescriptorW
        if not convert(held, _SDDL, _DACL, ctypes.byref(text), None):
            raise ctypes.WinError(ctypes.get_last_error())
        told = text.value or ""
        _kernel.LocalFree(text)
        return told
