"""What every test shares: real components must not be skipped where CI says so."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

REAL_REQUIRED = bool(os.environ.get("KIOSK_REAL_REQUIRED"))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport]:  # type: ignore[type-arg]
    """Turn a skipped test of a real component into a failure when `KIOSK_REAL_REQUIRED` is set."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    marker = item.get_closest_marker("real")
    if REAL_REQUIRED and marker and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"the real {marker.args[0]} is required here and its test was skipped"
