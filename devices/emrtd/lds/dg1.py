"""DG1: the machine readable zone (ICAO Doc 9303-10 clause 4.7.1), of size TD1 as identity cards carry."""

from __future__ import annotations

from typing import Final

from devices.emrtd.errors import KeyTextError
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.mrz import Mrz, parse_td1
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError

MRZ_OBJECT: Final = 0x5F1F


def zone_of(raw: bytes) -> str:
    """The zone's characters, unchecked. Raises `MalformedError`."""
    try:
        return tlv.need(tlv.read_only(raw, ElementaryFile.DG1.tag).value, MRZ_OBJECT).value.decode("ascii")
    except UnicodeDecodeError as fault:
        raise MalformedError("DG1 alphabet") from fault


def parse_dg1(raw: bytes) -> Mrz:
    """The zone, read. Raises `MalformedError` for another size or a wrong check digit."""
    try:
        return parse_td1(zone_of(raw))
    except KeyTextError as fault:
        raise MalformedError(f"DG1 {fault.place}") from fault
