"""A plugin of pytest for the Python under Wine: a test that calls a program of Linux is skipped and names it.

Which programs those are stands in `unit_tests.toml`; a program that is missing and not named there fails its test.
"""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path, PurePath

import pytest

LINUX_ONLY = frozenset(tomllib.loads((Path(__file__).parent / "unit_tests.toml").read_text("utf-8"))["programs"])


class _Popen(subprocess.Popen):  # type: ignore[type-arg]
    def __init__(self, args: object, *more: object, **named: object) -> None:
        words = args if isinstance(args, (list, tuple)) else [args]
        if (name := PurePath(str(words[0])).stem) in LINUX_ONLY:
            self.returncode = None  # asked for when this half-made object is let go
            pytest.skip(f"Wine has no {name}")
        super().__init__(args, *more, **named)  # type: ignore[call-overload]


def pytest_configure(config: pytest.Config) -> None:
    """From here on every process is begun through the one above."""
    subprocess.Popen = _Popen  # type: ignore[misc]
