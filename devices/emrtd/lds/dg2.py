"""DG2: the facial image (ICAO Doc 9303-10 clause 4.7.2; ISO/IEC 19794-5 clause 5, ISO/IEC 39794-5 clause 7).

Gives the encoded picture of the first face and its kind, out of a record of either standard. It does not decode
pixels: that is a screen's work.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from devices.emrtd.lds.files import ElementaryFile
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError

BIOMETRIC_TEMPLATES: Final = 0x7F61
BIOMETRIC_TEMPLATE: Final = 0x7F60
BIOMETRIC_DATA: Final = (0x5F2E, 0x7F2E)
FACE_HEADER: Final = b"FAC\x00"
_FACE_RECORD: Final = 14
_FACE_BLOCK: Final = 20
_POINT: Final = 8
_IMAGE_BLOCK: Final = 12
_SEARCHED: Final = 1_024
"""How far a picture is looked for where the header leads astray."""
_DEEPEST: Final = 12
"""Objects inside objects around a picture of ISO/IEC 39794-5; nine in the records known."""
_CONSTRUCTED: Final = 0x20


class ImageKind(Enum):
    """By the first bytes of the picture; the value is its media type."""

    JPEG = "image/jpeg"
    JPEG_2000 = "image/jp2"
    PNG = "image/png"


_MAGIC: Final = (
    (b"\xff\xd8\xff", ImageKind.JPEG),
    (b"\x00\x00\x00\x0cjP  ", ImageKind.JPEG_2000),
    (b"\xff\x4f\xff\x51", ImageKind.JPEG_2000),
    (b"\x89PNG\r\n\x1a\n", ImageKind.PNG),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceImage:
    """One portrait as the chip holds it, still encoded as `kind` says."""

    kind: ImageKind
    data: bytes = field(repr=False)


def parse_dg2(raw: bytes) -> FaceImage | None:
    """The first face, or None where the file holds no template at all. Raises `MalformedError`."""
    templates = tlv.read_only(raw, ElementaryFile.DG2.tag).value
    if not templates:
        return None
    template = tlv.find(tlv.need(templates, BIOMETRIC_TEMPLATES).value, BIOMETRIC_TEMPLATE)
    if template is None:
        return None
    data = next((each.value for each in template.children() if each.tag in BIOMETRIC_DATA), None)
    if data is None:
        raise MalformedError("DG2 biometric data")
    return _picture(data)


def _picture(data: bytes) -> FaceImage:
    start = _image_offset(data) if data.startswith(FACE_HEADER) else 0
    found = _image(data[start:]) or _held(data, _DEEPEST)
    if found is not None:
        return found
    places = [(data.find(magic, 0, _SEARCHED), kind) for magic, kind in _MAGIC]
    nearest = min(((place, kind) for place, kind in places if place >= 0), key=lambda each: each[0], default=None)
    if nearest is None:
        raise MalformedError("DG2 image")
    return FaceImage(kind=nearest[1], data=data[nearest[0] :])


def _image(data: bytes) -> FaceImage | None:
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    return FaceImage(kind=kind, data=data) if kind else None


def _held(data: bytes, deeper: int) -> FaceImage | None:
    """The first picture that is the whole value of a data object, as a record of ISO/IEC 39794-5 holds it."""
    try:
        objects = list(tlv.read_all(data))
    except MalformedError:
        return None
    for each in objects:
        inside = deeper and each.raw[0] & _CONSTRUCTED
        found = _held(each.value, deeper - 1) if inside else _image(each.value)
        if found is not None:
            return found
    return None


def _image_offset(data: bytes) -> int:
    """Where the image of the first facial record begins: headers, then 8 bytes for each feature point."""
    points = int.from_bytes(data[_FACE_RECORD + 4 : _FACE_RECORD + 6], "big")
    return _FACE_RECORD + _FACE_BLOCK + points * _POINT + _IMAGE_BLOCK
