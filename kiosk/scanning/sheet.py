"""Where the sheet lies on the glass: its corners, its angle, and what of it is missing.

Works on a small grey picture (50 dots an inch). A sheet as white as the lid has no edge to be seen; then the whole
picture counts as the sheet, and its lines of text give the angle. Angles in degrees, counter-clockwise, in [-45, 45].
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from kiosk.scanning.shapes import opened

Grey = npt.NDArray[np.uint8]
Points = npt.NDArray[np.float64]

SMALL_DPI = 50
LID_DIFFERS = 12
"""Grey levels between lid and paper below which the edge is not trusted."""
DARK_LID = 150
LID_IS_EVEN = 16
LID_SHOWS = 0.015
"""Part of the picture's rim that must be lid."""
LEAST_DOTS = 10
SMALLEST_MM = 30.0
CORNER_GONE_MM = 4.5
"""A card's round corner stays 1.4 mm inside its rectangle; a fold worth a new scan is larger than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOutline:
    """A rectangle in the picture it was found in: centre, full sides and angle; `gone` counts missing corners."""

    centre: tuple[float, float]
    width: float
    height: float
    angle: float
    gone: int = 0


def small(grey: Image.Image, resolution: int) -> tuple[Image.Image, float]:
    """The picture at about 50 dots an inch, and how many of its dots one new dot covers."""
    factor = max(1, round(resolution / SMALL_DPI))
    return grey.reduce(factor), float(factor)


def find_sheet(picture: Image.Image) -> SheetOutline | None:
    """The sheet in a picture of 50 dots an inch; None when no edge shows."""
    if min(picture.size) < 2 * LEAST_DOTS:
        return None
    mask = _sheet_mask(np.asarray(picture))
    if mask is None:
        return None
    hull = _hull(_rim_of(mask))
    if len(hull) < 4:
        return None
    sheet = _smallest_rectangle(hull)
    least = SMALLEST_MM / 25.4 * SMALL_DPI
    return sheet if min(sheet.width, sheet.height) >= least else None


def _sheet_mask(grey: Grey) -> npt.NDArray[np.bool_] | None:
    """What is not lid; specks of up to 2 mm on the glass are wiped away."""
    height, width = grey.shape
    edge = max(2, min(height, width) // 100)
    rim = np.concatenate(
        [grey[:edge].ravel(), grey[-edge:].ravel(), grey[:, :edge].ravel(), grey[:, -edge:].ravel()]
    ).astype(np.float64)
    paper = _paper_level(grey, float(np.median(rim)))
    lid = rim[np.abs(rim - paper) > LID_DIFFERS]
    if lid.size < LID_SHOWS * rim.size:
        return None
    level = float(np.median(lid))
    if float(np.median(np.abs(lid - level))) > LID_IS_EVEN:
        return None
    limit = max(7.0, 0.45 * abs(paper - level))
    differs = np.abs(grey.astype(np.int16) - int(level)) > limit
    mask = opened(differs, 2)
    return mask if mask.any() else None


def _paper_level(grey: Grey, rim: float) -> float:
    """What is brighter than a dark lid, however small it is; else the lighter part of the middle."""
    brighter = grey[grey > rim + LID_DIFFERS]
    if rim < DARK_LID and brighter.size > 0.01 * grey.size:
        return float(np.percentile(brighter, 60))
    height, width = grey.shape
    return float(np.percentile(grey[height // 5 : -height // 5, width // 5 : -width // 5], 80))


def _rim_of(mask: npt.NDArray[np.bool_]) -> Points:
    """First and last dot of every row and column, as (x, y)."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    left, right = mask[rows].argmax(axis=1), mask.shape[1] - 1 - mask[rows, ::-1].argmax(axis=1)
    top, bottom = mask[:, columns].argmax(axis=0), mask.shape[0] - 1 - mask[::-1, columns].argmax(axis=0)
    xs = np.concatenate([left, right + 1, columns, columns + 1])
    ys = np.concatenate([rows, rows + 1, top, bottom + 1])
    return np.unique(np.stack([xs, ys], axis=1).astype(np.float64), axis=0)


def _hull(points: Points) -> Points:
    """Convex hull by monotone chain; `points` are sorted by x, then y."""

    def chain(run: Points) -> list[tuple[float, float]]:
        kept: list[tuple[float, float]] = []
        for x, y in run.tolist():
            while len(kept) > 1 and (
                (kept[-1][0] - kept[-2][0]) * (y - kept[-2][1]) <= (kept[-1][1] - kept[-2][1]) * (x - kept[-2][0])
            ):
                kept.pop()
            kept.append((x, y))
        return kept[:-1]

    return np.array(chain(points) + chain(points[::-1]))


def _smallest_rectangle(hull: Points) -> SheetOutline:
    """The rectangle of least area around the hull; one of its sides lies along a side of the hull."""
    sides = np.roll(hull, -1, axis=0) - hull
    long_enough = np.hypot(sides[:, 0], sides[:, 1]) > 4
    sides = sides[long_enough] if long_enough.any() else sides
    angles = np.unique(np.round(np.mod(np.arctan2(sides[:, 1], sides[:, 0]) + np.pi / 4, np.pi / 2) - np.pi / 4, 5))
    cos, sin = np.cos(angles)[:, None], np.sin(angles)[:, None]
    along = cos * hull[:, 0] + sin * hull[:, 1]
    across = -sin * hull[:, 0] + cos * hull[:, 1]
    wide, high = np.ptp(along, axis=1), np.ptp(across, axis=1)
    best = int(np.argmin(wide * high))
    u = (float(along[best].min()), float(along[best].max()))
    v = (float(across[best].min()), float(across[best].max()))
    c, s = float(cos[best, 0]), float(sin[best, 0])
    middle = ((u[0] + u[1]) / 2, (v[0] + v[1]) / 2)
    corners = np.array([[c * a - s * b, s * a + c * b] for a in u for b in v])
    return SheetOutline(
        centre=(c * middle[0] - s * middle[1], s * middle[0] + c * middle[1]),
        width=float(wide[best]),
        height=float(high[best]),
        angle=-float(np.degrees(angles[best])),
        gone=sum(_distance(corner, hull) > CORNER_GONE_MM / 25.4 * SMALL_DPI for corner in corners),
    )


def _distance(point: Points, hull: Points) -> float:
    """From a point to the nearest side of the hull."""
    start, side = hull, np.roll(hull, -1, axis=0) - hull
    length = np.maximum((side**2).sum(axis=1), 1e-9)
    share = np.clip(((point - start) * side).sum(axis=1) / length, 0, 1)
    return float(np.hypot(*((start + share[:, None] * side) - point).T).min())
