"""Which way up a page of Latin letters lies, told by its lines and not by reading them.

Above the small letters stand ascenders, capitals and, in Vietnamese, most marks; below them only a few tails and the
dot of nặng. So a line holds more ink above its core than below it, and a page upside down the other way round. Rules
and boxes are taken out first. At 100 dots an inch.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

STRIPS = 4
"""Columns of text need not share their lines."""
LINE = (7, 44)
"""Heights of a line in dots: 7-point print to a heading."""
RULE = 44
"""A run of ink this long is a rule, not a letter."""
LEAST_LINES = 5

Ink = npt.NDArray[np.bool_]


def uprightness(ink: Ink) -> float | None:
    """From -1 (upside down) to 1 (upright); None when there are too few lines to tell."""
    letters = _without_rules(ink)
    above = below = 0.0
    lines = 0
    for strip in np.array_split(letters, STRIPS, axis=1):
        for profile in _lines(strip.sum(axis=1)):
            top, bottom = _core(profile)
            above += float(profile[:top].sum()) / profile.sum()
            below += float(profile[bottom + 1 :].sum()) / profile.sum()
            lines += 1
    if lines < LEAST_LINES or above + below == 0:
        return None
    return (above - below) / (above + below)


def _without_rules(ink: Ink) -> Ink:
    letters = ink & ~_long_runs(ink)
    return letters & ~_long_runs(np.ascontiguousarray(ink.T)).T


def _long_runs(ink: Ink) -> Ink:
    """Dots that lie in a horizontal run of `RULE` dots or more."""
    sums = np.zeros((ink.shape[0], ink.shape[1] + 1), dtype=np.int32)
    np.cumsum(ink, axis=1, out=sums[:, 1:])
    if ink.shape[1] <= RULE:
        return np.zeros_like(ink)
    full = (sums[:, RULE:] - sums[:, :-RULE]) == RULE
    if not full.any():
        return np.zeros_like(ink)
    starts = np.zeros((ink.shape[0], ink.shape[1] + 1), dtype=np.int32)
    starts[:, : full.shape[1]] += full
    starts[:, RULE:] -= full[:, : starts.shape[1] - RULE]
    return np.cumsum(starts[:, :-1], axis=1) > 0


def _lines(profile: npt.NDArray[np.int64]) -> list[npt.NDArray[np.int64]]:
    """The runs of rows with ink that are as high as a line of text."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], profile > 0, [0]]).astype(np.int8)))
    runs = [profile[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [run for run in runs if LINE[0] <= run.size <= LINE[1] and run.max() >= 12]


def _core(profile: npt.NDArray[np.int64]) -> tuple[int, int]:
    """First and last row of the small letters: where the profile is at least half of its height."""
    rows = np.flatnonzero(profile >= 0.5 * profile.max())
    return int(rows[0]), int(rows[-1])
