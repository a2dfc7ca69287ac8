"""Groups of prime order for key agreement: elliptic curves, and multiplicative groups mod p.

What PACE and Chip Authentication ask of a group (ICAO Doc 9303-11 clauses 4.4.3.3, 9.4, 9.6): key pairs over any
generator, both mappings, and the other end's public key decoded and checked. The curve arithmetic is the
`ecdsa` package over gmpy2, because `cryptography` agrees over the standard generator only. It is not constant in
time: each private key is used once, inside one read.
"""

from __future__ import annotations

import secrets
from typing import Any, Final, Protocol, TypeAlias

import gmpy2
from ecdsa.curves import Curve
from ecdsa.ellipticcurve import INFINITY, PointJacobi
from ecdsa.errors import MalformedPointError

from devices.iso7816.errors import MalformedError

Element: TypeAlias = Any
"""A point of the curve, or a whole number mod p: opaque outside this module."""

EC_PUBLIC_KEY: Final = 0x86
DH_PUBLIC_KEY: Final = 0x84


class KeyAgreementGroup(Protocol):
    """What key agreement asks of a group, be it points of a curve or whole numbers modulo a prime."""

    @property
    def public_key_tag(self) -> int:
        """Tag of a public key in the authentication token's data object 7F49."""
        ...

    @property
    def order(self) -> int:
        """How many elements the generator reaches; private keys lie below it."""
        ...

    @property
    def generator(self) -> Element:
        """The base point, or the number g, of the domain parameters before any mapping."""
        ...

    @property
    def prime(self) -> int:
        """The prime below which co-ordinates, or the numbers themselves, lie."""
        ...

    def multiply(self, element: Element, scalar: int) -> Element:
        """The group operation `scalar` times. Raises `MalformedError` when the result is the neutral element."""
        ...

    def combine(self, one: Element, other: Element) -> Element:
        """The group operation. Raises `MalformedError` when the result is the neutral element."""
        ...

    def encode(self, element: Element) -> bytes:
        """A public key on the wire: uncompressed point, or whole number as long as p."""
        ...

    def decode(self, data: bytes) -> Element:
        """A checked public key. Raises `MalformedError` when it is no element of the group."""
        ...

    def secret(self, element: Element) -> bytes:
        """The shared secret that keys are derived from: the x coordinate, or the number itself."""
        ...

    def element(self, number: int) -> Element:
        """The element that stands for a number (integrated mapping). Raises `MalformedError` where none can."""
        ...


class EllipticCurveGroup:
    """A curve of cofactor 1, as all the standardised ones are."""

    public_key_tag = EC_PUBLIC_KEY

    def __init__(self, curve: Curve) -> None:
        self._curve = curve.curve
        self.order = int(curve.order)
        # Not the package's own generator: that one makes itself a table first, which the two multiplications of one
        # read never earn back.
        self.generator: Element = PointJacobi(curve.curve, curve.generator.x(), curve.generator.y(), 1, self.order)
        self.prime = int(curve.curve.p())
        self._length = (self.prime.bit_length() + 7) // 8

    def multiply(self, element: Element, scalar: int) -> Element:
        return _finite(element * scalar)

    def combine(self, one: Element, other: Element) -> Element:
        return _finite(one + other)

    def encode(self, element: Element) -> bytes:
        return bytes(element.to_bytes("uncompressed"))

    def decode(self, data: bytes) -> Element:
        """See `KeyAgreementGroup`; the point must lie on the curve."""
        try:
            point = PointJacobi.from_bytes(self._curve, data, valid_encodings=("uncompressed",), order=self.order)
        except MalformedPointError as fault:
            raise MalformedError("public key") from fault
        # `from_bytes` reads the co-ordinates only; without this check a chip could learn bits of our private key.
        if not self._curve.contains_point(point.x(), point.y()):
            raise MalformedError("public key")
        return point

    def secret(self, element: Element) -> bytes:
        return int(element.x()).to_bytes(self._length, "big")

    def element(self, number: int) -> Element:
        """See `KeyAgreementGroup`; the point encoding of appendix B.2, for primes that leave 3 when divided by 4."""
        p, a, b = self.prime, int(self._curve.a()), int(self._curve.b())
        alpha = -number * number % p
        divisor = (alpha + alpha * alpha) % p
        if p % 4 != 3 or not divisor:
            raise MalformedError("point encoding")
        x = -b * gmpy2.invert(a, p) * (1 + gmpy2.invert(divisor, p)) % p
        square = (x**3 + a * x + b) % p
        root = gmpy2.powmod(square, p - 1 - (p + 1) // 4, p)
        if root * root * square % p == 1:
            return self._point(x, root * square % p)
        return self._point(alpha * x % p, root * gmpy2.powmod(number, 3, p) * square % p)

    def _point(self, x: int, y: int) -> Element:
        return PointJacobi(self._curve, gmpy2.mpz(x), gmpy2.mpz(y), 1, self.order)


def _finite(point: Element) -> Element:
    if point == INFINITY:
        raise MalformedError("public key")
    return point


class ModularGroup:
    """The subgroup of order `order` of the whole numbers mod the prime `p`."""

    public_key_tag = DH_PUBLIC_KEY

    def __init__(self, *, p: int, order: int, generator: int) -> None:
        self.prime = p
        self.order = order
        self.generator: Element = generator
        self._length = (p.bit_length() + 7) // 8

    def multiply(self, element: Element, scalar: int) -> Element:
        return self._proper(int(gmpy2.powmod(element, scalar, self.prime)))

    def combine(self, one: Element, other: Element) -> Element:
        return self._proper(one * other % self.prime)

    def encode(self, element: Element) -> bytes:
        return int(element).to_bytes(self._length, "big")

    def decode(self, data: bytes) -> Element:
        """See `KeyAgreementGroup`; the number must lie in the subgroup."""
        number = int.from_bytes(data, "big")
        if (
            len(data) > self._length
            or not 1 < number < self.prime - 1
            or gmpy2.powmod(number, self.order, self.prime) != 1
        ):
            raise MalformedError("public key")
        return number

    def secret(self, element: Element) -> bytes:
        return self.encode(element)

    def element(self, number: int) -> Element:
        """Any number becomes one of the subgroup, raised by the cofactor."""
        return self._proper(int(gmpy2.powmod(number, (self.prime - 1) // self.order, self.prime)))

    def _proper(self, number: int) -> int:
        if number <= 1:
            raise MalformedError("public key")
        return number


def private_key(group: KeyAgreementGroup) -> int:
    """A fresh private key: 1 to order - 1, uniformly."""
    return secrets.randbelow(group.order - 1) + 1


def map_generically(group: KeyAgreementGroup, nonce: bytes, shared: Element) -> Element:
    """The generic mapping (clause 4.4.3.3.1): the generator `nonce` times, combined with the shared element."""
    return group.combine(group.multiply(group.generator, int.from_bytes(nonce, "big")), shared)
