"""The confusion table of the quality gate over made-up scans: misses and false alarms at most 5 % for every defect.

400 scans with a fixed seed: 80 clean ones and 40 of each defect. Each goes the whole way, straightening included.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import numpy as np
import pytest

from kiosk.scanning.gate import judge
from kiosk.scanning.straighten import straighten
from kiosk.scanning.verdict import Defect, PageQuality
from tests.helpers.defects import DPI, clean_scan, defective_scan

SEED = 20261123
CLEAN, EACH = 80, 40
MOST = 0.05


@cache
def verdicts(kind: Defect | None) -> tuple[PageQuality, ...]:
    """The gate's verdict on every scan of one kind."""
    draw = np.random.default_rng([SEED, 0 if kind is None else 1 + [*Defect].index(kind)])
    count = CLEAN if kind is None else EACH
    scans = (clean_scan(draw) if kind is None else defective_scan(kind, draw) for _ in range(count))
    return tuple(judge(straighten(scan, DPI), DPI) for scan in scans)


def test_the_set_has_at_least_400_scans() -> None:
    assert CLEAN + EACH * len(Defect) >= 400


@pytest.mark.parametrize("defect", Defect, ids=lambda defect: defect.value)
def test_of_the_scans_with_a_defect_at_most_5_percent_are_missed(defect: Defect) -> None:
    told = verdicts(defect)
    missed = [verdict for verdict in told if defect not in verdict.defects]
    assert len(missed) <= MOST * len(told), Counter(str(verdict.worst) for verdict in missed)


@pytest.mark.parametrize("kind", [None, *Defect], ids=lambda kind: kind.value if kind else "clean")
def test_of_the_scans_without_a_defect_at_most_5_percent_are_called_so(kind: Defect | None) -> None:
    """Other defects may be told beside the one there is, but none more often than that."""
    told = verdicts(kind)
    alarms = Counter(defect for verdict in told for defect in verdict.defects if defect is not kind)
    assert all(count <= MOST * len(told) for count in alarms.values()), alarms


def test_clean_scans_are_clear() -> None:
    told = verdicts(None)
    assert sum(not verdict.is_clear for verdict in told) <= MOST * len(told)
