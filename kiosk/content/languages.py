"""A further language as data: `languages/fr.toml` in a pack or an overlay, its name the ISO 639 code of the language.

    name = "Français"                     # what the language calls itself
    invitation = "Passer au français"     # what the button is called that leads to it
    decimal = ","                         # 3,785; "." where it is written 3.785
    [texts]                               # a Vietnamese text of content or program -> the same text in this language
    "Miễn phí" = "Gratuit"

A text that is missing here is said in Vietnamese: every paper and every officer speaks it. A translation whose gaps
are not those of its text is passed over, so that no sentence is said with a hole; `broken_rules` names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from kiosk.content import rule_words
from kiosk.content.pack import Pack
from kiosk.i18n import BOTH, Language, Text, gaps_of
from kiosk.shapes import is_language_code

FOLDER = "languages"


class LanguageFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file of the folder."""

    name: str
    invitation: str
    decimal: Literal[",", "."]
    texts: dict[str, str]


def known_languages(pack: Pack) -> tuple[Language, ...]:
    """Vietnamese, English, then those of the pack by their code."""
    written = {language.code for language in BOTH}
    files = pack.folder(FOLDER, LanguageFile)
    further = (code for code in files if is_language_code(code) and code not in written)
    return (*BOTH, *(_language(code, files[code]) for code in further))


def offered(known: Sequence[Language], codes: Sequence[str]) -> tuple[Language, ...]:
    """The languages that a station names, in its order; one that its content does not have is left out."""
    by_code = {language.code: language for language in known}
    return tuple(by_code[code] for code in codes if code in by_code) or BOTH[:1]


def _language(code: str, file: LanguageFile) -> Language:
    texts = {vi: said for vi, said in file.texts.items() if _is_whole(vi, said)}
    return Language(
        code=code,
        name=file.name,
        invitation=file.invitation,
        decimal=file.decimal,
        words=lambda text: texts.get(text.vi, text.vi),
    )


def _is_whole(vi: str, said: str) -> bool:
    return bool(said.strip()) and gaps_of(vi) == gaps_of(said)


def broken_rules(files: Mapping[str, LanguageFile]) -> Iterator[tuple[str, str, Text]]:
    """(file, key path, what is expected) of what is not used."""
    for code, file in files.items():
        name = f"{FOLDER}/{code}.toml"
        if not is_language_code(code):
            yield name, "", rule_words.NAME_IS_A_LANGUAGE_CODE
        if code in {language.code for language in BOTH}:
            yield name, "", rule_words.LANGUAGE_IS_THERE_ALREADY
        for vi, said in file.texts.items():
            if said.strip() and gaps_of(vi) != gaps_of(said):
                wanted = ", ".join(f"{{{gap}}}" for gap in sorted(gaps_of(vi))) or "no gap"
                yield name, f"texts.{vi[:60]!r}", rule_words.SAME_GAPS.filled(given=wanted)
