"""The scanners this PC sees, asked of SANE's `scanimage` (all its drivers, also network ones it announces).

Finds names only. Looking takes seconds: some drivers ask the whole network.
"""

from __future__ import annotations

from collections.abc import Sequence

from devices.system import programs

PATIENCE_S = 20.0
NAMES = ("scanimage", "-f", "%d%n")


def sane_scanners(words: Sequence[str] = NAMES, patience_s: float = PATIENCE_S) -> tuple[str, ...]:
    """SANE's device names; none where SANE is not there or hangs."""
    lines = programs.told(words, patience_s).splitlines()
    return tuple(line.strip() for line in lines if ":" in line)
