"""Somebody else scans, the scanner is not there, or scanimage itself is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.errors import (
    ScannerBusyError,
    ScannerError,
    ScannerJamError,
    ScannerNoDocumentsError,
    ScannerPageLostError,
    ScannerUnreachableError,
)
from devices.scanner import sane as sane_driver
from devices.scanner.interface import ScannerTrouble, ScanSettings
from devices.scanner.sane import SaneScanner
from devices.status import Readiness
from tests.helpers.sane import Sane

pytestmark = pytest.mark.real("sane")


def hanging_scanimage(folder: Path, complaint: str = "") -> str:
    """A program that gives the head of a page, complains, and does no more."""
    program = folder / "scanimage"
    program.write_text(
        "#!/bin/sh\n"
        'case "$*" in *-A*) exit 0;; esac\n'
        'printf "P6\\n10 10\\n255\\n"\n'
        f'echo "{complaint}" >&2\n'
        "exec sleep 600\n"
    )
    program.chmod(0o755)
    return str(program)


def test_a_busy_device_is_told_as_such(sane: Sane) -> None:
    with pytest.raises(ScannerBusyError):
        list(sane.feeder("DEVICE_BUSY").scan(ScanSettings(resolution=50)))


def test_an_unplugged_device_is_a_status_and_at_a_scan_an_error(sane: Sane) -> None:
    gone = sane.device("test:7")
    assert gone.status().trouble is ScannerTrouble.OFFLINE
    with pytest.raises(ScannerUnreachableError):
        list(gone.scan(ScanSettings()))


def test_a_station_without_scanimage_has_no_scanner() -> None:
    nothing = SaneScanner("test:0", program="scanimage-that-is-not-there")
    assert nothing.status().trouble is ScannerTrouble.OFFLINE
    with pytest.raises(ScannerUnreachableError):
        list(nothing.scan(ScanSettings()))


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A driver that hangs is asked to go sooner: how long it may take to let its device go is no matter here."""
    monkeypatch.setattr(sane_driver, "PATIENCE_S", 0.3)


@pytest.mark.usefixtures("hurried")
def test_a_driver_that_hangs_is_given_up_and_its_process_ended(tmp_path: Path) -> None:
    stuck = SaneScanner("test:0", program=hanging_scanimage(tmp_path), silence_s=0.3)
    with pytest.raises(ScannerPageLostError):
        list(stuck.scan(ScanSettings()))
    assert stuck.status().readiness is Readiness.READY


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize(
    ("status", "error"),
    [
        ("Document feeder out of documents", ScannerNoDocumentsError),
        ("Device busy", ScannerBusyError),
        ("Document feeder jammed", ScannerJamError),
        ("Error during device I/O", ScannerError),
    ],
)
def test_what_a_driver_said_before_it_hung_is_what_the_person_is_told(
    tmp_path: Path, status: str, error: type[ScannerError]
) -> None:
    said = hanging_scanimage(tmp_path, f"scanimage: sane_read: {status}")
    stuck = SaneScanner("test:0", program=said, silence_s=0.3)
    with pytest.raises(ScannerError) as fault:
        list(stuck.scan(ScanSettings()))
    assert type(fault.value) is error
