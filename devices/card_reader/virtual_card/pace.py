"""PACE on the chip's side: Generic and Integrated Mapping over curve or MODP group, Chip Authentication Mapping.

ICAO Doc 9303-11 clause 4.4. One object lives from MSE:Set AT to the last GENERAL AUTHENTICATE.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from devices.card_reader.virtual_card.apdu import StatusError
from devices.card_reader.virtual_card.ber import oid, tlv, walk
from devices.card_reader.virtual_card.ciphers import ChipCipher, CipherName, derive, pad
from devices.card_reader.virtual_card.domains import CURVES, CurveGroup, Group
from devices.card_reader.virtual_card.drawing import drawn
from devices.card_reader.virtual_card.modp import modp_group

PACE_ARC = "0.4.0.127.0.7.2.2.4"
MAPPING_ARCS = {"DH-GM": 1, "ECDH-GM": 2, "DH-IM": 3, "ECDH-IM": 4, "ECDH-CAM": 6}
WRONG_PASSWORD = 0x6300
WRONG_DATA = 0x6A80
OUT_OF_ORDER = 0x6985


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceProfile:
    """One PACEInfo: mapping (`ECDH-GM`), cipher and the number of the standardised domain parameters."""

    mapping: str
    cipher: CipherName
    parameter_id: int

    @property
    def protocol(self) -> str:
        """The object identifier of mapping and cipher, dotted."""
        return f"{PACE_ARC}.{MAPPING_ARCS[self.mapping]}.{self.cipher.oid_arc}"

    def group(self) -> Group:
        """The standardised domain parameters that `parameter_id` names (ICAO 9303-11 table 6)."""
        if self.mapping.startswith("DH"):
            return modp_group(self.parameter_id)
        return CurveGroup(CURVES[self.parameter_id])


class PaceRun:
    """Answers the four GENERAL AUTHENTICATE commands; `channel_cipher` is set once both tokens agree."""

    def __init__(
        self, profile: PaceProfile, password: bytes, *, static_key: int | None = None, proof: str = "whole"
    ) -> None:
        """`password`: the CAN's digits, or SHA-1 of the MRZ information. `static_key` and `proof`: only for CAM."""
        self._proof = proof
        self._profile = profile
        self._group = profile.group()
        self._password_key = derive(profile.cipher, password, 3)
        self._static_key = static_key
        self._steps: list[tuple[int | None, Callable[[bytes], bytes]]] = [
            (None, self._nonce_answer),
            (0x81, self._mapping_answer),
            (0x83, self._agreement_answer),
            (0x85, self._token_answer),
        ]
        long_nonce = profile.mapping.endswith("IM") and profile.cipher.key_length > 16
        self._nonce = secrets.token_bytes(32 if long_nonce else 16)
        self._mapping_scalar = self._group.random_scalar()
        self._ephemeral = self._group.random_scalar()
        self._mapped: Any = None
        self._own_public = b""
        self._terminal_public = b""
        self._agreed: ChipCipher | None = None
        self.channel_cipher: ChipCipher | None = None

    def answer(self, data: bytes) -> bytes:
        """One dynamic authentication data object (7C) in, one out."""
        if not self._steps:
            raise StatusError(OUT_OF_ORDER)
        tag, step = self._steps.pop(0)
        return tlv(0x7C, step(_inner(data, tag)))

    def _nonce_answer(self, _: bytes) -> bytes:
        cipher = ChipCipher(self._profile.cipher, self._password_key, b"")
        return tlv(0x80, cipher.encrypt(self._nonce))

    def _mapping_answer(self, terminal: bytes) -> bytes:
        if self._profile.mapping.endswith("IM"):
            if len(terminal) != self._profile.cipher.key_length:
                raise StatusError(WRONG_DATA)
            number = drawn(self._profile.cipher, self._nonce, terminal, self._group.prime)
            self._mapped = self._group.from_number(number)
            return tlv(0x82)
        shared = self._group.power(self._decode(terminal), self._mapping_scalar)
        turned = self._group.power(self._group.generator, int.from_bytes(self._nonce, "big"))
        self._mapped = self._group.combine(turned, shared)
        return tlv(0x82, self._group.encode(self._group.power(self._group.generator, self._mapping_scalar)))

    def _agreement_answer(self, terminal: bytes) -> bytes:
        self._own_public = self._group.encode(self._group.power(self._mapped, self._ephemeral))
        if terminal == self._own_public:
            raise StatusError(WRONG_PASSWORD)
        self._terminal_public = terminal
        shared = self._group.power(self._decode(terminal), self._ephemeral)
        self._agreed = ChipCipher.from_secret(self._profile.cipher, self._group.shared(shared))
        return tlv(0x84, self._own_public)

    def _token_answer(self, terminal: bytes) -> bytes:
        agreed = self._agreed
        if agreed is None:
            raise StatusError(OUT_OF_ORDER)
        if not hmac.compare_digest(terminal, self._token(agreed, self._own_public)):
            raise StatusError(WRONG_PASSWORD)
        self.channel_cipher = agreed
        answer = tlv(0x86, self._token(agreed, self._terminal_public))
        with_proof = self._profile.mapping == "ECDH-CAM" and self._proof != "absent"
        return answer + (self._chip_proof(agreed) if with_proof else b"")

    def _token(self, agreed: ChipCipher, public: bytes) -> bytes:
        return agreed.token(tlv(0x7F49, oid(self._profile.protocol), tlv(self._group.public_tag, public)))

    def _chip_proof(self, agreed: ChipCipher) -> bytes:
        """Encrypted Chip Authentication Data (clause 4.4.3.5): the mapping key divided by the static key."""
        if self._static_key is None:
            raise StatusError(WRONG_DATA)
        octets = self._group.divide(self._mapping_scalar + (self._proof == "wrong"), self._static_key)
        iv = agreed.encrypt(b"\xff" * 16)
        sealed = agreed.encrypt(pad(octets, 16), iv)
        return tlv(0x8A, sealed[:-16] if self._proof == "cut" else sealed)

    def _decode(self, octets: bytes) -> Any:
        try:
            return self._group.decode(octets)
        except ValueError as fault:
            raise StatusError(WRONG_DATA) from fault


def _inner(data: bytes, tag: int | None) -> bytes:
    """The one object inside 7C; no object in the first step."""
    try:
        outer = dict(walk(data))
        inside = dict(walk(outer[0x7C]))
        return inside[tag] if tag is not None else b""
    except (ValueError, KeyError) as fault:
        raise StatusError(WRONG_DATA) from fault
