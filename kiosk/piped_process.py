"""A program of ours in a process of its own, spoken to through its standard input and output, each time with a
deadline. It ends with its input, so nothing outlives the program that started it."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Final

from kiosk import paths

LARGEST_STEP: Final = 65_536


class ProcessEndedError(Exception):
    """It died, or closed its pipe."""


class ProcessSlowError(Exception):
    """No sign within the deadline; it was ended."""


def command(module: str, packed: str) -> Sequence[str]:
    """What starts `module` from the sources, or the command `packed` of the packed program."""
    return (sys.executable, packed) if paths.is_installed() else (sys.executable, "-P", "-m", module)


class PipedProcess:
    """One process. For one thread; `kill` from any, `close` may be called twice."""

    def __init__(self, command: Sequence[str]) -> None:
        """Raises `OSError` where it cannot be started."""
        environment = {**os.environ, "PYTHONPATH": str(paths.root())}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )

    @property
    def pid(self) -> int:
        """Of the process, for who measures it."""
        return self._process.pid

    def write(self, data: bytes, until: float) -> None:
        """All of it, by this time of `time.monotonic`. Raises `ProcessEndedError`, `ProcessSlowError`."""
        stream, left = self._process.stdin, memoryview(data)
        while left:
            if stream is None or stream.closed:
                raise ProcessEndedError
            self._wait(stream.fileno(), until, writing=True)
            try:
                left = left[os.write(stream.fileno(), left[:LARGEST_STEP]) :]
            except OSError:
                raise ProcessEndedError from None

    def line(self, until: float) -> bytes:
        """One line with its end. Raises like `write`."""
        made = bytearray()
        while not made.endswith(b"\n"):
            made += self._some(1, until)
        return bytes(made)

    def read(self, size: int, until: float) -> bytes:
        """So many bytes. Raises like `write`."""
        made = bytearray()
        while len(made) < size:
            made += self._some(min(size - len(made), LARGEST_STEP), until)
        return bytes(made)

    def kill(self) -> None:
        """At once, from any thread; whoever waits for an answer is told that there is none."""
        self._process.kill()

    def close(self) -> None:
        """End the process and everything it held."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    pass
        self._process.kill()
        self._process.wait()

    def _some(self, most: int, until: float) -> bytes:
        stream = self._process.stdout
        if stream is None or stream.closed:
            raise ProcessEndedError
        self._wait(stream.fileno(), until)
        if not (found := os.read(stream.fileno(), most)):
            raise ProcessEndedError
        return found

    def _wait(self, descriptor: int, until: float, *, writing: bool = False) -> None:
        read, write = ([], [descriptor]) if writing else ([descriptor], [])
        left = until - time.monotonic()
        if left <= 0 or not any(select.select(read, write, [], left)):
            self.close()
            raise ProcessSlowError
