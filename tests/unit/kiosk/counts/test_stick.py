"""The stick: a signed file with a number, refused when anything in it was changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.counts.catalogue import NO_SUBJECT
from kiosk.counts.events import EventKind
from kiosk.counts.station_keys import public_bytes
from kiosk.counts.stick import StickFileError, next_serial, read_stick, write_stick
from kiosk.counts.totals import Total
from tests.helpers.counting import store_in

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
DAY = date(2026, 11, 23)
ROWS = [
    Total(day=DAY, kind=kind, subject=NO_SUBJECT, count=3) for kind in (EventKind.VISIT_STARTED, EventKind.CARD_READ)
]


def test_a_stick_gives_back_what_was_written() -> None:
    stick = read_stick(write_stick("pc-17842-may-1", 4, ROWS, KEY))
    stick.verify(public_bytes(KEY))
    assert (stick.pc_id, stick.serial, list(stick.totals)) == ("pc-17842-may-1", 4, ROWS)


def test_every_altered_byte_is_noticed() -> None:
    content = write_stick("pc-17842-may-1", 4, ROWS, KEY)
    for at in range(len(content) - 1):
        altered = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        with pytest.raises(StickFileError):
            read_stick(altered).verify(public_bytes(KEY))


def test_a_cut_or_lengthened_file_is_refused() -> None:
    lines = write_stick("pc-17842-may-1", 4, ROWS, KEY).splitlines(keepends=True)
    for shape in ([], lines[:1], lines[:-1], [lines[0], *lines[2:]], [*lines[:-1], lines[1], lines[-1]], [b"\xff"]):
        with pytest.raises(StickFileError):
            read_stick(b"".join(shape)).verify(public_bytes(KEY))


@pytest.mark.parametrize(
    "name", ["", "pc-1", "pc-17842-\x1b[2J", "pc-17842-may-1\n", "pc-17842-m\u202e", "x" * 5_000]
)
def test_a_name_that_is_none_is_refused_before_it_is_told_to_anybody(name: str) -> None:
    with pytest.raises(StickFileError) as fault:
        read_stick(write_stick(name, 4, ROWS, KEY))
    assert str(fault.value).isprintable()


def test_a_file_of_nothing_but_brackets_is_refused() -> None:
    with pytest.raises(StickFileError):
        read_stick(b"[" * 200_000 + b"\n" + b"{" * 10)


def test_every_stick_of_a_pc_has_a_number_of_its_own(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    assert [next_serial(store.connection) for _ in range(3)] == [1, 2, 3]
    store.close()
