"""The phrases people may ask with, in SQLite FTS5 over folded shadow text (its own folding leaves đ alone).

One row a phrase: a plain name, an official name, an alias. The index answers "which phrases share words with
these"; ordering them is the work of `kiosk.procedures.search`. In memory, or in a file for the national catalogue.
"""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kiosk.procedures.words import Lexicon, Word, initials

_SCHEMA = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY, kind TEXT, own_id TEXT, code TEXT, name TEXT NOT NULL, agency TEXT NOT NULL, near INTEGER
);
CREATE INDEX entry_code ON entry (code);
CREATE TABLE phrase (id INTEGER PRIMARY KEY, entry INTEGER, words TEXT, marked TEXT);
CREATE VIRTUAL TABLE folded USING fts5 (
    words, initials, content='', prefix='1 2 3', tokenize='ascii', detail='column'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (folded, col);
"""
_VERSION = 3
"""Of the schema; an index written by another version of the program is not opened."""


class EntryKind(Enum):
    """What an answer leads to."""

    PROCEDURE = "procedure"
    GUIDE = "guide"
    ELSEWHERE = "elsewhere"
    """Another place: `kiosk.procedures.elsewhere` says which."""
    NATIONAL = "national"
    """A row of the national catalogue only: it has no id and leads to no page, but to a leaflet with its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """One thing to be found."""

    kind: EntryKind = EntryKind.PROCEDURE
    id: str | None
    code: str | None = None
    name: str
    also: Sequence[str] = ()
    """Official name, and others printed on papers."""
    aliases: Sequence[str] = ()
    """What people call it."""
    agency: str = ""
    """Who settles it, where only its name is known."""
    near: bool = False
    """Settled where the person stands; goes before others that answer as well."""


KEPT = 500
"""Phrases, about 1.3 kB each: enough for what one person types letter by letter. All that a station was ever asked
would go on growing for weeks."""


Candidate = tuple[int, str]
"""Number of a phrase that may answer, and its folded words: of hundreds most are not looked at any closer."""


class Phrase:
    """One phrase: its words folded, the same words with their marks. Two phrases are never equal."""

    __slots__ = ("entry", "marked", "places", "words")

    def __init__(self, entry: int, words: str, marked: str) -> None:
        self.entry = entry
        self.words = tuple(words.split())
        self.marked = tuple(marked.split())
        self.places = {word: place for place, word in reversed(tuple(enumerate(self.words)))}
        """Word -> where it stands first."""


@dataclass(frozen=True, slots=True)
class IndexHit:
    """What a line of the results shows."""

    kind: EntryKind
    id: str | None
    code: str | None
    name: str
    agency: str


class SearchIndex:
    """A built index. Read-only after `build`; may be used from one thread at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        # Its database goes with it, whoever let go of it last; to leave it open is a fault that Python 3.13 tells.
        weakref.finalize(self, connection.close)
        self._read: dict[int, Phrase] = {}
        self._found: dict[int, IndexHit] = {}
        self.phrases: int = connection.execute("SELECT count(*) FROM phrase").fetchone()[0]
        """How many phrases it holds."""
        rows = connection.execute("SELECT term, doc FROM vocabulary WHERE col = 'words'")
        self.vocabulary: dict[str, int] = dict(rows.fetchall())
        """Word -> number of phrases that hold it."""

    @classmethod
    def build(cls, entries: Iterable[IndexEntry], lexicon: Lexicon, path: Path | None = None) -> SearchIndex:
        """Index the entries, in memory or into a new file at `path`."""
        connection = sqlite3.connect(path or ":memory:", check_same_thread=False)
        connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
        connection.execute(f"PRAGMA user_version = {_VERSION}")
        texts: list[tuple[int, str]] = []
        for number, entry in enumerate(entries, 1):
            row = (number, entry.kind.value, entry.id, entry.code, entry.name, entry.agency, entry.near)
            connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            texts += [(number, text) for text in dict.fromkeys((entry.name, *entry.also, *entry.aliases))]
        phrases = zip((number for number, _ in texts), lexicon.words_of_all(text for _, text in texts), strict=True)
        # Shortest first: a query cut off by its limit then keeps the names that hold little else than what was asked.
        for number, words in sorted(phrases, key=lambda phrase: len(phrase[1])):
            _insert(connection, number, words)
        connection.execute("INSERT INTO folded (folded) VALUES ('optimize')")
        connection.commit()
        return cls(connection)

    @classmethod
    def open(cls, path: Path) -> SearchIndex:
        """An index built before. Raises `sqlite3.DatabaseError` when the file is none of this version."""
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
            connection.close()
            raise sqlite3.DatabaseError("search index of another version")
        return cls(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def kept(self) -> int:
        """How many phrases are read and not let go."""
        return len(self._read)

    def let_go(self) -> bool:
        """Before a question, never within one, for two phrases are never equal: drop what earlier ones read, once it
        is much. Whether that was done: who remembers something of a phrase keeps it too."""
        is_much = len(self._read) > KEPT
        if is_much:
            self._read.clear()
            self._found.clear()
        return is_much

    def sharing(self, groups: Sequence[Sequence[str]], *, every: bool, limit: int) -> list[Candidate]:
        """Phrases that hold a word of each group (`every`), or of any; shortest first. A word may end in `*`."""
        joint = " AND " if every else " OR "
        asked = joint.join("(" + " OR ".join(_quoted(word) for word in group) + ")" for group in groups if group)
        return self._matching(f"words : ({asked})", limit) if asked else []

    def abbreviated(self, letters: str, limit: int) -> list[Phrase]:
        """Phrases whose first letters begin with `letters`."""
        return self.read([number for number, _ in self._matching(f"initials : {_quoted(letters + '*')}", limit)])

    def read(self, numbers: Sequence[int]) -> list[Phrase]:
        """The phrases of these numbers, in their order."""
        unread = json.dumps([number for number in numbers if number not in self._read])
        asked = "SELECT id, entry, words, marked FROM phrase WHERE id IN (SELECT value FROM json_each(?))"
        for number, *row in self._connection.execute(asked, (unread,)):
            self._read[number] = Phrase(*row)
        return [self._read[number] for number in numbers]

    def with_code(self, code: str, limit: int) -> list[int]:
        """Entries whose code begins with `code`."""
        rows = self._connection.execute(
            "SELECT id FROM entry WHERE code >= ? AND code < ? ORDER BY code LIMIT ?", (code, code + "\uffff", limit)
        )
        return [row[0] for row in rows]

    def entry(self, number: int) -> IndexHit:
        """What to show of an entry."""
        if number not in self._found:
            asked = "SELECT kind, own_id, code, name, agency FROM entry WHERE id = ?"
            kind, *shown = self._connection.execute(asked, (number,)).fetchone()
            self._found[number] = IndexHit(EntryKind(kind), *shown)
        return self._found[number]

    def marked_words(self) -> frozenset[str]:
        """Every word of the index with its marks."""
        rows = self._connection.execute("SELECT marked FROM phrase")
        return frozenset(word for (marked,) in rows for word in marked.split())

    def procedures(self) -> dict[str, int]:
        """Id of each procedure -> its entry."""
        rows = self._connection.execute("SELECT own_id, id FROM entry WHERE kind = ?", (EntryKind.PROCEDURE.value,))
        return dict(rows.fetchall())

    def near(self) -> frozenset[int]:
        """The entries settled where the person stands."""
        return frozenset(number for (number,) in self._connection.execute("SELECT id FROM entry WHERE near"))

    def _matching(self, match: str, limit: int) -> list[Candidate]:
        asked = (
            "SELECT id, phrase.words FROM folded CROSS JOIN phrase ON id = folded.rowid WHERE folded MATCH ? LIMIT ?"
        )
        return self._connection.execute(asked, (match, limit)).fetchall()


def _insert(connection: sqlite3.Connection, number: int, words: tuple[Word, ...]) -> None:
    folded, marked = " ".join(word.folded for word in words), " ".join(word.marked for word in words)
    cursor = connection.execute(
        "INSERT INTO phrase (entry, words, marked) VALUES (?, ?, ?)", (number, folded, marked)
    )
    connection.execute(
        "INSERT INTO folded (rowid, words, initials) VALUES (?, ?, ?)", (cursor.lastrowid, folded, initials(words))
    )


def _quoted(word: str) -> str:
    stem = word.removesuffix("*")
    return f'"{stem}"' + ("*" if word != stem else "")
