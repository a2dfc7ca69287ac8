"""A printed page and the glass it lies on, for tests that need no made-up defects."""

from __future__ import annotations

from PIL import Image

from devices.scanner.interface import ScannedPage
from kiosk.scanning.page import JudgedPage, page_of
from tests.helpers.sheets_to_scan import sheets

DPI = 200


def sheet(number: int = 0, *, paper: int = 235) -> Image.Image:
    """One of the product's own papers on paper of this grey, in colour."""
    grey = sheets()[number].point([round(20 + (paper - 20) * value / 255) for value in range(256)])
    return grey.convert("RGB")


def laid(paper: Image.Image, *, skew: float = 0.0, lid: int = 80, room: int = 180) -> Image.Image:
    """The paper on the glass, turned counter-clockwise by `skew` degrees."""
    glass = Image.new("RGB", (paper.width + room, paper.height + room), (lid, lid, lid))
    mask = Image.new("L", paper.size, 255).rotate(skew, expand=True)
    turned = _turned(paper, skew, lid)
    glass.paste(turned, ((glass.width - turned.width) // 2, (glass.height - turned.height) // 2), mask)
    return glass


def _turned(paper: Image.Image, skew: float, lid: int) -> Image.Image:
    """Grey paper in one band: three alike take three times as long."""
    one, *others = paper.split()
    if all(other.tobytes() == one.tobytes() for other in others):
        return one.rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor=lid).convert("RGB")
    return paper.rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor=(lid, lid, lid))


def scanned(number: int = 0, *, skew: float = 0.0) -> ScannedPage:
    """What a scanner gives of a sheet."""
    return ScannedPage(image=laid(sheet(number), skew=skew), resolution=DPI)


def page(number: int = 0, document: str = "") -> JudgedPage:
    """A page of a visit. Nobody keeps it: tests look through the whole process for pages that were kept."""
    return page_of(scanned(number), document)
