"""The province's own authority in a folder: `ca.crt`, `ca.key`, `server.crt`, `server.key`, for its owner alone.

Made once; running it again keeps the authority and makes a new server certificate only where the names changed or the
old one ends within `RENEWED_BEFORE`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509

from devices.system.files import replace_private
from kiosk.counts import authority
from kiosk.counts.authority import CertificateAuthority
from kiosk.errors import KioskError
from kiosk.i18n import Text

RENEWED_BEFORE = timedelta(days=90)


def make(folder: Path, hosts: Sequence[str], now: datetime) -> None:
    """The authority when there is none, and a certificate of the server for these names.

    Raises `KioskError` for files that are no certificate or no key, `OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not (folder / "ca.crt").exists():
        root = authority.new_authority("Counts of the province", now)
        replace_private(folder / "ca.key", authority.key_pem(root.key))
        replace_private(folder / "ca.crt", authority.certificate_pem(root.certificate))
    if (folder / "server.crt").exists() and _serves(folder, hosts, now):
        return
    key = authority.new_key()
    certificate = authority.server_certificate(read(folder), key.public_key(), hosts, now)
    replace_private(folder / "server.key", authority.key_pem(key))
    replace_private(folder / "server.crt", authority.certificate_pem(certificate))


_NO_PAIR = Text(
    "{folder}: ca.crt và ca.key không phải một chứng thư và khoá của nó.",
    "{folder}: ca.crt and ca.key are not a certificate and its key.",
)


def read(folder: Path) -> CertificateAuthority:
    """The authority. Raises `KioskError`, `OSError`."""
    try:
        return authority.read_authority((folder / "ca.crt").read_bytes(), (folder / "ca.key").read_bytes())
    except ValueError as fault:
        raise KioskError(_NO_PAIR.filled(folder=folder)) from fault


def _serves(folder: Path, hosts: Sequence[str], now: datetime) -> bool:
    try:
        held = x509.load_pem_x509_certificate((folder / "server.crt").read_bytes())
        names = held.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (ValueError, x509.ExtensionNotFound):
        return False
    known = {str(each.value) for each in names}
    return known == set(hosts) and held.not_valid_after_utc - now > RENEWED_BEFORE
