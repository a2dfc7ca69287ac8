"""What stands on the staff's screens asks nobody for a command or a file, and each trouble has its button."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from devices.printer.interface import PrinterTrouble
from devices.scanner.interface import ScannerTrouble
from kiosk.errors import Failure, Mend, failure_book
from kiosk.i18n import Text

ROOT = Path(__file__).resolve().parents[3]
FOR_A_CONSOLE = re.compile(
    r"\.toml|\bsudo\b|kiosk-dvc|\bdoctor\b|config/|/etc|/usr|--\w|journalctl|systemctl|update now|content check|"
    r"\bpcscd\b|libccid|umount|dmesg|swapoff|timedatectl|espeak|\b[Rr]un\b(?! on)|[Cc]hạy lệnh|"
    r"thư mục(?! của Windows)|\bfolder\b"
)
SAID = re.compile(r'"((?:[^"\\]|\\.)*)"')
ROSTER = "roster."
"""The officer's own files: their endings are what the officer chooses them by."""


def for_a_console(said: str) -> list[str]:
    return FOR_A_CONSOLE.findall(said)


def test_no_word_to_the_staff_names_a_command_a_file_or_a_folder() -> None:
    wrong = {
        code: (failure.staff.vi, failure.staff.en)
        for code, failure in failure_book().items()
        if for_a_console(failure.staff.vi + " | " + failure.staff.en)
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "said",
    [
        "Chạy lệnh doctor card.",
        "Write it into devices.toml.",
        "sudo kiosk-dvc update now",
        "Run it with --again.",
        "Xem /etc",
    ],
)
def test_a_planted_command_is_found(said: str) -> None:
    assert for_a_console(said)


def test_no_page_of_the_staff_asks_for_a_command_or_a_file() -> None:
    screens = ROOT / "ui" / "qml" / "Kiosk" / "Screens"
    pages = [*screens.glob("Staff*.qml"), *screens.glob("Setup*.qml"), *screens.glob("Officer*.qml")]
    assert len(pages) > 15
    wrong = [
        (page.name, said)
        for page in pages
        for call in re.findall(r"qsTr\((.*)\)", page.read_text("utf-8"))
        for said in SAID.findall(call)
        if for_a_console(said)
    ]
    assert wrong == []


def told_by_the_doctor() -> set[str]:
    """Every code that a round of the doctor can bring to the page."""
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "kiosk" / "doctor").glob("*.py"))
    named = set(re.findall(r'"((?:doctor|province|reader|card|disk)\.[a-z-]+)"', sources))
    devices = {trouble.code for kind in (PrinterTrouble, ScannerTrouble) for trouble in kind}
    return (named | devices | {"doctor.simulated", "disk.full"}) & set(failure_book())


def test_every_trouble_that_the_doctor_tells_has_its_button_or_its_technician() -> None:
    told = told_by_the_doctor()
    assert len(told) > 55
    assert {code for code in told if failure_book()[code].mend is None} == set()


def test_every_kind_of_button_is_of_use() -> None:
    assert {failure.mend for failure in failure_book().values()} - {None} == set(Mend)


def test_at_the_console_a_command_follows_what_the_staff_reads() -> None:
    text = Text("a", "b")
    plain = Failure(title=text, remedy=text, staff=Text("Bật lại.", "Switch it on."))
    more = Failure(
        title=text, remedy=text, staff=Text("Bật lại.", "Switch it on."), technician=Text("Gõ x.", "Type x.")
    )
    assert (plain.at_console.vi, more.at_console.vi) == ("Bật lại.", "Bật lại. Gõ x.")
