"""Signing keys as encrypted PEM files (Ed25519, PKCS #8) and their public halves.

A private key leaves the file only while one document is signed. The passphrase is never an argument or a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from securesystemslib.signer import CryptoSigner, SSlibKey

from devices.system.files import write_private, write_settled
from kiosk.errors import KioskError
from kiosk.i18n import Text

SHORTEST: Final = 12
"""Characters of a passphrase."""


_TOO_SHORT: Final = Text(
    "Mật khẩu: cần ít nhất {number} ký tự.", "The passphrase: expected at least {number} characters."
)
_NOT_PUBLIC: Final = Text("{path}: cần tệp khoá công khai (.pub).", "{path}: expected a public key file.")
_NOT_ED25519: Final = Text("{path}: cần khoá Ed25519.", "{path}: expected an Ed25519 key.")
_NOT_OPENED: Final = Text(
    "{path}: cần tệp khoá do `publish keys` tạo và đúng mật khẩu của nó.",
    "{path}: expected a key file of `publish keys` and its passphrase.",
)


class KeyFileError(KioskError):
    """A key file that cannot be made or used; the message names the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFiles:
    """Both halves of one signing key: the private one encrypted and for its owner only."""

    private: Path
    public: Path


def make_key(folder: Path, name: str, passphrase: str) -> KeyFiles:
    """Write `name.pem` (encrypted, owner only) and `name.pub`. Raises `KeyFileError`, also when one is there."""
    if len(passphrase) < SHORTEST:
        raise KeyFileError(_TOO_SHORT.filled(number=SHORTEST))
    files = KeyFiles(private=folder / f"{name}.pem", public=folder / f"{name}.pub")
    key = Ed25519PrivateKey.generate()
    closed = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode()))
    opened = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_private(files.private, closed)
        write_settled(files.public, opened)
    except OSError as fault:
        raise KeyFileError(f"{fault.filename}: {fault.strerror}") from fault
    return files


def public_key(path: Path) -> SSlibKey:
    """The key of a `.pub` file. Raises `KeyFileError`."""
    try:
        key = load_pem_public_key(path.read_bytes())
    except (OSError, ValueError) as fault:
        raise KeyFileError(_NOT_PUBLIC.filled(path=path)) from fault
    if not isinstance(key, Ed25519PublicKey):
        raise KeyFileError(_NOT_ED25519.filled(path=path))
    return SSlibKey.from_crypto(key)


def signer(path: Path, passphrase: str) -> CryptoSigner:
    """The key of a `.pem` file, opened. Raises `KeyFileError`."""
    try:
        key = load_pem_private_key(path.read_bytes(), passphrase.encode())
    except (OSError, ValueError, TypeError) as fault:
        raise KeyFileError(_NOT_OPENED.filled(path=path)) from fault
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError(_NOT_ED25519.filled(path=path))
    return CryptoSigner(key)
