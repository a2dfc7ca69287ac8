"""A file that cannot be written is told by the one door of the commands: its path, why, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from devices.scanner.simulator import SimulatedScanner
from kiosk.cli import kiosk
from tests.unit.kiosk.scanning.glass import sheet

IN_THE_WAY = ("trên đường dẫn này có tệp ở chỗ của thư mục", "on this path there is a file where a folder is needed")
NOT_THERE = ("không có tệp hoặc thư mục này", "there is no such file or folder")


@pytest.fixture
def scanner() -> SimulatedScanner:
    made = SimulatedScanner()
    made.lay(sheet(0))
    return made


@pytest.mark.parametrize(
    "words",
    [
        ("report", "--month", "2026-10", "--format", "csv", "--out"),
        ("scan", "page", "--out"),
        ("counts", "enrol-request", "--out"),
        ("counts", "events", "--out"),
        ("province", "reader", "nobody", "--ca"),
    ],
)
@pytest.mark.parametrize(("folder", "said"), [("file", IN_THE_WAY), ("absent", NOT_THERE)])
def test_it_is_told_in_both_languages(
    words: tuple[str, ...],
    folder: str,
    said: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    scanner: SimulatedScanner,
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "none"))
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / folder / "out"
    more = ("--out", str(tmp_path / "reader")) if words[0] == "province" else ()
    done = CliRunner().invoke(kiosk, [*words, str(path), *more], obj=scanner if words[0] == "scan" else None)
    assert done.exit_code == 1
    assert all(f"{path}" in line for line in done.output.splitlines()[-2:])
    assert all(each in done.output for each in said)


def test_a_fault_that_repeats_what_the_system_said_is_told_by_the_same_door(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    typed = ["publish", "keys", str(tmp_path / "file" / "keys"), "root-1"]
    done = CliRunner().invoke(kiosk, typed, input="a long passphrase\na long passphrase\n")
    assert done.exit_code == 1
    assert all(each in done.output for each in IN_THE_WAY)
