"""The quality gate's verdicts on made-up scans: how many of a defect are missed, how often one is told falsely.

    told = verdicts(Defect.CUT, 40)                             # the first 40 of a series with a fixed seed
    assert missed(Defect.CUT, told).total() <= MOST * len(told)

Each scan goes the whole way, straightening included. The short form of the suite and the whole one of the part
`withstand` judge the same series by the same bound.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

import numpy as np

from kiosk.scanning.gate import judge
from kiosk.scanning.straighten import straighten
from kiosk.scanning.verdict import Defect, PageQuality
from tests.helpers.defects import DPI, clean_scan, defective_scan

SEED: Final = 20261123
MOST: Final = 0.05
"""The share of scans that may be missed, and that may be called what they are not."""


@cache
def verdicts(kind: Defect | None, count: int) -> tuple[PageQuality, ...]:
    """The gate's verdict on the first scans with this defect; None is a clean one."""
    draw = np.random.default_rng([SEED, 0 if kind is None else 1 + [*Defect].index(kind)])
    scans = (clean_scan(draw) if kind is None else defective_scan(kind, draw) for _ in range(count))
    return tuple(judge(straighten(scan, DPI), DPI) for scan in scans)


def missed(defect: Defect, told: tuple[PageQuality, ...]) -> Counter[str]:
    """What scans with this defect were called where it was not told."""
    return Counter(str(verdict.worst) for verdict in told if defect not in verdict.defects)


def false_alarms(kind: Defect | None, told: tuple[PageQuality, ...]) -> Counter[Defect]:
    """What scans of this kind were called that they are not; other defects may be told beside the one there is."""
    return Counter(defect for verdict in told for defect in verdict.defects if defect is not kind)
