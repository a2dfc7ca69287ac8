"""A small run of the fuzzer with a fixed seed, so that the tests notice what the long run would."""

from __future__ import annotations

import pytest

from tests.fuzz.runner import run
from tests.fuzz.targets import Target, targets


@pytest.mark.parametrize("target", targets(), ids=lambda target: target.name)
def test_broken_bytes_meet_our_own_errors_only(target: Target) -> None:
    (done,) = run([target], max(10, round(20 * target.share)), seed=20_261_123)
    assert done.findings == []


def test_a_fault_that_is_not_ours_is_a_finding() -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    (done,) = run([Target(name="broken", share=1, run=fail)], 3, seed=1)
    assert len(done.findings) == 3
