"""Keys of made-up cards and signers, each derived from a public label.

Anyone can compute them, so none is a secret and none can be mistaken for one; the certificates over them carry
SPECIMEN in their subject. Never use this module for anything that must not be forged.
"""

from __future__ import annotations

import hashlib
from functools import cache

import gmpy2
from cryptography.hazmat.primitives.asymmetric import ec, rsa

RSA_EXPONENT = 65537


def scalar(label: str, order: int) -> int:
    """A private number between 1 and order-1 that depends on the label alone."""
    return int.from_bytes(hashlib.shake_256(f"SPECIMEN {label}".encode()).digest(80), "big") % (order - 1) + 1


@cache
def curve_key(label: str, curve: type[ec.EllipticCurve] = ec.BrainpoolP256R1) -> ec.EllipticCurvePrivateKey:
    """A signing key on a curve."""
    return ec.derive_private_key(scalar(label, 1 << curve().key_size - 1), curve())


@cache
def rsa_key(label: str, bits: int = 2048) -> rsa.RSAPrivateKey:
    """An RSA key whose primes are the next ones after two hashes of the label."""
    p, q = (_prime(f"{label} {part}", bits // 2) for part in ("p", "q"))
    d = pow(RSA_EXPONENT, -1, (p - 1) * (q - 1))
    public = rsa.RSAPublicNumbers(RSA_EXPONENT, p * q)
    numbers = rsa.RSAPrivateNumbers(p, q, d, d % (p - 1), d % (q - 1), rsa.rsa_crt_iqmp(p, q), public)
    return numbers.private_key()


def _prime(label: str, bits: int) -> int:
    seed = int.from_bytes(hashlib.shake_256(f"SPECIMEN {label}".encode()).digest(bits // 8), "big")
    candidate = int(gmpy2.next_prime(seed | 3 << bits - 2))
    while candidate % RSA_EXPONENT == 1:
        candidate = int(gmpy2.next_prime(candidate))
    return candidate
