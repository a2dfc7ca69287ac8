"""The code of a day sheet: small, signed, read from paper, and useless when anything in it was changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.cli.pack_counts import shared_marks
from kiosk.counts import base45
from kiosk.counts.catalogue import CountCatalogue, Event, Subject, mark_of, stored
from kiosk.counts.kinds import EventKind, Family
from kiosk.counts.sheet_code import MOST_LETTERS, SheetError, codes_of, read_codes
from kiosk.counts.station_keys import public_bytes
from kiosk.counts.totals import Total
from kiosk.i18n import Text
from tests.helpers.counting import shipped_catalogue

PC, DAY = "pc-17842-may-1", date(2026, 11, 23)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))


def a_day(rows: int) -> list[Total]:
    events = [event for event, _ in shipped_catalogue().pairs()][:rows]
    return [Total(day=DAY, kind=e.kind, subject=e.subject, count=n * 7 + 1) for n, e in enumerate(events)]


def test_base45_gives_the_examples_of_rfc_9285() -> None:
    for plain, coded in (
        (b"AB", "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
    ):
        assert base45.encode(plain) == coded
        assert base45.decode(coded) == plain


@pytest.mark.parametrize("text", ["GGW", ":::", "A", "AAAA", "ab", "ÀÀ"])
def test_what_is_not_base45_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not base45"):
        base45.decode(text)


@given(st.binary(max_size=300))
def test_base45_gives_back_any_bytes(content: bytes) -> None:
    assert base45.decode(base45.encode(content)) == content


@pytest.mark.parametrize("rows", [0, 1, 60, 300])
def test_a_day_travels_whole_in_any_order_of_its_parts(rows: int) -> None:
    totals = a_day(rows)
    codes = codes_of(PC, DAY, totals, KEY)
    assert all(len(code) < MOST_LETTERS + 20 for code in codes)
    sheet = read_codes([*reversed(codes), "https://example.vn"])
    sheet.verify(public_bytes(KEY))
    assert (sheet.pc_id, sheet.day) == (PC, DAY)
    assert sum(sheet.counts.values()) == sum(total.count for total in totals)


def test_a_usual_day_fits_one_code() -> None:
    assert len(codes_of(PC, DAY, a_day(60), KEY)) == 1


def test_a_missing_part_is_named() -> None:
    codes = codes_of(PC, DAY, a_day(300), KEY)
    with pytest.raises(SheetError, match=f"Part 2 of {len(codes)}"):
        read_codes([codes[0], *codes[2:]])


def test_codes_of_two_sheets_are_not_mixed() -> None:
    with pytest.raises(SheetError, match="different"):
        read_codes([*codes_of(PC, DAY, a_day(3), KEY), *codes_of(PC, DAY, a_day(4), KEY)])


@pytest.mark.parametrize("texts", [[], ["hello"], ["DVC1/ABCDEF/1/1/BB8"], ["DVC1/ABCDEF/2/1/BB8"], ["DVC1//1/1/"]])
def test_what_is_no_sheet_is_refused(texts: list[str]) -> None:
    with pytest.raises(SheetError):
        read_codes(texts)


@pytest.mark.parametrize("name", ["", "pc-17842-\x1b[2J", "pc-17842-may-1\n", "may-1"])
def test_a_sheet_that_names_no_station_is_refused_before_it_is_told_to_anybody(name: str) -> None:
    with pytest.raises(SheetError, match="names no station"):
        read_codes(codes_of(name, DAY, a_day(5), KEY))


def test_any_altered_letter_is_noticed() -> None:
    (code,) = codes_of(PC, DAY, a_day(5), KEY)
    for at in range(16, len(code)):
        altered = code[:at] + ("0" if code[at] != "0" else "1") + code[at + 1 :]
        with pytest.raises(SheetError):
            read_codes([altered]).verify(public_bytes(KEY))


def test_a_sheet_signed_by_another_key_is_refused() -> None:
    sheet = read_codes(codes_of(PC, DAY, a_day(5), KEY))
    with pytest.raises(SheetError, match="signature"):
        sheet.verify(public_bytes(Ed25519PrivateKey.generate()))
    with pytest.raises(SheetError, match="signature"):
        replace(sheet, signed=sheet.signed + b"\0").verify(public_bytes(KEY))


def test_no_two_pairs_of_the_shipped_content_share_a_mark() -> None:
    assert list(shared_marks(shipped_catalogue())) == []


def test_two_subjects_with_one_mark_are_named() -> None:
    """Found by trying: of two names in four thousand million one pair is so, of a hundred thousand names some."""
    seen: dict[bytes, str] = {}
    for number in range(1_000_000):
        name = f"to-khai-{number}"
        if (
            other := seen.setdefault(mark_of(Event(kind=EventKind.FORM_PRINTED, subject=stored(name))), name)
        ) != name:
            break
    forms = {key: Subject(text=Text("Tờ khai", "Form")) for key in (other, name)}
    told = list(shared_marks(CountCatalogue({Family.FORM: forms})))
    assert [(fault.file, other in fault.expected) for fault in told] == [(name, True)]
