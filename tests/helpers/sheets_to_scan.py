"""Sheets as people bring them, made from this product's own papers: grey pictures at 200 dots an inch."""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from kiosk import paths
from kiosk.documents import LeafletSize, Typesetter, declaration, leaflet
from kiosk.forms import Answers, Context, Journey, printed
from kiosk.settings import read_settings
from tests.helpers import shipped
from tests.helpers.pages import pages_of

DAY = date(2026, 11, 23)
DPI = 200
FORMS = ("ct01", "to-khai-khai-sinh", "phieu-khai-thay-doi")
LEAFLETS = ("dang-ky-tam-tru", "dang-ky-khai-sinh", "cap-the-can-cuoc")
A5 = (1654, 1160)
"""Lying: the width of A4 and half of its height."""


@cache
def sheets() -> tuple[Image.Image, ...]:
    """Parts of A5 size of printed pages, one of them with a stamp, one with a photograph."""
    cut = [_between_lines(page, A5[1] if page.width > A5[1] + 20 else A5[0]) for page in _pages()]
    return (*cut, _with_stamp(cut[0]), _with_photograph(cut[-1]))


@cache
def tall_sheets() -> tuple[Image.Image, ...]:
    """The same as tall as an A5 sheet that stands: an empty form has few letters where it is cut through."""
    return tuple(_between_lines(page, A5[0]) for page in _pages())


@cache
def _pages() -> tuple[Image.Image, ...]:
    return (*_forms(), *_leaflets())


def _forms() -> list[Image.Image]:
    typesetter, forms = Typesetter(), shipped.forms()
    offered = {name for name, form in forms.items() if form.printable}
    wanted = [name for name in FORMS if name in offered] + sorted(offered - set(FORMS))
    sheets = [printed(Journey(forms[name], Answers(), Context(today=DAY))) for name in wanted[:4]]
    return [pages_of(declaration(typesetter, sheet, printed_on=DAY).pdf, DPI)[0] for sheet in sheets]


def _leaflets() -> list[Image.Image]:
    typesetter, settings = Typesetter(), read_settings(paths.shipped_config(), paths.assets()).kiosk
    catalogue = shipped.catalogue()
    chosen = [found for name in LEAFLETS if (found := catalogue.get(name))] or list(catalogue.all())[:3]
    return [
        pages_of(
            leaflet(
                typesetter,
                procedure,
                commune=settings.commune,
                portal=settings.portal,
                printed_on=DAY,
                size=LeafletSize.A5,
            ).pdf,
            DPI,
        )[0]
        for procedure in chosen[:3]
    ]


def _between_lines(page: Image.Image, height: int) -> Image.Image:
    """The upper part, cut where no letter stands, with an empty margin of 8 mm below."""
    if page.height <= height + 20:
        return page
    part = np.asarray(page)[:height]
    empty = np.flatnonzero(part.min(axis=1) > 200)
    rows = part[: int(empty[-1])]
    return Image.fromarray(np.vstack([rows, np.full((64, rows.shape[1]), 255, dtype=np.uint8)]))


def _with_stamp(page: Image.Image) -> Image.Image:
    stamped = page.copy()
    pen = ImageDraw.Draw(stamped)
    middle = (int(page.width * 0.7), int(page.height * 0.8))
    for radius in (150, 138, 90):
        pen.ellipse(
            [middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius], outline=120, width=6
        )
    return stamped


def _with_photograph(page: Image.Image) -> Image.Image:
    """A portrait of nobody, on the white ground of a passport photograph with a hard edge."""
    copy = page.copy()
    photograph = Image.new("L", (240, 320), 252)
    pen = ImageDraw.Draw(photograph)
    pen.ellipse((60, 50, 180, 210), fill=150)
    pen.pieslice((10, 200, 230, 500), 180, 360, fill=70)
    grain = np.random.default_rng(3).normal(0, 6, (320, 240))
    dots = np.clip(np.asarray(photograph.filter(ImageFilter.GaussianBlur(2))) + grain, 0, 252)
    copy.paste(Image.fromarray(dots.astype(np.uint8)), (80, page.height // 3))
    return copy
