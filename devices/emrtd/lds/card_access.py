"""EF.CardAccess: which PACE the chip speaks, readable before any key (ICAO Doc 9303-11 clause 9.2.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from devices.emrtd.domain_parameters import DH_PARAMETERS, ECDH_PARAMETERS, standardized_group
from devices.emrtd.groups import KeyAgreementGroup
from devices.emrtd.lds.security_infos import PaceInfo, SecurityInfos, parse_security_infos
from devices.emrtd.oids import Agreement, PaceMapping
from devices.emrtd.public_keys import read_domain_parameters
from devices.iso7816.errors import MalformedError

VIETNAMESE: Final = bytes.fromhex(
    "3134300d060804007f0007020202020101300f060a04007f000702020302020201013012060a04007f0007020204020202010202010d"
)
"""What every Vietnamese card seen so far says: PACE-ECDH-GM, AES-128, brainpoolP256r1. For when it cannot be read."""
_DEFAULT_CURVE: Final = 13
"""Taken where an offer over curves names no domain parameters at all: that of the Vietnamese card."""
_ORDER: Final = (PaceMapping.CHIP_AUTHENTICATION, PaceMapping.GENERIC, PaceMapping.INTEGRATED)
_NO_POINT_ENCODING: Final = 10
"""NIST P-224: its prime leaves 1 when divided by 4, so the integrated mapping has no encoding for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceOffer:
    """One offer this program can take."""

    info: PaceInfo
    group: KeyAgreementGroup
    named: bool = False
    """Whether the parameters' number must be told to the chip: it offers the same protocol with others as well."""


def parse_card_access(raw: bytes) -> SecurityInfos:
    """`raw` is the whole file, a SET of SecurityInfo without a tag around it. Raises `MalformedError`."""
    return parse_security_infos(raw)


def pace_offers(infos: SecurityInfos) -> tuple[PaceOffer, ...]:
    """The offers to take, the best first: their domain parameters are known and of the right kind.

    A mapping that proves the chip comes before one that does not (Doc 9303-11 appendix J), else the card's order.
    """
    protocols = [info.protocol.oid for info in infos.pace]
    offers = []
    for info in sorted(infos.pace, key=lambda each: _ORDER.index(each.protocol.mapping)):
        group = _group(info, infos)
        if group is not None:
            named = info.parameter_id is not None and protocols.count(info.protocol.oid) > 1
            offers.append(PaceOffer(info=info, group=group, named=named))
    return tuple(offers)


def _group(info: PaceInfo, infos: SecurityInfos) -> KeyAgreementGroup | None:
    number = info.parameter_id
    known = DH_PARAMETERS if info.protocol.agreement is Agreement.DH else ECDH_PARAMETERS
    if info.protocol.mapping is PaceMapping.INTEGRATED:
        known -= {_NO_POINT_ENCODING}
    if number in known:
        return standardized_group(number)
    family = info.protocol.oid.rpartition(".")[0]
    for stated in infos.pace_parameters:
        if (stated.family, stated.parameter_id) == (family, number):
            return _stated(stated.algorithm, info.protocol.agreement)
    named = number is not None or info.protocol.agreement is Agreement.DH
    return None if named else standardized_group(_DEFAULT_CURVE)


def _stated(algorithm: bytes, agreement: Agreement) -> KeyAgreementGroup | None:
    try:
        group = read_domain_parameters(algorithm)
    except MalformedError:
        return None
    return group if (group.public_key_tag == 0x84) is (agreement is Agreement.DH) else None
