"""DG13 of the Vietnamese card, with everything that breaks readers that scan for byte patterns."""

from __future__ import annotations

import unicodedata

import pytest

from devices.emrtd.lds.dg13 import DataGroup13, parse_dg13
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError


def text(value: str, tag: int = 0x0C) -> bytes:
    """A text."""
    return tlv.encode(tag, value.encode())


def sequence(*parts: bytes) -> bytes:
    """A SEQUENCE."""
    return tlv.encode(0x30, b"".join(parts))


def field(number: int, *values: bytes) -> bytes:
    """One numbered field."""
    return sequence(tlv.encode(0x02, bytes((number,))), *values)


def dg13(*fields: bytes, before: bytes = b"\x02\x01\x01") -> bytes:
    """The file around its fields."""
    return tlv.encode(0x6D, sequence(before, tlv.encode(0x31, b"".join(fields))))


def parsed(*fields: bytes) -> DataGroup13:
    """The fields, read back."""
    return parse_dg13(dg13(*fields))


def test_fields_are_found_by_number_in_any_order() -> None:
    group = parsed(field(4, text("Nam")), field(1, text("001090123456", 0x13)), field(2, text("Nguyễn Văn An")))
    assert dict(group.texts) == {"personal_number": "001090123456", "full_name": "Nguyễn Văn An", "sex": "Nam"}


@pytest.mark.parametrize("before", [b"", b"\x02\x01\x01", b"\x06\x02\x2a\x03", b"\x02\x01\x01\x30\x00"])
def test_whatever_stands_before_the_set_is_ignored(before: bytes) -> None:
    assert parse_dg13(dg13(field(4, text("Nữ")), before=before)).texts["sex"] == "Nữ"


def test_an_address_over_127_bytes_has_long_form_lengths() -> None:
    address = "Số nhà 127, ngõ 89, đường Minh Khai kéo dài, khối phố Trường Thịnh, phường Trường Vinh, tỉnh Nghệ An"
    assert len(address.encode()) > 127
    assert parsed(field(9, text(address)), field(10, text("Sẹo"))).texts["place_of_residence"] == address


def test_texts_that_look_like_other_fields_do_not_mislead() -> None:
    trap = "0\x0b\x02\x01\x04\x0c\x06"
    group = parsed(field(9, text(trap + "Nam")), field(4, text("Nữ")))
    assert group.texts["sex"] == "Nữ"


def test_empty_and_missing_values_are_left_out() -> None:
    group = parsed(field(6), field(7, text("")), field(8, sequence()), field(10, text("  ")), field(15), field(14))
    assert dict(group.texts) == {}
    assert group.spouses == ()


def test_both_parents_come_father_first() -> None:
    group = parsed(field(13, sequence(text("Nguyễn Văn Bình")), sequence(text("Trần Thị Cúc"))))
    assert (group.father, group.mother) == ("Nguyễn Văn Bình", "Trần Thị Cúc")


@pytest.mark.parametrize(
    ("values", "father", "mother"),
    [
        ([], None, None),
        ([sequence(text("A"))], "A", None),
        ([sequence(), sequence(text("B"))], None, "B"),
        ([text("A"), text("B")], "A", "B"),
    ],
)
def test_one_parent_may_be_missing(values: list[bytes], father: str | None, mother: str | None) -> None:
    group = parsed(field(13, *values))
    assert (group.father, group.mother) == (father, mother)


def test_more_than_one_spouse_is_kept_and_none_is_none() -> None:
    assert parsed(field(14, sequence(text("A")), sequence(), sequence(text("B")))).spouses == ("A", "B")


def test_decomposed_text_is_composed_and_control_characters_are_spaces() -> None:
    decomposed = unicodedata.normalize("NFD", "Nguyễn Văn Ẩn")
    assert parsed(field(2, text(f" {decomposed}\n\x00 Hai "))).texts["full_name"] == "Nguyễn Văn Ẩn Hai"


def test_an_expiry_may_be_words() -> None:
    assert parsed(field(12, text("Không thời hạn"))).texts["date_of_expiry"] == "Không thời hạn"


def test_the_first_of_two_fields_with_one_number_counts() -> None:
    assert parsed(field(4, text("Nam")), field(4, text("Nữ"))).texts["sex"] == "Nam"


def test_unknown_members_and_numbers_are_ignored() -> None:
    odd = [tlv.encode(0x02, b"\x01"), sequence(), sequence(text("x")), field(16, text("0123456789ABCDEF", 0x13))]
    assert dict(parsed(*odd, field(99, text("x")), field(5, tlv.encode(0x02, b"\x01"))).texts) == {}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        tlv.encode(0x6D),
        tlv.encode(0x6D, sequence()),
        tlv.encode(0x6E, sequence(tlv.encode(0x31))),
        dg13(field(2, tlv.encode(0x0C, b"\xff\xfe"))),
        dg13(*[field(1)] * 65),
        dg13(b"\x30\x05"),
    ],
)
def test_a_broken_structure_or_text_is_malformed(raw: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_dg13(raw)


def test_nothing_of_the_holder_shows_in_a_repr() -> None:
    assert "An" not in repr(parsed(field(2, text("Nguyễn Văn An")), field(13, text("Bình"))))
