"""IPP requests to bytes and answers from bytes, against the examples of RFC 8010 (SOURCES.md)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printer.ipp_encoding import AttributeGroup, IppFormatError, Operation, Tag, decode, encode

PRINT_JOB = (
    bytes.fromhex("0101 0002 00000001 01")
    + b"\x47\x00\x12attributes-charset\x00\x05utf-8"
    + b"\x48\x00\x1battributes-natural-language\x00\x05en-us"
    + b"\x45\x00\x0bprinter-uri\x00\x16ipp://printer/pinetree"
    + b"\x42\x00\x08job-name\x00\x06foobar"
    + b"\x22\x00\x16ipp-attribute-fidelity\x00\x01\x01"
    + b"\x02"
    + b"\x21\x00\x06copies\x00\x04\x00\x00\x00\x14"
    + b"\x44\x00\x05sides\x00\x13two-sided-long-edge"
    + b"\x03"
)
RESPONSE = (
    bytes.fromhex("0101 0000 00000001 01")
    + b"\x47\x00\x12attributes-charset\x00\x05utf-8"
    + b"\x48\x00\x1battributes-natural-language\x00\x05en-us"
    + b"\x41\x00\x0estatus-message\x00\x0dsuccessful-ok"
    + b"\x02"
    + b"\x21\x00\x06job-id\x00\x04\x00\x00\x00\x93"
    + b"\x45\x00\x07job-uri\x00\x1aipp://printer/pinetree/147"
    + b"\x23\x00\x09job-state\x00\x04\x00\x00\x00\x03"
    + b"\x03"
)


def test_a_print_job_request_has_the_bytes_of_the_standard() -> None:
    leading = [
        (Tag.CHARSET, "attributes-charset", ["utf-8"]),
        (Tag.LANGUAGE, "attributes-natural-language", ["en-us"]),
        (Tag.URI, "printer-uri", ["ipp://printer/pinetree"]),
        (Tag.NAME, "job-name", ["foobar"]),
        (Tag.BOOLEAN, "ipp-attribute-fidelity", [True]),
    ]
    job = [(Tag.INTEGER, "copies", [20]), (Tag.KEYWORD, "sides", ["two-sided-long-edge"])]
    assert (
        encode(Operation.PRINT_JOB, 1, [(AttributeGroup.OPERATION, leading), (AttributeGroup.JOB, job)]) == PRINT_JOB
    )


def test_a_successful_answer_gives_job_id_and_state() -> None:
    answer = decode(RESPONSE)
    assert answer.status == 0
    assert answer.number(AttributeGroup.JOB, "job-id") == 147
    assert answer.number(AttributeGroup.JOB, "job-state") == 3
    assert answer.words(AttributeGroup.OPERATION, "status-message") == ("successful-ok",)


def test_several_values_follow_their_name_once() -> None:
    wanted = [(Tag.KEYWORD, "requested-attributes", ["job-state", "job-state-reasons"])]
    encoded = encode(Operation.GET_JOB_ATTRIBUTES, 2, [(AttributeGroup.OPERATION, wanted)])
    assert b"\x44\x00\x14requested-attributes\x00\x09job-state\x44\x00\x00\x00\x11job-state-reasons\x03" in encoded
    # An answer has the same shape; only its second word is a status instead of an operation.
    assert decode(encoded).words(AttributeGroup.OPERATION, "requested-attributes") == (
        "job-state",
        "job-state-reasons",
    )


def test_a_collection_is_skipped_and_what_follows_is_read() -> None:
    collection = (
        b"\x34\x00\x09media-col\x00\x00"
        b"\x4a\x00\x00\x00\x0amedia-size\x34\x00\x00\x00\x00\x37\x00\x00\x00\x00"
        b"\x37\x00\x00\x00\x00"
    )
    answer = decode(bytes(8) + b"\x04" + collection + b"\x23\x00\x0dprinter-state\x00\x04\x00\x00\x00\x05\x03")
    assert answer.number(AttributeGroup.PRINTER, "printer-state") == 5
    assert answer.values(AttributeGroup.PRINTER, "media-col") == ()


@pytest.mark.parametrize("length", range(len(RESPONSE)))
def test_an_answer_cut_off_anywhere_is_refused(length: int) -> None:
    with pytest.raises(IppFormatError):
        decode(RESPONSE[:length])


def test_an_answer_without_end_is_refused() -> None:
    with pytest.raises(IppFormatError):
        decode(bytes(8) + b"\x04" * 5_000)
    with pytest.raises(IppFormatError):
        decode(bytes(5_000_000))


@pytest.mark.parametrize(
    "odd",
    [
        b"\x21\x00\x06job-id\x00\x08" + bytes(8),
        b"\x21\x00\x06job-id\x00\x00",
        b"\x23\x00\x09job-state\x00\x02\x00\x09",
        b"\x22\x00\x19printer-is-accepting-jobs\x00\x04\x00\x00\x00\x01",
        b"\x32\x00\x12printer-resolution\x00\x04\x00\x00\x01\x2c",
        b"\x35\x00\x16printer-make-and-model\x00\x03\x00\x09e",
    ],
)
def test_a_value_of_another_size_than_its_kind_is_refused(odd: bytes) -> None:
    with pytest.raises(IppFormatError):
        decode(bytes(8) + b"\x04" + odd + b"\x03")


def test_a_text_with_its_language_is_the_text() -> None:
    named = b"\x35\x00\x16printer-make-and-model\x00\x0c\x00\x02vi\x00\x06M\xc3\xa1y A"
    assert decode(bytes(8) + b"\x04" + named + b"\x03").words(AttributeGroup.PRINTER, "printer-make-and-model") == (
        "Máy A",
    )


def test_dots_are_told_by_the_inch_whatever_the_printer_counts_in() -> None:
    dots = b"\x32\x00\x04dots\x00\x09" + bytes.fromhex("0000012c 0000012c 03")
    dots += b"\x32\x00\x00\x00\x09" + bytes.fromhex("00000076 00000076 04")
    told = decode(bytes(8) + b"\x04" + dots + b"\x03").resolutions(AttributeGroup.PRINTER, "dots")
    assert [each.across for each in told] == [300, 300]


def test_the_jobs_of_a_list_are_kept_apart() -> None:
    jobs = b"".join(b"\x02\x21\x00\x06job-id\x00\x04\x00\x00\x00" + bytes([number]) for number in (7, 8))
    answer = decode(bytes(8) + jobs + b"\x03")
    assert [job["job-id"] for job in answer.jobs] == [(7,), (8,)]
    assert answer.number(AttributeGroup.JOB, "job-id") == 7


@given(st.binary(max_size=400))
def test_no_bytes_break_the_decoder(content: bytes) -> None:
    try:
        decode(content)
    except IppFormatError:
        pass
