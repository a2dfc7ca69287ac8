"""The paper loop: a true page passes on any glass, and every fault of printer or scanner is the one that is named."""

from __future__ import annotations

import io
import json
import threading
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from PIL import Image, ImageDraw, ImageFilter

from devices.printer.absent import AbsentPrinter
from devices.printer.interface import A4, PrinterStatus, PrinterTrouble
from devices.printer.simulator import SimulatedPrinter
from devices.scanner.interface import ScannerTrouble
from devices.scanner.simulator import SimulatedScanner
from kiosk.cli import absent_printer, doctor_paper, kiosk
from kiosk.cli.doctor_paper import PaperLoop, run
from kiosk.doctor.paper import PaperFault, PaperScore, score
from kiosk.documents import Typesetter
from kiosk.documents.testpage import self_test_page
from kiosk.errors import failure_book
from kiosk.i18n import Language, Text
from tests.helpers.pages import fonts_of, is_composed, pages_of, qr_texts, text_of

DAY = date(2026, 11, 23)
DPI = 200
DOT = DPI / 25.4


@cache
def pdf() -> bytes:
    return self_test_page(Typesetter(), station="may-1", printed_on=DAY).pdf


@cache
def _printed() -> Image.Image:
    page = pages_of(pdf(), DPI)[0]
    soft = page.filter(ImageFilter.GaussianBlur(0.6)).point([int(25 + v * 0.86) for v in range(256)])
    noise = np.random.default_rng(2).normal(0, 3, (soft.height, soft.width))
    return Image.fromarray(np.clip(np.asarray(soft) + noise, 0, 255).astype(np.uint8))


def printed() -> Image.Image:
    """The page as a worn but true printer gives it, to be spoilt by the test."""
    return _printed().copy()


