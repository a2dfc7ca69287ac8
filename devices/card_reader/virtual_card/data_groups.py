"""The data groups of a made-up card, encoded as the issuer does (ICAO 9303-10; DG13 of the Vietnamese card)."""

from __future__ import annotations

import hashlib
import struct
import unicodedata

from devices.card_reader.virtual_card.ber import integer, sequence, set_of, tlv
from devices.card_reader.virtual_card.mrz import mrz_lines
from devices.card_reader.virtual_card.persona import Holder

UTF8, PRINTABLE = 0x0C, 0x13
FACE_TAGS = {1: 0x61, 2: 0x75, 3: 0x63, 11: 0x6B, 12: 0x6C, 13: 0x6D, 14: 0x6E, 15: 0x6F}


def ef_com(numbers: tuple[int, ...]) -> bytes:
    """The list of data groups: LDS 1.7, Unicode 4.0.0."""
    tags = bytes(FACE_TAGS[number] for number in numbers)
    return tlv(0x60, tlv(0x5F01, b"0107"), tlv(0x5F36, b"040000"), tlv(0x5C, tags))


def dg1(holder: Holder) -> bytes:
    """The machine readable zone."""
    return tlv(0x61, tlv(0x5F1F, "".join(mrz_lines(holder)).encode("ascii")))


def dg2(image: bytes, *, width: int, height: int) -> bytes:
    """One face image in its ISO/IEC 19794-5 record, in the biometric templates of ICAO 9303-10 clause 4.7.2."""
    jpeg2000 = image[4:8] == b"jP  "
    record_length = 14 + 20 + 12 + len(image)
    header = b"FAC\x00010\x00" + struct.pack(">IH", record_length, 1)
    face = struct.pack(">IH14x", 20 + 12 + len(image), 0)
    picture = struct.pack(">BBHHBBHH", 1, 1 if jpeg2000 else 0, width, height, 1, 0, 0, 0)
    template = bytes.fromhex("810102 820100 87020101 88020008")
    record = tlv(0x5F2E, header + face + picture + image)
    return tlv(0x75, tlv(0x7F61, integer(1), tlv(0x7F60, tlv(0xA1, template), record)))


def dg3(label: str) -> bytes:
    """Fingerprints: noise, since no terminal of ours may ever read them."""
    return tlv(0x63, hashlib.shake_256(label.encode()).digest(600))


def dg13(holder: Holder, *, decomposed: bool = False) -> bytes:
    """Sixteen numbered fields; `decomposed` writes the text in NFD, as one personalisation system did."""

    def text(value: str, tag: int = UTF8) -> bytes:
        written = unicodedata.normalize("NFD", value) if decomposed else value
        return tlv(tag, written.encode()) if value else b""

    fields = [
        text(holder.personal_number, PRINTABLE),
        text(holder.full_name),
        text(holder.date_of_birth, PRINTABLE),
        text(holder.sex),
        text(holder.nationality),
        text(holder.ethnicity),
        text(holder.religion),
        text(holder.place_of_origin),
        text(holder.place_of_residence),
        text(holder.identifying_features),
        text(holder.date_of_issue, PRINTABLE),
        text(holder.date_of_expiry),
        sequence(text(holder.father)) + sequence(text(holder.mother)) if holder.father or holder.mother else b"",
        b"".join(sequence(text(name)) for name in holder.spouses),
        text(holder.old_id_number, PRINTABLE),
        text(holder.chip_number, PRINTABLE),
    ]
    numbered = [sequence(integer(number), value) for number, value in enumerate(fields, start=1)]
    return tlv(0x6D, sequence(integer(1), set_of(*numbered)))
