"""Which way up a page of Latin letters lies, told by its lines and not by reading them.

Above the small letters stand ascenders, capitals and, in Vietnamese, most marks; below them only a few tails and the
dot of nặng. So a line holds more ink above its core than below it, and a page upside down the other way round. Rules
and boxes are taken out first. At 100 dots an inch.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kiosk.scanning.shapes import grown

STRIPS = 4
"""Columns of text need not share their lines."""
LINE = (7, 44)
"""Heights of a line in dots: 7-point print to a heading."""
RULE = 44
"""A run of ink this long is a rule, not a letter."""
LEAST_LINES = 5
SIDEWAYS = 0.25
"""Of our own papers 77 % and more of the ink lie in lines along the text, 41 % at most across it."""
COLUMNS = 0.7
TALLER = 1.3
"""A line with its marks is twice as high as a letter is wide."""
STREAK = 0.5
"""Part of the page's length."""

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


def lies_sideways(ink: Ink) -> bool:
    """Whether the lines of text run down the page instead of across it."""
    down, across = _in_lines(np.ascontiguousarray(ink.T)), _in_lines(ink)
    if down.count < LEAST_LINES:
        return False
    if min(down.share, across.share) > COLUMNS:  # the same words in every line: letters make columns as lines do
        return down.height > TALLER * across.height
    return down.share > across.share + SIDEWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """Runs of ink as high as a line: how many, which part of all ink lies in them, their middle height in dots."""

    count: int
    share: float
    height: float


def _in_lines(ink: Ink) -> _Lines:
    letters = _without_rules(ink)
    lines = [line for strip in np.array_split(letters, STRIPS, axis=1) for line in _lines(strip.sum(axis=1))]
    share = float(sum(line.sum() for line in lines)) / max(1, int(letters.sum()))
    height = float(np.median([line.size for line in lines])) if lines else 0.0
    return _Lines(count=len(lines), share=share, height=height)


def without_streaks(ink: Ink) -> Ink:
    """Without what runs along half the page or more: a streak of dirt on the glass of a feeder, a ruled line."""
    return ink & ~_streaks(ink) & ~_streaks(np.ascontiguousarray(ink.T)).T


def _streaks(ink: Ink) -> Ink:
    """Rows in which half of the dots or more, or of their neighbours, are ink, and what lies beside them."""
    near = ink.copy()
    near[1:] |= ink[:-1]
    near[:-1] |= ink[1:]
    rows = near.mean(axis=1) >= STREAK
    return np.repeat(grown(rows[:, None], 1), ink.shape[1], axis=1)


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
