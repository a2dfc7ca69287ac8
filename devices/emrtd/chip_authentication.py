"""Chip Authentication version 1 (ICAO Doc 9303-11 clause 6.2) and the proof inside PACE-CAM (clause 4.4.3.5).

The chip agrees on new session keys with its static key of DG14; that it can go on speaking proves it holds the key.
That the key is the issuer's is Passive Authentication's to say.
"""

from __future__ import annotations

from typing import Final

from devices.emrtd.cipher_suites import same
from devices.emrtd.errors import SessionLostError, VerificationError
from devices.emrtd.groups import KeyAgreementGroup, private_key
from devices.emrtd.lds.security_infos import ChipAuthenticationInfo, SecurityInfos
from devices.emrtd.oids import Agreement, encode
from devices.emrtd.pace import Pace, session_keys
from devices.emrtd.public_keys import DhKey, EcKey, read_public_key
from devices.emrtd.secure_messaging import ANSWER_CHECKSUM, SecureChannel, SecureMessaging
from devices.emrtd.verdict import Reason
from devices.iso7816 import tlv
from devices.iso7816.apdu import Command, Response
from devices.iso7816.commands import MANAGE_SECURITY_ENVIRONMENT, general_authenticate, set_authentication_template
from devices.iso7816.connection import Connection
from devices.iso7816.errors import StatusError
from devices.iso7816.status_words import SUCCESS

SET_AT_CHIP: Final = 0x41
KEY_AGREEMENT_TEMPLATE: Final = 0xA6


def chip_authentication_offer(infos: SecurityInfos) -> tuple[ChipAuthenticationInfo, EcKey | DhKey] | None:
    """The first protocol whose key DG14 holds, or None. Raises `MalformedError` for a broken key."""
    for info in infos.chip_authentication:
        for held in infos.chip_authentication_keys:
            if info.key_id not in {None, held.key_id}:
                continue
            key = read_public_key(held.public_key)
            fits = DhKey if info.protocol.agreement is Agreement.DH else EcKey
            if isinstance(key, fits):
                return info, key
    return None


class ChipAuthentication:
    """One run over an open session; `link` is the card below secure messaging."""

    def __init__(self, link: Connection, session: Connection, info: ChipAuthenticationInfo) -> None:
        self._link = link
        self._session = session
        self._info = info

    def run(self, key: EcKey | DhKey, probe: Command) -> Connection:
        """Two or three exchanges; returns the new session. `probe` is any command the chip will answer under it.

        Raises `StatusError` when the chip will not do it, `VerificationError` (CHIP_COPIED) when the answer under
        the new keys is not sealed with them, `SessionLostError` when it stops speaking at all.
        """
        group = key.group
        public = key.point if isinstance(key, EcKey) else key.number
        private = private_key(group)
        self._send_key(group.encode(group.multiply(group.generator, private)))
        secret = group.secret(group.multiply(public, private))
        suite = self._info.protocol.suite
        fresh = SecureMessaging(self._link, SecureChannel(suite, *session_keys(suite, secret)))
        try:
            fresh.transmit(probe.encode())
        except SessionLostError as fault:
            if fault.place == ANSWER_CHECKSUM:
                raise VerificationError(Reason.CHIP_COPIED) from fault
            raise
        return fresh

    def _send_key(self, public: bytes) -> None:
        key_id = self._info.key_id
        reference = b"" if key_id is None else tlv.encode(0x84, bytes((key_id,)))
        if self._info.protocol.suite.block_length == 8:
            template = tlv.encode(0x91, public) + reference
            self._send(
                Command(ins=MANAGE_SECURITY_ENVIRONMENT, p1=SET_AT_CHIP, p2=KEY_AGREEMENT_TEMPLATE, data=template)
            )
            return
        template = tlv.encode(0x80, encode(self._info.protocol.oid)) + reference
        self._send(set_authentication_template(SET_AT_CHIP, template))
        self._send(general_authenticate(tlv.encode(0x80, public), last=True))

    def _send(self, command: Command) -> None:
        answer = Response.decode(self._session.transmit(command.encode()))
        if answer.sw != SUCCESS:
            raise StatusError("chip authentication", answer.sw)


def check_mapping(pace: Pace, infos: SecurityInfos) -> None:
    """PACE-CAM: the chip's mapping key must be its static key times the number it sent.

    Raises `VerificationError` (CHIP_COPIED) when no static key of `infos` gives it, `MalformedError`.
    """
    factor = int.from_bytes(pace.chip_authentication_data, "big")
    for held in infos.chip_authentication_keys:
        key = read_public_key(held.public_key)
        if isinstance(key, EcKey) and _maps(key.group, key, factor, pace.chip_mapping_key):
            return
    raise VerificationError(Reason.CHIP_COPIED)


def _maps(group: KeyAgreementGroup, key: EcKey, factor: int, mapping_key: bytes) -> bool:
    if not 0 < factor < group.order:
        return False
    return same(group.encode(group.multiply(key.point, factor)), mapping_key)
