"""The two records a face may lie in: ISO/IEC 19794-5 of 2005, and ISO/IEC 39794-5 of 2019 that follows it."""

from __future__ import annotations

import struct

from devices.card_reader.virtual_card.ber import tlv

JPEG_2000_CODE, JPEG_CODE = 3, 2


def face_record(image: bytes, *, width: int, height: int) -> bytes:
    """A facial record of the older standard, without feature points."""
    jpeg2000 = image[4:8] == b"jP  "
    record_length = 14 + 20 + 12 + len(image)
    header = b"FAC\x00010\x00" + struct.pack(">IH", record_length, 1)
    face = struct.pack(">IH14x", 20 + 12 + len(image), 0)
    picture = struct.pack(">BBHHBBHH", 1, 1 if jpeg2000 else 0, width, height, 1, 0, 0, 0)
    return tlv(0x5F2E, header + face + picture + image)


def face_record_39794(image: bytes, *, width: int, height: int) -> bytes:
    """A face image block of the newer one: version, then one representation around the encoded picture."""
    code = JPEG_2000_CODE if image[4:8] == b"jP  " else JPEG_CODE
    size = tlv(0xA2, tlv(0x80, width.to_bytes(2, "big")), tlv(0x81, height.to_bytes(2, "big")))
    information = tlv(0xA1, tlv(0xA0, tlv(0x80, bytes((code,)))), size)
    picture = tlv(0xA1, tlv(0xA0, tlv(0xA0, tlv(0x80, image), information)))
    representation = tlv(0x30, tlv(0x80, b"\x00"), picture)
    version = tlv(0xA0, tlv(0x80, b"\x03"), tlv(0x81, b"\x07\xe3"))
    return tlv(0x7F2E, tlv(0xA1, tlv(0x65, version, tlv(0xA1, representation))))
