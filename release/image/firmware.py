"""Firmware that no driver of the image's kernel asks for is left out: half of what Debian's packages bring.

They hold files for older kernels, phones, routers and servers beside those of an office PC.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from release.image.chroot import inside

PLACE = "usr/lib/firmware"
NAMED_WHEN_RUNNING = (
    *("ath10k/QCA6174/*", "ath10k/QCA9377/*", "ath11k/QCA6390/*", "ath11k/WCN6855/*", "iwlwifi-*.pnvm"),
    *("amdgpu/*", "radeon/*", "nvidia/*", "regulatory.db*", "intel/dsp_fw_*", "intel/fw_sst_*", "intel/sof*/*"),
    *("rtl_nic/*", "rtlwifi/*", "rtw88/*", "rtw89/*", "brcm/brcmfmac*-pcie*", "cypress/*-pcie*"),
)
"""What these drivers load they put together from the device's own numbers, so `modinfo` does not tell it."""
NAMES = "find /lib/modules -name '*.ko*' -exec modinfo -F firmware {} + | sort -u"


def leave_out_firmware(tree: Path, stamp: int) -> int:
    """Bytes that were left out. Processors' microcode goes too: the initrd, made before, holds it. Needs root."""
    return keep_only(tree / PLACE, inside(tree, NAMES, stamp=stamp).split())


def keep_only(firmware: Path, names: list[str]) -> int:
    """Remove what neither `names` (globs below it) nor `NAMED_WHEN_RUNNING` has; links keep what they name."""
    fixed = {name for name in names if "*" not in name}
    patterns = [*NAMED_WHEN_RUNNING, *(name for name in names if "*" in name)]
    files = [path for path in sorted(firmware.rglob("*")) if path.is_symlink() or path.is_file()]
    named = [path for path in files if _is_named(path.relative_to(firmware).as_posix(), fixed, patterns)]
    kept = {step for path in named for step in _followed(path)}
    gone = [path for path in files if path not in kept]
    size = sum(path.lstat().st_size for path in gone)
    for path in gone:
        path.unlink()
    for folder in sorted(firmware.rglob("*"), reverse=True):
        if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
            folder.rmdir()
    return size


def _is_named(name: str, fixed: set[str], patterns: list[str]) -> bool:
    return name in fixed or any(fnmatch(name, pattern) for pattern in patterns)


def _followed(path: Path) -> Iterator[Path]:
    """The path, and each that a link on the way to its file names."""
    yield path
    while path.is_symlink():
        path = Path(os.path.normpath(path.parent / path.readlink()))
        yield path
