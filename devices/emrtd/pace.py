"""Password Authenticated Connection Establishment (ICAO Doc 9303-11 clause 4.4): the CAN or the MRZ opens the chip.

Generic and integrated mapping over DH and ECDH, and ECDH with Chip Authentication Mapping (its proof comes back
unverified in `Pace.chip_authentication_data`; `chip_authentication.check_mapping` judges it).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from devices.emrtd.cipher_suites import CipherSuite, same, unpad
from devices.emrtd.errors import AccessUnsupportedError, SessionLostError, WrongKeyError
from devices.emrtd.groups import Element, KeyAgreementGroup, map_generically, private_key
from devices.emrtd.integrated_mapping import map_integrated
from devices.emrtd.key_derivation import CHECKSUM, ENCRYPTION, PASSWORD, derive
from devices.emrtd.oids import PaceMapping, PaceProtocol, encode
from devices.emrtd.secure_messaging import SecureChannel
from devices.iso7816 import tlv
from devices.iso7816.apdu import Response
from devices.iso7816.commands import general_authenticate, set_authentication_template
from devices.iso7816.connection import Connection
from devices.iso7816.errors import MalformedError, StatusError
from devices.iso7816.status_words import (
    AUTHENTICATION_FAILED,
    CONDITIONS_NOT_SATISFIED,
    INCORRECT_DATA,
    INCORRECT_P1_P2,
    LC_INCONSISTENT,
    REFERENCED_DATA_NOT_FOUND,
    SECURITY_NOT_SATISFIED,
    SUCCESS,
    tries_left,
)

SET_AT_PACE: Final = 0xC1
NONCE: Final = 0x80
MAP_TERMINAL, MAP_CHIP = 0x81, 0x82
KEY_TERMINAL, KEY_CHIP = 0x83, 0x84
TOKEN_TERMINAL, TOKEN_CHIP = 0x85, 0x86
CHIP_AUTHENTICATION_DATA: Final = 0x8A
_WRONG_KEY = frozenset({AUTHENTICATION_FAILED, SECURITY_NOT_SATISFIED, CONDITIONS_NOT_SATISFIED, INCORRECT_DATA})
_PARAMETERS_WANTED = frozenset({INCORRECT_DATA, LC_INCONSISTENT, INCORRECT_P1_P2, REFERENCED_DATA_NOT_FOUND})
"""Answers to MSE:Set AT that may mean: name the domain parameters (or, once named, leave them out)."""


class PasswordReference(IntEnum):
    """Which password is meant (MSE:Set AT, data object 83)."""

    MRZ = 1
    CAN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Password:
    """A password and its kind; `secret` is what key derivation starts from."""

    reference: PasswordReference
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What the chip's side of PACE proves and the reading goes on with."""

    channel: SecureChannel
    chip_mapping_key: bytes = field(repr=False)
    """The chip's public key of the mapping, as it came; empty with the integrated mapping."""
    chip_authentication_data: bytes = field(default=b"", repr=False)
    """CA_IC, deciphered; empty without Chip Authentication Mapping, or where the chip's data cannot be read."""


def session_keys(suite: CipherSuite, secret: bytes) -> tuple[bytes, bytes]:
    """KS_enc and KS_mac, derived from the shared secret (Doc 9303-11 clause 9.7.1)."""
    return derive(suite, secret, ENCRYPTION), derive(suite, secret, CHECKSUM)


def authentication_token(
    protocol: PaceProtocol, ks_mac: bytes, group: KeyAgreementGroup, public_key: Element
) -> bytes:
    """Checksum over the other end's ephemeral public key (clause 4.4.3.4)."""
    key = tlv.encode(group.public_key_tag, group.encode(public_key))
    return protocol.suite.mac(ks_mac, tlv.encode(0x7F49, tlv.encode(0x06, encode(protocol.oid)) + key))


def mapping_iv(suite: CipherSuite, ks_enc: bytes) -> bytes:
    """IV of the chip authentication data: minus one, enciphered (clause 4.4.3.5)."""
    return suite.encrypt(ks_enc, b"\xff" * suite.block_length)


