"""`scan`: a page for the technician, the scanner's state, and the lease's answer."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from devices.scanner.interface import ScannerTrouble
from devices.scanner.simulator import Carelessness, SimulatedScanner
from kiosk.cli import kiosk
from tests.unit.kiosk.scanning.glass import sheet


@pytest.fixture
def scanner() -> SimulatedScanner:
    made = SimulatedScanner()
    made.lay(sheet(0), sheet(1))
    return made


def test_a_feeder_s_pages_become_one_pdf_with_a_verdict_each(scanner: SimulatedScanner, tmp_path: Path) -> None:
    out = tmp_path / "pages.pdf"
    arguments = ["scan", "page", "--source", "feeder", "--out", str(out), "--lang", "en"]
    result = CliRunner().invoke(kiosk, arguments, obj=scanner)
    assert result.exit_code == 0, result.output
    assert result.output.count("clear") == 2
    assert len(PdfReader(io.BytesIO(out.read_bytes())).pages) == 2


def test_a_page_that_is_not_clear_is_named_and_ends_with_2(scanner: SimulatedScanner, tmp_path: Path) -> None:
    scanner.careless = Carelessness(face_up=True)
    result = CliRunner().invoke(kiosk, ["scan", "page", "--out", str(tmp_path / "x.pdf")], obj=scanner)
    assert result.exit_code == 2
    assert "trắng" in result.output


def test_a_trouble_is_said_and_ends_with_1(scanner: SimulatedScanner, tmp_path: Path) -> None:
    scanner.make(ScannerTrouble.JAM)
    result = CliRunner().invoke(kiosk, ["scan", "page", "--out", str(tmp_path / "x.pdf")], obj=scanner)
    assert result.exit_code == 1
    assert not (tmp_path / "x.pdf").exists()
    status = CliRunner().invoke(kiosk, ["scan", "status", "--json"], obj=scanner)
    assert json.loads(status.output)["code"] == "scanner.jam"


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "sẵn sàng (mặt kính, khay nạp)"), ("en", "ready (glass, feeder)")]
)
def test_how_the_scanner_stands_is_said_in_words(scanner: SimulatedScanner, language: str, said: str) -> None:
    status = CliRunner().invoke(kiosk, ["scan", "status", "--lang", language], obj=scanner)
    assert status.output.rstrip().endswith(said)


def test_the_lease_is_answered_from_the_file_of_this_pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path))
    (tmp_path / "devices.toml").write_text(f'[scanner]\nlease = "{tmp_path / "lease"}"\n')
    asked = [json.dumps({"holder": name, "seconds": 60}) + "\n" for name in ("may-1", "may-2")]
    told = [json.loads(CliRunner().invoke(kiosk, ["scan", "lease"], input=line).output) for line in asked]
    assert [each["holder"] for each in told] == ["may-1", "may-1"]
