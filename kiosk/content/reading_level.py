"""Plain Vietnamese, checked: short sentences, no unexplained abbreviation, no office jargon, one verb a button.

The measures and word lists are data (`plain-language.toml`), so that an office can add its own. It measures; it does
not rewrite, and it cannot tell whether a text is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from kiosk.content import rule_words
from kiosk.i18n import Text

_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"]?\s+|\n+")
_QUOTES = re.compile(r"“[^”]*”")
_ABBREVIATION = re.compile(r"(?<![\w./-])[A-ZĐ]{2,}(?![\w/-]|\.\w)")
_EXPLAINED = re.compile(r"\(([A-ZĐ]{2,})\)|\b([A-ZĐ]{2,}) \(")


class PlainLanguage(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`plain-language.toml`: bounds in words of a sentence and a button, and words to avoid."""

    longest_sentence: int
    """Words (syllables) in a sentence, at most."""
    longest_button: int
    """Words on a button or answer, at most."""
    known_abbreviations: tuple[str, ...]
    """Need no explanation: everybody meets them by now."""
    button_verbs: tuple[str, ...]
    jargon: dict[str, str]
    """Office word -> what to write instead. Allowed inside quotes and in a form's own words."""
    compounds: tuple[str, ...] = ()
    """Plain words that an office word is part of: “người đại diện”."""
    longest_english: int = 20
    """Words in an English sentence, at most."""
    longest_mean: int = 9
    """Words of a Vietnamese sentence, on average over a file, at most."""
    never_said: tuple[str, ...] = ()
    """What is for the staff and never stands in a text for citizens."""
    says_nothing: tuple[str, ...] = ()
    """Answers to "who may file" that say nothing."""
    step_verbs: tuple[str, ...] = ()
    """What a step of a guide may ask somebody to do."""
    leading_verbs: tuple[str, ...] = ()
    """Of these one may stand before what the step asks for: it only leads there ("Mở VNeID, bấm …")."""
    of_one_region: tuple[str, ...] = ()
    """Words for a part of the country; what is shown everywhere does not say them."""
    addressed_otherwise: tuple[str, ...] = ()
    """Other ways to say you or we than "ông/bà" and "trạm"."""
    nobody_addressed: tuple[str, ...] = ()
    """Words of which such a way is only a part: "bạn đọc" is a reader."""
    glossary: dict[str, tuple[str, ...]] = {}
    """The one word for a thing -> the others, which may stand only beside it or in quotes."""
    english_gloss: dict[str, str] = {}
    """Local English -> what a foreigner understands, in the same text."""


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text; each line of a list is one."""
    return (sentence for sentence in _SENTENCE_END.split(text) if sentence.strip())


def without_quotes(text: str) -> str:
    """The text with what it quotes taken out: real labels of a page or a telephone."""
    return _QUOTES.sub("“”", text)


def stands_in(word: str, text: str) -> bool:
    """Whether a word stands in a text as a whole word, and not inside another one."""
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def text_complaints(
    text: str, plain: PlainLanguage, *, explained: Iterable[str] = (), printed: bool = False
) -> Iterator[Text]:
    """What makes a Vietnamese text hard to read; `explained` are short forms the same file spells out elsewhere.

    Words `printed` on an official form keep the office's own.
    """
    yield from long_sentences(text, plain.longest_sentence)
    yield from unexplained(text, plain, explained)
    if not printed:
        yield from office_words(text, plain)


def office_words(text: str, plain: PlainLanguage) -> Iterator[Text]:
    """Words of the office, outside quotes and compounds, with the plain ones."""
    lowered = without_quotes(text.lower())
    for compound in plain.compounds:
        lowered = lowered.replace(compound, "")
    for office_word, instead in plain.jargon.items():
        if stands_in(office_word, lowered):
            yield rule_words.OFFICE_WORD.filled(office_word=office_word, instead=instead)


def long_sentences(text: str, longest: int) -> Iterator[Text]:
    """Sentences over the measure, in words; for either language."""
    for sentence in sentences_of(text):
        if (words := len(sentence.split())) > longest:
            yield rule_words.SENTENCE_TOO_LONG.filled(words=words, most=longest, sentence=sentence[:60])


def unexplained(text: str, plain: PlainLanguage, explained: Iterable[str]) -> Iterator[Text]:
    """Short forms that nobody spells out; for either language."""
    known = {*plain.known_abbreviations, *explained, *explained_in(text)}
    for short in dict.fromkeys(_ABBREVIATION.findall(text)):
        if short not in known:
            yield rule_words.NOT_EXPLAINED.filled(given=short)


def button_complaints(label: str, plain: PlainLanguage) -> Iterator[Text]:
    """What makes a button or answer unclear: too many words, or two verbs joined."""
    if (words := len(label.split())) > plain.longest_button:
        yield rule_words.BUTTON_TOO_LONG.filled(words=words, longest_button=plain.longest_button)
    verbs = "|".join(re.escape(verb) for verb in plain.button_verbs)
    if re.search(rf"(?:^|\s)(?:{verbs})(?:\s[^,]*)?\s(?:và|rồi)\s(?:{verbs})(?:\s|$)", label.lower()):
        yield rule_words.BUTTON_ASKS_TWO_THINGS


def explained_in(text: str) -> set[str]:
    """Short forms a text spells out: “thẻ bảo hiểm y tế (BHYT)” or “BHYT (bảo hiểm y tế)”."""
    return {short for pair in _EXPLAINED.findall(text) for short in pair if short}
