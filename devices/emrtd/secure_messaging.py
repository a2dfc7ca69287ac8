"""Secure messaging (ICAO Doc 9303-11 clause 9.8): every command and answer enciphered and sealed.

`SecureChannel` holds the terminal's keys and counter; the virtual card has its own end. `SecureMessaging` is the
outermost wrapper of a connection. What it does not do: agree on keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from devices.emrtd.cipher_suites import CipherSuite, pad, same, unpad
from devices.emrtd.errors import SessionLostError
from devices.emrtd.session_ciphers import session_ciphers
from devices.iso7816 import tlv
from devices.iso7816.apdu import MAX_EXTENDED_NE, MAX_SHORT_DATA, MAX_SHORT_NE, Command, Response
from devices.iso7816.connection import Connection
from devices.iso7816.errors import MalformedError

SECURE_CLA: Final = 0x0C
CIPHERED_OBJECTS: Final = 0x85
"""Cryptogram without padding indicator: commands and answers with an odd instruction."""
CIPHERED: Final = 0x87
EXPECTED_LENGTH: Final = 0x97
STATUS: Final = 0x99
CHECKSUM: Final = 0x8E
_OF_AN_ANSWER: Final = frozenset({CIPHERED_OBJECTS, CIPHERED, STATUS, CHECKSUM})
ANSWER_CHECKSUM: Final = "answer checksum"
"""Place of a `SessionLostError`: the answer was sealed, but not with our keys."""


class SecureChannel:
    """Keys and send sequence counter of one session, at the terminal's end."""

    def __init__(self, suite: CipherSuite, ks_enc: bytes, ks_mac: bytes, counter: bytes = b"") -> None:
        self.suite = suite
        self._ciphers = session_ciphers(suite, ks_enc, ks_mac)
        self._counter = int.from_bytes(counter, "big")
        self._odd = False

    def protect(self, command: Command) -> Command:
        """The command with encrypted data (DO'87') and checksum (DO'8E'); counts the exchange."""
        self._step()
        self._odd = bool(command.ins & 1)
        objects = self._ciphered(command.data) if command.data else b""
        if command.ne:
            objects += tlv.encode(EXPECTED_LENGTH, _expected_length(command.ne))
        header = bytes((command.cla | SECURE_CLA, command.ins, command.p1, command.p2))
        objects += tlv.encode(CHECKSUM, self._seal(pad(header, self.suite.block_length) + objects))
        extended = command.is_extended or len(objects) > MAX_SHORT_DATA
        ne = MAX_EXTENDED_NE if extended else MAX_SHORT_NE
        cla, ins, p1, p2 = header
        return Command(cla=cla, ins=ins, p1=p1, p2=p2, data=objects, ne=ne, extended=extended)

    def unprotect(self, response: Response) -> Response:
        """The answer in plain, its checksum compared. Raises `SessionLostError` when it does not fit."""
        try:
            objects, covered = _objects(response.data)
            if STATUS not in objects or CHECKSUM not in objects or len(objects[STATUS]) != 2:
                raise SessionLostError("unprotected answer", response.sw)
            self._step()
            if not same(self._seal(covered), objects[CHECKSUM]):
                raise SessionLostError(ANSWER_CHECKSUM, response.sw)
            return Response(data=self._deciphered(objects), sw=int.from_bytes(objects[STATUS], "big"))
        except MalformedError as fault:
            raise SessionLostError(f"answer {fault.place}", response.sw) from fault

    def _step(self) -> None:
        self._counter = (self._counter + 1) % (1 << self.suite.block_length * 8)

    @property
    def _counter_bytes(self) -> bytes:
        return self._counter.to_bytes(self.suite.block_length, "big")

    def _seal(self, covered: bytes) -> bytes:
        return self._ciphers.seal(self._counter_bytes + covered)

    def _ciphered(self, data: bytes) -> bytes:
        ciphered = self._ciphers.encrypt(self._counter_bytes, pad(data, self.suite.block_length))
        return tlv.encode(CIPHERED_OBJECTS, ciphered) if self._odd else tlv.encode(CIPHERED, b"\x01" + ciphered)

    def _deciphered(self, objects: Mapping[int, bytes]) -> bytes:
        ciphered = objects.get(CIPHERED_OBJECTS)
        if CIPHERED in objects:
            if objects[CIPHERED][:1] != b"\x01":
                raise MalformedError("padding indicator")
            ciphered = objects[CIPHERED][1:]
        if ciphered is None:
            return b""
        return unpad(self._ciphers.decrypt(self._counter_bytes, ciphered))


def _objects(data: bytes) -> tuple[dict[int, bytes], bytes]:
    """The data objects by tag, and the bytes the checksum covers: all that stand before it, which is the last."""
    found: dict[int, bytes] = {}
    at = sealed = 0
    while at < len(data):
        tag, header, length = tlv.read_header(data, at)
        end = at + header + length
        if end > len(data) or tag in found or CHECKSUM in found or tag not in _OF_AN_ANSWER:
            raise MalformedError("objects")
        found[tag] = data[at + header : end]
        sealed = at if tag == CHECKSUM else end
        at = end
    return found, data[:sealed]


def _expected_length(ne: int) -> bytes:
    return (ne & 0xFFFF).to_bytes(2, "big") if ne > MAX_SHORT_NE else bytes((ne & 0xFF,))


class SecureMessaging:
    """A connection whose commands and answers travel protected; plain bytes in, plain bytes out."""

    def __init__(self, connection: Connection, channel: SecureChannel) -> None:
        self._connection = connection
        self._channel = channel

    def transmit(self, command: bytes, /) -> bytes:
        """Send one plain command and return the plain answer. Raises `CardError`, `SessionLostError` among them."""
        protected = self._channel.protect(Command.decode(command))
        answer = Response.decode(self._connection.transmit(protected.encode()))
        return self._channel.unprotect(answer).encode()
