"""The fixed words of the screens, as Qt's own tool finds them, written into `ui/translations` (`./station texts`).

One file a part of the screens and language, `screens_en.ts`: contexts by name, messages in the order of their page,
no line numbers; so a file changes only where a word does. What is translated already is kept; a new word is marked
`unfinished` and a gone one leaves. `./station texts fr` begins another language: its three files, and the one of the
texts of content and program (`assets/content/languages/fr.toml`).
`--check` writes nothing and names each file that is stale; part of `./station check`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from kiosk.shapes import is_language_code
from tests.qml.language_texts import write_texts
from tests.qml.screen_places import ENGLISH, LUPDATE, ROOT, pages_of

PARTS = ("components", "officer", "portal", "screens", "staff")
_LOCALES = {"en": "en_US"}
_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="vi_VN">
"""
Message = tuple[str, bool]
"""The source, and whether it has a number in it."""
Key = tuple[str, str]
"""Context and source."""


def part_of(page: Path) -> str:
    """The file into which the words of one page go."""
    if page.parent.name == "Portal":
        return "portal"
    if page.parent.name != "Screens":
        return "components"
    if page.name.startswith("Officer"):
        return "officer"
    return "staff" if page.name.startswith(("Staff", "Setup")) else "screens"


def found(root: Path, part: str) -> dict[str, list[Message]]:
    """The words of one part by page, as lupdate of the pinned PySide6 finds them."""
    pages = [page for page in pages_of(root) if part_of(page) == part]
    with tempfile.TemporaryDirectory(prefix="words-") as folder:
        fresh = Path(folder) / "fresh.ts"
        command = [str(LUPDATE), "-silent", "-locations", "none", *map(str, pages), "-ts", str(fresh)]
        subprocess.run(command, check=True, capture_output=True)
        contexts = {
            context.findtext("name", ""): [
                (each.findtext("source", ""), each.get("numerus") == "yes") for each in context.iter("message")
            ]
            for context in ET.parse(fresh).getroot().iter("context")
        }
    return dict(sorted(contexts.items()))


def translated(root: Path, language: str) -> dict[Key, tuple[str, ...]]:
    """What the files of a language say already; several forms where there is a number."""
    known: dict[Key, tuple[str, ...]] = {}
    for file in sorted((root / ENGLISH).glob(f"*_{language}.ts")):
        for context in ET.parse(file).getroot().iter("context"):
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None or translation.get("type") is not None:
                    continue
                forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
                if any(form.strip() for form in forms):
                    known[context.findtext("name", ""), message.findtext("source", "")] = tuple(forms)
    return known


def file_of(words: Mapping[str, list[Message]], known: Mapping[Key, tuple[str, ...]], language: str) -> str:
    """One file of words, whole."""
    lines = [_HEAD.format(language=_LOCALES.get(language, language))]
    for context, messages in words.items():
        lines.append(f"<context>\n    <name>{context}</name>\n")
        lines += [_message(each, known.get((context, each[0]))) for each in messages]
        lines.append("</context>\n")
    return "".join([*lines, "</TS>\n"])


def _message(message: Message, said: tuple[str, ...] | None) -> str:
    source, counts = message
    inside = "".join(f"\n            <numerusform>{escape(form)}</numerusform>" for form in said or ("", ""))
    inside = f"{inside}\n        " if counts else escape((said or ("",))[0])
    number, state = (' numerus="yes"' if counts else "", "" if said else ' type="unfinished"')
    return (
        f"    <message{number}>\n"
        f"        <source>{escape(source)}</source>\n"
        f"        <translation{state}>{inside}</translation>\n"
        "    </message>\n"
    )


def languages(root: Path) -> list[str]:
    """Those that have files already."""
    return sorted({file.stem.rpartition("_")[2] for file in (root / ENGLISH).glob("*_*.ts")})


def fresh_files(root: Path, wanted: list[str]) -> Iterator[tuple[Path, str]]:
    """Every file of words and what it must hold."""
    for part in PARTS:
        words = found(root, part)
        for language in wanted:
            yield root / ENGLISH / f"{part}_{language}.ts", file_of(words, translated(root, language), language)


def stale(root: Path) -> list[str]:
    """One sentence for each file that does not hold the words of today."""
    files = fresh_files(root, languages(root))
    wrong = [file for file, text in files if not file.exists() or file.read_text(encoding="utf-8") != text]
    return [f"{file.relative_to(root)}: not the words of the screens of today: run ./station texts" for file in wrong]


def write(root: Path, language: str | None = None) -> list[str]:
    """Write every file anew; one sentence for each word that still has no translation."""
    wanted = sorted({*languages(root), *((language,) if language else ())})
    files = list(fresh_files(root, wanted))  # all are read before the first is written: a word may move between parts
    for file, text in files:
        file.write_text(text, encoding="utf-8")
    return [
        f"{file.relative_to(root)}: {text.count('unfinished')} without translation"
        for file, text in files
        if "unfinished" in text
    ]


def main(arguments: list[str]) -> int:
    """`texts.py [--check] [LANGUAGE]`."""
    if "--check" in arguments:
        told = stale(ROOT)
    elif len(arguments) > 1 or (arguments and not is_language_code(arguments[0])):
        print("texts: one language by its code, such as fr", file=sys.stderr)
        return 2
    else:
        told = [*write(ROOT, *arguments), *write_texts(ROOT, *arguments)]
    print("\n".join(told), end="\n" if told else "")
    return 1 if told and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
