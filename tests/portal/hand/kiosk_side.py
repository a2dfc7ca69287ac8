"""The portal's program as the kiosk starts it: a child under an ordinary user id, with practice portals behind the
names, and where it is wanted with a hand on its window.
"""

from __future__ import annotations

import os
import select
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

from tests.portal.hand.started import ROOT, Home, as_ordinary, environment_of
from tests.portal.standins import hosts

FRAMEWORKS = ROOT / "build" / "portal" / "node_modules"
PATIENCE_S = 120.0
"""Until a hand has come to the window; it comes when the program starts."""


def command(port: int, home: Home, hand: Path | None = None) -> tuple[str, ...]:
    """How it is started; the practice portals listen on `port` of loopback, `hand` is a socket that waits for it."""
    runs = ["-m", "tests.portal.hand.inside", str(hand), "ui.portal"] if hand else ["-m", "ui.portal"]
    words = ["--hosts", ",".join(hosts.PORTALS), "--stand-in", f"127.0.0.1:{port}", "--windowed"]
    own = [f"{name}={value}" for name, value in environment_of(home).items()]
    return (*as_ordinary(), "env", "-i", *own, sys.executable, "-P", *runs, *words)


@dataclass(slots=True)
class FarWindow:
    """A window whose program somebody else has started; what a `Person` needs to use it."""

    home: Path
    hand: TextIO

    def complaints(self) -> str:
        """They are with whoever started it."""
        return ""


class Hands:
    """Where the hands of several programs come to, one after the other."""

    def __init__(self, home: Home) -> None:
        self._home = home.folder
        self.place = home.folder / "hand"
        self._ear = socket.socket(socket.AF_UNIX)
        self._ear.bind(str(self.place))
        self.place.chmod(0o666)
        self._ear.listen()
        self._ear.settimeout(PATIENCE_S)

    @contextmanager
    def newest(self) -> Iterator[FarWindow]:
        """The window of the program that was started last; those that stood by before it are gone."""
        connection, _ = self._ear.accept()
        while select.select([self._ear], [], [], 0)[0]:
            connection.close()
            connection, _ = self._ear.accept()
        connection.settimeout(PATIENCE_S)
        with connection, connection.makefile("rw", encoding="utf-8") as hand:
            yield FarWindow(home=self._home, hand=hand)

    def close(self) -> None:
        """Nobody is waited for any more."""
        self._ear.close()
        self.place.unlink()


def is_there() -> bool:
    """Whether this environment has the browser, and the system what the practice portals need."""
    return find_spec("PySide6.QtWebEngineCore") is not None and FRAMEWORKS.is_dir() and os.name == "posix"
