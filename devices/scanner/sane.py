"""A scanner behind SANE, through Debian's `scanimage`: a fault in a driver library ends that process and not ours.

Pages come by pipe and lie in no file: in batch mode scanimage writes `NAME.part` and renames it, so the names it
will use stand ready as links to its own standard output. Devices are not searched for unless none is named.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path

from devices.errors import ScannerError, ScannerPageLostError, ScannerUnreachableError
from devices.scanner.interface import InputSource, ScannedPage, ScannerStatus, ScannerTrouble, ScanSettings
from devices.scanner.resolution import page_of
from devices.scanner.sane_output import MOST_PAGES, fault_of, has_complained, pages_in
from devices.scanner.sane_process import EJECT_S, PATIENCE_S, SILENCE_S, ScanimageRun
from devices.scanner.sane_words import Chosen, Options, chosen, options_in, source_words
from devices.status import Readiness
from devices.system import programs

ASK_TIMEOUT_S = 20.0


class SaneScanner:
    """One device, such as `genesys:libusb:001:004`, `net:192.0.2.1:…`, or the first one when `device` is empty.

    `extra` are further words for scanimage (a driver's own options); `environment` is for tests.
    """

    def __init__(
        self,
        device: str = "",
        *,
        extra: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        program: str = "scanimage",
        silence_s: float = SILENCE_S,
    ) -> None:
        self._command = [program, *(["-d", device] if device else []), *extra]
        self._device = device
        self._silence_s = silence_s
        # English words and points in numbers, whatever the station's language is.
        self._environment = {**os.environ, **(environment or {}), "LC_ALL": "C"}
        self._options: Options | None = None
        self._running: ScanimageRun | None = None

    def status(self) -> ScannerStatus:
        """Open the device and let it go again; SANE says no more of a scanner at rest."""
        if self._running is not None:
            return ScannerStatus.troubled(ScannerTrouble.BUSY)
        try:
            options = self._ask()
        except ScannerError as fault:
            return ScannerStatus.troubled(ScannerTrouble.behind(fault))
        sources = frozenset(source_words(options)) or frozenset({InputSource.PLATEN})
        return ScannerStatus(readiness=Readiness.READY, sources=sources, model=self._device)

    def scan(self, settings: ScanSettings) -> Generator[ScannedPage, None, None]:
        """See `Scanner.scan`; a feeder is emptied in one run, so that no driver throws sheets out in between."""
        options = self._ask() if self._options is None else self._options
        asked = chosen(options, settings)
        words = [*self._command, *asked.words, "--format=pnm"]
        with tempfile.TemporaryDirectory(prefix="scan-") as folder:
            if settings.source is InputSource.FEEDER:
                for number in range(1, MOST_PAGES + 2):
                    Path(folder, f"{number}.part").symlink_to("/dev/stdout")
                words += [f"--batch={folder}/%d", f"--batch-count={MOST_PAGES + 1}"]
            self._running = ScanimageRun(words, self._environment, self._silence_s)
            try:
                yield from _pages(self._running, settings.source, asked)
            finally:
                self.close()

    def close(self) -> None:
        """End a scan that is under way."""
        if self._running is not None:
            self._running.end()
            self._running = None

    def _ask(self) -> Options:
        command = [*self._command, "-A"]
        try:
            told = programs.run(command, ASK_TIMEOUT_S, self._environment)
        except (OSError, subprocess.TimeoutExpired) as fault:
            raise ScannerUnreachableError(type(fault).__name__) from None
        if refusal := fault_of(told.returncode, told.stderr.decode("utf-8", "replace"), pages=1):
            raise refusal
        self._options = options_in(told.stdout.decode("utf-8", "replace"))
        return self._options


def _pages(run: ScanimageRun, source: InputSource, asked: Chosen) -> Iterator[ScannedPage]:
    """A feeder's pages as they come. The platen's one page only when the run ended well."""
    count, single, lost = 0, None, None
    try:
        for image in pages_in(run.output):
            count += 1
            single = page_of(image, asked.resolution, *asked.areas)
            if source is InputSource.FEEDER:
                yield single
    except ScannerPageLostError as cut_off:
        lost = cut_off
    code, said = run.wait(PATIENCE_S if lost else EJECT_S)
    if lost and code < 0 and not has_complained(said):
        raise lost
    if ended := fault_of(code, said, count) or lost:
        raise ended
    if single is not None and source is InputSource.PLATEN:
        yield single
