"""The quality gate over the first made-up scans of each kind; `./station withstand` judges all 400 of the series."""

from __future__ import annotations

from collections import Counter

from kiosk.scanning.verdict import Defect
from tests.helpers.judged_scans import MOST, false_alarms, missed, verdicts

EACH = 3
BUT_FEW = MOST * EACH * len(Defect)
"""One scan of them all: a defect that is never told, or told of everything, is always more."""


def test_a_defect_is_told_in_all_scans_but_few() -> None:
    untold = {defect.value: missed(defect, verdicts(defect, EACH)) for defect in Defect}
    assert sum(each.total() for each in untold.values()) <= BUT_FEW, untold


def test_a_defect_that_is_not_there_is_told_in_few_scans() -> None:
    alarms: Counter[Defect] = Counter()
    for kind in (None, *Defect):
        alarms += false_alarms(kind, verdicts(kind, EACH))
    assert all(count <= BUT_FEW for count in alarms.values()), alarms


def test_clean_scans_are_clear() -> None:
    assert all(verdict.is_clear for verdict in verdicts(None, EACH))
