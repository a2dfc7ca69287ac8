"""Programs of this PC, each asked once and waited for.

Nothing is handed in, and on Windows none opens a console over the kiosk's window.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence

from devices.system.pipes import NO_WINDOW


def run(
    words: Sequence[str], patience_s: float, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The program's end and what it printed. Raises `OSError` where it is not there or cannot be started, and
    `subprocess.TimeoutExpired` after so many seconds, when it has been ended."""
    return subprocess.run(
        words,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=patience_s,
        check=False,
        env=environment,
        creationflags=NO_WINDOW,
    )


def told(words: Sequence[str], patience_s: float) -> str:
    """What a program prints that ends well; nothing where it is not there, hangs or fails."""
    try:
        done = run(words, patience_s)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
