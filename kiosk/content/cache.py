"""Parsed files kept between starts, so that the pack loads in a few milliseconds instead of a second.

Holds the plain tables, keyed by a digest of every file's name and bytes; never trusted when the digest differs.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

_DIGEST_SIZE = 32
_FORMAT = b"kiosk content cache 1"


def digest_of(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """32 bytes over names and contents, in the given order."""
    digest = hashlib.blake2b(_FORMAT, digest_size=_DIGEST_SIZE)
    for name, content in parts:
        digest.update(f"{len(name)}:{name}:{len(content)}:".encode())
        digest.update(content)
    return digest.digest()


def load(path: Path | None, digest: bytes) -> bytes | None:
    """What was kept under this digest, or None."""
    if path is None:
        return None
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    return kept[_DIGEST_SIZE:] if kept[:_DIGEST_SIZE] == digest else None


def keep(path: Path | None, digest: bytes, content: bytes) -> None:
    """Keep it, in one step; a place that cannot be written only costs time at the next start."""
    if path is None:
        return
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        passing.write_bytes(digest + content)
        passing.replace(path)
    except OSError:
        passing.unlink(missing_ok=True)
