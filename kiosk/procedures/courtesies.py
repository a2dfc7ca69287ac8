"""Politeness is passed over, wherever it stands: a greeting, thanks and a long closing say nothing about the need.

Knows the phrases of `aliases.toml` only. What is typed without marks or as raw keys is compared without marks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from kiosk.i18n import fold
from kiosk.procedures.aliases import Courtesy
from kiosk.procedures.spelling import from_keys, written
from kiosk.procedures.words import Word

_MOST_BETWEEN = 5
"""Words of address between two words of a phrase: "cho hai bác cán bộ hỏi"."""


Phrases = Mapping[str, list[tuple[tuple[frozenset[str], ...], bool]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words between polite phrases. `asked`: the phrase before them asks about what follows ("tôi muốn hỏi …")."""

    words: tuple[Word, ...]
    asked: bool


class Courtesies:
    """Passes over polite phrases, and the words beside them that belong to them. `used` are the marked words of the
    index: typed without marks, a word that may be one of them is kept (`ban` is "bạn" and "bản")."""

    def __init__(self, courtesy: Courtesy, used: Iterable[str] = ()) -> None:
        single = [word for word in (*courtesy.people, *courtesy.beside) if " " not in word]
        lone = [phrase for phrase in (*courtesy.phrases, *courtesy.asking) if " " not in phrase]
        marked = frozenset(written(word) for word in (*single, *lone))
        self._telling = frozenset(fold(word) for word in used if word not in marked)
        self._people = _forms(word for word in courtesy.people if " " not in word)
        self._beside = _forms(single)
        self._addresses = _by_first_word(dict.fromkeys((word for word in courtesy.people if " " in word), False))
        self._phrases = _by_first_word(
            {**dict.fromkeys(courtesy.phrases, False), **dict.fromkeys(courtesy.asking, True)}
        )

    def passed_over(self, words: Sequence[Word]) -> list[Word]:
        """The words that are left; none when only politeness was said."""
        return [word for part in self.parts(words) for word in part.words]

    def parts(self, words: Sequence[Word]) -> list[Stretch]:
        """What stands between polite phrases, in its order."""
        keys = [_as_compared(word) for word in words]
        doubtful = self._telling if all(word.marked == word.folded for word in words) else frozenset()
        polite, asking = self._marked(keys, doubtful)
        parts: list[Stretch] = []
        for is_polite, places in groupby(range(len(keys)), key=polite.__getitem__):
            if not is_polite:
                run = list(places)
                asked = run[0] > 0 and any(asking[_run_before(polite, run[0]) : run[0]])
                parts.append(Stretch(words=tuple(words[place] for place in run), asked=asked))
        return parts

    def _marked(self, keys: Sequence[str], doubtful: Collection[str]) -> tuple[list[bool], list[bool]]:
        """For each word whether it is polite, and whether it asks for an answer to what follows."""
        polite, asking, titles = [False] * len(keys), [False] * len(keys), self._titles(keys)
        people = [title or key in self._people for title, key in zip(titles, keys, strict=True)]
        place = 0
        while place < len(keys):
            end, asks = self._longest(self._phrases, keys, place, people)
            if end == place + 1 and keys[place] in doubtful:
                end = place
            for inside in range(place, end):
                polite[inside], asking[inside] = True, asks
            place = max(end, place + 1)

        def belongs(at: int) -> bool:
            return polite[at] or titles[at] or (keys[at] in self._beside and keys[at] not in doubtful)

        for found in [place for place, is_polite in enumerate(polite) if is_polite]:
            for beside in (range(found + 1, len(keys)), range(found - 1, -1, -1)):
                for near in takewhile(belongs, beside):
                    polite[near] = True
        _enclose(polite, [named or key in self._beside for named, key in zip(people, keys, strict=True)])
        return polite, asking

    def _titles(self, keys: Sequence[str]) -> list[bool]:
        """For each word whether it is part of how somebody is addressed in several words ("cán bộ")."""
        titles, nobody = [False] * len(keys), [False] * len(keys)
        for place in range(len(keys)):
            end, _ = self._longest(self._addresses, keys, place, nobody)
            titles[place:end] = [True] * (end - place)
        return titles

    @staticmethod
    def _longest(known: Phrases, keys: Sequence[str], start: int, people: Sequence[bool]) -> tuple[int, bool]:
        """Where the longest phrase from `start` ends, and whether it asks; `start` when none begins there."""
        for phrase, asks in known.get(keys[start], ()):
            if (end := _end_of(phrase, keys, start, people)) is not None:
                return end, asks
        return start, False


def _enclose(polite: list[bool], people: Sequence[bool]) -> None:
    """People between two polite words, or between one and an end of the text, are spoken to and no need."""
    start = 0
    for named, places in groupby(range(len(people)), key=lambda at: people[at] and not polite[at]):
        end = start + len(list(places))
        before, after = start == 0 or polite[start - 1], end == len(people) or polite[end]
        if named and before and after and end - start < len(people):
            polite[start:end] = [True] * (end - start)
        start = end


def _end_of(phrase: Sequence[frozenset[str]], keys: Sequence[str], start: int, people: Sequence[bool]) -> int | None:
    """Behind the last word of a phrase that begins at `start`; None when it does not go on there."""
    place = start + 1
    for word in phrase[1:]:
        between = 0
        while place < len(keys) and keys[place] not in word:
            between += 1
            if between > _MOST_BETWEEN or not people[place]:
                return None
            place += 1
        if place == len(keys):
            return None
        place += 1
    return place


def _by_first_word(known: Mapping[str, bool]) -> Phrases:
    """The first word, in each of its forms -> the phrases that begin with it, the longest first."""
    found: defaultdict[str, list[tuple[tuple[frozenset[str], ...], bool]]] = defaultdict(list)
    for phrase, asks in sorted(known.items(), key=lambda each: -len(each[0].split())):
        words = tuple(_forms([word]) for word in phrase.split())
        for form in words[0]:
            found[form].append((words, asks))
    return found


def _run_before(polite: Sequence[bool], place: int) -> int:
    """Where the run of polite words that ends before `place` begins."""
    while place > 0 and polite[place - 1]:
        place -= 1
    return place


def _forms(words: Iterable[str]) -> frozenset[str]:
    """Each word with its marks, and as it is typed without."""
    return frozenset(form for word in words for form in (written(word), fold(word)))


def _as_compared(word: Word) -> str:
    return from_keys(word.folded) if word.marked == word.folded else word.marked
