"""How `messages` are put on the wire between the kiosk and the portal's process.

A message is a MessagePack document after its length (four bytes, big-endian), at most `LARGEST` bytes. Standard input
and output carry it, or one socket for both; nothing of a person goes through a file, an argument or the environment.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import TypeVar

import msgspec

from kiosk.filing.messages import FromKiosk, FromPortal

LARGEST = 64 * 1024 * 1024
"""Bytes of one message: ten scanned papers of 5 MB fit, a stream that has lost its way is noticed."""

_LENGTH = struct.Struct(">I")

_from_kiosk = msgspec.msgpack.Decoder(FromKiosk)
_from_portal = msgspec.msgpack.Decoder(FromPortal)
_encoder = msgspec.msgpack.Encoder()


class NotUnderstoodError(Exception):
    """What came is no message: too long, cut, or of another shape. Carries nothing of what came."""


_Decoded = TypeVar("_Decoded")


def packed(message: FromKiosk | FromPortal) -> bytes:
    """The message with its length before it. Raises `NotUnderstoodError` over `LARGEST` bytes."""
    body = _encoder.encode(message)
    if len(body) > LARGEST:
        raise NotUnderstoodError
    return _LENGTH.pack(len(body)) + body


def read_from_kiosk(read: Callable[[int], bytes]) -> FromKiosk | None:
    """The next message of the kiosk, None at the end of the stream. `read` gives up to so many bytes, and none at the
    end only. Raises `NotUnderstoodError`."""
    body = _body(read)
    return None if body is None else _decoded(_from_kiosk.decode, body)


def read_from_portal(read: Callable[[int], bytes]) -> FromPortal | None:
    """The next message of the portal's process, as `read_from_kiosk`."""
    body = _body(read)
    return None if body is None else _decoded(_from_portal.decode, body)


def _decoded(decode: Callable[[bytes], _Decoded], body: bytes) -> _Decoded:
    try:
        return decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise NotUnderstoodError from None


def _body(read: Callable[[int], bytes]) -> bytes | None:
    head = _exactly(read, _LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise NotUnderstoodError
    (length,) = _LENGTH.unpack(head)
    if length > LARGEST:
        raise NotUnderstoodError
    body = _exactly(read, length)
    if len(body) < length:
        raise NotUnderstoodError
    return body


def _exactly(read: Callable[[int], bytes], length: int) -> bytes:
    parts = bytearray()
    while len(parts) < length:
        piece = read(length - len(parts))
        if not piece:
            break
        parts += piece
    return bytes(parts)
