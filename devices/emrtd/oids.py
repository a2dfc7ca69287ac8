"""Object identifiers of ICAO Doc 9303-10/-11/-12 and BSI TR-03110, and what the protocol ones stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from devices.emrtd.cipher_suites import AES_128, AES_192, AES_256, TRIPLE_DES, CipherSuite
from devices.iso7816.errors import MalformedError

AID: Final = bytes.fromhex("A0000002471001")
"""The eMRTD application (ICAO Doc 9303-10 clause 3.3)."""

CHIP_AUTHENTICATION_DH_KEY: Final = "0.4.0.127.0.7.2.2.1.1"
CHIP_AUTHENTICATION_ECDH_KEY: Final = "0.4.0.127.0.7.2.2.1.2"
STANDARDIZED_PARAMETERS: Final = "0.4.0.127.0.7.1.2"
ACTIVE_AUTHENTICATION: Final = "2.23.136.1.1.5"
LDS_SECURITY_OBJECT: Final = "2.23.136.1.1.1"
LDS_SECURITY_OBJECTS_LEGACY: Final = frozenset({"1.3.27.1.1.1", "1.2.528.1.1006.1.20.1"})
"""Written by some early issuers; read the same (gmrtd issue 425)."""
SIGNED_DATA: Final = "1.2.840.113549.1.7.2"
MASTER_LIST: Final = "2.23.136.1.1.2"
PLAIN_ECDSA_HASHES: Final[Mapping[str, str]] = {
    "0.4.0.127.0.7.1.1.4.1.1": "sha1",
    "0.4.0.127.0.7.1.1.4.1.2": "sha224",
    "0.4.0.127.0.7.1.1.4.1.3": "sha256",
    "0.4.0.127.0.7.1.1.4.1.4": "sha384",
    "0.4.0.127.0.7.1.1.4.1.5": "sha512",
}
"""ecdsa-plain-SHAx of BSI TR-03111, as ActiveAuthenticationInfo names them."""


class Agreement(Enum):
    """The group the keys are agreed in."""

    DH = "DH"
    ECDH = "ECDH"


class PaceMapping(Enum):
    """How PACE turns the nonce into a generator: generic, generic with chip authentication in it, or integrated."""

    GENERIC = "GM"
    INTEGRATED = "IM"
    CHIP_AUTHENTICATION = "CAM"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceProtocol:
    """One PACE object identifier, understood."""

    oid: str
    agreement: Agreement
    mapping: PaceMapping
    suite: CipherSuite


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipAuthenticationProtocol:
    """One Chip Authentication object identifier, understood."""

    oid: str
    agreement: Agreement
    suite: CipherSuite


_SUITES: Final = ((1, TRIPLE_DES), (2, AES_128), (3, AES_192), (4, AES_256))

PACE: Final[Mapping[str, PaceProtocol]] = {
    protocol.oid: protocol
    for branch, agreement, mapping in (
        (1, Agreement.DH, PaceMapping.GENERIC),
        (2, Agreement.ECDH, PaceMapping.GENERIC),
        (3, Agreement.DH, PaceMapping.INTEGRATED),
        (4, Agreement.ECDH, PaceMapping.INTEGRATED),
        (6, Agreement.ECDH, PaceMapping.CHIP_AUTHENTICATION),
    )
    for number, suite in _SUITES
    if (branch, number) != (6, 1)  # CAM is defined for AES only (ICAO Doc 9303-11 clause 9.2.3)
    for protocol in (
        PaceProtocol(oid=f"0.4.0.127.0.7.2.2.4.{branch}.{number}", agreement=agreement, mapping=mapping, suite=suite),
    )
}
"""Every PACE protocol of Doc 9303-11 clause 9.2.3."""
PACE_FAMILIES: Final = frozenset(oid.rpartition(".")[0] for oid in PACE)
"""What a PACEDomainParameterInfo names: a PACE protocol without its cipher."""

CHIP_AUTHENTICATION: Final[Mapping[str, ChipAuthenticationProtocol]] = {
    protocol.oid: protocol
    for branch, agreement in ((1, Agreement.DH), (2, Agreement.ECDH))
    for number, suite in _SUITES
    for protocol in (
        ChipAuthenticationProtocol(oid=f"0.4.0.127.0.7.2.2.3.{branch}.{number}", agreement=agreement, suite=suite),
    )
}


def encode(dotted: str) -> bytes:
    """The content bytes of an OBJECT IDENTIFIER (X.690 clause 8.19)."""
    first, second, *rest = (int(part) for part in dotted.split("."))
    return b"".join(_base128(arc) for arc in (first * 40 + second, *rest))


def _base128(arc: int) -> bytes:
    digits = [arc & 0x7F]
    while arc := arc >> 7:
        digits.append(arc & 0x7F | 0x80)
    return bytes(reversed(digits))


def decode(content: bytes) -> str:
    """The dotted form of those content bytes. Raises `MalformedError`."""
    if not content or content[-1] & 0x80 or len(content) > 32:
        raise MalformedError("object identifier")
    arcs, arc = [], 0
    for byte in content:
        arc = arc << 7 | byte & 0x7F
        if not byte & 0x80:
            arcs.append(arc)
            arc = 0
    first = min(arcs[0] // 40, 2)
    return ".".join(str(part) for part in (first, arcs[0] - first * 40, *arcs[1:]))
