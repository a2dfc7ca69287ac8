"""Base45 (RFC 9285): bytes in the letters a QR code packs tightest (alphanumeric mode, ISO/IEC 18004)."""

from __future__ import annotations

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}


def encode(content: bytes) -> str:
    """Two bytes become three letters, a last single byte two."""
    out = []
    for at in range(0, len(content), 2):
        pair = content[at : at + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            number, letter = divmod(number, 45)
            out.append(_LETTERS[letter])
    return "".join(out)


def decode(text: str) -> bytes:
    """The bytes. Raises `ValueError` for a wrong letter, length or value."""
    out = bytearray()
    for at in range(0, len(text), 3):
        letters = text[at : at + 3]
        if len(letters) == 1 or any(letter not in _VALUES for letter in letters):
            raise ValueError("not base45")
        number = sum(_VALUES[letter] * 45**place for place, letter in enumerate(letters))
        size = len(letters) - 1
        if number >= 1 << (8 * size):
            raise ValueError("not base45")
        out += number.to_bytes(size, "big")
    return bytes(out)
