"""Rules read from the rendered pixels: contrast, and meaning that must not hang on colour alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QAccessible, QColor

from ui.audit.complaint import Complaint, Rule
from ui.audit.snapshot import Node, Pixels, WindowSnapshot, colour_of

CONTRAST = 7.0
FEW = 3  # so many pixels of a colour are a stroke, fewer are chance
ENOUGH = 0.7  # of a text must be in sight to be judged; the rest is scrolled away
NEAR = 6  # items around a text in which its icon may stand

Shares = NDArray[np.float64]
_STEPS: Shares = np.arange(256, dtype=np.float64) / 255
_LINEAR: Shares = np.where(_STEPS <= 0.04045, _STEPS / 12.92, ((_STEPS + 0.055) / 1.055) ** 2.4)
RED, GREEN, BLUE = (share * _LINEAR for share in (0.2126, 0.7152, 0.0722))
"""What each of 256 steps of a colour adds to the relative luminance."""


def contrast(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """Each text stands out at least 7:1 from what is drawn around it."""
    for node in snapshot.texts:
        whole = node.letters
        rect = whole.intersected(node.shown)
        if rect.width() < 2 or rect.height() < ENOUGH * whole.height():
            continue
        ratio = contrast_in(snapshot.crop(rect))
        if ratio < CONTRAST - 0.1:
            detail = f"{ratio:.1f}:1 “{node.text[:60]}”"
            yield Complaint(rule=Rule.CONTRAST, where=node.path, detail=detail)


def contrast_in(pixels: Pixels) -> float:
    """Highest WCAG contrast between the commonest colour of a crop and any colour that is more than chance."""
    colours, counts = np.unique(pixels, return_counts=True)
    bright = luminances(colours)
    ground, strokes = bright[np.argmax(counts)], bright[counts >= FEW]
    ratios = (np.maximum(strokes, ground) + 0.05) / (np.minimum(strokes, ground) + 0.05)
    return float(ratios.max())


def luminances(packed: Pixels) -> Shares:
    """Relative luminance (WCAG 2.2) of colours packed as 0xRRGGBB."""
    sums: Shares = RED[packed >> 16] + GREEN[(packed >> 8) & 255] + BLUE[packed & 255]
    return sums


def colour_alone(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """A coloured text has an icon beside it, and what can be ticked shows a mark, not only a colour."""
    for node in snapshot.texts:
        if colour_of(node) != snapshot.accent and _telling(colour_of(node)) and not _has_icon(node, snapshot):
            yield Complaint(rule=Rule.COLOUR_ALONE, where=node.path, detail=f"“{node.text[:60]}” in colour, no icon")
    for control in snapshot.controls:
        ticks = control.role in {QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}
        if ticks and not any(icon.within(control) for icon in snapshot.icons):
            yield Complaint(rule=Rule.COLOUR_ALONE, where=control.name, detail="ticked by colour alone")


def _telling(colour: QColor) -> bool:
    """A colour that says something: neither ink nor paper, but saturated."""
    return colour.isValid() and colour.hsvSaturationF() > 0.35 and colour.alphaF() > 0.5 and colour.lightnessF() < 0.9


def _has_icon(node: Node, snapshot: WindowSnapshot) -> bool:
    for around in reversed(node.ancestors[-NEAR:]):
        if any(icon.within(around) for icon in snapshot.icons):
            return True
        if around.is_control or around.item.property("title") is not None:
            return False
    return False
