"""Chip Authentication version 1 (ICAO Doc 9303-11 clause 6.2) and the proof inside PACE-CAM (clause 4.4.3.5).

The chip agrees on new session keys with its static key of DG14; that it can go on speaking proves it holds the key.
That the key is the issuer's is Passive Authentication's to say.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from devices.emrtd.cipher_suites import TRIPLE_DES, same
from devices.emrtd.errors import SessionLostError, VerificationError
from devices.emrtd.groups import KeyAgreementGroup, private_key
from devices.emrtd.lds.security_infos import ChipAuthenticationInfo, ChipAuthenticationKey, SecurityInfos
from devices.emrtd.oids import CHIP_AUTHENTICATION, Agreement, encode
from devices.emrtd.pace import Pace, session_keys
from devices.emrtd.public_keys import DhKey, EcKey, read_public_key
from devices.emrtd.secure_messaging import ANSWER_CHECKSUM, SecureChannel, SecureMessaging
from devices.emrtd.verdict import Reason
from devices.iso7816 import tlv
from devices.iso7816.apdu import Command
from devices.iso7816.asking_again import ask
from devices.iso7816.commands import MANAGE_SECURITY_ENVIRONMENT, general_authenticate, set_authentication_template
from devices.iso7816.connection import Connection
from devices.iso7816.errors import MalformedError, StatusError
from devices.iso7816.status_words import SUCCESS

SET_AT_CHIP: Final = 0x41
KEY_AGREEMENT_TEMPLATE: Final = 0xA6
TRIPLE_DES_PROTOCOLS: Final = {
    protocol.agreement: protocol for protocol in CHIP_AUTHENTICATION.values() if protocol.suite is TRIPLE_DES
}


Offer: TypeAlias = tuple[ChipAuthenticationInfo, EcKey | DhKey]


def chip_authentication_offers(infos: SecurityInfos) -> list[Offer]:
    """Every protocol whose key DG14 holds, in the card's order; keys this program cannot use are passed over.

    A DG14 with a key and no protocol means 3DES (clause 6.2.2, as French passports have it). Raises `MalformedError`
    when protocols stand there and no key that is whole.
    """
    keys = [(held, key) for held in infos.chip_authentication_keys if (key := _usable(held))]
    if infos.chip_authentication_keys and not keys:
        raise MalformedError("chip authentication key")
    named = [
        (info, key)
        for info in infos.chip_authentication
        for held, key in keys
        if info.key_id in {None, held.key_id} and _agreement(key) is info.protocol.agreement
    ]
    if infos.chip_authentication:
        return named
    return [
        (ChipAuthenticationInfo(protocol=TRIPLE_DES_PROTOCOLS[_agreement(key)], key_id=held.key_id), key)
        for held, key in keys
    ]


def _usable(held: ChipAuthenticationKey) -> EcKey | DhKey | None:
    try:
        key = read_public_key(held.public_key)
    except MalformedError:
        return None
    return key if isinstance(key, EcKey | DhKey) else None


def _agreement(key: EcKey | DhKey) -> Agreement:
    return Agreement.DH if isinstance(key, DhKey) else Agreement.ECDH


class ChipAuthentication:
    """One run over an open session; `link` is the card below secure messaging."""

    def __init__(
        self, link: Connection, session: Connection, info: ChipAuthenticationInfo, *, extended: bool
    ) -> None:
        self._link = link
        self._session = session
        self._info = info
        self._extended = extended

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
        """Hand over our key: 3DES in one command (Set KAT), all else, and 3DES where that is refused, in two."""
        if self._info.protocol.suite.block_length == TRIPLE_DES.block_length:
            try:
                self._send(_set_key_agreement(tlv.encode(0x91, public) + self._reference))
            except StatusError:
                pass
            else:
                return
        template = tlv.encode(0x80, encode(self._info.protocol.oid)) + self._reference
        self._send(set_authentication_template(SET_AT_CHIP, template))
        self._send(general_authenticate(tlv.encode(0x80, public), last=True))

    @property
    def _reference(self) -> bytes:
        key_id = self._info.key_id
        return b"" if key_id is None else tlv.encode(0x84, tlv.unsigned(key_id))

    def _send(self, command: Command) -> None:
        answer = ask(self._session, command, extended=self._extended)
        if answer.sw != SUCCESS:
            raise StatusError("chip authentication", answer.sw)


def _set_key_agreement(template: bytes) -> Command:
    return Command(ins=MANAGE_SECURITY_ENVIRONMENT, p1=SET_AT_CHIP, p2=KEY_AGREEMENT_TEMPLATE, data=template)


def check_mapping(pace: Pace, infos: SecurityInfos) -> None:
    """PACE-CAM: the chip's mapping key must be its static key times the number it sent.

    Raises `VerificationError` (CHIP_COPIED) when no static key of that curve gives it, `MalformedError` when the
    number or the keys are none that could.
    """
    factor = int.from_bytes(pace.chip_authentication_data, "big")
    keys = [key for held in infos.chip_authentication_keys if isinstance(key := _usable(held), EcKey)]
    fitting = [key for key in keys if _is_of(key.group, pace.chip_mapping_key) and 0 < factor < key.group.order]
    if not fitting:
        raise MalformedError("chip authentication data")
    if not any(_maps(key.group, key, factor, pace.chip_mapping_key) for key in fitting):
        raise VerificationError(Reason.CHIP_COPIED)


def _is_of(group: KeyAgreementGroup, mapping_key: bytes) -> bool:
    try:
        group.decode(mapping_key)
    except MalformedError:
        return False
    return True


def _maps(group: KeyAgreementGroup, key: EcKey, factor: int, mapping_key: bytes) -> bool:
    return same(group.encode(group.multiply(key.point, factor)), mapping_key)
