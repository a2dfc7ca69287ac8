"""What lies in a trust folder, taken apart: bundles, lists of a directory and archives become single DER objects.

A file is told by its content, never by its suffix: DER, base64, PEM with any number of blocks (RFC 7468), LDIF
(RFC 2849) with its binary attributes, ZIP with folders in it. Archives are read within limits of number, size and
depth, and nothing of them is written anywhere. What an object is, and whether it is believed, is `trust`'s to say.
"""

from __future__ import annotations

import base64
import binascii
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from asn1crypto import pem

from devices.emrtd.certificates import parsed
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError

MAX_FILE: Final = 64 * 1024 * 1024
"""Bytes of one file, and of everything unpacked from it."""
MAX_ENTRIES: Final = 4_096
DEEPEST: Final = 2
"""Archives inside archives."""
SPECIMEN: Final = "specimen"
NOT_FOR_US: Final = frozenset({"update"})
"""Folders beside the certificates that belong to somebody else: the root that signs updates of the content."""
_BLOCK: Final = re.compile(rb"-----BEGIN ([A-Z0-9 ]{1,40})-----.*?-----END \1-----", re.DOTALL)
_LABELS: Final = frozenset(
    {"CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CRL", "PKCS7", "PKCS #7 SIGNED DATA", "CMS"}
)
_ZIP: Final = b"PK\x03\x04"
_LDIF: Final = re.compile(rb"^(?:\xef\xbb\xbf)?(?:\s|#[^\n]*\n)*(?:version|dn) ?:", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(rb"^[A-Za-z][A-Za-z0-9;.-]*:: *([A-Za-z0-9+/=]+)\r?$", re.MULTILINE)
_BROKEN_ARCHIVE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    RuntimeError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
)
"""What `zipfile` raises for archives that are cut, encrypted, or packed in a way it does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One object of a file; `content` None where nothing could be made of it."""

    name: str
    specimen: bool
    content: bytes | None = field(default=None, repr=False)
    from_list: bool = False
    """From a directory's list of all states, of which only our own is of interest."""


def pieces_of(folder: Path) -> Iterator[Piece]:
    """Every object of every file below the folder, in the order of their names."""
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in place.parts)
        if hidden or place.parts[0] in NOT_FOR_US or _is_readme(place.name) or not path.is_file():
            continue
        yield from _pieces_of_file(path, place.as_posix(), specimen=SPECIMEN in place.parts[:-1])


def _is_readme(name: str) -> bool:
    return name.upper().startswith("README")


def _pieces_of_file(path: Path, name: str, *, specimen: bool) -> Iterator[Piece]:
    try:
        yield from _Unpacking().pieces(name, _content(path), specimen=specimen)
    except (MalformedError, OSError):
        yield Piece(name=name, specimen=specimen)


def _content(path: Path) -> bytes:
    if path.stat().st_size > MAX_FILE:
        raise MalformedError("file size")
    return path.read_bytes()


class _Unpacking:
    """One file of the folder with all that is packed into it; what it may still unpack."""

    def __init__(self) -> None:
        self._left = MAX_FILE

    def pieces(self, name: str, content: bytes, *, specimen: bool, depth: int = 0) -> Iterator[Piece]:
        """The objects of one file. Raises `MalformedError` for one of no known kind."""
        if content.startswith(_ZIP):
            yield from self._of_archive(name, content, specimen=specimen, depth=depth)
            return
        from_list = bool(_LDIF.match(content))
        objects = _of_list(content) if from_list else _of_text(content)
        for each in objects:
            yield Piece(name=name, specimen=specimen, content=each, from_list=from_list)

    def _of_archive(self, name: str, content: bytes, *, specimen: bool, depth: int) -> Iterator[Piece]:
        if depth >= DEEPEST:
            raise MalformedError("archive in archive")
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                entries = [each for each in archive.infolist() if not each.is_dir()]
                if len(entries) > MAX_ENTRIES:
                    raise MalformedError("archive entries")
                for entry in entries:
                    inside = PurePosixPath(entry.filename.replace("\\", "/"))
                    if not _is_readme(inside.name):
                        yield from self._of_entry(archive, entry, name, specimen=specimen, depth=depth)
        except _BROKEN_ARCHIVE as fault:
            raise MalformedError("archive") from fault

    def _of_entry(
        self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, *, specimen: bool, depth: int
    ) -> Iterator[Piece]:
        inside = PurePosixPath(entry.filename.replace("\\", "/"))
        shown, made_up = f"{name}: {inside.name}", specimen or SPECIMEN in inside.parts[:-1]
        try:
            content = self._taken(archive, entry)
            yield from self.pieces(shown, content, specimen=made_up, depth=depth + 1)
        except (MalformedError, *_BROKEN_ARCHIVE):
            yield Piece(name=shown, specimen=made_up)

    def _taken(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
        """The entry's bytes, off what may still be unpacked: an archive's word on its sizes is not believed."""
        with archive.open(entry) as opened:
            content = opened.read(self._left + 1)
        self._left = max(self._left - len(content), 0)
        if not self._left:
            raise MalformedError("archive size")
        return content


def _of_text(content: bytes) -> list[bytes | None]:
    """The objects of PEM, base64 or DER. Raises `MalformedError` for anything else."""
    if b"-----BEGIN" in content:
        return _of_blocks(content)
    if content[:1] == b"\x30":
        return [_without_line_end(content)]
    try:
        return [_without_line_end(base64.b64decode(b"".join(content.split()), validate=True))]
    except binascii.Error as fault:
        raise MalformedError("file of no known kind") from fault


def _of_blocks(content: bytes) -> list[bytes | None]:
    """One entry for each block, None for one that is cut off, broken or of another kind."""
    blocks = list(_BLOCK.finditer(content))
    cut_off: list[bytes | None] = [None] * (content.count(b"-----BEGIN ") - len(blocks))
    return [_armoured(block) for block in blocks] + cut_off


def _armoured(block: re.Match[bytes]) -> bytes | None:
    if block[1].decode("ascii") not in _LABELS:
        return None
    try:
        return bytes(parsed("PEM", lambda: pem.unarmor(block[0]))[2])
    except MalformedError:
        return None


def _of_list(content: bytes) -> list[bytes | None]:
    """The binary attributes of an LDIF that hold DER; lines that go on behind a space are put together first."""
    unfolded = re.sub(rb"\r?\n ", b"", content)
    found: list[bytes | None] = []
    for match in _ATTRIBUTE.finditer(unfolded):
        try:
            value = base64.b64decode(match[1], validate=True)
        except binascii.Error:
            found.append(None)
            continue
        if value[:1] == b"\x30":
            found.append(value)
    if not found:
        raise MalformedError("LDIF")
    return found


def _without_line_end(content: bytes) -> bytes:
    """The object without the white space an editor put behind it."""
    _, header, length = tlv.read_header(content) if content[1:2] != b"\x80" else (0, len(content), 0)
    end = header + length
    return content[:end] if not content[end:].strip() else content
