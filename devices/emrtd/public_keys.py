"""Public keys as cards and certificates carry them: SubjectPublicKeyInfo of RSA, ECDSA/ECDH and DH keys.

RFC 5280 clause 4.1.2.7, RFC 3279, BSI TR-03110-3 A.2. Explicit curve parameters, as ICAO Doc 9303-12 asks of
certificates, are accepted when they are those of a known curve: a curve of the card's own making is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from ecdsa.curves import Curve, curves

from devices.emrtd import oids
from devices.emrtd.domain_parameters import ECDH_PARAMETERS, standardized_curve, standardized_group
from devices.emrtd.groups import Element, EllipticCurveGroup, KeyAgreementGroup, ModularGroup
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError
from devices.iso7816.tlv import Tlv

INTEGER, BIT_STRING, OBJECT_IDENTIFIER, SEQUENCE = 0x02, 0x03, 0x06, 0x30
RSA: Final = frozenset({"1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10"})
EC: Final = frozenset({"1.2.840.10045.2.1", "1.3.132.1.12"})
PKCS3_DH: Final = "1.2.840.113549.1.3.1"
X942_DH: Final = "1.2.840.10046.2.1"
MAX_RSA_BITS: Final = 8_192
MAX_EXPONENT_BITS: Final = 256
MAX_DH_BITS: Final = 4_096
_WEIERSTRASS: Final = tuple(curve for curve in curves if not curve.name.startswith("Ed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RsaKey:
    """As a key states it: an odd modulus of 512 to `MAX_RSA_BITS` bits, an exponent within `MAX_EXPONENT_BITS`."""

    modulus: int = field(repr=False)
    exponent: int = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EcKey:
    """A public key of ECDH or ECDSA: a point, and the named curve it lies on."""

    curve: Curve
    point: Element = field(repr=False)

    @property
    def group(self) -> KeyAgreementGroup:
        """The curve as a group for key agreement."""
        return EllipticCurveGroup(self.curve)


@dataclass(frozen=True, slots=True, kw_only=True)
class DhKey:
    """A public key of Diffie-Hellman: a number, and the group modulo p it belongs to."""

    group: KeyAgreementGroup
    number: Element = field(repr=False)


PublicKey: TypeAlias = RsaKey | EcKey | DhKey


def read_public_key(info: bytes) -> PublicKey:
    """The key in a SubjectPublicKeyInfo. Raises `MalformedError` for an unknown or broken one."""
    parts = tlv.read_only(info, SEQUENCE).children()
    if [part.tag for part in parts] != [SEQUENCE, BIT_STRING] or parts[1].value[:1] != b"\x00":
        raise MalformedError("public key info")
    algorithm, *parameters = parts[0].children() or [parts[1]]
    oid = oids.decode(algorithm.value) if algorithm.tag == OBJECT_IDENTIFIER else ""
    content = parts[1].value[1:]
    if oid in RSA:
        return _rsa(content)
    if not parameters:
        raise MalformedError("public key parameters")
    if oid in EC or (oid == oids.STANDARDIZED_PARAMETERS and _integer(parameters[0]) in ECDH_PARAMETERS):
        curve = _curve(parameters[0])
        return EcKey(curve=curve, point=EllipticCurveGroup(curve).decode(content))
    group = _modular_group(oid, parameters[0])
    return DhKey(group=group, number=group.decode(tlv.read_only(content, INTEGER).value.lstrip(b"\x00")))


def read_domain_parameters(algorithm: bytes) -> KeyAgreementGroup:
    """The group an AlgorithmIdentifier states. Raises `MalformedError` for an unknown or broken one."""
    parts = tlv.read_only(algorithm, SEQUENCE).children()
    if len(parts) < 2 or parts[0].tag != OBJECT_IDENTIFIER:
        raise MalformedError("domain parameters")
    oid = oids.decode(parts[0].value)
    return EllipticCurveGroup(_curve(parts[1])) if oid in EC else _modular_group(oid, parts[1])


def _rsa(content: bytes) -> RsaKey:
    numbers = tlv.read_only(content, SEQUENCE).children()
    if len(numbers) != 2:
        raise MalformedError("RSA key")
    modulus, exponent = _integer(numbers[0]), _integer(numbers[1])
    sound = 512 <= modulus.bit_length() <= MAX_RSA_BITS and modulus % 2 == 1
    if not sound or exponent <= 2 or exponent.bit_length() > MAX_EXPONENT_BITS:
        raise MalformedError("RSA key")
    return RsaKey(modulus=modulus, exponent=exponent)


def _curve(parameters: Tlv) -> Curve:
    if parameters.tag == OBJECT_IDENTIFIER:
        arcs = tuple(int(arc) for arc in oids.decode(parameters.value).split("."))
        found = next((curve for curve in _WEIERSTRASS if curve.oid == arcs), None)
    elif parameters.tag == INTEGER:
        found = standardized_curve(_integer(parameters))
    else:
        found = _same_curve(parameters.children())
    if found is None:
        raise MalformedError("curve")
    return found


def _same_curve(parts: Sequence[Tlv]) -> Curve | None:
    """The known curve whose prime, coefficients, generator and order these explicit parameters state."""
    if len(parts) < 5:
        return None
    fields, coefficients = parts[1].children(), parts[2].children()
    if len(fields) != 2 or len(coefficients) < 2:
        return None
    p, order = _integer(fields[1]), _integer(parts[4])
    a, b = (int.from_bytes(coefficients[place].value, "big") for place in (0, 1))
    for curve in _WEIERSTRASS:
        known = curve.curve
        if (known.p(), known.a() % known.p(), known.b() % known.p(), curve.order) == (p, a, b, order):
            forms = (curve.generator.to_bytes(form) for form in ("uncompressed", "compressed", "hybrid"))
            return curve if parts[3].value in forms else None
    return None


def _modular_group(oid: str, parameters: Tlv) -> KeyAgreementGroup:
    if oid == oids.STANDARDIZED_PARAMETERS:
        return standardized_group(_integer(parameters))
    numbers = [_integer(part) for part in parameters.children() if part.tag == INTEGER]
    if oid not in {PKCS3_DH, X942_DH} or len(numbers) < 2:
        raise MalformedError("public key algorithm")
    p, generator = numbers[:2]
    # PKCS#3 does not tell the subgroup; the whole group is then the best that can be checked.
    order = numbers[2] if oid == X942_DH and len(numbers) > 2 else p - 1
    if not 512 <= p.bit_length() <= MAX_DH_BITS or p % 2 == 0 or not 1 < generator < p or not 1 < order < p:
        raise MalformedError("DH parameters")
    return ModularGroup(p=p, order=order, generator=generator)


def _integer(part: Tlv) -> int:
    if part.tag != INTEGER or not part.value:
        raise MalformedError("INTEGER")
    return int.from_bytes(part.value, "big")
