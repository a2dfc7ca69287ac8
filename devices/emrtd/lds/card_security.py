"""EF.CardSecurity: the chip's keys of the master file, signed like the SOD (ICAO Doc 9303-11 clause 9.2.11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from devices.emrtd.lds.security_infos import SecurityInfos, parse_security_infos
from devices.emrtd.signed_data import SignedData, read_signed_data
from devices.iso7816.errors import MalformedError

SECURITY_OBJECT: Final = "0.4.0.127.0.7.3.2.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSecurity:
    """The infos, and the signature over them, not yet checked."""

    infos: SecurityInfos
    signed: SignedData


def parse_card_security(raw: bytes) -> CardSecurity:
    """`raw` is the whole file, a CMS SignedData over SecurityInfos. Raises `MalformedError`."""
    signed = read_signed_data(raw)
    if signed.content_type != SECURITY_OBJECT:
        raise MalformedError("CardSecurity content type")
    return CardSecurity(infos=parse_security_infos(signed.content), signed=signed)
