"""This PC: disk and swap, who may read its secrets, fonts and templates, sound, and whether the screen was
measured."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from devices.system.rights import others_may_read
from kiosk import disk
from kiosk.doctor.examination import READY, Found, attention, broken, ready
from kiosk.settings import DisplaySettings, SoundSettings

TIGHT_MB, FULL_MB = 1_000, 150
UNMEASURED = 3.78
"""The shipped default: 96 dots an inch, which hardly any screen has."""
FONTS = ("BeVietnamPro-Regular.ttf", "BeVietnamPro-Bold.ttf")


def examine_disk(state: Path, system: Path = Path("/")) -> Found:
    """Room where the station writes, that it may write there, and that nothing in memory is written to a disk in
    clear."""
    try:
        state.mkdir(parents=True, exist_ok=True)
        _write_and_remove(state / ".doctor")
        free = shutil.disk_usage(state).free // 1_000_000
    except OSError as fault:
        return broken(disk.CODE if disk.says_full(fault) else "doctor.disk-unwritable")
    if free < FULL_MB:
        return broken("doctor.disk-low", free_mb=free)
    if free < TIGHT_MB:
        return attention("doctor.disk-low", free_mb=free)
    return attention("doctor.swap-open") if swaps_in_clear(system) else ready(free_mb=free)


def swaps_in_clear(system: Path = Path("/")) -> tuple[str, ...]:
    """Swap files and partitions of a running Linux below `system` that are neither encrypted nor in memory (zram)."""
    try:
        rows = (system / "proc/swaps").read_text(encoding="utf-8").splitlines()[1:]
    except OSError:
        return ()
    named = [row.split()[0] for row in rows if row.strip()]
    return tuple(name for name in named if not _is_safe_swap(name, system))


def _is_safe_swap(name: str, system: Path) -> bool:
    """By the kernel's own names; a file is as safe as its disk, which is not known here, so it counts as open."""
    device = Path(name).name
    if device.startswith("zram"):
        return True
    try:
        made_by = (system / "sys/block" / device / "dm/uuid").read_text(encoding="ascii")
    except (OSError, ValueError):
        return False
    return made_by.startswith("CRYPT-")


def _write_and_remove(probe: Path) -> None:
    try:
        probe.write_bytes(b"x")
    finally:
        probe.unlink(missing_ok=True)


def examine_rights(secrets: Sequence[Path]) -> Found:
    """Whether each file of PINs and keys that is there may be read by its owner alone."""
    there = [path for path in secrets if path.exists()]
    try:
        open_ones = [path for path in there if others_may_read(path)]
    except OSError:
        return attention("doctor.rights-unknown")
    return broken("doctor.rights-open", secrets=len(open_ones)) if open_ones else ready(secrets=len(there))


def examine_fonts(assets: Path) -> Found:
    """Every template and the fonts the screens and papers are set in."""
    fonts = {path.name for path in (assets / "fonts").rglob("*.ttf")}
    templates = list((assets / "templates").glob("*.typ"))
    missing = [name for name in FONTS if name not in fonts]
    if missing or not templates:
        return broken("doctor.fonts-missing", missing=len(missing))
    return ready(fonts=len(fonts), templates=len(templates))


def examine_sound(settings: SoundSettings, *, has_voice: bool, has_card: bool) -> Found:
    """Whether there is a Vietnamese voice, and something to hear it by; a station may also be silent on purpose."""
    if not settings.enabled:
        return ready(sound="off")
    if not has_voice:
        return attention("doctor.voice-missing")
    return READY if has_card else attention("doctor.sound-missing")


def examine_screen(settings: DisplaySettings) -> Found:
    """Whether the ruler screen was used; sizes are promised in millimetres."""
    scale = settings.pixels_per_millimetre
    return attention("doctor.screen-unmeasured") if scale == UNMEASURED else ready(pixels_per_millimetre=scale)
