"""What a printer takes, from its answer to Get-Printer-Attributes: kinds of document, dots, papers. Pure.

PWG 5102.4 (PWG Raster), PWG 5101.1 (names of papers), and the keywords of `urf-supported`, as printers write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from devices.printer.ipp_encoding import AttributeGroup, IppResponse

CAPABILITY_ATTRIBUTES = (
    "document-format-supported",
    "pwg-raster-document-resolution-supported",
    "pwg-raster-document-type-supported",
    "urf-supported",
)
LEAST_DPI = 300
"""Small Vietnamese marks at 10 pt want this; more only costs time."""
MOST_DPI, MOST_DPI_IN_COLOUR = 1_200, 600
"""A page of A4 takes about 140 and 105 MB while it is drawn; at 2,400 in colour it would be 1.7 GB."""
_NAMED_SIZES = {"a4": (210.0, 297.0), "a5": (148.0, 210.0), "a3": (297.0, 420.0), "letter": (215.9, 279.4)}
_SIZE = re.compile(r"_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$")
_TOLERANCE_MM = 2.0
_URF_DPI = re.compile(r"^RS(\d{2,4}(?:-\d{2,4})*)$")


class DocumentForm(Enum):
    """The form a document is handed over in; the value is its `document-format`."""

    PDF = "application/pdf"
    PWG = "image/pwg-raster"
    URF = "image/urf"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedForm:
    """How to hand a document over: its form, and for a raster the dots per inch and whether it must have colours."""

    form: DocumentForm
    dpi: int = 0
    in_colour: bool = False


def formats_of(printer: IppResponse) -> frozenset[str]:
    """The media types the printer takes (`document-format-supported`), in small letters."""
    return frozenset(word.lower() for word in printer.words(AttributeGroup.PRINTER, "document-format-supported"))


def wanted_form(printer: IppResponse) -> WantedForm | None:
    """PDF where it is taken or nothing is said, else a raster; None for a printer that takes neither."""
    formats = formats_of(printer)
    if not formats or DocumentForm.PDF.value in formats:
        return WantedForm(form=DocumentForm.PDF)
    pwg = _pwg(printer) if DocumentForm.PWG.value in formats else None
    return pwg or (_urf(printer) if DocumentForm.URF.value in formats else None)


def _pwg(printer: IppResponse) -> WantedForm | None:
    resolutions = printer.resolutions(AttributeGroup.PRINTER, "pwg-raster-document-resolution-supported")
    types = {word.lower() for word in printer.words(AttributeGroup.PRINTER, "pwg-raster-document-type-supported")}
    grey = not types or "sgray_8" in types
    dots = _best((each.across for each in resolutions if each.across == each.along), in_colour=not grey)
    if dots is None or not (grey or "srgb_8" in types):
        return None
    return WantedForm(form=DocumentForm.PWG, dpi=dots, in_colour=not grey)


def _urf(printer: IppResponse) -> WantedForm | None:
    words = printer.words(AttributeGroup.PRINTER, "urf-supported")
    listed = [match[1].split("-") for word in words if (match := _URF_DPI.match(word))]
    grey = any(word == "W8" or word.startswith("W8-") for word in words)
    dots = _best((int(dpi) for each in listed for dpi in each), in_colour=not grey)
    if dots is None or not (grey or "SRGB24" in words):
        return None
    return WantedForm(form=DocumentForm.URF, dpi=dots, in_colour=not grey)


def _best(offered: Iterable[int], *, in_colour: bool) -> int | None:
    """The smallest that is fine enough, else the finest; none whose page this computer could not hold."""
    dots = sorted(dpi for dpi in offered if 72 <= dpi <= (MOST_DPI_IN_COLOUR if in_colour else MOST_DPI))
    return next((dpi for dpi in dots if dpi >= LEAST_DPI), dots[-1] if dots else None)


def size_of(media: str) -> tuple[float, float] | None:
    """Width and length of a paper in millimetres, by its self-describing name; None where it describes nothing."""
    if match := _SIZE.search(media.lower()):
        inches = 25.4 if match[3] == "in" else 1.0
        return float(match[1]) * inches, float(match[2]) * inches
    return next((size for name, size in _NAMED_SIZES.items() if name in re.split(r"[-_.]", media.lower())), None)


def is_loaded(wanted: str, media: frozenset[str]) -> bool:
    """Whether paper of the size of `wanted` lies in the printer; true when that cannot be told."""
    sizes = [size for name in media if (size := size_of(name))]
    size = size_of(wanted)
    if not sizes or size is None:
        return True
    return any(abs(one[0] - size[0]) + abs(one[1] - size[1]) <= _TOLERANCE_MM for one in sizes)
