"""The typesetter: a template and its data in, PDF bytes out, all in memory.

Every PDF is PDF/A-2a and PDF/UA-1 (tagged, fonts embedded, titles and alternative texts required by the compiler
itself); should its tags ever not come out right for some data, it is PDF/A-2u, because the person needs the paper.
Only the bundled fonts exist for it. All text is made NFC at this door, and stays literal: it reaches the template as
JSON, never as markup. Neither data nor page is written anywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk import paths
from kiosk.letters import PrintableLetters
from kiosk.typesetting.compiler import Compiler, TypesettingError, TypstCompiler

PICTURE_DPI = 110.0
"""Enough to read a page by where the screen shows it as large as the paper is."""
MOST_PICTURES = 8
"""Longer than any form; of a pile of scanned papers, each of which was looked at when it was scanned, the first."""

_PAGE = re.compile(rb"/Type\s*/Page\b")
_LITERAL = ("svg",)
"""Keys whose values are not text for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypesetDocument:
    """One PDF and its number of pages."""

    pdf: bytes = field(repr=False)
    pages: int


class Typesetter:
    """A warm compiler over one folder of templates and one of fonts; for one thread at a time."""

    def __init__(self, assets: Path | None = None, compiler: Callable[[Path], Compiler] = TypstCompiler) -> None:
        """Raises `TypesettingError` when a folder is not there or holds no font."""
        root = assets or paths.assets()
        self._compiler = compiler(root)
        self._letters = PrintableLetters(root / "fonts")

    def typeset(self, template: str, data: Mapping[str, object], *, printed_on: date) -> TypesetDocument:
        """Lay `data` out with `<template>.typ`. Raises `TypesettingError` naming template and place, no data."""
        text = json.dumps(self._paper_text(data), ensure_ascii=False)
        try:
            pdf = self._compiler.pdf(template, text, printed_on=printed_on, tagged=True)
        except TypesettingError:
            pdf = self._compiler.pdf(template, text, printed_on=printed_on, tagged=False)
        return TypesetDocument(pdf=pdf, pages=len(_PAGE.findall(pdf)))

    def pictures(
        self, pdf: bytes, *, most: int = MOST_PICTURES, dots_per_inch: float = PICTURE_DPI
    ) -> tuple[bytes, ...]:
        """The pages of one of our PDFs as PNG, `most` of them, to show before it is printed. Raises
        `TypesettingError`."""
        pages = min(most, len(_PAGE.findall(pdf)))
        data = json.dumps({"pdf": list(pdf), "pages": pages})
        return self._compiler.png("picture", data, dots_per_inch=dots_per_inch)

    def forget(self) -> None:
        """Let the compiler drop what it keeps of the pages set so far. Raises `TypesettingError`."""
        self._compiler.forget()

    def _paper_text(self, value: object, key: str = "") -> object:
        """The same data with every text composed and in letters that the fonts have."""
        match value:
            case str():
                return value if key in _LITERAL else self._letters.printable(value)
            case Mapping():
                return {name: self._paper_text(inner, name) for name, inner in value.items()}
            case list() | tuple():
                return [self._paper_text(inner, key) for inner in value]
            case _:
                return value
