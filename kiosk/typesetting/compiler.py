"""The compiler under the typesetter: a template and its data in, pages out. The only module that knows typst.

Only the bundled fonts exist for it. Its message may quote a value of the data, so it goes no further than its place.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.errors import KioskError

if TYPE_CHECKING:
    import typst

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
WITHOUT_TAGS: list[typst.PDFStandard] = ["a-2u"]
KEPT_BY_TYPST = 10
"""How many compilations long typst keeps the parts of a page that it has not met again, whatever stands in them."""
_PLACE = re.compile(r"┌─ (\S+)")


class TypesettingError(KioskError):
    """A template or font is missing, or a template is at fault; its message never holds a value of the data."""


class Compiler(Protocol):
    """Templates are named without their ending, data are JSON. Every method raises `TypesettingError`."""

    def pdf(self, template: str, data: str, *, printed_on: date, tagged: bool) -> bytes:
        """PDF/A-2a and PDF/UA-1, or PDF/A-2u when it is not `tagged`."""
        ...

    def png(self, template: str, data: str, *, dots_per_inch: float) -> tuple[bytes, ...]:
        """One PNG for each page, in their order."""
        ...

    def forget(self) -> None:
        """Keep nothing of what was set."""
        ...


class TypstCompiler:
    """typst in this process, warm; for one thread at a time."""

    def __init__(self, assets: Path) -> None:
        """Raises `TypesettingError` when a folder is not there or holds no font."""
        import typst  # the first screen does not wait for what only a paper needs

        self._templates = assets / "templates"
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(assets / "fonts")]
        )
        if not fonts.families() or not self._templates.is_dir():
            raise TypesettingError(f"{assets}: expected folders 'templates' and 'fonts' with the bundled fonts")
        self._compiler = typst.Compiler(root=str(self._templates), font_paths=fonts, ignore_system_fonts=True)

    def pdf(self, template: str, data: str, *, printed_on: date, tagged: bool) -> bytes:
        import typst

        source = self._source(template)
        try:
            pdf = self._compiler.compile(
                input=str(source),
                format="pdf",
                sys_inputs={"data": data},
                pdf_standards=STANDARDS if tagged else WITHOUT_TAGS,
                pdf_tags=tagged,
                timestamp=datetime(printed_on.year, printed_on.month, printed_on.day, tzinfo=UTC),
            )
        except typst.TypstError as fault:
            place = _PLACE.search(fault.diagnostic)
            raise TypesettingError(f"{place.group(1) if place else source}: the template is at fault") from None
        if not isinstance(pdf, bytes):
            raise TypesettingError(f"{source}: expected one PDF")
        return pdf

    def png(self, template: str, data: str, *, dots_per_inch: float) -> tuple[bytes, ...]:
        import typst

        source = self._source(template)
        try:
            made = self._compiler.compile(
                input=str(source), format="png", ppi=dots_per_inch, sys_inputs={"data": data}
            )
        except typst.TypstError:
            raise TypesettingError(f"{source}: the page could not be drawn") from None
        return tuple(page for page in (made if isinstance(made, list) else [made]) if isinstance(page, bytes))

    def forget(self) -> None:
        """Empty the cache in which typst keeps parts of the pages set so far: so many small pages later it has
        dropped them. Its memory of fonts and templates is made anew by the next paper."""
        import typst

        source = self._source("empty")
        for number in range(KEPT_BY_TYPST + 2):  # the next compilation may reuse what the last one met
            try:
                self._compiler.compile(input=str(source), format="pdf", sys_inputs={"data": str(number)})
            except typst.TypstError:
                raise TypesettingError(f"{source}: the template is at fault") from None

    def _source(self, template: str) -> Path:
        source = self._templates / f"{template}.typ"
        if not source.is_file():
            raise TypesettingError(f"{source}: expected a template")
        return source
