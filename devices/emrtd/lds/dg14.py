"""DG14: the chip's protocols and its Chip Authentication key (ICAO Doc 9303-10 clause 4.7.14)."""

from __future__ import annotations

from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.security_infos import SecurityInfos, parse_security_infos
from devices.iso7816 import tlv


def parse_dg14(raw: bytes) -> SecurityInfos:
    """`raw` is the whole file, the SET of SecurityInfo inside tag 6E. Raises `MalformedError`."""
    return parse_security_infos(tlv.read_only(raw, ElementaryFile.DG14.tag).value)
