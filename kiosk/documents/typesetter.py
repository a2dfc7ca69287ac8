"""The typesetter: a template and its data in, PDF bytes out, all in memory.

Every PDF is PDF/A-2a and PDF/UA-1 (tagged, fonts embedded, titles and alternative texts required by the compiler
itself); should its tags ever not come out right for some data, it is PDF/A-2u, because the person needs the paper.
Only the bundled fonts exist for it. All text is made NFC at this door, and stays literal: it reaches the template as
JSON, never as markup. Neither data nor page is written anywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.errors import KioskError
from kiosk.letters import PrintableLetters

if TYPE_CHECKING:
    import typst

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
WITHOUT_TAGS: list[typst.PDFStandard] = ["a-2u"]
PICTURE_DPI = 110.0
"""Enough to read a page by where the screen shows it as large as the paper is."""
MOST_PICTURES = 8
"""Longer than any form; of a pile of scanned papers, each of which was looked at when it was scanned, the first."""

KEPT_BY_TYPST = 10
"""How many compilations long typst keeps the parts of a page that it has not met again, whatever stands in them."""

_PLACE = re.compile(r"┌─ (\S+)")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_LITERAL = ("svg",)
"""Keys whose values are not text for people."""


class TypesettingError(KioskError):
    """A template or font is missing, or a template is at fault; its message never holds a value of the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypesetDocument:
    """One PDF and its number of pages."""

    pdf: bytes = field(repr=False)
    pages: int


class Typesetter:
    """A warm compiler over one folder of templates and one of fonts; for one thread at a time."""

    def __init__(self, assets: Path | None = None) -> None:
        """Raises `TypesettingError` when a folder is not there or holds no font."""
        import typst  # the first screen does not wait for what only a paper needs

        root = assets or paths.assets()
        self._templates = root / "templates"
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(root / "fonts")]
        )
        if not fonts.families() or not self._templates.is_dir():
            raise TypesettingError(f"{root}: expected folders 'templates' and 'fonts' with the bundled fonts")
        self._letters = PrintableLetters(root / "fonts")
        self._compiler = typst.Compiler(root=str(self._templates), font_paths=fonts, ignore_system_fonts=True)

    def typeset(self, template: str, data: Mapping[str, object], *, printed_on: date) -> TypesetDocument:
        """Lay `data` out with `<template>.typ`. Raises `TypesettingError` naming template and place, no data."""
        source = self._templates / f"{template}.typ"
        if not source.is_file():
            raise TypesettingError(f"{source}: expected a template")
        pdf = self._compile(source, json.dumps(self._paper_text(data), ensure_ascii=False), printed_on)
        return TypesetDocument(pdf=pdf, pages=len(_PAGE.findall(pdf)))

    def pictures(
        self, pdf: bytes, *, most: int = MOST_PICTURES, dots_per_inch: float = PICTURE_DPI
    ) -> tuple[bytes, ...]:
        """The pages of one of our PDFs as PNG, `most` of them, to show before it is printed. Raises
        `TypesettingError`."""
        import typst

        source = self._templates / "picture.typ"
        pages = min(most, len(_PAGE.findall(pdf)))
        data = json.dumps({"pdf": list(pdf), "pages": pages})
        try:
            made = self._compiler.compile(
                input=str(source), format="png", ppi=dots_per_inch, sys_inputs={"data": data}
            )
        except typst.TypstError:
            raise TypesettingError(f"{source}: the page could not be drawn") from None
        return tuple(page for page in (made if isinstance(made, list) else [made]) if isinstance(page, bytes))

    def forget(self) -> None:
        """Empty the cache in which typst keeps parts of the pages set so far: so many small pages later it has
        dropped them. Its memory of fonts and templates is made anew by the next paper. Raises `TypesettingError`."""
        import typst

        source = self._templates / "empty.typ"
        for number in range(KEPT_BY_TYPST + 2):  # the next compilation may reuse what the last one met
            try:
                self._compiler.compile(input=str(source), format="pdf", sys_inputs={"data": str(number)})
            except typst.TypstError:
                raise TypesettingError(f"{source}: the template is at fault") from None

    def _compile(self, source: Path, data: str, printed_on: date) -> bytes:
        import typst

        try:
            return self._compile_as(STANDARDS, source, data, printed_on)
        except typst.TypstError:
            pass
        try:
            return self._compile_as(WITHOUT_TAGS, source, data, printed_on)
        except typst.TypstError as fault:
            # The compiler's message may quote a value of the data; its place in the template never does.
            place = _PLACE.search(fault.diagnostic)
            raise TypesettingError(f"{place.group(1) if place else source}: the template is at fault") from None

    def _compile_as(self, standards: list[typst.PDFStandard], source: Path, data: str, printed_on: date) -> bytes:
        pdf = self._compiler.compile(
            input=str(source),
            format="pdf",
            sys_inputs={"data": data},
            pdf_standards=standards,
            pdf_tags=standards is STANDARDS,
            timestamp=datetime(printed_on.year, printed_on.month, printed_on.day, tzinfo=UTC),
        )
        if not isinstance(pdf, bytes):
            raise TypesettingError(f"{source}: expected one PDF")
        return pdf

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