def on_glass(page: Image.Image, *, skew: float = 0.0, lid: int = 90) -> Image.Image:
    glass = Image.new("L", (page.width + 260, page.height + 260), lid)
    turned = page.rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor=lid)
    glass.paste(turned, ((glass.width - turned.width) // 2, (glass.height - turned.height) // 2))
    return glass


def faults(page: Image.Image, **how: float) -> tuple[PaperFault, ...]:
    return score(on_glass(page, **how), DPI).faults  # type: ignore[arg-type]


def test_the_page_says_that_it_is_a_test_in_both_languages_and_holds_up_as_a_paper() -> None:
    text = text_of(pdf())
    assert "TRANG THỬ MÁY" in text
    assert "TEST PAGE" in text
    assert "Không có giá trị" in text
    assert is_composed(pdf())
    assert all(fonts_of(pdf()).values())
    assert qr_texts(pdf()) == ["KIOSK-TEST 1;may-1;2026-11-23"]
    assert b"pdfuaid" in pdf()


@pytest.mark.parametrize(("skew", "lid"), [(-3.0, 20), (2.5, 20), (0.0, 90), (1.2, 90), (-3.0, 250), (2.5, 250)])
def test_a_true_page_passes_however_it_lies_on_the_glass(skew: float, lid: int) -> None:
    found = score(on_glass(printed(), skew=skew, lid=lid), DPI)
    assert found.faults == ()
    assert found.qr == "KIOSK-TEST 1;may-1;2026-11-23"
    assert found.scale_across == pytest.approx(1, abs=0.003)
    assert found.scale_along == pytest.approx(1, abs=0.003)
    assert abs(found.skew) < 0.3 or lid == 250
    assert list(found.patches) == sorted(found.patches, reverse=True)


@pytest.mark.parametrize("factor", [0.95, 0.975, 1.03])
def test_a_page_fitted_to_the_sheet_is_off_scale(factor: float) -> None:
    page = printed()
    size = (round(page.width * factor), round(page.height * factor))
    fitted = Image.new("L", page.size, 240)
    scaled = page.resize(size, Image.Resampling.BICUBIC)
    fitted.paste(scaled, ((page.width - size[0]) // 2, (page.height - size[1]) // 2))
    found = score(on_glass(fitted), DPI)
    assert found.faults == (PaperFault.SCALE,)
    assert found.scale_across == pytest.approx(factor, abs=0.004)


def test_a_print_askew_on_its_paper_is_told_from_a_paper_askew_on_the_glass() -> None:
    askew = printed().rotate(1.5, Image.Resampling.BICUBIC, fillcolor=240)
    assert faults(askew) == (PaperFault.SKEW,)
    assert faults(askew, skew=2.0) == (PaperFault.SKEW,)
    assert faults(printed(), skew=2.0) == ()


@pytest.mark.parametrize("shade", [110, 245])
@pytest.mark.parametrize("along", [True, False])
def test_a_streak_is_found_whether_dark_or_light_along_or_across(shade: int, along: bool) -> None:
    page = printed()
    pen = ImageDraw.Draw(page)
    if along:
        pen.rectangle((int(120 * DOT), 0, int(120.8 * DOT), page.height), fill=shade)
    else:
        pen.rectangle((0, int(210 * DOT), page.width, int(210.8 * DOT)), fill=shade)
    found = score(on_glass(page), DPI)
    assert found.faults == (PaperFault.STREAKS,)
    assert found.streaks == 1


def test_marks_that_the_toner_left_out_are_counted() -> None:
    page = printed()
    ImageDraw.Draw(page).rectangle((int(55 * DOT), int(150 * DOT), int(100 * DOT), int(165 * DOT)), fill=240)
    found = score(on_glass(page), DPI)
    assert found.faults == (PaperFault.MISSING,)
    assert found.missing == 2


def test_a_page_without_its_code_says_so() -> None:
    page = printed()
    ImageDraw.Draw(page).rectangle((int(150 * DOT), int(35 * DOT), int(160 * DOT), int(60 * DOT)), fill=240)
    assert faults(page) == (PaperFault.NO_QR,)


def test_a_pale_page_is_faint() -> None:
    pale = printed().point([int(140 + v * 0.42) for v in range(256)])
    assert PaperFault.FAINT in faults(pale)


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_another_paper_is_not_the_test_page(shade: int) -> None:
    assert score(Image.new("RGB", (1654, 2339), (shade,) * 3), DPI) == PaperScore(faults=(PaperFault.NOT_FOUND,))
    assert score(Image.new("L", (30, 20), shade), DPI).faults == (PaperFault.NOT_FOUND,)


# ------------------------------------------------------------ the command
def loop(tmp_path: Path) -> tuple[PaperLoop, SimulatedPrinter, SimulatedScanner]:
    printer, scanner = SimulatedPrinter(tmp_path / "paper"), SimulatedScanner()
    return PaperLoop(printer, scanner, "may-1", DAY, lambda _line: None), printer, scanner


def test_the_loop_runs_by_itself_over_virtual_devices(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made, _, _ = loop(tmp_path)
    assert run(made, prints=True, deadline_s=10, language=Language.EN, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["codes"] == []
    assert told["qr"].startswith("KIOSK-TEST 1;may-1;")
    assert [file.suffix for file in (tmp_path / "paper").iterdir()] == [".pdf"]


def test_the_pdf_that_was_printed_passes_when_another_program_draws_it(tmp_path: Path) -> None:
    made, _, scanner = loop(tmp_path)
    assert made.print(10) is None
    (file,) = (tmp_path / "paper").iterdir()
    page = pages_of(file.read_bytes(), DPI)[0]
    page.info["dpi"] = (DPI, DPI)
    scanner.lay(page)
    found = made.scan()
    assert isinstance(found, PaperScore)
    assert found.faults == ()


def test_a_printer_or_scanner_in_trouble_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made, printer, scanner = loop(tmp_path)
    printer.make(PrinterTrouble.OFFLINE)
    assert run(made, prints=True, deadline_s=0.1, language=Language.VI, as_json=True) == 1
    assert json.loads(capsys.readouterr().out)["codes"][0].startswith("printer.")
    scanner.make(ScannerTrouble.COVER_OPEN)
    assert run(made, prints=False, deadline_s=1, language=Language.VI, as_json=False) == 1
    assert "nắp" in capsys.readouterr().out


class Refusing(AbsentPrinter):
    """A printer that is not there: whoever hands it a page has waited in vain."""

    def submit(self, document: bytes, *, job_name: str, copies: int = 1, media: str = A4) -> int:
        raise AssertionError("handed over to a printer that is not there")


class Silent(Refusing):
    """A printer whose name server never answers: for longer than anybody looks at it."""

    def status(self) -> PrinterStatus:
        threading.Event().wait(20 * absent_printer.LOOK_S)
        raise AssertionError("its answer was waited for")


def is_waiting(state: Text) -> None:
    """Told by the loop each time that it waits for the paper."""
    raise AssertionError(f"it waits for a printer that is not there: {state}")


@pytest.mark.parametrize("printer", [Silent(), Refusing()])
def test_without_a_printer_nothing_is_waited_for(
    printer: AbsentPrinter, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(absent_printer, "LOOK_S", 0.2)
    made = PaperLoop(printer, SimulatedScanner(), "may-1", DAY, is_waiting)
    assert run(made, prints=True, deadline_s=100_000, language=Language.EN, as_json=True) == 1
    assert json.loads(capsys.readouterr().out)["codes"] == ["printer.offline"]


def test_a_printer_that_somebody_can_help_is_waited_for(tmp_path: Path) -> None:
    made, printer, _ = loop(tmp_path)
    printer.make(PrinterTrouble.OUT_OF_PAPER)
    assert made.print(0.05) == "printer.too-late"


def test_what_the_paper_waits_for_is_said_once_and_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printer, told = SimulatedPrinter(tmp_path / "paper"), list[Text]()
    printer.make(PrinterTrouble.OUT_OF_PAPER)
    monkeypatch.setattr(doctor_paper, "POLL_S", 0.01)
    PaperLoop(printer, SimulatedScanner(), "may-1", DAY, told.append).print(0.1)
    assert told == [failure_book()["printer.out-of-paper"].title]


def test_what_was_measured_is_named_in_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, _, _ = loop(tmp_path)
    assert run(made, prints=True, deadline_s=10, language=Language.VI, as_json=False) == 0
    said = capsys.readouterr().out
    assert [name for name in ("scale", "skew", "patches", "streaks", "missing", "(") if name in said] == []
    assert "tỷ lệ ngang" in said


def test_the_command_runs_the_loop_of_this_station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path))
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    (tmp_path / "devices.toml").write_text('[printer]\ndriver = "simulator"\n[scanner]\ndriver = "simulator"\n')
    result = CliRunner().invoke(kiosk, ["doctor", "paper", "--json"])
    assert result.exit_code == 0, result.output
    assert json.loads(io.StringIO(result.output).read())["codes"] == []
