"""The files of the LDS, one parser after the other, on made-up and on hostile bytes."""

from __future__ import annotations

import pytest

from devices.emrtd.domain_parameters import standardized_group
from devices.emrtd.lds.card_access import VIETNAMESE, best_pace, parse_card_access
from devices.emrtd.lds.com import parse_com
from devices.emrtd.lds.dg1 import parse_dg1
from devices.emrtd.lds.dg2 import ImageKind, parse_dg2
from devices.emrtd.lds.dg14 import parse_dg14
from devices.emrtd.lds.dg15 import parse_dg15
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.security_infos import parse_security_infos
from devices.emrtd.oids import encode as oid
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError
from tests.unit.devices.emrtd.test_mrz import AN

ZONE = "".join(AN.split()).encode()
JPEG = b"\xff\xd8\xff\xe0 a picture"


def test_a_file_knows_its_identifiers_tag_limit_and_number() -> None:
    assert (ElementaryFile.DG13.sfi, ElementaryFile.DG13.fid, ElementaryFile.DG13.tag) == (13, 0x010D, 0x6D)
    assert (ElementaryFile.DG2.limit, ElementaryFile.SOD.limit) == (1_048_576, 65_536)
    assert (ElementaryFile.DG15.number, ElementaryFile.SOD.number) == (15, None)


def test_com_lists_the_known_files() -> None:
    raw = tlv.encode(0x60, tlv.encode(0x5F01, b"0107") + tlv.encode(0x5C, bytes.fromhex("61756dff")))
    com = parse_com(raw)
    assert com.lds_version == "0107"
    assert com.files == (ElementaryFile.DG1, ElementaryFile.DG2, ElementaryFile.DG13)


def test_com_may_lack_a_version() -> None:
    assert parse_com(tlv.encode(0x60, tlv.encode(0x5C, b"\x61"))).lds_version == ""


def dg1(zone: bytes) -> bytes:
    """DG1 around a zone."""
    return tlv.encode(0x61, tlv.encode(0x5F1F, zone))


def test_dg1_is_the_zone() -> None:
    assert parse_dg1(dg1(ZONE)).surname == "NGUYEN"


@pytest.mark.parametrize("zone", [b"\xff" * 90, ZONE[:-1], b""])
def test_a_dg1_that_is_no_td1_is_malformed(zone: bytes) -> None:
    with pytest.raises(MalformedError, match="DG1"):
        parse_dg1(dg1(zone))


def dg2(data: bytes, *, tag: int = 0x5F2E) -> bytes:
    """DG2 around one biometric data block."""
    template = tlv.encode(0x7F60, tlv.encode(0xA1, b"\x80\x02\x01\x01") + tlv.encode(tag, data))
    return tlv.encode(0x75, tlv.encode(0x7F61, b"\x02\x01\x01" + template))


def face(picture: bytes, points: int = 0) -> bytes:
    """A facial record with feature points around a picture."""
    block = bytes(4) + points.to_bytes(2, "big") + bytes(14) + bytes(8 * points) + bytes(12)
    return b"FAC\x00010\x00" + bytes(6) + block + picture


@pytest.mark.parametrize(
    ("picture", "kind"),
    [
        (JPEG, ImageKind.JPEG),
        (b"\x00\x00\x00\x0cjP  more", ImageKind.JPEG_2000),
        (b"\xff\x4f\xff\x51more", ImageKind.JPEG_2000),
    ],
)
@pytest.mark.parametrize("tag", [0x5F2E, 0x7F2E])
def test_the_picture_of_dg2_is_cut_out(picture: bytes, kind: ImageKind, tag: int) -> None:
    for points in (0, 3):
        image = parse_dg2(dg2(face(picture, points), tag=tag))
        assert image is not None
        assert (image.kind, image.data) == (kind, picture)


@pytest.mark.parametrize("prefix", [b"", b"FAC\x00" + bytes(20), b"other header"])
def test_a_picture_behind_a_header_that_leads_astray_is_found(prefix: bytes) -> None:
    image = parse_dg2(dg2(prefix + JPEG))
    assert image is not None
    assert image.data == JPEG


def test_a_card_without_photo_has_no_image() -> None:
    assert parse_dg2(tlv.encode(0x75)) is None
    assert parse_dg2(tlv.encode(0x75, tlv.encode(0x7F61, b"\x02\x01\x00"))) is None


