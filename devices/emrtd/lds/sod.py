"""EF.SOD: the signed list of the data groups' hashes (ICAO Doc 9303-10 clause 4.6.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.oids import LDS_SECURITY_OBJECT, LDS_SECURITY_OBJECTS_LEGACY
from devices.emrtd.signature_algorithms import read_hash_algorithm
from devices.emrtd.signed_data import SignedData, read_signed_data
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError

INTEGER, OCTET_STRING, SEQUENCE = 0x02, 0x04, 0x30
_TYPES = LDS_SECURITY_OBJECTS_LEGACY | {LDS_SECURITY_OBJECT}


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityObject:
    """Hashes by data group number, and the signature over them, not yet checked."""

    hash_name: str
    hashes: Mapping[int, bytes] = field(repr=False)
    signed: SignedData


def parse_sod(raw: bytes) -> SecurityObject:
    """`raw` is the whole file: the hashes and the signature over them, not yet verified. Raises `MalformedError`."""
    signed = read_signed_data(tlv.read_only(raw, ElementaryFile.SOD.tag).value)
    if signed.content_type not in _TYPES:
        raise MalformedError("SOD content type")
    parts = tlv.read_only(signed.content, SEQUENCE).children()
    if [part.tag for part in parts[:3]] != [INTEGER, SEQUENCE, SEQUENCE]:
        raise MalformedError("LDS security object")
    return SecurityObject(
        hash_name=read_hash_algorithm(parts[1].raw),
        hashes=dict(_data_group_hash(entry) for entry in parts[2].children()),
        signed=signed,
    )


def _data_group_hash(entry: tlv.Tlv) -> tuple[int, bytes]:
    parts = entry.children()
    if entry.tag != SEQUENCE or [part.tag for part in parts] != [INTEGER, OCTET_STRING]:
        raise MalformedError("data group hash")
    return int.from_bytes(parts[0].value, "big"), parts[1].value
