"""What every test shares: a test is skipped only where this machine cannot play it, and says why."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator

import pytest

from tests.helpers import cups
from tests.helpers.mounts import NO_MOUNT

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport]:  # type: ignore[type-arg]
    """Turn a skip into a failure, but for a device nobody named and a mount that this container forbids."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if report.skipped and not may_skip(item, str(report.longrepr)):
        report.outcome = "failed"
        report.longrepr = (
            f"{report.longrepr}: a test of a clone is not skipped; `./station test` installs what it needs"
        )


def may_skip(item: pytest.Item, reason: str) -> bool:
    """Whether it needs a real device or a mount; what only Linux has is tested there alone."""
    return item.get_closest_marker("hardware") is not None or NO_MOUNT in reason or sys.platform != "linux"


@pytest.fixture(scope="session")
def printing_machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[cups.Device, cups.Queue]]:
    """One real IPP device with a real CUPS queue before it, for all tests of this process; leave both as found."""
    if missing := cups.missing_programs():
        pytest.skip(f"not installed: {', '.join(missing)}")
    root = tmp_path_factory.mktemp("printing")
    with cups.device(root / "device") as device, cups.queue(root / "cups", device) as queue:
        yield device, queue
