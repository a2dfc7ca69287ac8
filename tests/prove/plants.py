"""Leaks of every kind, made on purpose: a proof that does not find them proves nothing."""

from __future__ import annotations

import base64
import gzip
import os
import quopri
import random
import sqlite3
import subprocess
import sys
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote_plus

from tests.prove import places

WRITINGS: Mapping[str, Callable[[str], bytes]] = {
    "composed": lambda value: unicodedata.normalize("NFC", value).encode(),
    "taken apart": lambda value: unicodedata.normalize("NFD", value).encode(),
    "UTF-16": lambda value: value.encode("utf-16-le"),
    "UTF-16 of the network": lambda value: value.encode("utf-16-be"),
    "upper case": lambda value: value.upper().encode(),
    "base64": lambda value: base64.b64encode(value.encode()),
    "base64 in a longer text": lambda value: base64.b64encode(b"x" + value.encode() + b"and more"),
    "hex": lambda value: value.encode().hex().encode(),
    "escaped": lambda value: ascii(value).encode(),
    "base64 of addresses": lambda value: base64.urlsafe_b64encode(value.encode()),
    "in HTML": lambda value: value.encode("ascii", "xmlcharrefreplace"),
    "in mail": lambda value: quopri.encodestring(value.encode()),
    "in an address": lambda value: quote_plus(value).encode(),
    "without marks": lambda value: _plain(value).encode(),
    "as on the card's zone": lambda value: _plain(value).upper().replace(" ", "<").encode(),
    "gzip": lambda value: gzip.compress(value.encode()),
    "reversed": lambda value: value[::-1].encode() if value.isdecimal() else value.encode(),
    "spaced": lambda value: " ".join(value).encode() if value.isdecimal() else value.encode(),
    "in a stream of a PDF": lambda value: (
        b"<< /Length 9 >>\nstream\n" + zlib.compress(value.encode()) + b"\nendstream"
    ),
}


def _plain(value: str) -> str:
    apart = unicodedata.normalize("NFD", value.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


HOLDS = "held = bytes.fromhex(input())[::-1]; print('holds', flush=True); input()"


def on_a_page(file: Path) -> str:
    """A page for SANE's `pnm` of noise whose bytes are letters; some in its middle, which stand nowhere else."""
    chance = random.Random(7)
    size = (640, 900)
    letters = bytes(chance.choice(b"abcdefghijkmnopqrstuvwxyz") for _ in range(size[0] * size[1] * 3))
    file.write_bytes(b"P6\n%d %d\n255\n" % size + letters)
    (file.parent / "dll.conf").write_text("pnm\n", encoding="ascii")
    middle = len(letters) // 2
    return letters[middle : middle + 24].decode()


def in_a_file(folder: Path, written: bytes) -> None:
    """In the middle of one, as in a spool or a log."""
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "job").write_bytes(b"\0" * 5_000 + written + b"\n" * 5_000)


def in_a_free_page(folder: Path, written: bytes) -> None:
    """In a row of a database that was deleted, on a page that belongs to nothing any more."""
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / "kept.sqlite")) as database:
        database.execute("PRAGMA secure_delete=OFF")  # the builds of some systems overwrite by themselves
        database.execute("CREATE TABLE t (x BLOB)")
        database.executemany("INSERT INTO t VALUES (?)", [(b"%d" % n + written + bytes(900),) for n in range(50)])
        database.commit()
        database.execute("DELETE FROM t")
        database.commit()
        assert not database.execute("SELECT * FROM t").fetchall()


@contextmanager
def in_a_process(written: bytes) -> Iterator[int]:
    """In the memory of one that lives."""
    process = subprocess.Popen([sys.executable, "-c", HOLDS], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(written[::-1].hex().encode() + b"\n")  # backwards: what it reads is no leak itself
        process.stdin.flush()
        process.stdout.readline()
        yield process.pid
    finally:
        process.kill()
        process.communicate()


@contextmanager
def in_words_of_a_process(written: bytes, *, environment: bool) -> Iterator[int]:
    """In its arguments, or in its environment."""
    text = os.fsdecode(written.replace(b"\0", b""))
    words = ["sleep", "60"] if environment else ["sh", "-c", "sleep 60", text]
    process = subprocess.Popen(words, env={**os.environ, "LEFT": text} if environment else None)
    try:
        while not any(places.told_to_the_system(process.pid)):
            pass
        yield process.pid
    finally:
        process.kill()
        process.wait()
