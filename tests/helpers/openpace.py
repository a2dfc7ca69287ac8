"""An outside judge of the virtual card: OpenPACE (Debian's libeac3), called through ctypes as a terminal.

Only for tests marked `real("libeac3")`; never shipped, never imported by the program. Nothing here
knows our own protocol code: commands are put together by hand from ISO 7816-4 and ICAO 9303-11.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Callable
from functools import cache
from typing import Any

CAN = 2
PACE_KEYS = 0
Transmit = Callable[[bytes], bytes]


class Buffer(ctypes.Structure):
    """OpenSSL's BUF_MEM."""

    _fields_ = (
        ("length", ctypes.c_size_t),
        ("data", ctypes.c_void_p),
        ("max", ctypes.c_size_t),
        ("flags", ctypes.c_ulong),
    )


BufferPointer = ctypes.POINTER(Buffer)


@cache
def library() -> Any:
    """libeac, with the types of what is called here; None when it is not installed."""
    name = ctypes.util.find_library("eac")
    if name is None:
        return None
    eac = ctypes.CDLL(name)
    eac.EAC_init()
    pointers = {
        "EAC_CTX_new": (ctypes.c_void_p, []),
        "EAC_CTX_init_ef_cardaccess": (ctypes.c_int, [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p]),
        "EAC_CTX_set_encryption_ctx": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_int]),
        "PACE_SEC_new": (ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int]),
        "BUF_MEM_create_init": (BufferPointer, [ctypes.c_char_p, ctypes.c_size_t]),
        "PACE_STEP2_dec_nonce": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_void_p, BufferPointer]),
        "PACE_STEP3C_derive_keys": (ctypes.c_int, [ctypes.c_void_p]),
        "EAC_increment_ssc": (ctypes.c_int, [ctypes.c_void_p]),
    }
    makers = ("PACE_STEP3A_generate_mapping_data", "PACE_STEP3B_generate_ephemeral_key")
    takers = (
        "PACE_STEP3A_map_generator",
        "PACE_STEP3B_compute_shared_secret",
        "PACE_STEP3D_verify_authentication_token",
    )
    turners = (
        "PACE_STEP3D_compute_authentication_token",
        "EAC_encrypt",
        "EAC_decrypt",
        "EAC_authenticate",
        "EAC_add_iso_pad",
        "EAC_remove_iso_pad",
    )
    pointers |= {name: (BufferPointer, [ctypes.c_void_p]) for name in makers}
    pointers |= {name: (ctypes.c_int, [ctypes.c_void_p, BufferPointer]) for name in takers}
    pointers |= {name: (BufferPointer, [ctypes.c_void_p, BufferPointer]) for name in turners}
    pointers["EAC_remove_iso_pad"] = (BufferPointer, [BufferPointer])
    for name, (result, arguments) in pointers.items():
        function = getattr(eac, name)
        function.restype, function.argtypes = result, arguments
    return eac


