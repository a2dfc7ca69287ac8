"""What can be wrong in any typed content file, whatever it is about: its id, its translations, its facts, its words,
and the rules of `kiosk.content.rules`.

References between files are checked where the references are understood (`kiosk.procedures.check`,
`kiosk.guides.check`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from kiosk.content import rule_words
from kiosk.content.fact import Dated, Fact
from kiosk.content.plain_rules import plain_faults
from kiosk.content.preview import dated
from kiosk.content.reading_level import PlainLanguage, button_complaints, explained_in, text_complaints
from kiosk.content.rules import FOR_STAFF, PRINTED_ON_A_FORM, QUOTED_FROM_ELSEWHERE, broken_rules
from kiosk.content.source_days import source_faults
from kiosk.content.walk import walk
from kiosk.i18n import Text
from kiosk.toml.fault import FileFault, Found, fault

_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_SHORTEST_UNTRANSLATED = 4


def check_file(
    file: str, value: object, plain: PlainLanguage, day: date, *, drawings: Collection[str]
) -> list[FileFault]:
    """Every fault of one file. `file` is its path in the pack, `day` the day of the check, `drawings` the
    names of `assets/illustrations`."""
    found = [*_id(file, value), *_texts(file, value, plain), *_facts(value, day)]
    found += broken_rules(file, value, plain, drawings)
    found += plain_faults(file, value, plain)
    return [fault(file, path, expected) for path, expected in found]


def expired_in(file: str, value: object, day: date) -> list[FileFault]:
    """What of one file is shown no more on `day`, or not yet, and has nothing that follows it: no fault, but a gap.

    Facts of one kind that stand side by side follow each other in time; one of them should hold on the day.
    """
    return [
        fault(file, path, expected) for place, facts in dated(value) for path, expected in _expired(place, facts, day)
    ]


def _id(file: str, value: object) -> Iterator[Found]:
    stem = file.rpartition("/")[2].removesuffix(".toml")
    own = getattr(value, "id", stem)
    if own != stem:
        yield "id", rule_words.ID_IS_THE_FILE_NAME.filled(stem=stem, own=own)


def _texts(file: str, value: object, plain: PlainLanguage) -> Iterator[Found]:
    texts = [(path, text) for path, text in walk(value) if isinstance(text, Text)]
    explained = {short for _, text in texts for short in explained_in(text.vi)}
    for path, text in texts:
        yield from _translation(path, text)
        if QUOTED_FROM_ELSEWHERE in path or FOR_STAFF.search(path):
            continue
        printed = file.startswith("forms/") and bool(PRINTED_ON_A_FORM.search(path))
        told = text_complaints(text.vi, plain, explained=explained, printed=printed)
        yield from ((f"{path}.vi", said) for said in told)
        if path.endswith("label"):
            yield from ((f"{path}.vi", said) for said in button_complaints(text.vi, plain))


def _translation(path: str, text: Text) -> Iterator[Found]:
    for key, said in (("vi", text.vi), ("en", text.en)):
        if not said.strip():
            yield f"{path}.{key}", rule_words.MISSING_TRANSLATION.filled(given=key)
        elif said != said.strip():
            yield f"{path}.{key}", rule_words.BLANKS_AROUND
    long = len(text.en.split()) >= _SHORTEST_UNTRANSLATED
    if long and text.en == text.vi and _VIETNAMESE.search(text.en):
        yield f"{path}.en", rule_words.ENGLISH_REPEATS_VIETNAMESE


def _facts(value: object, day: date) -> Iterator[Found]:
    for path, inside in walk(value):
        if isinstance(inside, Dated):
            yield from _days(path, inside)
        if isinstance(inside, Fact):
            yield from _fact(path, inside, day)


def _fact(path: str, fact: Fact, day: date) -> Iterator[Found]:
    place = f"{path}." if path else ""
    if not fact.source.strip():
        yield f"{place}source", rule_words.FACT_NEEDS_SOURCE
    if fact.source.endswith("."):
        yield f"{place}source", rule_words.FULL_STOP_AT_THE_END
    yield from source_faults(place, fact)
    if fact.checked > day:
        yield f"{place}checked", rule_words.LIES_IN_THE_FUTURE.filled(given=fact.checked)


def _days(path: str, part: Dated) -> Iterator[Found]:
    if part.valid_from and part.valid_until and part.valid_until < part.valid_from:
        yield f"{path}.valid_until" if path else "valid_until", rule_words.LIES_BEFORE_VALID_FROM


def _expired(path: str, facts: tuple[Dated, ...], day: date) -> Iterator[Found]:
    if facts[0].may_pass or any(fact.holds_on(day) for fact in facts):
        return
    last = max((fact.valid_until for fact in facts if fact.valid_until), default=None)
    said = rule_words.EXPIRED_SINCE if last else rule_words.EXPIRED
    yield path, said.filled(day=day, last=last)
