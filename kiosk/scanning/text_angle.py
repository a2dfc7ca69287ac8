"""The angle of the lines of text, for a sheet whose edges do not show.

The ink is projected along each angle; upright lines give the most uneven profile. Looks at up to 20,000 dots and
within 6 degrees either way, in steps down to 0.1.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kiosk.scanning.sheet import Grey

WIDEST = 6.0
MOST_DOTS = 20_000
LEAST_DOTS = 400


def text_angle(grey: Grey, ink_below: float) -> float:
    """Degrees the lines rise to the right (counter-clockwise); 0 when there is too little text to tell."""
    ys, xs = np.nonzero(grey < ink_below)
    if ys.size < LEAST_DOTS or ys.size > 0.5 * grey.size:
        return 0.0
    step = -(-ys.size // MOST_DOTS)
    x, y = xs[::step].astype(np.float64), ys[::step].astype(np.float64)
    coarse = np.arange(-WIDEST, WIDEST + 0.1, 0.5)
    scores = [_unevenness(x, y, angle) for angle in coarse]
    best = float(coarse[int(np.argmax(scores))])
    if max(scores) < 1.15 * float(np.median(scores)):
        return 0.0
    fine = best + np.arange(-0.4, 0.41, 0.1)
    return float(fine[int(np.argmax([_unevenness(x, y, angle) for angle in fine]))])


def _unevenness(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], degrees: float) -> float:
    slope = np.tan(np.radians(degrees))
    rows = (y + slope * x - min(0.0, slope * float(x.max()))).astype(np.int64)
    profile = np.bincount(rows).astype(np.float64)
    return float((np.diff(profile) ** 2).sum())