class OutsideTerminal:
    """PACE with the CAN, then reads under secure messaging, all cryptography by OpenPACE."""

    def __init__(self, transmit: Transmit, card_access: bytes, can: str) -> None:
        self._transmit = transmit
        self._eac = library()
        self._context = self._eac.EAC_CTX_new()
        self._need(self._eac.EAC_CTX_init_ef_cardaccess(card_access, len(card_access), self._context))
        self._secret = self._eac.PACE_SEC_new(can.encode(), len(can), CAN)

    def open(self, protocol: bytes) -> None:
        """MSE:Set AT and the four GENERAL AUTHENTICATE; AssertionError when OpenPACE does not agree."""
        eac, context = self._eac, self._context
        template = _tlv(0x80, protocol) + _tlv(0x83, b"\x02")
        assert self._transmit(b"\x00\x22\xc1\xa4" + bytes([len(template)]) + template) == b"\x90\x00"
        nonce = self._authenticate(b"", 0x80)
        self._need(eac.PACE_STEP2_dec_nonce(context, self._secret, self._buffer(nonce)))
        mapping = _bytes(eac.PACE_STEP3A_generate_mapping_data(context))
        answer = self._authenticate(_tlv(0x81, mapping), 0x82)
        self._need(eac.PACE_STEP3A_map_generator(context, self._buffer(answer)))
        own = _bytes(eac.PACE_STEP3B_generate_ephemeral_key(context))
        other = self._authenticate(_tlv(0x83, own), 0x84)
        self._need(eac.PACE_STEP3B_compute_shared_secret(context, self._buffer(other)))
        self._need(eac.PACE_STEP3C_derive_keys(context))
        token = _bytes(eac.PACE_STEP3D_compute_authentication_token(context, self._buffer(other)))
        proof = self._authenticate(_tlv(0x85, token), 0x86, last=True)
        self._need(eac.PACE_STEP3D_verify_authentication_token(context, self._buffer(proof)))
        self._need(eac.EAC_CTX_set_encryption_ctx(context, PACE_KEYS))

    def ask(self, header: bytes, data: bytes = b"", le: int | None = None) -> tuple[bytes, int]:
        """One protected exchange: plain data and status word, checked by OpenPACE."""
        eac, context = self._eac, self._context
        self._need(eac.EAC_increment_ssc(context))
        masked = bytes([header[0] | 0x0C]) + header[1:]
        objects = _tlv(0x87, b"\x01" + self._encrypted(data)) if data else b""
        objects += _tlv(0x97, bytes([le & 0xFF])) if le is not None else b""
        message = self._padded(masked) + (self._padded(objects) if objects else b"")
        objects += _tlv(0x8E, self._checksum(message))
        answer = self._transmit(masked + bytes([len(objects)]) + objects + b"\x00")
        self._need(eac.EAC_increment_ssc(context))
        parts = dict(_walk(answer[:-2]))
        covered = b"".join(_tlv(tag, parts[tag]) for tag in (0x87, 0x99) if tag in parts)
        assert self._checksum(self._padded(covered)) == parts[0x8E]
        plain = b""
        if 0x87 in parts:
            deciphered = eac.EAC_decrypt(context, self._buffer(parts[0x87][1:]))
            plain = _bytes(eac.EAC_remove_iso_pad(deciphered))
        return plain, int.from_bytes(parts[0x99], "big")

    def _authenticate(self, inner: bytes, tag: int, *, last: bool = False) -> bytes:
        body = _tlv(0x7C, inner)
        head = bytes([0x00 if last else 0x10, 0x86, 0x00, 0x00])
        long = len(body) > 255
        size = b"\x00" + len(body).to_bytes(2, "big") if long else bytes([len(body)])
        answer = self._transmit(head + size + body + (b"\x00\x00" if long else b"\x00"))
        assert answer[-2:] == b"\x90\x00", answer[-2:].hex()
        return dict(_walk(dict(_walk(answer[:-2]))[0x7C]))[tag]

    def _padded(self, data: bytes) -> bytes:
        return _bytes(self._eac.EAC_add_iso_pad(self._context, self._buffer(data)))

    def _encrypted(self, data: bytes) -> bytes:
        return _bytes(self._eac.EAC_encrypt(self._context, self._buffer(self._padded(data))))

    def _checksum(self, data: bytes) -> bytes:
        return _bytes(self._eac.EAC_authenticate(self._context, self._buffer(data)))

    def _buffer(self, data: bytes) -> Any:
        return self._eac.BUF_MEM_create_init(data, len(data))

    @staticmethod
    def _need(result: int) -> None:
        assert result == 1, "OpenPACE refused the card's answer"


def _bytes(buffer: Any) -> bytes:
    assert buffer, "OpenPACE gave nothing"
    return ctypes.string_at(buffer.contents.data, buffer.contents.length)


def _tlv(tag: int, value: bytes) -> bytes:
    size = len(value)
    head = (
        bytes([size])
        if size < 0x80
        else (b"\x81" if size < 0x100 else b"\x82") + size.to_bytes(1 if size < 0x100 else 2, "big")
    )
    return bytes([tag]) + head + value


def _walk(data: bytes) -> list[tuple[int, bytes]]:
    found, at = [], 0
    while at < len(data):
        tag, size, at = data[at], data[at + 1], at + 2
        if size > 0x80:
            count = size - 0x80
            size, at = int.from_bytes(data[at : at + count], "big"), at + count
        found.append((tag, data[at : at + size]))
        at += size
    return found
