"""Where something could be left: files, databases with their free pages, processes, what the system itself keeps.

Each place gives pieces of bytes; what is compressed in them, and the text of each PDF in them, comes as further
pieces.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.helpers.memory import writable

LARGEST_STREAM = 4_000_000
_PDF = re.compile(rb"%PDF-1\.\d.{20,4000000}?%%EOF", re.DOTALL)
_GZIP, _AS_GZIP = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]"), 31
_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78][\x01-\xda])")


def opened(held: bytes) -> Iterator[bytes]:
    """The bytes, every compressed stream in them, and the text of every whole PDF in them."""
    yield held
    for packed in _GZIP.finditer(held):
        with suppress(zlib.error):
            yield zlib.decompressobj(_AS_GZIP).decompress(held[packed.start() :], LARGEST_STREAM)
    for stream in _STREAM.finditer(held):
        try:
            yield zlib.decompressobj().decompress(held[stream.end() : stream.end() + LARGEST_STREAM], LARGEST_STREAM)
        except zlib.error:
            continue
    for paper in _PDF.finditer(held):
        done = subprocess.run(
            ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"], input=paper[0], capture_output=True, check=False
        )
        yield done.stdout
        yield b" ".join(done.stdout.split())


def files(folder: Path) -> Iterator[bytes]:
    """Name and whole content of every file, also what is in it and belongs to no row any more."""
    for path in folder.rglob("*"):
        yield str(path.relative_to(folder)).encode()
        if path.is_symlink():
            yield bytes(path.readlink())
        elif path.is_file():
            yield from opened(path.read_bytes())


def memory(pid: int) -> Iterator[bytes]:
    """What a process may write to, page by page of its memory."""
    for held in writable(pid):
        yield from opened(held)


def told_to_the_system(pid: int) -> Iterator[bytes]:
    """Its words and its environment, which others of its user, or everybody, can read."""
    for name in ("cmdline", "environ"):
        yield Path(f"/proc/{pid}/{name}").read_bytes()


def processes_below(pid: int) -> list[int]:
    """A process and all that it started."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(stat.parent.name))
    found = [pid]
    for each in found:
        found += children.get(each, [])
    return found


def swap() -> Iterator[bytes]:
    """Every swap file and partition that is in use and may be read."""
    for row in Path("/proc/swaps").read_text().splitlines()[1:]:
        with Path(row.split()[0]).open("rb") as swapped:
            while piece := swapped.read(64 * 1024 * 1024):
                yield piece


def journal(since: str) -> Iterator[bytes]:
    """What the journal took down since then; nothing where there is no journal."""
    if shutil.which("journalctl"):
        done = subprocess.run(["journalctl", "--since", since, "-o", "export"], capture_output=True, check=False)
        yield done.stdout
