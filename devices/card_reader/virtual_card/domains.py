"""Standardised domain parameters and the group arithmetic of PACE and Chip Authentication (ICAO 9303-11 table 6).

The curves come from the ecdsa package, the three MODP groups from RFC 5114 (sections 2.1 to 2.3).
"""

from __future__ import annotations

import secrets
from typing import Any, Protocol

from ecdsa import curves, ellipticcurve

CURVES: dict[int, Any] = {
    8: curves.NIST192p,
    9: curves.BRAINPOOLP192r1,
    10: curves.NIST224p,
    11: curves.BRAINPOOLP224r1,
    12: curves.NIST256p,
    13: curves.BRAINPOOLP256r1,
    14: curves.BRAINPOOLP320r1,
    15: curves.NIST384p,
    16: curves.BRAINPOOLP384r1,
    17: curves.BRAINPOOLP512r1,
    18: curves.NIST521p,
}


class Group(Protocol):
    """What Generic Mapping needs of a group; elements are opaque, encodings are the standard's."""

    public_tag: int
    """Tag of a public key inside 7F49: 86 for a point, 84 for a number."""

    @property
    def generator(self) -> Any:
        """The base point, or the number g, that standard domain parameters start from."""

    def random_scalar(self) -> int:
        """A fresh private key: 1 to the order minus 1, from the system's random numbers."""

    def power(self, element: Any, scalar: int) -> Any:
        """The element added (or multiplied) to itself `scalar` times."""

    def combine(self, left: Any, right: Any) -> Any:
        """Points are added, numbers multiplied."""

    def encode(self, element: Any) -> bytes:
        """The bytes of an element as they stand in a public key data object."""

    def decode(self, octets: bytes) -> Any:
        """Undo `encode`; raises ValueError for what is no element."""

    def shared(self, element: Any) -> bytes:
        """The shared secret: the x co-ordinate, or the number, at full length."""

    def divide(self, left: int, right: int) -> bytes:
        """left over right modulo the order, at the length of the order."""

    @property
    def prime(self) -> int:
        """Below it lie the co-ordinates of a point, or the numbers themselves."""

    def from_number(self, number: int) -> Any:
        """The element that a number is turned into by the integrated mapping."""


class CurveGroup:
    """Points of a prime curve, uncompressed on the wire."""

    public_tag = 0x86

    def __init__(self, curve: Any) -> None:
        """`curve` is one of the ecdsa package."""
        self._curve = curve
        self._length = (curve.curve.p().bit_length() + 7) // 8

    @property
    def generator(self) -> Any:
        return self._curve.generator

    def random_scalar(self) -> int:
        return secrets.randbelow(self._curve.order - 1) + 1

    def power(self, element: Any, scalar: int) -> Any:
        return element * scalar

    def combine(self, left: Any, right: Any) -> Any:
        return left + right

    def encode(self, element: Any) -> bytes:
        """04, x, y, each co-ordinate at full length."""
        return b"\x04" + self._number(element.x()) + self._number(element.y())

    def decode(self, octets: bytes) -> Any:
        """A point that must lie on the curve."""
        if len(octets) != 1 + 2 * self._length or octets[0] != 4:
            raise ValueError("no uncompressed point")
        x, y = (int.from_bytes(octets[at : at + self._length], "big") for at in (1, 1 + self._length))
        if not self._curve.curve.contains_point(x, y):
            raise ValueError("point not on the curve")
        return ellipticcurve.PointJacobi(self._curve.curve, x, y, 1, self._curve.order)

    def shared(self, element: Any) -> bytes:
        return self._number(element.x())

    def divide(self, left: int, right: int) -> bytes:
        """`a / b` modulo the order of the base point."""
        order = int(self._curve.order)
        return (left * pow(right, -1, order) % order).to_bytes((order.bit_length() + 7) // 8, "big")

    @property
    def prime(self) -> int:
        return int(self._curve.curve.p())

    def from_number(self, number: int) -> Any:
        """Simplified Shallue-van de Woestijne-Ulas (appendix B): the root of one of two squares stands beside it."""
        p, a, b = self.prime, int(self._curve.curve.a()), int(self._curve.curve.b())
        turn = -number * number % p
        x = -b * pow(a, -1, p) * (1 + pow(turn * turn + turn, -1, p)) % p
        square = (pow(x, 3, p) + a * x + b) % p
        y = pow(square, (p + 1) // 4, p)
        if y * y % p != square:
            x, y = turn * x % p, -pow(number, 3, p) * y % p
        return ellipticcurve.PointJacobi(self._curve.curve, x, y, 1, self._curve.order)

    def _number(self, value: Any) -> bytes:
        return int(value).to_bytes(self._length, "big")
