"""The list check at real size: 50,000 made-up rows, 2,000 planted differences, over the process a station starts.

Printed: recall and precision of what is flagged, opening against a bare pass of openpyxl (read-only) over the same
file, the slowest match, the most memory of the process, and the copy. Ends with 1 where a bound of the project is
not kept. Times are wall clock on whatever runs beside it; a match is bounded by what its process computed.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import time
from pathlib import Path

import openpyxl

from kiosk.counts.events import ListOutcome
from kiosk.officer.roster.line import RosterLine
from kiosk.officer.roster.messages import BesideRow, Copy, Match, UseColumns
from tests.helpers.made_up_list import MadeUpList, made_up_list, workbook

PEOPLE, PLANTED = 50_000, 2_000
BOUNDS = {"recall": 0.99, "precision": 0.99}
MOST = {"open_ratio": 2.0, "match_cpu_ms_worst": 50.0, "memory_mb": 300.0}


def bare_pass(data: bytes) -> float:
    """Seconds of openpyxl's own read-only pass over every cell."""
    start = time.perf_counter()
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    assert book.active is not None
    for row in book.active.iter_rows(values_only=True):
        assert row is not None
    book.close()
    return time.perf_counter() - start


def memory_mb(pid: int) -> float:
    """The most that the process has held (VmHWM of proc(5))."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def cpu_ms(pid: int) -> float:
    """What the process has computed so far (schedstat of proc(5)): the same on a loaded machine."""
    return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e6


def matched(line: RosterLine, made: MadeUpList) -> tuple[dict[str, float], dict[int, BesideRow]]:
    """Every card asked for, one after the other."""
    hits = flagged = wrong_field = 0
    times: list[float] = []
    computing: list[float] = []
    beside: dict[int, BesideRow] = {}
    for each in made.cards:
        card = each.card
        start, computed = time.perf_counter(), cpu_ms(line.pid)
        told = line.match(
            Match(
                name=card.name,
                birth=card.birth,
                number=card.number,
                old_number=card.old_number,
                address=card.address,
            )
        )
        times.append((time.perf_counter() - start) * 1000)
        computing.append(cpu_ms(line.pid) - computed)
        is_planted = each.differs is not None or each.row is None
        is_flagged = told.outcome is not ListOutcome.SAME
        flagged += is_flagged
        hits += is_flagged and is_planted
        wrong_field += is_flagged and is_planted and each.differs is not None and each.differs not in told.differs
        if told.row is not None:
            beside[told.row] = BesideRow(outcome=told.outcome.value, details="", day="")
    times.sort()
    return {
        "cards": len(made.cards),
        "planted": made.planted,
        "flagged": flagged,
        "recall": round(hits / made.planted, 4),
        "precision": round(hits / flagged, 4),
        "flagged_for_another_field": wrong_field,
        "match_ms_median": round(times[len(times) // 2], 2),
        "match_ms_p99": round(times[int(len(times) * 0.99)], 2),
        "match_ms_worst": round(times[-1], 2),
        "match_cpu_ms_worst": round(max(computing), 2),
    }, beside


def measure(people: int, planted: int) -> dict[str, float]:
    """All figures."""
    made = made_up_list(people, planted)
    data = workbook(made.rows)
    bare = bare_pass(data)
    line = RosterLine()
    try:
        start = time.perf_counter()
        opened = line.open(data)
        open_s = time.perf_counter() - start
        start = time.perf_counter()
        line.use(UseColumns(columns=opened.columns))
        index_s = time.perf_counter() - start
        found, beside = matched(line, made)
        before_copy = memory_mb(line.pid)
        start = time.perf_counter()
        copied = line.copy(Copy(headings=("a", "b", "c"), rows=beside))
        copy_s = time.perf_counter() - start
        return {
            "rows": opened.rows,
            "file_mb": round(len(data) / 1e6, 2),
            "bare_openpyxl_s": round(bare, 2),
            "open_s": round(open_s, 2),
            "index_s": round(index_s, 2),
            "open_ratio": round((open_s + index_s) / bare, 2),
            **found,
            "memory_mb_before_copy": round(before_copy, 1),
            "copy_s": round(copy_s, 2),
            "copy_mb": round(len(copied.data) / 1e6, 2),
            "memory_mb": round(memory_mb(line.pid), 1),
        }
    finally:
        line.close()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--planted", type=int, default=PLANTED)
    asked = parser.parse_args()
    figures = measure(asked.people, asked.planted)
    missed = [key for key, least in BOUNDS.items() if figures[key] < least]
    missed += [key for key, most in MOST.items() if figures[key] > most]
    print(json.dumps({**figures, "missed": missed}, indent=None if asked.json else 2))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
