"""The chip itself: one command APDU in, one response APDU out, through secure messaging when it is on.

Access control follows ICAO 9303-11: a plain command inside a session ends the session; a wrong checksum ends it
with 6988. What is odd about a card comes from its persona.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from devices.card_reader.virtual_card import chip_proofs
from devices.card_reader.virtual_card.access import AccessControl
from devices.card_reader.virtual_card.apdu import BareStatusError, Command, StatusError, parse
from devices.card_reader.virtual_card.persona import Persona
from devices.card_reader.virtual_card.personalisation import personalise
from devices.card_reader.virtual_card.reading import FileCommands
from devices.card_reader.virtual_card.secure_channel import SecureChannel
from devices.errors import CardSilentError

OK = 0x9000
WRONG_LENGTH = 0x6700
NOT_ALLOWED = 0x6982
NO_SUCH_INSTRUCTION = 0x6D00
NO_SUCH_CLASS = 0x6E00
GET_RESPONSE = 0xC0
PIECE = 256
Handler = Callable[[Command], tuple[bytes, int]]


class VirtualCard:
    """One virtual card with power on it."""

    def __init__(self, persona: Persona, photos: Path, *, sleep: Callable[[float], None] = time.sleep) -> None:
        """Files and keys are made now; `sleep` waits the seconds a slow chip takes for an exchange."""
        self._persona = persona
        self._sleep = sleep
        self._personalised = personalise(persona, photos)
        self._files = FileCommands(self._personalised, persona.quirks)
        self._access = AccessControl(persona, self._personalised.label)
        self._channel: SecureChannel | None = None
        self._exchanges = 0
        self._imposed: int | None = None
        self._waiting = b""
        self._rest_of_signature = b""
        self._handlers: dict[int, Handler] = {
            0xA4: lambda command: self._files.select(command, opened=self._channel is not None),
            0xB0: lambda command: self._files.read(command, opened=self._channel is not None),
            0xB1: lambda command: self._files.read_odd(command, opened=self._channel is not None),
            0x22: self._access.set_security_environment,
            0x86: lambda command: self._access.general_authenticate(command, opened=self._channel is not None),
            0x84: lambda _: self._access.get_challenge(self._files),
            0x82: self._access.external_authenticate,
            0x88: self._internal_authenticate,
            GET_RESPONSE: self._rest,
        }

    @property
    def atr(self) -> bytes:
        return bytes.fromhex(self._persona.chip.atr)

    def reset(self) -> None:
        """Power off and on, or a warm reset: nothing of the session is left."""
        self._files.reset()
        self._access.reset()
        self._channel = None
        self._exchanges = 0
        self._waiting = self._rest_of_signature = b""

    def drop_session(self) -> None:
        """The keys are gone, as after an error outside secure messaging."""
        self._channel = None

    def transmit(self, raw: bytes, /, *, imposed: int | None = None) -> bytes:
        """One exchange; raises CardSilentError when this chip has stopped answering.

        `imposed` is a status word that a replayed card gave instead of doing what it was asked.
        """
        self._imposed = imposed
        quirks = self._persona.quirks
        if quirks.silent_after is not None and self._exchanges >= quirks.silent_after:
            raise CardSilentError
        self._exchanges += 1
        if quirks.exchange_ms:
            self._sleep(quirks.exchange_ms / 1000)
        try:
            command = parse(raw, extended_length=self._persona.chip.extended_length)
        except StatusError as ended:
            self._channel = None
            return ended.status.to_bytes(2, "big")
        if self._waiting and command.ins == GET_RESPONSE and not command.cla:
            return self._in_pieces(self._waiting)
        self._waiting = b""
        return self._protected(command) if command.cla & 0x0C == 0x0C else self._plain(command)

    def _in_pieces(self, answer: bytes) -> bytes:
        """The next piece of an answer, 61xx behind it while more waits below the seal."""
        piece, left = answer[:PIECE], len(answer) - PIECE - 2
        if left <= 0:
            self._waiting = b""
            return answer
        self._waiting = answer[PIECE:]
        return piece + bytes((0x61, left if left < PIECE else 0))

    def _plain(self, command: Command) -> bytes:
        self._channel = None
        try:
            data, status = self._execute(command)
        except BareStatusError as ended:
            data, status = b"", ended.status
        self._channel = self._access.take_new_channel()
        return data + status.to_bytes(2, "big")

    def _protected(self, command: Command) -> bytes:
        channel = self._channel
        if channel is None:
            return NOT_ALLOWED.to_bytes(2, "big")
        try:
            plain = channel.open(command)
        except StatusError as ended:
            self._channel = None
            return ended.status.to_bytes(2, "big")
        try:
            data, status = self._execute(plain)
        except BareStatusError as ended:
            self._channel = None
            return ended.status.to_bytes(2, "big")
        odd = bool(command.ins & 1)
        pieces = self._persona.quirks.long_answers == "61" and not command.extended
        if channel.sealed_size(len(data)) > (command.le or 0) and not pieces:
            data, status = b"", WRONG_LENGTH
        answer = channel.seal(data, status, odd_ins=odd)
        self._channel = None if self._access.session_is_lost() else self._access.take_new_channel() or channel
        return self._in_pieces(answer) if pieces else answer

    def _execute(self, command: Command) -> tuple[bytes, int]:
        if self._imposed is not None:
            return b"", self._imposed
        if command.extended and self._channel is not None and not self._persona.quirks.extended_under_seal:
            raise BareStatusError(WRONG_LENGTH)
        if command.cla & ~0x10:
            return b"", NO_SUCH_CLASS
        handler = self._handlers.get(command.ins)
        if handler is None:
            return b"", NO_SUCH_INSTRUCTION
        try:
            return handler(command)
        except BareStatusError:
            raise
        except StatusError as ended:
            return b"", ended.status

    def _internal_authenticate(self, command: Command) -> tuple[bytes, int]:
        active = self._persona.chip.active_authentication
        if active is None or not self._files.in_application:
            raise StatusError(NO_SUCH_INSTRUCTION)
        if self._channel is None:
            raise StatusError(NOT_ALLOWED)
        label = self._personalised.label + (" copied" if self._persona.quirks.cloned else "")
        signature = chip_proofs.active_authentication(label, active, command.data)
        if self._persona.quirks.signature_form == "extended" and not command.extended:
            return signature, OK
        return self._as_the_quirk_says(signature, command)

    def _as_the_quirk_says(self, signature: bytes, command: Command) -> tuple[bytes, int]:
        exact = 0x6C00 | len(signature) & 0xFF
        match self._persona.quirks.signature:
            case "6C" if command.le != len(signature):
                return b"", exact
            case "6700":
                return b"", WRONG_LENGTH
            case "bare 6700":
                raise BareStatusError(WRONG_LENGTH)
            case "61":
                self._rest_of_signature = signature[20:]
                return signature[:20], 0x6100 | len(self._rest_of_signature) & 0xFF
            case quirk:
                odd = {"empty": b"", "cut": signature[:-5], "noise": b"\x5a" * len(signature)}
                return odd.get(quirk, signature), OK

    def _rest(self, _: Command) -> tuple[bytes, int]:
        """GET RESPONSE inside the seal, after a signature that was begun."""
        rest, self._rest_of_signature = self._rest_of_signature, b""
        return rest, OK if rest else NOT_ALLOWED
