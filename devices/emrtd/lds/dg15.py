"""DG15: the public key of Active Authentication (ICAO Doc 9303-10 clause 4.7.15), as a SubjectPublicKeyInfo."""

from __future__ import annotations

from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.public_keys import PublicKey, read_public_key
from devices.iso7816 import tlv


def parse_dg15(raw: bytes) -> PublicKey:
    """The key. Raises `MalformedError` for one this program cannot use."""
    return read_public_key(tlv.read_only(raw, ElementaryFile.DG15.tag).value)
