"""The verdict in one sentence: the worst finding decides, and the way in asks for care only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.identification import Finding, FindingState, Reason, Verdict
from ui.view_models.person_words import Trust, trust_of

GOOD = Verdict(
    integrity=Finding(state=FindingState.CONFIRMED, reason=Reason.DATA_UNCHANGED),
    chip=Finding(state=FindingState.CONFIRMED, reason=Reason.CHIP_AUTHENTICATION),
    issuer=Finding(state=FindingState.CONFIRMED, reason=Reason.ISSUER_TRUSTED),
    access=Finding(state=FindingState.CONFIRMED, reason=Reason.ACCESS_SIGNED),
)
CHANGED = Finding(state=FindingState.FAILED, reason=Reason.ACCESS_CHANGED)
COPIED = Finding(state=FindingState.FAILED, reason=Reason.CHIP_COPIED)
UNPROVEN = Finding(state=FindingState.NOT_CHECKED, reason=Reason.CHIP_PROOF_BROKEN)


@pytest.mark.parametrize(
    ("verdict", "trust"),
    [
        (GOOD, Trust.GOOD),
        (replace(GOOD, access=Finding(state=FindingState.NOT_CHECKED, reason=Reason.ACCESS_UNSIGNED)), Trust.GOOD),
        (replace(GOOD, access=CHANGED), Trust.CAREFUL),
        (replace(GOOD, access=CHANGED, specimen=True), Trust.CAREFUL),
        (replace(GOOD, chip=UNPROVEN), Trust.CAREFUL),
        (replace(GOOD, specimen=True), Trust.NOTE),
        (replace(GOOD, chip=COPIED, access=CHANGED), Trust.BAD),
    ],
)
def test_the_worst_finding_decides(verdict: Verdict, trust: Trust) -> None:
    assert trust_of(verdict) is trust
