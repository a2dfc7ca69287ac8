"""BER-TLV data objects, good and hostile."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError


@given(tag=st.sampled_from([0x30, 0x5F1F, 0x7F49, 0x7F8101]), value=st.binary(max_size=700))
def test_what_is_written_is_read_back(tag: int, value: bytes) -> None:
    raw = tlv.encode(tag, value)
    assert tlv.read_only(raw, tag) == tlv.Tlv(tag, value, raw)


@pytest.mark.parametrize(("length", "raw"), [(0x7F, "7f"), (0x80, "8180"), (0x100, "820100"), (0x10000, "83010000")])
def test_lengths_take_the_shortest_form(length: int, raw: str) -> None:
    assert tlv.encode_length(length).hex() == raw


@pytest.mark.parametrize("raw", ["30810100", "3082000100", "308300000100", "30840000000100"])
def test_longer_forms_of_a_length_are_read(raw: str) -> None:
    assert tlv.read_only(bytes.fromhex(raw), 0x30).value == b"\x00"


@pytest.mark.parametrize(
    "raw",
    ["", "30", "3080", "3085000000000100", "308201", "3002ff", "1f", "1f8181", "1f81818101", "30ffffffff"],
    ids=lambda raw: raw or "nothing",
)
def test_hostile_headers_are_malformed(raw: str) -> None:
    with pytest.raises(MalformedError):
        tlv.read(bytes.fromhex(raw))


def test_children_come_in_order() -> None:
    parent = tlv.read(bytes.fromhex("30060201010c01 41".replace(" ", "")))
    assert [child.tag for child in parent.children()] == [0x02, 0x0C]


def test_more_siblings_than_any_card_has_are_malformed() -> None:
    with pytest.raises(MalformedError):
        list(tlv.read_all(b"\x05\x00" * (tlv.MAX_SIBLINGS + 1)))


def test_an_object_that_is_not_all_of_the_bytes_or_has_another_tag_is_malformed() -> None:
    for raw in (b"\x30\x00\x00", b"\x31\x00"):
        with pytest.raises(MalformedError, match="30"):
            tlv.read_only(raw, 0x30)


def test_an_object_is_found_by_its_tag_or_needed() -> None:
    data = bytes.fromhex("8001018101 02".replace(" ", ""))
    assert tlv.need(data, 0x81).value == b"\x02"
    assert tlv.find(data, 0x82) is None
    with pytest.raises(MalformedError, match="82"):
        tlv.need(data, 0x82)


def test_a_tag_of_zero_is_one_byte() -> None:
    assert tlv.encode(0) == b"\x00\x00"


@pytest.mark.parametrize(("number", "raw"), [(0, "00"), (13, "0d"), (255, "ff"), (256, "0100")])
def test_a_number_takes_the_fewest_bytes(number: int, raw: str) -> None:
    assert tlv.unsigned(number).hex() == raw
