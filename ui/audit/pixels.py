"""Rules read from the rendered pixels: contrast, and meaning that must not hang on colour alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtGui import QAccessible, QColor

from ui.audit.complaint import Complaint, Rule
from ui.audit.snapshot import Node, Pixels, WindowSnapshot, colour_of, text_rect

CONTRAST = 7.0
FEW = 3  # so many pixels of a colour are a stroke, fewer are chance
ENOUGH = 0.7  # of a text must be in sight to be judged; the rest is scrolled away
NEAR = 6  # items around a text in which its icon may stand


def contrast(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """Each text stands out at least 7:1 from what is drawn around it."""
    for node in snapshot.texts:
        whole = text_rect(node)
        rect = whole.intersected(node.shown)
        if rect.width() < 2 or rect.height() < ENOUGH * whole.height():
            continue
        ratio = contrast_in(snapshot.crop(rect))
        if ratio < CONTRAST - 0.1:
            detail = f"{ratio:.1f}:1 “{node.text[:60]}”"
            yield Complaint(rule=Rule.CONTRAST, where=node.path, detail=detail)


def contrast_in(pixels: Pixels) -> float:
    """Highest WCAG contrast between the commonest colour of a crop and any colour that is more than chance."""
    packed = pixels.reshape(-1, 3).astype(np.uint32) @ np.array([65536, 256, 1], dtype=np.uint32)
    colours, counts = np.unique(packed, return_counts=True)
    ground = luminances(colours[np.argmax(counts)][None])[0]
    strokes = luminances(colours[counts >= FEW])
    ratios = (np.maximum(strokes, ground) + 0.05) / (np.minimum(strokes, ground) + 0.05)
    return float(ratios.max())


def luminances(packed: np.ndarray[tuple[int], np.dtype[np.uint32]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Relative luminance (WCAG 2.2) of colours packed as 0xRRGGBB."""
    parts = np.stack([(packed >> shift) & 255 for shift in (16, 8, 0)]).astype(np.float64) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    weighted: np.ndarray[tuple[int], np.dtype[np.float64]] = np.array([0.2126, 0.7152, 0.0722]) @ linear
    return weighted


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
