"""Windows' scanners through the small program of ours, played by a script that writes and ends as it does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from devices.errors import (
    ScannerBusyError,
    ScannerCoverOpenError,
    ScannerError,
    ScannerJamError,
    ScannerNoDocumentsError,
    ScannerPageLostError,
    ScannerUnreachableError,
)
from devices.scanner.interface import ColorMode, InputSource, ScannerTrouble, ScanSettings
from devices.scanner.wia import WiaScanner, wia_scanners

PAGE = "b'P6\\n4 3\\n255\\n' + bytes(range(36))"
FEEDER = ScanSettings(source=InputSource.FEEDER, resolution=300, color_mode=ColorMode.GRAYSCALE8)


def playing(folder: Path, lines: str, ends: int = 0) -> tuple[str, ...]:
    """A program that does so, its words in `said`."""
    script = folder / "wia.py"
    script.write_text(f"import sys, time\nout = sys.stdout.buffer\n{lines}\nout.flush()\nsys.exit({ends})\n", "utf-8")
    return (sys.executable, "-I", str(script))


def test_every_page_of_the_feeder_comes_with_what_was_asked_for_it(tmp_path: Path) -> None:
    program = playing(
        tmp_path, f"assert sys.argv[1:] == ['Feeder', '300', 'Grayscale8', 'ID']\nout.write(({PAGE}) * 2)"
    )
    pages = list(WiaScanner("ID", program=program).scan(FEEDER))
    assert [(page.image.size, page.image.tobytes()[:3], page.resolution) for page in pages] == [
        ((4, 3), bytes([0, 1, 2]), 300)
    ] * 2


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (3, ScannerBusyError),
        (4, ScannerUnreachableError),
        (6, ScannerJamError),
        (7, ScannerNoDocumentsError),
        (8, ScannerCoverOpenError),
        (9, ScannerError),
    ],
)
def test_what_the_program_ends_with_is_the_fault(tmp_path: Path, code: int, fault: type[ScannerError]) -> None:
    with pytest.raises(fault):
        list(WiaScanner(program=playing(tmp_path, "", code)).scan(ScanSettings()))


def test_pages_before_a_jam_are_good(tmp_path: Path) -> None:
    coming = WiaScanner(program=playing(tmp_path, f"out.write({PAGE})", 6)).scan(FEEDER)
    assert next(coming).image.size == (4, 3)
    with pytest.raises(ScannerJamError):
        next(coming)


def test_a_page_that_is_cut_off_is_lost(tmp_path: Path) -> None:
    with pytest.raises(ScannerPageLostError):
        list(WiaScanner(program=playing(tmp_path, f"out.write(({PAGE})[:-1])")).scan(ScanSettings()))


def test_leaving_a_scan_ends_the_program(tmp_path: Path) -> None:
    scanner = WiaScanner(program=playing(tmp_path, f"out.write({PAGE}); out.flush(); time.sleep(600)"))
    coming = scanner.scan(FEEDER)
    next(coming)
    assert scanner.status().trouble is ScannerTrouble.BUSY
    coming.close()
    scanner.close()


def test_a_scanner_says_its_sources_or_what_is_in_the_way(tmp_path: Path) -> None:
    asked = playing(tmp_path, "assert sys.argv[1:] == ['--ask']\nout.write(b'Platen\\r\\nFeeder\\r\\n')")
    assert WiaScanner(program=asked).status().sources == {InputSource.PLATEN, InputSource.FEEDER}
    assert WiaScanner(program=playing(tmp_path, "", 4)).status().trouble is ScannerTrouble.OFFLINE
    assert WiaScanner(program=("there-is-no-such-program",)).status().trouble is ScannerTrouble.OFFLINE


def test_scanners_are_listed_by_their_ids(tmp_path: Path) -> None:
    told = "out.write('{6BDD1FC6}\\\\0000\\tMáy quét\\r\\n'.encode())"
    assert wia_scanners(playing(tmp_path, told)) == ("{6BDD1FC6}\\0000",)
    assert wia_scanners(("there-is-no-such-program",)) == ()
