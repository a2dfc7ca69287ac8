"""The confusion table of the quality gate over 400 made-up scans: at most 5 % of a defect missed or told falsely.

80 clean scans and 40 of each defect, with a fixed seed.
"""

from __future__ import annotations

import pytest

from kiosk.scanning.verdict import Defect
from tests.helpers.judged_scans import MOST, false_alarms, missed, verdicts

CLEAN, EACH = 80, 40


def test_the_set_has_at_least_400_scans() -> None:
    assert CLEAN + EACH * len(Defect) >= 400


@pytest.mark.parametrize("defect", Defect, ids=lambda defect: defect.value)
def test_of_the_scans_with_a_defect_at_most_5_percent_are_missed(defect: Defect) -> None:
    told = missed(defect, verdicts(defect, EACH))
    assert told.total() <= MOST * EACH, told


@pytest.mark.parametrize("kind", [None, *Defect], ids=lambda kind: kind.value if kind else "clean")
def test_of_the_scans_without_a_defect_at_most_5_percent_are_called_so(kind: Defect | None) -> None:
    count = CLEAN if kind is None else EACH
    alarms = false_alarms(kind, verdicts(kind, count))
    assert all(each <= MOST * count for each in alarms.values()), alarms


def test_clean_scans_are_clear() -> None:
    told = verdicts(None, CLEAN)
    assert sum(not verdict.is_clear for verdict in told) <= MOST * len(told)
