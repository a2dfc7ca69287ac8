"""A QR code as vector drawing (ISO/IEC 18004), large enough for an old phone and a grey copy of the print.

Drawings are kept for the next paper; an address that holds a value of a person (the code of a dossier) goes through
`qr_of_a_person`, which keeps nothing.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from kiosk.documents.wording import BLANK, paired
from kiosk.i18n import Text
from kiosk.qr_modules import Rows, modules_of

SMALLEST_SIDE_MM = 25.0
"""Of the code itself, without the quiet zone around it (screens.md, "Paper")."""
SMALLEST_MODULE_MM = 0.68
"""4 dots of a 150 dpi scan: with less, not every worn, noisy and askew copy is read back."""
QUIET_ZONE = 4
"""Modules of white on each side, as the standard asks."""
MASK = 3
"""Trying all eight masks takes 9 ms a code, two thirds of a second for the posted list; addresses are mixed enough
that a diagonal mask never leaves large even areas. A test reads every code of the list back."""


@lru_cache(maxsize=256)
def drawing(address: str) -> tuple[str, float]:
    """The code of one address: SVG, and the side in millimetres with the quiet zone."""
    modules = modules_of(address, MASK)
    module_mm = max(SMALLEST_SIDE_MM / len(modules), SMALLEST_MODULE_MM)
    side = len(modules) + 2 * QUIET_ZONE
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="{_runs(modules)}" fill="#000" shape-rendering="crispEdges"/></svg>'
    )
    return svg, side * module_mm


def _runs(modules: Rows) -> str:
    """One path of horizontal runs: a third of the size of a square for each module."""
    path = []
    for y, row in enumerate(modules, QUIET_ZONE):
        x = QUIET_ZONE
        for dark, group in groupby(row):
            width = len(list(group))
            if dark:
                path.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return "".join(path)


def qr(address: str, words: Text | None = None, *, code: str = "", show: str = "") -> dict[str, object]:
    """What a template needs to draw `address`: the words that stand beside it, a code in clear text, and `show`,
    the short address a person can type."""
    return _card(drawing(address), address, words, code, show)


def qr_of_a_person(address: str, words: Text | None = None) -> dict[str, object]:
    """As `qr`, of an address that nothing keeps."""
    return _card(drawing.__wrapped__(address), address, words, "", "")


def _card(drawn: tuple[str, float], address: str, words: Text | None, code: str, show: str) -> dict[str, object]:
    svg, millimetres = drawn
    return {
        "svg": svg,
        "millimetres": millimetres,
        "alt": f"QR: {address}",
        "words": paired(words or BLANK),
        "code": code,
        "code_label": "Mã",
        "address": show,
    }
