"""The scan job of a visit as a value: its pages in order, and which papers of the procedure's list they tick off.

Every change gives a new job. Positions count from 0.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from kiosk.scanning.page import JudgedPage, turned, uncut


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanJob:
    """`wanted` are the ids of the papers to scan, in the order of the procedure."""

    wanted: tuple[str, ...] = ()
    pages: tuple[JudgedPage, ...] = field(default=(), repr=False)

    def with_pages(self, pages: Sequence[JudgedPage]) -> ScanJob:
        """These pages behind the others."""
        return replace(self, pages=(*self.pages, *pages))

    def redone(self, at: int, page: JudgedPage) -> ScanJob:
        """Another scan of the page at `at`; it stays the page of its paper."""
        return self._put(at, replace(page, document=self.pages[at].document))

    def moved(self, at: int, to: int) -> ScanJob:
        """The page at `at` put where `to` is."""
        rest = [*self.pages]
        rest.insert(to, rest.pop(at))
        return replace(self, pages=tuple(rest))

    def without(self, at: int) -> ScanJob:
        """The job with page `at`, counted from 0, thrown away."""
        return replace(self, pages=(*self.pages[:at], *self.pages[at + 1 :]))

    def turned(self, at: int) -> ScanJob:
        """The page the other way up."""
        return self._put(at, turned(self.pages[at]))

    def uncut(self, at: int) -> ScanJob:
        """The page as it lay on the glass."""
        return self._put(at, uncut(self.pages[at]))

    def accepted(self, at: int) -> ScanJob:
        """The person keeps the page as it is."""
        return self._put(at, replace(self.pages[at], accepted=True))

    @property
    def documents(self) -> tuple[str, ...]:
        """The papers there are pages of, in the order of the list; pages of no paper come last, as ""."""
        present = {page.document for page in self.pages}
        known = [document for document in self.wanted if document in present]
        return (*known, *sorted(present - set(known), key=lambda name: (name == "", name)))

    @property
    def ticked(self) -> frozenset[str]:
        """The papers of the list whose pages are all good."""
        return frozenset(
            document for document in self.wanted if (pages := self.of(document)) and all(p.is_good for p in pages)
        )

    def missing(self, optional: Collection[str] = ()) -> tuple[str, ...]:
        """What is not ticked off yet; `optional` papers are not missed."""
        return tuple(each for each in self.wanted if each not in self.ticked and each not in optional)

    def of(self, document: str) -> tuple[JudgedPage, ...]:
        """The pages of one paper, in order."""
        return tuple(page for page in self.pages if page.document == document)

    @property
    def to_redo(self) -> tuple[int, ...]:
        """Positions of the pages somebody should do something about."""
        return tuple(at for at, page in enumerate(self.pages) if not page.is_good)

    def _put(self, at: int, page: JudgedPage) -> ScanJob:
        if not 0 <= at < len(self.pages):
            raise IndexError(f"page {at} of {len(self.pages)}")
        return replace(self, pages=(*self.pages[:at], page, *self.pages[at + 1 :]))
