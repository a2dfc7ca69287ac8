"""What holds for every typed content file beyond its type: its name, each id once, sentences, notes, doubt, drawings.

Only for whoever writes content: a station shows a file that breaks one of these. No rule here looks at the day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from kiosk.content import rule_words
from kiosk.content.fact import Fact
from kiosk.content.notice import IdleNotice
from kiosk.content.reading_level import PlainLanguage, explained_in, long_sentences, unexplained
from kiosk.content.walk import walk
from kiosk.i18n import Text
from kiosk.toml.fault import Found

QUOTED_FROM_ELSEWHERE: Final = ".screen."
"""What a drawn phone says is quoted, not ours to simplify."""
FOR_STAFF: Final = re.compile(r"\bstaff_notes?\b|^doubts\.")
"""Read by people who know the office's words, never by a citizen."""
PRINTED_ON_A_FORM: Final = re.compile(r"(?:\.label|\.options\b.*|\.columns\b.*|^name|groups\[[^\]]*\]\.name)$")
"""Key paths of a form's file whose words stand on the official sheet as well."""
MOST_POINTS: Final = 3
SHORTEST_SLIDE, LONGEST_SLIDE = 5, 30
"""Seconds in which a slide is read in passing."""
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WORKING_NOTE = re.compile(r"GENERAL KNOWLEDGE|UNCONF|\bTODO\b|\bFIXME\b|\bXXX\b|\?\?")
_DOUBT = re.compile(r"chưa xác minh|not (?:yet )?(?:confirmed|verified)|unconfirmed|unverified")
_INVITES = re.compile(r"\b(?:bấm|chạm) (?:vào )?(?:đây|màn hình)\b|\btouch (?:here|the screen)\b", re.IGNORECASE)
_SHOWN_WITH_ITS_DOUBT = ("text", "name")
"""The fields of a fact beside which the screen says by itself that it is not confirmed."""


def broken_rules(file: str, value: object, plain: PlainLanguage, drawings: Collection[str]) -> Iterator[Found]:
    """Every rule that one file breaks; `drawings` are the names of `assets/illustrations`."""
    yield from _name(file)
    yield from _english(value, plain)
    for path, inside in walk(value):
        yield from _ids(path, inside)
        if isinstance(inside, Text):
            yield from _working_notes(path, inside)
        elif isinstance(inside, Fact) and not inside.is_confirmed:
            yield from _doubt_said_twice(path, inside)
        elif isinstance(inside, str) and path.rpartition(".")[2] == "illustration" and inside not in drawings:
            yield path, rule_words.NO_DRAWING_CALLED.filled(given=inside)
    if isinstance(value, IdleNotice):
        yield from _slide(value)


def _name(file: str) -> Iterator[Found]:
    stem = file.rpartition("/")[2].removesuffix(".toml")
    if not _NAME.fullmatch(stem):
        yield "", rule_words.NAME_OF_A_FILE


def _ids(path: str, value: object) -> Iterator[Found]:
    """Two entries of one list under one id: whoever looks for the second finds the first."""
    if isinstance(value, tuple):
        ids = Counter(str(item.id) for item in value if hasattr(item, "id"))
        yield from ((path, rule_words.ID_STANDS_TWICE.filled(given=key)) for key, times in ids.items() if times > 1)


def _english(value: object, plain: PlainLanguage) -> Iterator[Found]:
    """Long sentences and short forms, as in the Vietnamese text beside it (`kiosk.content.check`)."""
    texts = [(path, text.en) for path, text in walk(value) if isinstance(text, Text)]
    explained = {short for _, text in texts for short in explained_in(text)}
    for path, text in texts:
        if QUOTED_FROM_ELSEWHERE not in path and not FOR_STAFF.search(path):
            said = (*long_sentences(text, plain.longest_english), *unexplained(text, plain, explained))
            yield from ((f"{path}.en", each) for each in said)


def _working_notes(path: str, text: Text) -> Iterator[Found]:
    for key, said in (("vi", text.vi), ("en", text.en)):
        if note := _WORKING_NOTE.search(said):
            yield f"{path}.{key}", rule_words.NOTE_TO_ONESELF.filled(given=note[0])


def _doubt_said_twice(path: str, fact: Fact) -> Iterator[Found]:
    for name in _SHOWN_WITH_ITS_DOUBT:
        text = getattr(fact, name, None)
        for key, said in (("vi", text.vi), ("en", text.en)) if isinstance(text, Text) else ():
            if _DOUBT.search(said.lower()):
                place = f"{path}.{name}.{key}" if path else f"{name}.{key}"
                yield place, rule_words.DOUBT_SAID_TWICE


def _slide(notice: IdleNotice) -> Iterator[Found]:
    shown = len(notice.points) + (notice.invitation is not None)
    if shown > MOST_POINTS:
        yield "points", rule_words.TOO_MANY_POINTS.filled(points=shown, most_points=MOST_POINTS)
    for place, point in enumerate(notice.points):
        for key, said in (("vi", point.vi), ("en", point.en)):
            if _INVITES.search(said):
                yield f"points[{place}].{key}", rule_words.INVITATION_AMONG_POINTS
    if not SHORTEST_SLIDE <= notice.seconds <= LONGEST_SLIDE:
        yield (
            "seconds",
            rule_words.SECONDS_OF_A_SLIDE.filled(
                seconds=notice.seconds, shortest_slide=SHORTEST_SLIDE, longest_slide=LONGEST_SLIDE
            ),
        )
