"""What thousands of visits amount to: figures, whether they hold, and a drawing of memory and answers. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import linear_regression, median
from typing import Any

MOST_GROWTH = 3.0
"""Per cent, of the memory that is this process's alone (what it shares depends on who else runs), from the second
fifth of the visits to the last. In the first, what a station loads once and keeps is loaded: pages of QML, forms and
guides when somebody first asks for them, letters as they are drawn, icons up to their megabyte."""
_WIDTH, _HEIGHT, _LEFT, _TOP = 900, 150, 60, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of one run. `missed`: visitors who know the way and did not get their papers. `…_kb_a_visit`: how memory still
    rises over the last half, what the process has and what of it is in use; what a longer run would go on with."""

    visits: int
    goals: int
    presses: int
    faults: int
    crashes: int
    stuck: int
    missed: int
    uncaught: int
    qml_warnings: int
    memory_growth_percent: float
    memory_kb_a_visit: float
    in_use_kb_a_visit: float
    thread_growth: int
    file_growth: int
    answer_ms_median: float
    answer_ms_slowest: float

    @property
    def holds(self) -> bool:
        """Whether the station endured it."""
        faults = (self.crashes, self.stuck, self.missed, self.uncaught, self.qml_warnings)
        growth = self.memory_growth_percent < MOST_GROWTH and self.thread_growth <= 0 and self.file_growth <= 0
        return not any(faults) and growth and self.visits > 0

    def written(self) -> str:
        """For a person."""
        lines = [f"{name.replace('_', ' '):<24}{value:>12,}" for name, value in asdict(self).items()]
        came_to = (
            f"{self.visits:,} visits, {self.presses:,} presses, {self.faults:,} faults, {self.crashes} crashes,"
            f" {self.stuck} stuck, {self.missed} without their papers; memory {self.memory_growth_percent:+.2f} %,"
            f" over the last half {self.memory_kb_a_visit:+.1f} kB a visit:"
            f" {'it endures' if self.holds else 'IT DOES NOT ENDURE'}"
        )
        return "\n".join([*lines, came_to])


def figures_of(visits: Sequence[Mapping[str, Any]], *, crashes: int) -> Figures:
    """Of the lines that the visits told."""
    measured = [each for each in visits if "own_kb" in each]
    slowest = [each["slowest_ms"] for each in visits]
    return Figures(
        visits=len(visits),
        goals=sum(each["kind"] == "goal" for each in visits),
        presses=sum(each["presses"] for each in visits),
        faults=sum(len(each["faults"]) for each in visits),
        crashes=crashes,
        stuck=sum(bool(each["stuck"]) for each in visits),
        missed=sum(bool(each["missed"]) for each in visits),
        uncaught=sum(len(each["uncaught"]) for each in visits),
        qml_warnings=visits[-1]["qml"] if visits else 0,
        memory_growth_percent=round(100 * (_growth([each["own_kb"] for each in measured]) - 1), 2),
        memory_kb_a_visit=_slope(measured, "own_kb"),
        in_use_kb_a_visit=_slope(measured, "in_use_kb"),
        thread_growth=_more([each["threads"] for each in measured]),
        file_growth=_more([each["files"] for each in measured]),
        answer_ms_median=round(median(slowest), 1) if slowest else 0.0,
        answer_ms_slowest=max(slowest, default=0.0),
    )


def _fifths(values: Sequence[float]) -> tuple[Sequence[float], Sequence[float]]:
    fifth = max(1, len(values) // 5)
    return values[fifth : 2 * fifth] or values[:1], values[-fifth:]


def _growth(values: Sequence[float]) -> float:
    """The last fifth beside the second; 1 of nothing."""
    second, last = _fifths(values)
    return median(last) / median(second) if values else 1.0


def _slope(measured: Sequence[Mapping[str, Any]], what: str) -> float:
    """kB a visit over the last half, as a straight line has it; 0 of one value or none."""
    half = [(each["visit"], each[what]) for each in measured[len(measured) // 2 :] if what in each]
    return round(linear_regression(*zip(*half, strict=True)).slope, 2) if len(half) > 1 else 0.0


def _more(values: Sequence[int]) -> int:
    second, last = _fifths(values)
    return round(median(last) - max(second)) if values else 0


def drawing(visits: Sequence[Mapping[str, Any]]) -> str:
    """Memory, threads, files and the slowest answer of each visit, as SVG."""
    measured = [each for each in visits if "own_kb" in each]
    rows = (
        ("memory of its own, MB", [(each["visit"], each["own_kb"] / 1024) for each in measured]),
        ("threads", [(each["visit"], each["threads"]) for each in measured]),
        ("open files", [(each["visit"], each["files"]) for each in measured]),
        ("slowest answer of a visit, ms", [(each["visit"], each["slowest_ms"]) for each in visits]),
    )
    last = max((each["visit"] for each in visits), default=1) or 1
    height = len(rows) * (_HEIGHT + 2 * _TOP)
    parts = [_row(name, points, last, number * (_HEIGHT + 2 * _TOP)) for number, (name, points) in enumerate(rows)]
    size = f'width="{_WIDTH + 2 * _LEFT}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="13">'
    return "\n".join([head, '<rect width="100%" height="100%" fill="white"/>', *parts, "</svg>\n"])


def _row(name: str, points: Sequence[tuple[int, float]], last: int, top: int) -> str:
    most = max((value for _, value in points), default=1) or 1
    places = " ".join(
        f"{_LEFT + _WIDTH * visit / last:.1f},{top + _TOP + _HEIGHT * (1 - value / most):.1f}"
        for visit, value in points
    )
    bottom = top + _TOP + _HEIGHT
    return (
        f'<text x="{_LEFT}" y="{top + _TOP - 8}">{name}: at most {most:,.0f}; visits 0 to {last:,}</text>'
        f'<path d="M{_LEFT} {top + _TOP}V{bottom}H{_LEFT + _WIDTH}" fill="none" stroke="#888"/>'
        f'<polyline points="{places}" fill="none" stroke="#0b5cad"/>'
    )
