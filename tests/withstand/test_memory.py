"""The memory of the real program, read by another process: no value of a person stands in it once the next stands
there.

The card is behind the real daemon, so that its own bytes are in no process that is looked into.
"""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest

from tests.helpers.memory import CODES, Search
from tests.helpers.pcsc import PcscDaemon, missing
from tests.helpers.personas import persona
from tests.helpers.sought_person import DETAIL, ON_THE_CARD, TYPED, VALUES
from tests.withstand.watched_station import watched_station

NOT_AGREED_TO = ("father", "mother", "religion", "ethnicity", "identifying_features", "old_id_number", "chip_number")
ROOT = Path(__file__).resolve().parents[2]
HOLDS = """
held = [bytes.fromhex(line) for line in iter(input, "look")]
print("holds", flush=True)
input()
"""
SETS = """
from ui.program.freed_memory import overwrite_what_is_freed
overwrite_what_is_freed()
from datetime import date
from pathlib import Path
from kiosk.documents import Typesetter
from kiosk.documents.receipt import privacy_receipt
from kiosk.i18n import Text
from kiosk.settings import read_settings
typesetter, commune = Typesetter(), read_settings(overrides=Path("/nowhere")).kiosk.commune
letters = "".join(chr(int(line)) for line in iter(input, "set"))
privacy_receipt(typesetter, read=[Text(letters, "")], purpose=Text(letters, ""), commune=commune,
    printed_on=date(2026, 11, 29))
del letters
print("set", flush=True)
input()
typesetter.forget()
print("forgotten", flush=True)
input()
"""


class Program:
    """A program in a process of its own, told line by line and looked into between two lines."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        self._input, self._output = process.stdin, process.stdout

    def tell(self, *lines: str) -> str:
        """Write the lines; what the program answers to them."""
        self._input.write("".join(f"{line}\n" for line in lines))
        self._input.flush()
        return self._output.readline().strip()

    def copies(self, value: str) -> int:
        """How often the value stands in its memory."""
        return Search({"value": value}).in_process(self._process.pid)["value"]


@contextmanager
def program(text: str) -> Iterator[Program]:
    """Run it, and end it with the block."""
    process = subprocess.Popen(
        [sys.executable, "-c", text],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        yield Program(process)
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def daemon() -> Iterator[PcscDaemon]:
    with PcscDaemon() as running:
        yield running


@pytest.mark.real("pcscd")
@pytest.mark.skipif(bool(missing()), reason=missing() or "all there")
def test_no_value_of_a_person_stands_in_memory_once_the_next_person_has_been_there(
    tmp_path: Path, daemon: PcscDaemon
) -> None:
    canary, other = persona(holder=ON_THE_CARD), persona("tran-thi-mai")
    with watched_station(tmp_path, daemon, VALUES) as station:
        assert station.copies() == {}
        station.visit(canary, TYPED, DETAIL)
        right_after = station.copies()
        station.visit(other)
        assert station.copies() == {}
        assert right_after == {}, "even before anybody else came"


def test_the_typesetter_holds_no_value_of_a_paper_once_it_was_told_to_forget() -> None:
    name = ON_THE_CARD["full_name"]
    with program(SETS) as typesetter:
        assert typesetter.tell(*(str(ord(letter)) for letter in name), "set") == "set"
        assert typesetter.copies(name) > 0, "typst keeps what it has set, else there would be nothing to forget"
        assert typesetter.tell("") == "forgotten"
        assert typesetter.copies(name) == 0


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_value_that_a_process_holds_is_found_however_it_is_written(code: str, form: Literal["NFC", "NFD"]) -> None:
    value = "Hoàng Yến" if code != "latin-1" else "Hòa Bình"
    written = unicodedata.normalize(form, value).upper()
    if code == "latin-1" and form == "NFD":
        written = unicodedata.normalize("NFC", written)
    with program(HOLDS) as holder:
        assert holder.tell(written.encode(code).hex(), "look") == "holds"
        assert holder.copies(value) == 1
