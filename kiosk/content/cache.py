"""Parsed files kept between starts, so that the pack loads in a few milliseconds instead of a second.

Holds the plain tables, keyed by a digest of every file's name and bytes; never trusted when the digest differs.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

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
    """What was kept under this digest, whole and unchanged (MessagePack), or None."""
    if path is None:
        return None
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    content = kept[2 * _DIGEST_SIZE :]
    return content if kept[: 2 * _DIGEST_SIZE] == digest + digest_of([("", content)]) else None


def keep(path: Path | None, digest: bytes, trees: object) -> None:
    """Keep it, in one step; what cannot be kept only costs time at the next start."""
    if path is None:
        return
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        content = msgspec.msgpack.encode(trees)
        path.parent.mkdir(parents=True, exist_ok=True)
        passing.write_bytes(digest + digest_of([("", content)]) + content)
        passing.replace(path)
    except (OSError, OverflowError, TypeError):
        with suppress(OSError):
            passing.unlink(missing_ok=True)
