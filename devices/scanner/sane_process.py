"""One run of Debian's `scanimage`: its standard output as a stream, its end, its complaints. Knows no option."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import BinaryIO

from devices.errors import ScannerUnreachableError

PATIENCE_S = 5.0
"""How long a driver may take to let its device go before it is killed."""


class ScanimageRun:
    """A child process. Raises `ScannerUnreachableError` when the program is not there."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str]) -> None:
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the run
        try:
            self._process = subprocess.Popen(
                words, stdout=subprocess.PIPE, stderr=self._complaints, stdin=subprocess.DEVNULL, env=environment
            )
        except OSError as fault:
            self._complaints.close()
            raise ScannerUnreachableError(type(fault).__name__) from None

    @property
    def output(self) -> BinaryIO:
        """What it writes."""
        if self._process.stdout is None:
            raise ScannerUnreachableError("no output")
        return self._process.stdout  # type: ignore[return-value]

    def wait(self) -> tuple[int, str]:
        """Wait for its end: exit code, complaints."""
        code = self._process.wait()
        self._complaints.seek(0)
        return code, self._complaints.read().decode("utf-8", "replace")

    def end(self) -> None:
        """End it now, well or not; scanimage cancels the scan on SIGTERM."""
        if self._process.poll() is None:
            self._process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(PATIENCE_S)
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
        self._complaints.close()
