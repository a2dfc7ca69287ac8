"""A program of ours in a process of its own, spoken to through its standard input and output, each time with a
deadline. It ends with its input, so nothing outlives the program that started it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import NoReturn

from devices.system import pipes
from kiosk import paths


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
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=pipes.NO_WINDOW,
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
            try:
                taken = pipes.write_some(stream.fileno(), left, self._left(until))
            except OSError:
                raise ProcessEndedError from None
            if not taken:
                self._too_slow()
            left = left[taken:]

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
            made += self._some(size - len(made), until)
        return bytes(made)

    def kill(self) -> None:
        """At once, from any thread; whoever waits for an answer is told that there is none."""
        self._process.kill()

    def close(self) -> None:
        """End the process and everything it held."""
        self._process.kill()  # before the pipes: Windows closes none that is being written
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    pass
        self._process.wait()

    def _some(self, most: int, until: float) -> bytes:
        stream = self._process.stdout
        if stream is None or stream.closed:
            raise ProcessEndedError
        found = pipes.read_some(stream.fileno(), most, self._left(until))
        if found is None:
            self._too_slow()
        if not found:
            raise ProcessEndedError
        return found

    def _left(self, until: float) -> float:
        """Seconds until then. Raises `ProcessSlowError` when it is over, and ends the process."""
        left = until - time.monotonic()
        if left <= 0:
            self._too_slow()
        return left

    def _too_slow(self) -> NoReturn:
        self.close()
        raise ProcessSlowError
