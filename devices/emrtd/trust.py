"""Whom the station trusts: signing authorities, revocation lists and master lists from a folder.

ICAO Doc 9303-12 clauses 4 and 9. Certificates and master lists (.ml) in the folder are trusted because someone put
them there; those in its subfolder `specimen` make every verdict a specimen's. A file that cannot
be used is named in `problems` and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from asn1crypto import pem

from devices.emrtd.certificates import Certificate, RevocationList, parsed, read_certificate, read_revocation_list
from devices.emrtd.errors import VerificationError
from devices.emrtd.oids import MASTER_LIST
from devices.emrtd.signed_data import check_signed_data, read_signed_data
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError

CERTIFICATES: Final = frozenset({".cer", ".crt", ".der", ".pem"})
REVOCATIONS: Final = ".crl"
MASTER_LISTS: Final = ".ml"
SPECIMEN: Final = "specimen"
MAX_FILE: Final = 16 * 1024 * 1024
COUNTRY: Final = "VN"
"""Whose authorities may sign the card: a root of another state says nothing about it."""
_COUNTRY_NAME: Final = re.compile(rb"\x06\x03\x55\x04\x06[\x0c\x13]\x02" + COUNTRY.encode(), re.IGNORECASE)
"""The attribute countryName of our own state, as a name writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """One trusted authority."""

    certificate: Certificate
    specimen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustStore:
    """Everything trusted; empty on a station that was given nothing."""

    roots: tuple[Root, ...] = ()
    revoked: frozenset[tuple[str, int]] = frozenset()
    """Issuer and serial of revoked certificates, from lists that a root signed."""
    listed_at: datetime | None = None
    """When the newest master list was signed."""
    problems: tuple[str, ...] = ()
    """Names of files in the folder that could not be used."""

    def issuers_of(self, certificate: Certificate) -> list[Root]:
        """The roots that may have signed it, by name and, where both say one, key identifier."""
        return [root for root in self.roots if _may_have_signed(root.certificate, certificate)]


def _may_have_signed(root: Certificate, certificate: Certificate) -> bool:
    ids = (root.subject_key_id, certificate.authority_key_id)
    return root.subject == certificate.issuer and (None in ids or ids[0] == ids[1])


def read_trust_folder(*folders: Path) -> TrustStore:
    """The store behind one or more folders; an absent one adds nothing. Raises nothing for a broken file."""
    roots: list[Root] = []
    times: list[datetime] = []
    problems: list[str] = []
    lists: list[Path] = []
    for path in (path for folder in folders for path in _files(folder)):
        specimen = path.parent.name == SPECIMEN
        try:
            kind, content = _der(path)
            if kind == REVOCATIONS:
                lists.append(path)
            elif kind == MASTER_LISTS:
                listed, signed_at = read_master_list(content)
                roots += [Root(certificate=certificate, specimen=specimen) for certificate in listed]
                times += [signed_at] if signed_at else []
            else:
                roots.append(Root(certificate=read_certificate(content), specimen=specimen))
        except (MalformedError, VerificationError, OSError):
            problems.append(path.name)
    revoked = _revoked(lists, roots, problems)
    return TrustStore(
        roots=tuple(roots), revoked=revoked, listed_at=max(times, default=None), problems=tuple(problems)
    )


def read_master_list(raw: bytes) -> tuple[tuple[Certificate, ...], datetime | None]:
    """The authorities of an ICAO master list and when it was signed.

    The list's own signature must hold under the certificate it brings. Of its hundreds of certificates only those of
    our own state are read, a millisecond each; those that cannot be read are left out.

    Raises `MalformedError`, `VerificationError`.
    """
    signed = read_signed_data(raw)
    if signed.content_type != MASTER_LIST:
        raise MalformedError("master list")
    check_signed_data(signed, signed.signer_certificate)
    parts = tlv.read_only(signed.content, 0x30).children()
    if [part.tag for part in parts] != [0x02, 0x31]:
        raise MalformedError("master list")
    ours = (part.raw for part in parts[1].children() if _COUNTRY_NAME.search(part.raw))
    return tuple(_readable(ours)), signed.signing_time


def _readable(raws: Iterable[bytes]) -> Iterable[Certificate]:
    for raw in raws:
        try:
            yield read_certificate(raw)
        except MalformedError:
            continue


def _revoked(paths: list[Path], roots: list[Root], problems: list[str]) -> frozenset[tuple[str, int]]:
    revoked: set[tuple[str, int]] = set()
    for path in paths:
        try:
            revoked |= _believed(read_revocation_list(_der(path)[1]), roots)
        except (MalformedError, OSError):
            problems.append(path.name)
    return frozenset(revoked)


def _believed(revocations: RevocationList, roots: list[Root]) -> set[tuple[str, int]]:
    """The entries of a list that one of the roots signed. Raises `MalformedError` for any other."""
    signers = [root.certificate for root in roots if root.certificate.subject == revocations.issuer]
    if not any(revocations.is_signed_by(signer) for signer in signers):
        raise MalformedError("revocation list signer")
    return {(revocations.issuer, serial) for serial in revocations.serials}


def _files(folder: Path) -> list[Path]:
    known = CERTIFICATES | {REVOCATIONS, MASTER_LISTS}
    found = [*folder.glob("*"), *folder.glob(f"{SPECIMEN}/*")]
    return sorted(path for path in found if path.suffix.lower() in known and path.is_file())


def _der(path: Path) -> tuple[str, bytes]:
    """What a file holds, as the suffix of its kind, and the bytes. Raises `MalformedError`, `OSError`."""
    if path.stat().st_size > MAX_FILE:
        raise MalformedError("file size")
    content = path.read_bytes()
    suffix = path.suffix.lower()
    if not pem.detect(content):
        return suffix, content
    label, _, der = parsed("PEM", lambda: pem.unarmor(content))
    return REVOCATIONS if label == "X509 CRL" else suffix, bytes(der)
