"""One run of Debian's `scanimage`: its standard output as a stream, its end, its complaints. Knows no option.

A driver that stops its reader thread within malloc (sanei_thread cancels it wherever it is) never returns from
`sane_cancel`: seen once in 200 runs of the test backend, after scanimage had said what the matter was.
"""

from __future__ import annotations

import io
import os
import select
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import IO, TYPE_CHECKING, BinaryIO

from devices.errors import ScannerPageLostError, ScannerUnreachableError
from devices.scanner.sane_output import has_complained

if TYPE_CHECKING:
    from typing_extensions import Buffer

SILENCE_S = 120.0
"""Between two bytes: a cold lamp warms up for a minute."""
EJECT_S = 60.0
"""After the last byte: the carriage drives home, the feeder throws the sheet out."""
PATIENCE_S = 5.0
"""How long a driver may take to let its device go before it is killed."""
LOOK_S = 0.25
"""How often a silent program's complaints are looked at."""
MOST_SAID = 65_536
"""Bytes of complaints looked at while it runs: 200 sheets make 15,000."""


class _PatientPipe(io.RawIOBase):
    """A pipe whose silence ends: a driver that hangs would hold the worker for ever.

    `complaints` is what the program says beside it; after a complaint the silence ends sooner.
    """

    def __init__(self, pipe: IO[bytes], complaints: IO[bytes], silence_s: float) -> None:
        self._pipe = pipe
        self._complaints = complaints
        self._silence_s = silence_s

    def readable(self) -> bool:
        """Always: `io.BufferedReader` refuses a raw stream that does not say so."""
        return True

    def readinto(self, buffer: Buffer) -> int:
        """What there is, or `ScannerPageLostError` when nothing comes in time."""
        waited = 0.0
        while not select.select([self._pipe], [], [], LOOK_S)[0]:
            waited += LOOK_S
            if waited >= self._patience_s():
                raise ScannerPageLostError(f"no data for {waited:g} s")
        part = os.read(self._pipe.fileno(), len(memoryview(buffer)))
        memoryview(buffer)[: len(part)] = part
        return len(part)

    def _patience_s(self) -> float:
        # pread: the child writes at the offset that both share.
        said = os.pread(self._complaints.fileno(), MOST_SAID, 0).decode("utf-8", "replace")
        return min(PATIENCE_S, self._silence_s) if has_complained(said) else self._silence_s


class ScanimageRun:
    """A child process. Raises `ScannerUnreachableError` when the program is not there."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str], silence_s: float = SILENCE_S) -> None:
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the run
        try:
            self._process = subprocess.Popen(
                words, stdout=subprocess.PIPE, stderr=self._complaints, stdin=subprocess.DEVNULL, env=environment
            )
        except OSError as fault:
            self._complaints.close()
            raise ScannerUnreachableError(type(fault).__name__) from None

        pipe = self._process.stdout
        if pipe is None:
            raise ScannerUnreachableError("no output")
        self._pipe: IO[bytes] = pipe
        self.output: BinaryIO = io.BufferedReader(_PatientPipe(pipe, self._complaints, silence_s), 1 << 16)
        """What it writes; reading raises `ScannerPageLostError` after a long silence."""

    def wait(self, seconds: float) -> tuple[int, str]:
        """Wait for its end, not for ever: exit code (negative when it had to be ended), complaints."""
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._stop()
            code = self._process.returncode
        self._complaints.seek(0)
        return code, self._complaints.read().decode("utf-8", "replace")

    def end(self) -> None:
        """End the process: ask it, and kill it when it does not go."""
        self._stop()
        self._pipe.close()
        self._complaints.close()

    def _stop(self) -> None:
        """scanimage cancels the scan on SIGTERM."""
        if self._process.poll() is None:
            self._process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(PATIENCE_S)
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
