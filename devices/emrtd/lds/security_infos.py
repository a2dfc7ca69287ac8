"""SecurityInfos: what a chip says of its protocols and keys (ICAO Doc 9303-11 clause 9.2; BSI TR-03110-3 A.1.1).

The shared grammar of EF.CardAccess and DG14. Infos are told apart by object identifier, never by position; those
this program does not know are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from devices.emrtd import oids
from devices.emrtd.oids import ChipAuthenticationProtocol, PaceProtocol
from devices.iso7816.errors import MalformedError
from devices.iso7816.tlv import Tlv, read_only

SET, SEQUENCE, OBJECT_IDENTIFIER, INTEGER = 0x31, 0x30, 0x06, 0x02
MAX_INFOS: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceInfo:
    """PACE is offered, with these domain parameters (None where the info leaves their number out)."""

    protocol: PaceProtocol
    parameter_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceDomainParameters:
    """Domain parameters the chip states itself (PACEDomainParameterInfo), for all PACE protocols of that family."""

    family: str
    parameter_id: int | None
    algorithm: bytes = field(repr=False)
    """An AlgorithmIdentifier, not yet read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipAuthenticationInfo:
    """Chip Authentication is offered, version 1, with the key of that number where there are several."""

    protocol: ChipAuthenticationProtocol
    key_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipAuthenticationKey:
    """The chip's static public key, as a SubjectPublicKeyInfo."""

    key_id: int | None
    public_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityInfos:
    """The infos this program acts on, in the card's order."""

    pace: tuple[PaceInfo, ...] = ()
    pace_parameters: tuple[PaceDomainParameters, ...] = ()
    chip_authentication: tuple[ChipAuthenticationInfo, ...] = ()
    chip_authentication_keys: tuple[ChipAuthenticationKey, ...] = ()
    active_authentication_hash: str | None = None
    """Hash of an ECDSA chip signature, where the chip names one."""


def parse_security_infos(raw: bytes) -> SecurityInfos:
    """`raw` is the SET OF SecurityInfo (ICAO 9303-11 clause 9.2). Raises `MalformedError`."""
    infos = read_only(raw, SET).children()
    if len(infos) > MAX_INFOS:
        raise MalformedError("SecurityInfos")
    entries = [_entry(info) for info in infos]
    return SecurityInfos(
        pace=tuple(_pace(*entry) for entry in entries if entry[0] in oids.PACE),
        pace_parameters=tuple(_parameters(*entry) for entry in entries if entry[0] in oids.PACE_FAMILIES),
        chip_authentication=tuple(_offer(*entry) for entry in entries if entry[0] in oids.CHIP_AUTHENTICATION),
        chip_authentication_keys=tuple(_key(rest) for oid, rest in entries if oid in _KEYS),
        active_authentication_hash=next(
            (_hash(rest) for oid, rest in entries if oid == oids.ACTIVE_AUTHENTICATION), None
        ),
    )


_KEYS: Final = frozenset({oids.CHIP_AUTHENTICATION_DH_KEY, oids.CHIP_AUTHENTICATION_ECDH_KEY})


def _entry(info: Tlv) -> tuple[str, list[Tlv]]:
    parts = info.children() if info.tag == SEQUENCE else []
    if not parts or parts[0].tag != OBJECT_IDENTIFIER:
        raise MalformedError("SecurityInfo")
    return oids.decode(parts[0].value), parts[1:]


def _pace(oid: str, rest: list[Tlv]) -> PaceInfo:
    return PaceInfo(protocol=oids.PACE[oid], parameter_id=_integer(rest, 1))


def _parameters(oid: str, rest: list[Tlv]) -> PaceDomainParameters:
    if not rest or rest[0].tag != SEQUENCE:
        raise MalformedError("PACEDomainParameterInfo")
    return PaceDomainParameters(family=oid, algorithm=rest[0].raw, parameter_id=_integer(rest, 1))


def _offer(oid: str, rest: list[Tlv]) -> ChipAuthenticationInfo:
    return ChipAuthenticationInfo(protocol=oids.CHIP_AUTHENTICATION[oid], key_id=_integer(rest, 1))


def _key(rest: list[Tlv]) -> ChipAuthenticationKey:
    if not rest or rest[0].tag != SEQUENCE:
        raise MalformedError("ChipAuthenticationPublicKeyInfo")
    return ChipAuthenticationKey(public_key=rest[0].raw, key_id=_integer(rest, 1))


def _hash(rest: list[Tlv]) -> str | None:
    if len(rest) < 2 or rest[1].tag != OBJECT_IDENTIFIER:
        return None
    return oids.PLAIN_ECDSA_HASHES.get(oids.decode(rest[1].value))


def _integer(parts: list[Tlv], place: int) -> int | None:
    if len(parts) <= place or parts[place].tag != INTEGER or not 0 < len(parts[place].value) <= 4:
        return None
    return int.from_bytes(parts[place].value, "big")
