"""A scanner behind Windows Image Acquisition, such as one on a USB cable, through a small program of ours (`wia.c`).

A fault of the scanner's driver ends that program and not this one; it also ends by itself when the driver is silent
for two minutes. Pages come by pipe and lie in no file. Nothing of it was seen on a real Windows; Wine has no scanner.
"""

from __future__ import annotations

import subprocess
from collections.abc import Generator, Sequence

from devices.errors import ScannerError, ScannerPageLostError, ScannerUnreachableError
from devices.scanner.interface import InputSource, ScannedPage, ScannerStatus, ScannerTrouble, ScanSettings
from devices.scanner.resolution import page_of
from devices.scanner.sane_output import fault_of, pages_in
from devices.status import Readiness
from devices.system import programs
from devices.system.pipes import NO_WINDOW
from devices.system.places import beside_program

PROGRAM = "kiosk-dvc-wia"
ASK_TIMEOUT_S = 30.0
EJECT_S = 60.0
"""After the last byte: the carriage drives home, the feeder throws the sheet out."""


def wia_scanners(program: Sequence[str] | None = None) -> tuple[str, ...]:
    """The IDs of the scanners Windows knows; none where the program is not there or hangs."""
    try:
        told = _asked([*(program or _program()), "--list"])
    except ScannerError:
        return ()
    return tuple(line.partition("\t")[0] for line in told.splitlines() if line.strip())


class WiaScanner:
    """One scanner by its ID, or the first one when `device` is empty; `program` is for tests."""

    def __init__(self, device: str = "", *, program: Sequence[str] | None = None) -> None:
        self._device = [device] if device else []
        self._program = list(program or _program())
        self._running: subprocess.Popen[bytes] | None = None

    def status(self) -> ScannerStatus:
        """Open the scanner and ask which sources it has; Windows says no more of a scanner at rest."""
        if self._running is not None:
            return ScannerStatus.troubled(ScannerTrouble.BUSY)
        try:
            told = _asked([*self._program, "--ask", *self._device]).split()
        except ScannerError as fault:
            return ScannerStatus.troubled(ScannerTrouble.behind(fault))
        sources = frozenset(source for source in InputSource if source.value in told)
        return ScannerStatus(readiness=Readiness.READY, sources=sources, model=next(iter(self._device), ""))

    def scan(self, settings: ScanSettings) -> Generator[ScannedPage, None, None]:
        """See `Scanner.scan`; the program asks a feeder for all its sheets in one transfer."""
        asked = [settings.source.value, str(settings.resolution), settings.color_mode.value]
        try:
            run = subprocess.Popen(
                [*self._program, *asked, *self._device],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=NO_WINDOW,
            )
        except OSError as fault:
            raise ScannerUnreachableError(type(fault).__name__) from None
        self._running = run
        try:
            yield from _pages(run, settings.resolution)
        finally:
            self.close()

    def close(self) -> None:
        """End a scan that is under way."""
        if self._running is not None:
            run, self._running = self._running, None
            run.kill()
            run.wait()
            if run.stdout is not None:
                run.stdout.close()


def _program() -> tuple[str, ...]:
    return (beside_program(PROGRAM),)


def _asked(words: Sequence[str]) -> str:
    """What the program answers. Raises `ScannerError` for what it ends with."""
    try:
        told = programs.run(words, ASK_TIMEOUT_S)
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise ScannerUnreachableError(type(fault).__name__) from None
    if refusal := fault_of(told.returncode, "", pages=1):
        raise refusal
    return told.stdout.decode("utf-8", "replace")


def _pages(run: subprocess.Popen[bytes], asked: int) -> Generator[ScannedPage, None, None]:
    """Each page once it is whole; a page that is cut off is told by how the program ended, where it says."""
    count, lost = 0, None
    assert run.stdout is not None
    try:
        for image in pages_in(run.stdout):
            count += 1
            yield page_of(image, asked)
    except ScannerPageLostError as cut_off:
        lost = cut_off
    try:
        code = run.wait(EJECT_S)
    except subprocess.TimeoutExpired:
        raise lost or ScannerPageLostError("the driver does not let its scanner go") from None
    if lost and not code:  # it ended well and gave no whole page: not an empty feeder
        raise lost
    if ended := fault_of(code, "", count) or lost:
        raise ended
