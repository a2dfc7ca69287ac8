"""The long form of forgetting on the official page: the real kiosk and the real browser, every way of ending."""

from __future__ import annotations

import pytest

from tests.helpers.pcsc import missing
from tests.prove.forgetting import prove
from tests.withstand.visiting_station import ONLINE_ENDINGS


@pytest.mark.slow
@pytest.mark.real("pcscd", "CUPS")
@pytest.mark.skipif(bool(missing()), reason=missing() or "all there")
def test_however_a_filing_ends_nothing_of_the_person_stays_and_the_next_is_not_signed_in() -> None:
    proof = prove(ONLINE_ENDINGS)
    assert proof.holds, proof.written()
    assert {look.ending for look in proof.looks} >= set(ONLINE_ENDINGS)
    assert not any("browser" in each for each in proof.not_looked_at)
