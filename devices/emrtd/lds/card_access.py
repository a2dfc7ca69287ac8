"""EF.CardAccess: which PACE the chip speaks, readable before any key (ICAO Doc 9303-11 clause 9.2.8)."""

from __future__ import annotations

from typing import Final

from devices.emrtd.domain_parameters import DH_PARAMETERS, ECDH_PARAMETERS, standardized_group
from devices.emrtd.groups import KeyAgreementGroup
from devices.emrtd.lds.security_infos import PaceInfo, SecurityInfos, parse_security_infos
from devices.emrtd.oids import Agreement, PaceMapping

VIETNAMESE: Final = bytes.fromhex(
    "3134300d060804007f0007020202020101300f060a04007f000702020302020201013012060a04007f0007020204020202010202010d"
)
"""What every Vietnamese card seen so far says: PACE-ECDH-GM, AES-128, brainpoolP256r1. For when it cannot be read."""


def parse_card_access(raw: bytes) -> SecurityInfos:
    """The infos. Raises `MalformedError`."""
    return parse_security_infos(raw)


def best_pace(infos: SecurityInfos) -> tuple[PaceInfo, KeyAgreementGroup] | None:
    """The offer to take, or None: its domain parameters are standardised and of the right kind.

    A mapping that proves the chip comes before one that does not (Doc 9303-11 appendix J), else the card's order.
    """
    for info in sorted(infos.pace, key=lambda each: each.protocol.mapping is PaceMapping.GENERIC):
        known = DH_PARAMETERS if info.protocol.agreement is Agreement.DH else ECDH_PARAMETERS
        if info.parameter_id in known:
            return info, standardized_group(info.parameter_id)
    return None
