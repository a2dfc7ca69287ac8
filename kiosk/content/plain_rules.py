"""The rules of plain words beyond length and short forms: one date and one amount a sentence, one term for one thing.

What a citizen reads holds no doubt, no number of a law and nobody called "mình"; English explains its local words.

The word lists are data (`plain-language.toml`). What a drawn phone or a printed form says is quoted, not ours to
change; notes for the staff are read by people who know the office's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from typing import Final

from kiosk.content import rule_words
from kiosk.content.reading_level import PlainLanguage, sentences_of, stands_in, without_quotes
from kiosk.content.rules import FOR_STAFF, PRINTED_ON_A_FORM, QUOTED_FROM_ELSEWHERE
from kiosk.content.walk import walk
from kiosk.i18n import Text
from kiosk.toml.fault import Found

MOST_GROUPS: Final = 3
"""Of what one sentence names; more of them are a list, one a line."""
_TITLES: Final = re.compile(r"(?:^|[.\]])(?:name|title|heading|label)$")
"""Names and headings are read at a glance and cannot be lists."""
_COMMA: Final = re.compile(r",(?!\s*\d)")
"""Not between numbers, as in "25, 40, 60 tuổi"."""
_DATE: Final = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{1,2}/\d{4}\b")
_AMOUNT: Final = re.compile(r"\b\d[\d.]* (?:triệu )?đồng")
_LAW: Final = re.compile(
    r"\b(?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị|công văn|luật)\s+(?:số\s+)?\d", re.IGNORECASE
)
_ENGLISH_LAW: Final = re.compile(r"\b(?:decree|circular|decision|resolution|directive|law)\s+\d", re.IGNORECASE)
_CODE: Final = re.compile(r"\b\d\.\d{6}\b")
_BUTTONS: Final = re.compile(r"(?:^|[.\]])label$")
"""What somebody answers with: "tôi" stands here, "ông/bà" everywhere but here."""
_MAY_SAY_I: Final = re.compile(r"(?:^|[.\]])label$|\.fields\[[^\]]*\]\.says$")
"""Buttons, and what a portal's boxes of choices say."""
_I: Final = re.compile(r"(?<!\w)tôi(?!\w)", re.IGNORECASE)
_I_AND_YOU: Final = re.compile(r"(?<!\w)(?<!một )(?<!tự )mình(?!\w)", re.IGNORECASE)
_EVERY: Final = re.compile(r"\bhàng (tháng|năm|ngày|tuần|quý)\b", re.IGNORECASE)


def plain_faults(file: str, value: object, plain: PlainLanguage) -> Iterator[Found]:
    """Every rule of plain words that one file breaks."""
    words, sentences = 0, 0
    for path, text in walk(value):
        if not isinstance(text, Text) or QUOTED_FROM_ELSEWHERE in path or FOR_STAFF.search(path):
            continue
        for sentence in sentences_of(text.vi):
            words, sentences = words + len(sentence.split()), sentences + 1
        if not (file.startswith("forms/") and PRINTED_ON_A_FORM.search(path)):
            yield from ((f"{path}.vi", said) for said in _vietnamese(path, text.vi, plain))
            yield from ((f"{path}.en", said) for said in _english(text.en, plain))
    if sentences and words > plain.longest_mean * sentences:
        mean = f"{words / sentences:.1f}"
        yield "", rule_words.SENTENCES_TOO_LONG.filled(mean=mean, most=plain.longest_mean)
    yield from _official_name(value)


def _vietnamese(path: str, said: str, plain: PlainLanguage) -> Iterator[Text]:
    bare = without_quotes(said)
    for sentence in sentences_of(bare):
        yield from _one_a_sentence(sentence)
        if not _TITLES.search(path) and (groups := groups_in(sentence)) > MOST_GROUPS:
            yield rule_words.TOO_MANY_GROUPS.filled(groups=groups, most=MOST_GROUPS)
    yield from _not_for_citizens(bare, plain)
    yield from _terms(bare, plain)
    yield from _persons(path, bare, plain)
    if found := _EVERY.search(bare):
        yield rule_words.WRITE_EVERY.filled(given=found[1])


def groups_in(sentence: str) -> int:
    """How many groups a sentence names one after the other, counted by its commas."""
    return len(_COMMA.findall(sentence)) + 1


def _persons(path: str, bare: str, plain: PlainLanguage) -> Iterator[Text]:
    """The kiosk says "ông/bà" to everybody, and everybody answers with "tôi"."""
    if _I_AND_YOU.search(bare):
        yield rule_words.NOBODY_IS_MINH
    lowered = bare.lower()
    addressed = reduce(lambda text, word: text.replace(word, ""), plain.nobody_addressed, lowered)
    for said in (said for said in plain.addressed_otherwise if stands_in(said, addressed)):
        yield rule_words.ADDRESSED_OTHERWISE.filled(given=said)
    if _BUTTONS.search(path) and "ông/bà" in lowered:
        yield rule_words.BUTTON_SAYS_I
    if _I.search(bare) and not _MAY_SAY_I.search(path):
        yield rule_words.ONLY_BUTTONS_SAY_I


def _one_a_sentence(sentence: str) -> Iterator[Text]:
    if len(_DATE.findall(sentence)) > 1:
        yield rule_words.TWO_DATES.filled(given=sentence[:60])
    if len(_AMOUNT.findall(sentence)) > 1:
        yield rule_words.TWO_AMOUNTS.filled(given=sentence[:60])


def _not_for_citizens(bare: str, plain: PlainLanguage) -> Iterator[Text]:
    lowered = bare.lower()
    for words in plain.never_said:
        if stands_in(words, lowered):
            yield rule_words.WORDS_ARE_FOR_THE_STAFF.filled(given=words)
    if found := _LAW.search(bare) or _CODE.search(bare):
        yield rule_words.LAW_IS_FOR_THE_STAFF.filled(given=found[0])


def _terms(bare: str, plain: PlainLanguage) -> Iterator[Text]:
    lowered = bare.lower()
    for term, others in plain.glossary.items():
        if term in lowered:
            continue  # the other word may stand once beside it: "mã 6 số (passcode)"
        for other in others:
            if stands_in(other, lowered):
                yield rule_words.ANOTHER_TERM.filled(other=other, term=term)


def _english(said: str, plain: PlainLanguage) -> Iterator[Text]:
    bare = without_quotes(said)
    lowered = bare.lower()
    for word, gloss in plain.english_gloss.items():
        if gloss not in lowered and (stands_in(word, lowered) or stands_in(f"{word}s", lowered)):
            yield rule_words.FOREIGNERS_DO_NOT_KNOW.filled(word=word, gloss=gloss)
    if found := _ENGLISH_LAW.search(bare) or _CODE.search(bare):
        yield rule_words.LAW_IS_FOR_THE_STAFF.filled(given=found[0])


def _official_name(value: object) -> Iterator[Found]:
    name = getattr(value, "official_name", "")
    if "  " in name:
        yield "official_name", rule_words.TWO_BLANKS
