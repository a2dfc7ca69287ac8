"""Where values of a person stand in the memory of another process, in every way that a program writes text there."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

import numpy as np

CODES: Final = ("utf-8", "utf-16-le", "utf-32-le", "latin-1")
"""C, Rust and files; Qt and Python; Python with rare letters; Python with western ones."""
_ANCHOR: Final = 4
_HASH: Final = np.uint32(0x9E3779B1)


def forms(value: str) -> set[bytes]:
    """The bytes of a value, composed and taken apart, as it is and in one case."""
    cases = (value, value.upper(), value.lower())
    texts = {unicodedata.normalize(form, case) for form in ("NFC", "NFD") for case in cases}
    return {
        made for text in texts for code in CODES if (made := text.encode(code, "ignore")) and _is_whole(text, made)
    }


def _is_whole(text: str, made: bytes) -> bool:
    return len(made) >= max(len(text), _ANCHOR)


def writable(pid: int) -> Iterator[bytes]:
    """Each region that a process may write, as it stands now. Raises `OSError` when the process is gone."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as file:
        for row in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights, *_ = row.split(maxsplit=2)
            start, end = (int(part, 16) for part in span.split("-"))
            if rights.startswith("rw"):
                yield _region(file.fileno(), start, end)


def _region(file: int, start: int, end: int) -> bytes:
    import os

    pieces, at = [], start
    while at < end:
        try:
            piece = os.pread(file, end - at, at)
        except OSError:  # a device's own pages
            break
        if not piece:
            break
        pieces.append(piece)
        at += len(piece)
    return b"".join(pieces)


class Search:
    """Looks for many values at once: for four bytes of each of their forms first, then for the whole. `written` gives
    the forms of a value, each of at least four bytes."""

    def __init__(self, values: Mapping[str, str], written: Callable[[str], Collection[bytes]] = forms) -> None:
        self._forms: dict[int, list[tuple[str, bytes, int]]] = {}
        for name, value in values.items():
            for form in written(value):
                offset, anchor = _anchor(form)
                self._forms.setdefault(anchor, []).append((name, form, offset))
        anchors = np.array(sorted(self._forms), dtype=np.uint32)
        self._anchors = anchors
        self._known = np.zeros(1 << 16, dtype=bool)
        self._known[_hashed(anchors)] = True

    def copies(self, held: bytes) -> Counter[str]:
        """How often each value, by its name, stands in these bytes."""
        found: Counter[str] = Counter()
        for at in self._candidates(held):
            anchor = int.from_bytes(held[at : at + _ANCHOR], "little")
            for name, form, offset in self._forms.get(anchor, ()):
                found[name] += at >= offset and held.startswith(form, at - offset)
        return +found

    def in_process(self, pid: int) -> Counter[str]:
        """How often each value stands in the writable memory of a process."""
        found: Counter[str] = Counter()
        for held in writable(pid):
            found += self.copies(held)
        return found

    def _candidates(self, held: bytes) -> Iterator[int]:
        for shift in range(_ANCHOR):
            count = (len(held) - shift) // _ANCHOR
            if count <= 0:
                return
            words = np.frombuffer(held, dtype="<u4", count=count, offset=shift)
            places = np.flatnonzero(self._known[_hashed(words)])
            sure = places[np.isin(words[places], self._anchors)]
            yield from (int(place) * _ANCHOR + shift for place in sure)


def _anchor(form: bytes) -> tuple[int, int]:
    """Where the most telling four bytes of a form stand, and these bytes as a number: many different ones are
    rare."""
    offset = max(range(len(form) - _ANCHOR + 1), key=lambda at: len(set(form[at : at + _ANCHOR]) - {0}))
    return offset, int.from_bytes(form[offset : offset + _ANCHOR], "little")


def _hashed(words: np.typing.NDArray[np.uint32]) -> np.typing.NDArray[np.uint32]:
    return (words * _HASH) >> np.uint32(16)
