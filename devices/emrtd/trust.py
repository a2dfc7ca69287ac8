"""Whom the station trusts: signing authorities, revocation lists and master lists from a folder.

ICAO Doc 9303-12 clauses 4 and 9. Certificates and master lists in the folder are trusted because someone put them
there, alone, in bundles, in a directory's lists or in archives (`trust_files`); those in a folder `specimen` make
every verdict a specimen's. A file of which anything cannot be used is named in `problems`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from devices.emrtd.certificates import Certificate, RevocationList, read_certificate, read_revocation_list
from devices.emrtd.errors import VerificationError
from devices.emrtd.oids import MASTER_LIST, SIGNED_DATA
from devices.emrtd.oids import encode as oid
from devices.emrtd.signed_data import check_signed_data, read_bundle, read_signed_data
from devices.emrtd.trust_files import Piece, pieces_of
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError

COUNTRY: Final = "VN"
"""Whose authorities may sign the card: a root of another state says nothing about it."""
_COUNTRY_NAME: Final = re.compile(rb"\x06\x03\x55\x04\x06[\x0c\x13]\x02" + COUNTRY.encode(), re.IGNORECASE)
"""The attribute countryName of our own state, as a name writes it."""
_SIGNED_DATA: Final = tlv.encode(0x06, oid(SIGNED_DATA))


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """A country signing authority (CSCA) that signatures may end at; `specimen` marks a made-up one."""

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
    contents = _Contents()
    for folder in folders:
        for piece in pieces_of(folder):
            try:
                contents.add(piece)
            except (MalformedError, VerificationError):
                contents.problems.append(piece.name)
    revoked = frozenset(_revoked(contents.revocations, contents.roots, contents.problems))
    return TrustStore(
        roots=tuple(contents.roots),
        revoked=revoked,
        listed_at=max(contents.times, default=None),
        problems=tuple(dict.fromkeys(contents.problems)),
    )


class _Contents:
    """What the files hold, sorted by what it is."""

    def __init__(self) -> None:
        self.roots: list[Root] = []
        self.times: list[datetime] = []
        self.revocations: list[tuple[str, bytes]] = []
        self.problems: list[str] = []

    def add(self, piece: Piece) -> None:
        """One object. Raises `MalformedError`, `VerificationError` when it is none that can be used."""
        if piece.content is None:
            raise MalformedError("file")
        if _is_signed_data(piece.content):
            self._add_signed(piece, piece.content)
            return
        if piece.from_list and not piece.specimen and not _COUNTRY_NAME.search(piece.content):
            return
        try:
            self.roots.append(Root(certificate=read_certificate(piece.content), specimen=piece.specimen))
        except MalformedError:
            read_revocation_list(piece.content)
            self.revocations.append((piece.name, piece.content))

    def _add_signed(self, piece: Piece, content: bytes) -> None:
        """A master list, or signed data that only carries certificates and revocation lists (.p7b)."""
        try:
            certificates, revocations = read_bundle(content)
        except MalformedError:
            listed, signed_at = read_master_list(content)
            self.roots += [Root(certificate=each, specimen=piece.specimen) for each in listed]
            self.times += [signed_at] if signed_at else []
            return
        for each in (*certificates, *revocations):
            try:
                self.add(replace(piece, content=each))
            except MalformedError:
                self.problems.append(piece.name)


def _is_signed_data(content: bytes) -> bool:
    return _SIGNED_DATA in content[:32]


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


def _revoked(lists: list[tuple[str, bytes]], roots: list[Root], problems: list[str]) -> set[tuple[str, int]]:
    revoked: set[tuple[str, int]] = set()
    for name, content in lists:
        try:
            revoked |= _believed(read_revocation_list(content), roots)
        except MalformedError:
            problems.append(name)
    return revoked


def _believed(revocations: RevocationList, roots: list[Root]) -> set[tuple[str, int]]:
    """The entries of a list that one of the roots signed. Raises `MalformedError` for any other."""
    signers = [root.certificate for root in roots if root.certificate.subject == revocations.issuer]
    if not any(revocations.is_signed_by(signer) for signer in signers):
        raise MalformedError("revocation list signer")
    return {(revocations.issuer, serial) for serial in revocations.serials}
