"""How sharp the strokes of a page are: how much of an edge's step happens within one dot.

A sharp scan at 200 dots an inch makes about half of the step in one dot, a defocused or shaken one a quarter, as a
straight ramp does. Edges of both directions count, so a shake along one axis shows too. Photographs and blank tiles
hold no clear edge and do not vote.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kiosk.scanning.sheet import Grey

BLURRED_BELOW = 0.385
TILE = 200
"""Dots; one inch at 200 dpi."""
EDGES_IN_TILE = 30
EDGE_PART = 0.45
"""An edge is a step of at least this part of the page's strongest steps."""
FAINTEST_STEP = 24


def blurred_share(grey: Grey, *, every: int = 3) -> float | None:
    """The part of the tiles with text that is blurred; None when no tile has clear edges. `every` skips rows."""
    shares = [_tile_ratios(grey[::every], every), _tile_ratios(grey[:, ::every].T, every)]
    votes = [ratios[np.isfinite(ratios)] for ratios in shares]
    if not any(vote.size for vote in votes):
        return None
    return max(float((vote < BLURRED_BELOW).mean()) for vote in votes if vote.size)


def _tile_ratios(rows: Grey, every: int) -> npt.NDArray[np.float64]:
    """For each tile the mean of (largest step of one dot) / (step over four dots) at its edges along the rows."""
    values = np.ascontiguousarray(rows).astype(np.int16)
    one = np.abs(np.diff(values, axis=1))
    four = np.abs(values[:, 4:] - values[:, :-4])
    steps = np.bincount(four.ravel()[::3], minlength=256)
    strongest = int(np.searchsorted(np.cumsum(steps), 0.998 * steps.sum()))
    edge = four >= max(FAINTEST_STEP, EDGE_PART * strongest)
    y, x = np.nonzero(edge)
    step = four[y, x]
    finest = np.maximum.reduce([one[y, x + shift] for shift in range(4)])
    across = values.shape[1] // TILE + 1
    tile = (y * every // TILE) * across + x // TILE
    count = np.bincount(tile, minlength=1)
    total = np.bincount(tile, weights=finest / step, minlength=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(count >= EDGES_IN_TILE, total / count, np.nan)