def test_a_dg2_without_data_or_picture_is_malformed() -> None:
    for raw in (dg2(b"no picture"), dg2(b"", tag=0x5F2D)):
        with pytest.raises(MalformedError, match="DG2"):
            parse_dg2(raw)


def infos(*entries: bytes) -> bytes:
    """A SET of SecurityInfos."""
    return tlv.encode(0x31, b"".join(tlv.encode(0x30, entry) for entry in entries))


def number(value: int) -> bytes:
    """A small INTEGER."""
    return tlv.encode(0x02, bytes((value,)))


def object_id(dotted: str) -> bytes:
    """An OBJECT IDENTIFIER."""
    return tlv.encode(0x06, oid(dotted))


def test_the_vietnamese_card_access_offers_pace_as_its_third_info() -> None:
    parsed = parse_card_access(VIETNAMESE)
    offer = best_pace(parsed)
    assert offer is not None
    assert (offer[0].protocol.oid, offer[0].parameter_id) == ("0.4.0.127.0.7.2.2.4.2.2", 13)
    assert offer[1] is standardized_group(13)
    assert parsed.chip_authentication[0].key_id is None


def test_the_first_usable_offer_is_taken() -> None:
    ecdh_with_modp, dh = "0.4.0.127.0.7.2.2.4.2.2", "0.4.0.127.0.7.2.2.4.1.2"
    raw = infos(
        object_id(ecdh_with_modp) + number(2) + number(0),
        object_id(ecdh_with_modp) + number(2),
        object_id(dh) + number(2) + number(1),
    )
    offer = best_pace(parse_card_access(raw))
    assert offer is not None
    assert offer[0].protocol.oid == dh
    assert best_pace(parse_card_access(infos())) is None


def test_the_mapping_that_proves_the_chip_is_preferred() -> None:
    generic, proving = "0.4.0.127.0.7.2.2.4.2.2", "0.4.0.127.0.7.2.2.4.6.2"
    raw = infos(*(object_id(each) + number(2) + number(13) for each in (generic, proving)))
    offer = best_pace(parse_card_access(raw))
    assert offer is not None
    assert offer[0].protocol.oid == proving


def test_dg14_brings_keys_offers_and_the_hash_of_the_chips_signature() -> None:
    key = tlv.encode(0x30, b"\x05\x00")
    raw = infos(
        object_id("0.4.0.127.0.7.2.2.1.2") + key + number(7),
        object_id("0.4.0.127.0.7.2.2.3.2.2") + number(1) + number(7),
        object_id("2.23.136.1.1.5") + number(1) + object_id("0.4.0.127.0.7.1.1.4.1.4"),
        object_id("1.2.3"),
    )
    parsed = parse_dg14(tlv.encode(0x6E, raw))
    assert parsed.chip_authentication_keys[0].public_key == key
    assert (parsed.chip_authentication_keys[0].key_id, parsed.chip_authentication[0].key_id) == (7, 7)
    assert parsed.active_authentication_hash == "sha384"


@pytest.mark.parametrize("rest", [b"", number(1) + number(2), number(1) + object_id("1.2.3")])
def test_a_chip_that_names_no_known_hash_leaves_it_open(rest: bytes) -> None:
    assert parse_security_infos(infos(object_id("2.23.136.1.1.5") + rest)).active_authentication_hash is None


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x30\x00",
        tlv.encode(0x31, b"\x02\x01\x01"),
        infos(b""),
        infos(number(1)),
        infos(object_id("0.4.0.127.0.7.2.2.1.2")),
        infos(object_id("0.4.0.127.0.7.2.2.1.2") + number(1)),
        infos(*[object_id("1.2.3")] * 65),
    ],
)
def test_broken_infos_are_malformed(raw: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_security_infos(raw)


@pytest.mark.parametrize("value", [b"", bytes(5)])
def test_a_parameter_number_of_an_odd_length_is_no_number(value: bytes) -> None:
    raw = infos(object_id("0.4.0.127.0.7.2.2.4.2.2") + number(2) + tlv.encode(0x02, value))
    assert parse_security_infos(raw).pace[0].parameter_id is None


def test_a_dg15_that_holds_no_key_is_malformed() -> None:
    with pytest.raises(MalformedError):
        parse_dg15(tlv.encode(0x6F, b"\x30\x00"))