class PaceTerminal:
    """One run of PACE; `keys` and `random` give private keys and nonces, and are replaced only by worked examples."""

    def __init__(
        self,
        connection: Connection,
        protocol: PaceProtocol,
        group: KeyAgreementGroup,
        keys: Callable[[KeyAgreementGroup], int] = private_key,
        random: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._connection = connection
        self._protocol = protocol
        self._group = group
        self._keys = keys
        self._random = random

    def open(self, password: Password, parameter_id: int | None = None, *, named: bool = False) -> Pace:
        """Five exchanges. `named`: tell the card the number of the domain parameters, for it offers several.

        A card that refuses the template is asked once more the other way. Raises `WrongKeyError`,
        `AccessUnsupportedError` (protocol, parameters or password unknown to the card), `SessionLostError` (the
        chip's own proof fails), `StatusError`, `MalformedError`.
        """
        self._set_template(password.reference, parameter_id, named=named)
        nonce = self._nonce(password)
        chip_mapping_key, generator = self._mapped_generator(nonce)
        secret, own, other = self._agree(generator)
        ks_enc, ks_mac = session_keys(self._protocol.suite, secret)
        proof = self._exchange_tokens(password, ks_mac, own, other)
        return Pace(
            channel=SecureChannel(self._protocol.suite, ks_enc, ks_mac),
            chip_mapping_key=chip_mapping_key,
            chip_authentication_data=self._chip_data(proof, ks_enc),
        )

    def _set_template(self, reference: PasswordReference, parameter_id: int | None, *, named: bool) -> None:
        bare = tlv.encode(0x80, encode(self._protocol.oid)) + tlv.encode(0x83, bytes((reference,)))
        forms = [bare]
        if parameter_id is not None:
            forms.insert(0 if named else 1, bare + tlv.encode(0x84, tlv.unsigned(parameter_id)))
        for data in forms:
            command = set_authentication_template(SET_AT_PACE, data)
            answer = Response.decode(self._connection.transmit(command.encode()))
            # 63Cx warns that few tries are left; the password is still welcome.
            if answer.sw == SUCCESS or tries_left(answer.sw) is not None:
                return
            if answer.sw not in _PARAMETERS_WANTED:
                break
        raise AccessUnsupportedError

    def _nonce(self, password: Password) -> bytes:
        suite = self._protocol.suite
        sealed = self._step("nonce", b"", NONCE)
        return suite.decrypt(derive(suite, password.secret, PASSWORD), sealed)

    def _mapped_generator(self, nonce: bytes) -> tuple[bytes, Element]:
        if self._protocol.mapping is PaceMapping.INTEGRATED:
            own_nonce = self._random(self._protocol.suite.key_length)
            self._step("mapping", tlv.encode(MAP_TERMINAL, own_nonce), MAP_CHIP)
            return b"", map_integrated(self._group, self._protocol.suite, nonce, own_nonce)
        private, public = self._key_pair(self._group.generator)
        answer = self._step("mapping", tlv.encode(MAP_TERMINAL, self._group.encode(public)), MAP_CHIP)
        shared = self._group.multiply(self._group.decode(answer), private)
        return answer, map_generically(self._group, nonce, shared)

    def _agree(self, generator: Element) -> tuple[bytes, Element, Element]:
        private, own = self._key_pair(generator)
        own_bytes = self._group.encode(own)
        answer = self._step("key agreement", tlv.encode(KEY_TERMINAL, own_bytes), KEY_CHIP)
        if answer == own_bytes:
            raise MalformedError("public key")
        other = self._group.decode(answer)
        return self._group.secret(self._group.multiply(other, private)), own, other

    def _exchange_tokens(self, password: Password, ks_mac: bytes, own: Element, other: Element) -> bytes:
        token = authentication_token(self._protocol, ks_mac, self._group, other)
        command = general_authenticate(tlv.encode(TOKEN_TERMINAL, token), last=True)
        answer = Response.decode(self._connection.transmit(command.encode()))
        if answer.sw in _WRONG_KEY or tries_left(answer.sw) is not None:
            raise WrongKeyError(f"PACE-{password.reference.name}", tries_left(answer.sw))
        proof = _dynamic_data("token", answer)
        expected = authentication_token(self._protocol, ks_mac, self._group, own)
        if not same(expected, tlv.need(proof, TOKEN_CHIP).value):
            raise SessionLostError("chip token")
        return proof

    def _chip_data(self, proof: bytes, ks_enc: bytes) -> bytes:
        """What the chip says of its static key; that it says nothing readable does not close the chip again."""
        if self._protocol.mapping is not PaceMapping.CHIP_AUTHENTICATION:
            return b""
        suite = self._protocol.suite
        try:
            sealed = tlv.need(proof, CHIP_AUTHENTICATION_DATA).value
            return unpad(suite.decrypt(ks_enc, sealed, mapping_iv(suite, ks_enc)))
        except MalformedError:
            return b""

    def _step(self, step: str, data: bytes, tag: int) -> bytes:
        command = general_authenticate(data, last=False)
        answer = Response.decode(self._connection.transmit(command.encode()))
        return tlv.need(_dynamic_data(step, answer), tag).value

    def _key_pair(self, generator: Element) -> tuple[int, Element]:
        private = self._keys(self._group)
        return private, self._group.multiply(generator, private)


def _dynamic_data(step: str, answer: Response) -> bytes:
    if answer.sw != SUCCESS:
        raise StatusError(f"PACE {step}", answer.sw)
    return tlv.read_only(answer.data, 0x7C).value
