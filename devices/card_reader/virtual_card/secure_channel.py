"""Secure messaging on the chip's side: open a protected command, seal a response (ICAO 9303-11 clause 9.8)."""

from __future__ import annotations

import hmac

from devices.card_reader.virtual_card.apdu import Command, StatusError
from devices.card_reader.virtual_card.ber import tlv, walk
from devices.card_reader.virtual_card.ciphers import ChipCipher, CipherName, pad, unpad

OBJECTS_MISSING = 0x6987
OBJECTS_WRONG = 0x6988


class SecureChannel:
    """Session keys and the send sequence counter, which goes up by one for each command and each response."""

    def __init__(self, cipher: ChipCipher, counter: int = 0) -> None:
        """`counter` starts at zero after PACE and Chip Authentication, at the challenges' tails after BAC."""
        self._cipher = cipher
        self._counter = counter

    def open(self, command: Command) -> Command:
        """The plain command; raises StatusError 6987 or 6988, after which the session is dead."""
        self._counter += 1
        objects = self._objects(command)
        block = self._cipher.name.block
        message = self._counter_bytes() + pad(command.header, block)
        if protected := b"".join(tlv(tag, objects[tag]) for tag in (0x85, 0x87, 0x97) if tag in objects):
            message = pad(message + protected, block)
        if not hmac.compare_digest(self._cipher.mac(message), objects[0x8E]):
            raise StatusError(OBJECTS_WRONG)
        return command.opened(self._plain_data(objects), _plain_le(objects))

    def seal(self, data: bytes, status: int, *, odd_ins: bool) -> bytes:
        """The protected response APDU, status word at the end."""
        self._counter += 1
        body = b""
        if data:
            cryptogram = self._cipher.encrypt(pad(data, self._cipher.name.block), self._iv())
            body += tlv(0x85, cryptogram) if odd_ins else tlv(0x87, b"\x01" + cryptogram)
        body += tlv(0x99, status.to_bytes(2, "big"))
        checksum = self._cipher.mac(pad(self._counter_bytes() + body, self._cipher.name.block))
        return body + tlv(0x8E, checksum) + status.to_bytes(2, "big")

    def sealed_size(self, size: int) -> int:
        """Bytes of a sealed answer without its status word, for `size` plain bytes."""
        padded = (size // self._cipher.name.block + 1) * self._cipher.name.block
        cryptogram = len(tlv(0x87, bytes(padded + 1))) if size else 0
        return cryptogram + 4 + 10

    def _counter_bytes(self) -> bytes:
        return self._counter.to_bytes(self._cipher.name.block, "big")

    def _objects(self, command: Command) -> dict[int, bytes]:
        try:
            objects = dict(walk(command.data))
        except ValueError as fault:
            raise StatusError(OBJECTS_MISSING) from fault
        if 0x8E not in objects:
            raise StatusError(OBJECTS_MISSING)
        return objects

    def _plain_data(self, objects: dict[int, bytes]) -> bytes:
        if 0x87 in objects:
            cryptogram = objects[0x87]
            if cryptogram[:1] != b"\x01":
                raise StatusError(OBJECTS_WRONG)
            return self._decrypt(cryptogram[1:])
        return self._decrypt(objects[0x85]) if 0x85 in objects else b""

    def _decrypt(self, cryptogram: bytes) -> bytes:
        try:
            return unpad(self._cipher.decrypt(cryptogram, self._iv()))
        except ValueError as fault:
            raise StatusError(OBJECTS_WRONG) from fault

    def _iv(self) -> bytes | None:
        """AES: the counter, encrypted. 3DES: zero."""
        if self._cipher.name is CipherName.DES3:
            return None
        return self._cipher.encrypt(self._counter_bytes())


def _plain_le(objects: dict[int, bytes]) -> int | None:
    if 0x97 not in objects:
        return None
    field = objects[0x97]
    return int.from_bytes(field, "big") or 1 << 8 * len(field)
