"""The files of the LDS, one parser after the other, on made-up and on hostile bytes."""

from __future__ import annotations

import pytest
from ecdsa import curves

from devices.emrtd.domain_parameters import standardized_group
from devices.emrtd.lds.card_access import VIETNAMESE, pace_offers, parse_card_access
from devices.emrtd.lds.dg1 import parse_dg1
from devices.emrtd.lds.dg2 import ImageKind, parse_dg2
from devices.emrtd.lds.dg14 import parse_dg14
from devices.emrtd.lds.dg15 import parse_dg15
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.security_infos import parse_security_infos
from devices.emrtd.oids import encode as oid
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError
from tests.helpers.authorities import explicit_parameters
from tests.helpers.documents import can_of, read
from tests.helpers.personas import FOLDER, persona
from tests.unit.devices.emrtd.test_mrz import AN

ZONE = "".join(AN.split()).encode()
JPEG = b"\xff\xd8\xff\xe0 a picture"


def test_a_file_knows_its_identifiers_tag_limit_and_number() -> None:
    assert (ElementaryFile.DG13.sfi, ElementaryFile.DG13.fid, ElementaryFile.DG13.tag) == (13, 0x010D, 0x6D)
    assert (ElementaryFile.DG2.limit, ElementaryFile.SOD.limit) == (1_048_576, 65_536)
    assert (ElementaryFile.DG15.number, ElementaryFile.SOD.number) == (15, None)


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


def nested(picture: bytes, *, deep: int = 4) -> bytes:
    """A face image block of ISO/IEC 39794-5: version, one representation, the picture `deep` objects down."""
    inner = tlv.encode(0x80, picture) + tlv.encode(0xA1, tlv.encode(0x80, b"\x02"))
    for _ in range(deep):
        inner = tlv.encode(0xA0, inner)
    version = tlv.encode(0xA0, tlv.encode(0x80, b"\x03"))
    block = tlv.encode(0x65, version + tlv.encode(0xA1, tlv.encode(0x30, tlv.encode(0x80, b"\x00") + inner)))
    return tlv.encode(0xA1, block)


@pytest.mark.parametrize("picture", [JPEG, b"\x00\x00\x00\x0cjP  more", b"\x89PNG\r\n\x1a\n more"])
@pytest.mark.parametrize("deep", [1, 4, 7])
def test_the_picture_of_the_newer_record_is_cut_out_to_its_last_byte(picture: bytes, deep: int) -> None:
    image = parse_dg2(dg2(nested(picture + bytes(3_000), deep=deep), tag=0x7F2E))
    assert image is not None
    assert image.data == picture + bytes(3_000)


def test_a_picture_too_deep_is_found_by_its_beginning_and_none_is_malformed() -> None:
    image = parse_dg2(dg2(nested(JPEG, deep=20), tag=0x7F2E))
    assert image is not None
    assert image.data.startswith(JPEG)
    with pytest.raises(MalformedError, match="image"):
        parse_dg2(dg2(nested(b"no picture"), tag=0x7F2E))


@pytest.mark.parametrize("record", ["19794-5", "39794-5"])
def test_the_photo_of_a_card_is_the_picture_it_was_made_with(record: str) -> None:
    made = persona(quirks={"face_record": record})
    _, partial = read(made, can_of(made), (ElementaryFile.DG2,))
    image = parse_dg2(partial.files[ElementaryFile.DG2])
    assert image is not None
    assert image.data == (FOLDER / "photos" / "portrait.jpg").read_bytes()


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


def number_of(value: int) -> bytes:
    """A small INTEGER."""
    return tlv.encode(0x02, bytes((value,)))


def object_id(dotted: str) -> bytes:
    """An OBJECT IDENTIFIER."""
    return tlv.encode(0x06, oid(dotted))


def test_the_vietnamese_card_access_offers_pace_as_its_third_info() -> None:
    parsed = parse_card_access(VIETNAMESE)
    (offer,) = pace_offers(parsed)
    assert (offer.info.protocol.oid, offer.info.parameter_id) == ("0.4.0.127.0.7.2.2.4.2.2", 13)
    assert offer.group is standardized_group(13)
    assert not offer.named
    assert parsed.chip_authentication[0].key_id is None


def pace(number: str, parameter_id: int | None) -> bytes:
    """A PACEInfo by the end of its identifier."""
    return (
        object_id(f"0.4.0.127.0.7.2.2.4.{number}")
        + number_of(2)
        + (b"" if parameter_id is None else number_of(parameter_id))
    )


def offers(*entries: bytes) -> list[tuple[str, int | None, bool]]:
    """Protocol, parameters and whether they are named, of each offer that is taken."""
    found = pace_offers(parse_card_access(infos(*entries)))
    return [(each.info.protocol.oid[20:], each.info.parameter_id, each.named) for each in found]


def test_offers_this_program_cannot_take_are_passed_over() -> None:
    assert offers(pace("2.2", 0), pace("1.2", 1)) == [("1.2", 1, False)]
    assert offers(pace("2.2", 5), pace("1.2", None), pace("4.2", 10)) == []
    assert offers() == []


