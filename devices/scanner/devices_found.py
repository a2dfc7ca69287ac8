"""The scanners this PC sees, asked of SANE's `scanimage` (all its drivers, also network ones it announces).

Finds names only. Looking takes seconds: some drivers ask the whole network.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

PATIENCE_S = 20.0
NAMES = ("scanimage", "-f", "%d%n")


def sane_scanners(words: Sequence[str] = NAMES, patience_s: float = PATIENCE_S) -> tuple[str, ...]:
    """SANE's device names; none where SANE is not there or hangs."""
    try:
        told = subprocess.run(words, capture_output=True, timeout=patience_s, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    lines = told.stdout.decode("utf-8", "replace").splitlines() if told.returncode == 0 else []
    return tuple(line.strip() for line in lines if ":" in line)
