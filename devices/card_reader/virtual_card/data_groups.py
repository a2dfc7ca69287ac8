"""The data groups of a made-up card, encoded as the issuer does (ICAO 9303-10; DG13 of the Vietnamese card)."""

from __future__ import annotations

import hashlib
import unicodedata

from devices.card_reader.virtual_card.ber import integer, sequence, set_of, tlv
from devices.card_reader.virtual_card.mrz import mrz_lines
from devices.card_reader.virtual_card.persona import Holder, Quirks

UTF8, PRINTABLE = 0x0C, 0x13
FACE_TAGS = {1: 0x61, 2: 0x75, 3: 0x63, 11: 0x6B, 12: 0x6C, 13: 0x6D, 14: 0x6E, 15: 0x6F}


def ef_com(numbers: tuple[int, ...]) -> bytes:
    """The list of data groups: LDS 1.7, Unicode 4.0.0."""
    tags = bytes(FACE_TAGS[number] for number in numbers)
    return tlv(0x60, tlv(0x5F01, b"0107"), tlv(0x5F36, b"040000"), tlv(0x5C, tags))


def dg1(holder: Holder) -> bytes:
    """EF.DG1: the 90 characters of the machine readable zone in 5F1F (ICAO 9303-10 clause 4.7.1)."""
    return tlv(0x61, tlv(0x5F1F, "".join(mrz_lines(holder)).encode("ascii")))


def dg2(record: bytes) -> bytes:
    """One face in its record, in the biometric templates of ICAO 9303-10 clause 4.7.2."""
    template = bytes.fromhex("810102 820100 87020101 88020008")
    return tlv(0x75, tlv(0x7F61, integer(1), tlv(0x7F60, tlv(0xA1, template), record)))


def dg3(label: str) -> bytes:
    """Fingerprints: noise, since no terminal of ours may ever read them."""
    return tlv(0x63, hashlib.shake_256(label.encode()).digest(600))


def dg13(holder: Holder, quirks: Quirks) -> bytes:
    """Sixteen numbered fields, as odd as the quirks say: in NFD, as one personalisation system did; cut; nested."""

    def text(value: str, tag: int = UTF8, name: str = "") -> bytes:
        written = unicodedata.normalize("NFD" if quirks.decomposed_text else "NFC", value).encode()
        return tlv(tag, written[:-1] if name and name == quirks.cut_text else written) if value else b""

    fields = [
        text(holder.personal_number, PRINTABLE),
        text(holder.full_name, name="full_name"),
        text(holder.date_of_birth, PRINTABLE),
        text(holder.sex),
        text(holder.nationality),
        text(holder.ethnicity, name="ethnicity"),
        text(holder.religion),
        text(holder.place_of_origin),
        text(holder.place_of_residence, name="place_of_residence"),
        text(holder.identifying_features),
        text(holder.date_of_issue, PRINTABLE),
        text(holder.date_of_expiry),
        _parents(text(holder.father), text(holder.mother), quirks.parents),
        b"".join(sequence(text(name)) for name in holder.spouses),
        text(holder.old_id_number, PRINTABLE),
        text(holder.chip_number, PRINTABLE),
    ]
    numbered = [sequence(integer(number), value) for number, value in enumerate(fields, start=1)]
    if quirks.parents == "fields":
        numbered[12:13] = [sequence(integer(13), text(each)) for each in (holder.father, holder.mother)]
    return tlv(0x6D, sequence(integer(1), set_of(*numbered)))


def _parents(father: bytes, mother: bytes, how: str) -> bytes:
    """Both names as the layouts seen in the field nest them."""
    if not father and not mother:
        return b""
    apart = sequence(father) + sequence(mother)
    layouts = {"together": sequence(father, mother), "nested": sequence(apart), "bare": father + mother}
    return layouts.get(how, apart)
