"""The failure book: every code the program can show has an entry in both languages, and no entry is left over."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import devices
from devices.errors import DeviceError
from devices.printer.interface import PrinterTrouble
from devices.scanner.interface import ScannerTrouble
from kiosk.cli.faults import for_staff
from kiosk.doctor.paper import PaperFault
from kiosk.errors import failure_book
from kiosk.i18n import nfc
from kiosk.scanning.verdict import Defect

ROOT = Path(__file__).resolve().parents[2]
for found in pkgutil.walk_packages(devices.__path__, "devices."):
    importlib.import_module(found.name)
BOOK = failure_book()


def classes_below(kind: type[DeviceError]) -> set[type[DeviceError]]:
    """The class and all that inherit from it."""
    return {kind}.union(*(classes_below(child) for child in kind.__subclasses__()))


@pytest.mark.parametrize(
    "error", sorted(classes_below(DeviceError), key=lambda e: e.__name__), ids=lambda e: e.__name__
)
def test_every_device_error_has_an_entry(error: type[DeviceError]) -> None:
    assert error.code in BOOK


@pytest.mark.parametrize("trouble", [*PrinterTrouble, *ScannerTrouble, *Defect, *PaperFault])
def test_every_trouble_of_a_device_or_page_has_an_entry(
    trouble: PrinterTrouble | ScannerTrouble | Defect | PaperFault,
) -> None:
    assert trouble.code in BOOK


@pytest.mark.parametrize("code", sorted(BOOK))
def test_every_entry_is_composed_vietnamese_and_english_and_short(code: str) -> None:
    failure = BOOK[code]
    for text in (failure.title, failure.remedy, failure.staff):
        assert text.vi == nfc(text.vi)
        assert text.vi
        assert text.en
    for text in (failure.title, failure.remedy):
        assert max(len(sentence.split()) for sentence in re.split(r"[.!?]\s", text.vi)) <= 24, text.vi


@pytest.mark.parametrize("code", sorted(BOOK))
def test_no_sentence_is_said_twice_to_whoever_reads_the_whole_entry(code: str) -> None:
    said = for_staff(code)
    for text in (said.vi, said.en):
        sentences = [sentence for sentence in re.split(r"(?<=[.:;!?])\s", text.casefold()) if sentence]
        assert len(sentences) == len(set(sentences)), text


CODE = re.compile(
    r"""["']((?:reader|card|printer|scanner|documents|doctor|update|scan|portal|province)\.[a-z]+(?:-[a-z]+)*)["']"""
)
NOT_CODES = {"card.json", "scan.pdf", "reader.conf", "scanner.uri"}


@pytest.mark.parametrize("storey", ["kiosk", "devices", "ui"])
def test_every_code_written_in_the_program_has_an_entry(storey: str) -> None:
    written = {
        code
        for path in (ROOT / storey).rglob("*.py")
        for code in CODE.findall(path.read_text(encoding="utf-8"))
        if code not in NOT_CODES
    }
    assert written - set(BOOK) == set()


def test_no_entry_is_left_over() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for storey in ("kiosk", "devices", "ui")
        for path in (ROOT / storey).rglob("*.py")
    )
    families = {code for code in BOOK if f'"{code}"' not in source and f"'{code}'" not in source}
    built = {code for code in families if f'"{code.partition(".")[2]}"' in source}
    assert families - built == set()


@pytest.mark.parametrize("code", [code for code in BOOK if code.partition(".")[0] in ("scanner", "page", "stick")])
def test_a_button_that_a_remedy_of_scanning_names_stands_on_the_screen(code: str) -> None:
    pages = (ROOT / "ui" / "qml" / "Kiosk" / "Screens").glob("Scan*.qml")
    source = "".join(page.read_text("utf-8") for page in pages)
    words = f"{BOOK[code].remedy.vi} {BOOK[code].staff.vi}"
    for named in re.findall(r"(?:bấm|chọn) ([A-ZĐ][^.,;]*)", words):
        assert f'qsTr("{named}")' in source, named
