"""What every test shares: real components must not be skipped where CI says so."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator

import pytest

from tests.helpers import cups

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
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


@pytest.fixture(scope="session")
def printing_machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[cups.Device, cups.Queue]]:
    """One real IPP device with a real CUPS queue before it, for all tests of this process; leave both as found."""
    if missing := cups.missing_programs():
        pytest.skip(f"not installed: {', '.join(missing)}")
    root = tmp_path_factory.mktemp("printing")
    with cups.device(root / "device") as device, cups.queue(root / "cups", device) as queue:
        yield device, queue