def test_the_mapping_that_proves_the_chip_comes_first_and_the_integrated_one_last() -> None:
    made = offers(pace("4.2", 13), pace("2.2", 13), pace("6.2", 13), pace("3.2", 0))
    assert [each[0] for each in made] == ["6.2", "2.2", "4.2", "3.2"]


def test_parameters_are_named_where_one_protocol_is_offered_with_several() -> None:
    assert offers(pace("2.2", 12), pace("2.2", 13), pace("2.4", 13)) == [
        ("2.2", 12, True),
        ("2.2", 13, True),
        ("2.4", 13, False),
    ]


def stated(family: str, algorithm: bytes, parameter_id: int | None = None) -> bytes:
    """A PACEDomainParameterInfo."""
    return (
        object_id(f"0.4.0.127.0.7.2.2.4.{family}")
        + algorithm
        + (b"" if parameter_id is None else number_of(parameter_id))
    )


def algorithm(oid_text: str, parameters: bytes) -> bytes:
    """An AlgorithmIdentifier."""
    return tlv.encode(0x30, object_id(oid_text) + parameters)


STANDARDIZED = algorithm("0.4.0.127.0.7.1.2", tlv.encode(0x02, b"\x11"))


def test_an_offer_without_parameters_means_those_the_card_states_or_the_vietnamese_curve() -> None:
    (plain,) = pace_offers(parse_card_access(infos(pace("2.2", None))))
    assert plain.group is standardized_group(13)
    (other,) = pace_offers(
        parse_card_access(infos(pace("2.2", None), stated("1", b"\x30\x00"), stated("2", STANDARDIZED)))
    )
    assert other.group is standardized_group(17)
    (own,) = pace_offers(parse_card_access(infos(pace("2.2", 40), stated("2", STANDARDIZED, 40))))
    assert own.group is standardized_group(17)


def test_written_out_parameters_are_taken_when_they_are_of_a_known_curve_and_kind() -> None:
    written = algorithm("1.2.840.10045.2.1", explicit_parameters(curves.NIST256p))
    (found,) = pace_offers(parse_card_access(infos(pace("2.2", None), stated("2", written))))
    assert found.group.prime == standardized_group(12).prime
    for broken in (
        algorithm("1.2.840.10045.2.1", explicit_parameters(curves.NIST256p, order=7)),
        algorithm("0.4.0.127.0.7.1.2", number_of(0)),
        algorithm("1.2.3", number_of(0)),
        tlv.encode(0x30, object_id("1.2.3")),
    ):
        assert pace_offers(parse_card_access(infos(pace("2.2", None), stated("2", broken)))) == ()


def test_dg14_brings_keys_offers_and_the_hash_of_the_chips_signature() -> None:
    key = tlv.encode(0x30, b"\x05\x00")
    raw = infos(
        object_id("0.4.0.127.0.7.2.2.1.2") + key + number_of(7),
        object_id("0.4.0.127.0.7.2.2.3.2.2") + number_of(1) + number_of(7),
        object_id("2.23.136.1.1.5") + number_of(1) + object_id("0.4.0.127.0.7.1.1.4.1.4"),
        object_id("1.2.3"),
    )
    parsed = parse_dg14(tlv.encode(0x6E, raw))
    assert parsed.chip_authentication_keys[0].public_key == key
    assert (parsed.chip_authentication_keys[0].key_id, parsed.chip_authentication[0].key_id) == (7, 7)
    assert parsed.active_authentication_hash == "sha384"


@pytest.mark.parametrize("rest", [b"", number_of(1) + number_of(2), number_of(1) + object_id("1.2.3")])
def test_a_chip_that_names_no_known_hash_leaves_it_open(rest: bytes) -> None:
    assert parse_security_infos(infos(object_id("2.23.136.1.1.5") + rest)).active_authentication_hash is None


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x30\x00",
        tlv.encode(0x31, b"\x02\x01\x01"),
        infos(b""),
        infos(number_of(1)),
        infos(object_id("0.4.0.127.0.7.2.2.1.2")),
        infos(object_id("0.4.0.127.0.7.2.2.4.2")),
        infos(object_id("0.4.0.127.0.7.2.2.1.2") + number_of(1)),
        infos(*[object_id("1.2.3")] * 65),
    ],
)
def test_broken_infos_are_malformed(raw: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_security_infos(raw)


@pytest.mark.parametrize("value", [b"", bytes(5)])
def test_a_parameter_number_of_an_odd_length_is_no_number(value: bytes) -> None:
    raw = infos(object_id("0.4.0.127.0.7.2.2.4.2.2") + number_of(2) + tlv.encode(0x02, value))
    assert parse_security_infos(raw).pace[0].parameter_id is None


def test_a_dg15_that_holds_no_key_is_malformed() -> None:
    with pytest.raises(MalformedError):
        parse_dg15(tlv.encode(0x6F, b"\x30\x00"))
