"""A pack as one file: tar in xz, manifest first, the same bytes for the same folder.

Reading takes nothing on trust: only plain files under names of our own shape, up to the lengths the manifest names,
so that an archive can neither leave its folder nor fill the disk. Every file is settled on the disk (fsync).
"""

from __future__ import annotations

import io
import lzma
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from devices.system.files import settle, write_settled
from kiosk.content.updates import manifest as manifests
from kiosk.content.updates.errors import DamagedError
from kiosk.content.updates.manifest import CONTENT, Manifest
from kiosk.content.updates.version import format_of, version_of

LARGEST_PACK: Final = 200_000_000
"""Bytes unpacked; a hundred times the pack of 2026."""
LARGEST_MANIFEST: Final = 2_000_000
_NAME: Final = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9._-]*/){0,3}[A-Za-z0-9_][A-Za-z0-9._-]*")


def manifest_of(folder: Path) -> Manifest:
    """The manifest of a pack folder. Raises `ContentError` without a version, `ValueError` for an odd name."""
    files = manifests.files_of(folder)
    for name in files:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name}: expected letters, digits, '.', '_' and '-', at most three folders deep")
    entries = {name: manifests.entry_of(path.read_bytes()) for name, path in files.items()}
    return Manifest(version=str(version_of(folder)), format=format_of(folder), files=entries)


def packed(folder: Path) -> bytes:
    """The archive of a pack folder. Raises like `manifest_of`."""
    bare = io.BytesIO()
    with tarfile.open(fileobj=bare, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        _add(tar, manifests.FILE_NAME, manifest_of(folder).encoded())
        for name, path in manifests.files_of(folder).items():
            _add(tar, f"{CONTENT}/{name}", path.read_bytes())
    return lzma.compress(bare.getvalue(), preset=6)


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    entry.mode = 0o644
    tar.addfile(entry, io.BytesIO(content))


def unpack(archive: Path, into: Path) -> Manifest:
    """Write manifest and content under `into`, which must not exist yet, and settle them.

    Raises `DamagedError`, `OSError`.
    """
    into.mkdir(parents=True)  # not in the block below: that it is there is no fault of the archive
    try:
        with tarfile.open(archive, mode="r|xz") as tar:
            manifest = _first(tar)
            for name, content in _members(tar, manifest):
                write_settled(into / CONTENT / name, content)
    except (tarfile.TarError, lzma.LZMAError, EOFError) as fault:
        raise DamagedError(f"{archive.name}: {fault}") from fault
    except (FileExistsError, NotADirectoryError) as fault:  # `into` was empty: the archive names one place twice
        raise DamagedError(f"{archive.name}: one name twice, or a file as the folder of another") from fault
    manifests.check_whole(into / CONTENT, manifest)
    write_settled(into / manifests.FILE_NAME, manifest.encoded())
    for folder in [path for path in into.rglob("*") if path.is_dir()] + [into]:
        settle(folder)
    return manifest


def _first(tar: tarfile.TarFile) -> Manifest:
    entry = tar.next()
    if entry is None or entry.name != manifests.FILE_NAME or not entry.isreg() or entry.size > LARGEST_MANIFEST:
        raise DamagedError("the archive does not begin with its manifest")
    manifest = manifests.decode(_content(tar, entry))
    if manifest.unpacked > LARGEST_PACK:
        raise DamagedError(f"{manifest.unpacked} bytes unpacked, expected at most {LARGEST_PACK}")
    return manifest


def _members(tar: tarfile.TarFile, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    while (entry := tar.next()) is not None:
        name = entry.name.removeprefix(f"{CONTENT}/")
        known = manifest.files.get(name)
        if known is None or not entry.isreg() or not _NAME.fullmatch(name) or entry.size != known.length:
            raise DamagedError(f"{entry.name[:80]}: not as the manifest says")
        yield name, _content(tar, entry)


def _content(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(entry)
    return file.read() if file else b""
