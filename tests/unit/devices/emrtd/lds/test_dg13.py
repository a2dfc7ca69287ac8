"""DG13 of the Vietnamese card, with everything that breaks readers that scan for byte patterns."""

from __future__ import annotations

import unicodedata

import pytest

from devices.emrtd.lds.dg13 import EVERY_FIELD, DataGroup13, parse_dg13
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
        ([sequence(text("A"), text("B"))], "A", "B"),
        ([sequence(text(""), text("B"))], None, "B"),
        ([sequence(sequence(text("A")), sequence(text("B")))], "A", "B"),
        ([sequence(sequence(sequence(text("A"))), sequence(sequence(text("B"))))], "A", "B"),
        ([sequence(sequence(), sequence(text("B")))], None, "B"),
        ([tlv.encode(0x31, text("A") + text("B"))], "A", "B"),
        ([tlv.encode(0xA0, text("A")), tlv.encode(0xA1, text("B"))], "A", "B"),
        ([tlv.encode(0xA1, text("B"))], None, "B"),
        ([sequence(tlv.encode(0x81, b"B"))], None, "B"),
        ([sequence(tlv.encode(0x80, b"A"), tlv.encode(0x81, b"\xc3"))], "A", None),
        ([text("A"), b"\x0c\x05B"], "A", None),
    ],
)
def test_one_parent_may_be_missing(values: list[bytes], father: str | None, mother: str | None) -> None:
    group = parsed(field(13, *values))
    assert (group.father, group.mother) == (father, mother)


def test_parents_in_two_fields_of_one_number_are_both_read() -> None:
    group = parsed(field(13, text("A")), field(13, text("B")), field(4, text("Nam")))
    assert (group.father, group.mother) == ("A", "B")


@pytest.mark.parametrize("layout", ["no set", "a set alone", "deeper", "beside an identifier"])
def test_the_fields_are_found_in_whatever_they_are_nested(layout: str) -> None:
    fields = field(1, text("001090123456", 0x13)) + field(4, text("Nữ"))
    bodies = {
        "no set": sequence(fields),
        "a set alone": tlv.encode(0x31, fields),
        "deeper": sequence(b"\x02\x01\x01", sequence(tlv.encode(0x31, fields))),
        "beside an identifier": sequence(b"\x02\x01\x01", b"\x06\x02\x2a\x03", tlv.encode(0x31, fields)),
    }
    assert parse_dg13(tlv.encode(0x6D, bodies[layout])).texts["sex"] == "Nữ"


def test_more_than_one_spouse_is_kept_and_none_is_none() -> None:
    assert parsed(field(14, sequence(text("A")), sequence(), sequence(text("B")))).spouses == ("A", "B")


def test_decomposed_text_is_composed_and_white_space_is_one_space() -> None:
    decomposed = unicodedata.normalize("NFD", "Nguyễn Văn Ẩn")
    assert parsed(field(2, text(f" {decomposed}\n\t Hai \x00"))).texts["full_name"] == "Nguyễn Văn Ẩn Hai"


@pytest.mark.parametrize("sign", "\x00\x1b\x7f\u202e\u2066\u200f\u061c\u200b\u200d\u00ad\ufeff\ue000")
def test_what_would_be_obeyed_is_shown_as_a_mark(sign: str) -> None:
    assert parsed(field(2, text(f"Nguyễn {sign}Văn An"))).texts["full_name"] == "Nguyễn ¤Văn An"


def test_a_text_cut_in_mid_letter_costs_that_field_only() -> None:
    cut = tlv.encode(0x0C, "Nguyễn Thị".encode()[:-1])
    group = parsed(field(1, text("001188007531", 0x13)), field(2, cut), field(10, b"\x0c\x7fx"), field(4, text("Nữ")))
    assert dict(group.texts) == {"personal_number": "001188007531", "sex": "Nữ"}


def test_fields_before_a_broken_one_are_kept() -> None:
    assert parsed(field(4, text("Nữ")), b"\x30\x7f\x02\x01\x02").texts["sex"] == "Nữ"


@pytest.mark.parametrize(("tag", "encoding"), [(0x1E, "utf-16-be"), (0x1C, "utf-32-be"), (0x1A, "ascii")])
def test_every_string_type_is_read_as_its_own(tag: int, encoding: str) -> None:
    value = "Nam" if encoding == "ascii" else "Nữ"
    assert parsed(field(4, tlv.encode(tag, value.encode(encoding)))).texts["sex"] == value


def test_an_expiry_may_be_words() -> None:
    assert parsed(field(12, text("Không thời hạn"))).texts["date_of_expiry"] == "Không thời hạn"


def test_the_first_of_two_fields_with_one_number_counts() -> None:
    assert parsed(field(4, text("Nam")), field(4, text("Nữ"))).texts["sex"] == "Nam"


def test_unknown_members_and_numbers_are_ignored() -> None:
    odd = [
        tlv.encode(0x02, b"\x01"),
        sequence(),
        sequence(b"\x02\x09\x01"),
        sequence(text("x")),
        field(16, text("0123456789ABCDEF", 0x13)),
    ]
    assert dict(parsed(*odd, field(99, text("x")), field(5, tlv.encode(0x02, b"\x01"))).texts) == {}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        tlv.encode(0x6D),
        tlv.encode(0x6D, sequence()),
        tlv.encode(0x6E, sequence(tlv.encode(0x31))),
        tlv.encode(0x6D, sequence(b"\x02\x01\x01", text("no fields"))),
        dg13(*[field(1)] * 65),
        dg13(b"\x30\x05"),
    ],
)
def test_a_file_without_fields_is_malformed(raw: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_dg13(raw)


def test_nothing_of_the_holder_shows_in_a_repr() -> None:
    assert "An" not in repr(parsed(field(2, text("Nguyễn Văn An")), field(13, text("Bình"))))


WHOLE = dg13(
    *(field(number, text(f"text {number}")) for number in (*range(1, 13), 15)),
    field(13, text("the father"), text("the mother")),
    field(14, text("the spouse")),
)


def told(group: DataGroup13) -> dict[str, str]:
    """Every field that holds something."""
    family = {"father": group.father, "mother": group.mother, "spouse": ", ".join(group.spouses)}
    return {**group.texts, **{name: value for name, value in family.items() if value}}


@pytest.mark.parametrize("name", sorted(EVERY_FIELD))
def test_a_field_that_nobody_asked_for_is_not_made_into_text(name: str) -> None:
    assert set(told(parse_dg13(WHOLE, EVERY_FIELD - {name}))) == EVERY_FIELD - {name}
    assert set(told(parse_dg13(WHOLE, {name}))) == {name}


def test_no_text_at_all_is_decoded_of_a_field_that_nobody_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[bytes] = []
    monkeypatch.setattr("devices.emrtd.lds.dg13._decoded", lambda content, _encoding: decoded.append(content) or "x")
    parse_dg13(WHOLE, {"sex"})
    assert decoded == [b"text 4"]
