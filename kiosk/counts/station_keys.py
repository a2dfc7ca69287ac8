"""The two keys of a PC, made at first use in the state folder: one for the wire (P-256), one that signs (Ed25519).

And the two small files that enrol it: the request it sends to the province, the reply it gets back. Both hold
public things only. File modes: the folder 0700, keys 0600.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from devices import json_message
from devices.json_message import JsonMessageError
from devices.system.files import replace_private
from kiosk.counts import authority
from kiosk.errors import KioskError
from kiosk.i18n import Text

PC_NAME = re.compile(r"pc-[0-9]{5}-[a-z0-9-]{1,20}")


class EnrolRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a PC asks the province for."""

    pc_id: str
    request: str
    """PKCS#10, PEM."""
    signing_key: bytes
    """The public half of the Ed25519 key, 32 bytes."""


class EnrolReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the province gives a PC: the certificate for its login and the authority's own, both PEM."""

    pc_id: str
    certificate: str
    authority: str


_OTHER_KIND = Text("{path}: cần khoá {kind}.", "{path}: expected a key of {kind}.")
_NO_KEY = Text("{path}: không phải tệp khoá, hoặc bị hỏng.", "{path}: not a key.")
_NO_REPLY = Text("Tệp trả lời không đúng: {reason}", "The reply cannot be read: {reason}")
_OF_ANOTHER = Text("Tệp trả lời của máy khác; cần của {pc}.", "The reply is another PC's; expected one for {pc}.")


def pc_name(commune_code: str, station: str) -> str:
    """The name of a PC: unique in the country, and the name of its login role."""
    return f"pc-{commune_code}-{station.lower()}"


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key that signs day sheets and sticks. Raises `KioskError` for a spoiled file, `OSError`."""
    found = _kept(folder / "signing.key", lambda: _pem_of(Ed25519PrivateKey.generate()))
    if not isinstance(found, Ed25519PrivateKey):
        raise KioskError(_OTHER_KIND.filled(path=folder / "signing.key", kind="Ed25519"))
    return found


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The 32 bytes the province keeps."""
    return key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def enrol_request(folder: Path, pc_id: str) -> bytes:
    """The file to carry to the province. Raises `KioskError`, `OSError`."""
    wire = _kept(folder / "pc.key", lambda: authority.key_pem(authority.new_key()))
    if not isinstance(wire, EllipticCurvePrivateKey):
        raise KioskError(_OTHER_KIND.filled(path=folder / "pc.key", kind="P-256"))
    asked = EnrolRequest(
        pc_id=pc_id,
        request=authority.signing_request(wire, pc_id).decode(),
        signing_key=public_bytes(signing_key(folder)),
    )
    return msgspec.json.encode(asked)


def take_reply(folder: Path, pc_id: str, content: bytes) -> None:
    """Put the certificate in its place. Raises `KioskError` for a reply to another PC or another key."""
    try:
        reply = json_message.decode(content, EnrolReply)
    except JsonMessageError as fault:
        raise KioskError(_NO_REPLY.filled(reason=fault)) from fault
    if reply.pc_id != pc_id:
        raise KioskError(_OF_ANOTHER.filled(pc=pc_id))
    for name, text in (("ca.crt", reply.authority), ("pc.crt", reply.certificate)):
        replace_private(folder / name, text.encode())


def _kept(path: Path, make: object) -> object:
    """The key of that file, made now if there is none."""
    if not path.exists() and callable(make):
        replace_private(path, make())
    try:
        return serialization.load_pem_private_key(path.read_bytes(), password=None)
    except ValueError as fault:
        raise KioskError(_NO_KEY.filled(path=path)) from fault


def _pem_of(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
