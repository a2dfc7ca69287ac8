"""What every test shares: a test is skipped only where this machine cannot play it, and says why."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.staff import pin
from tests.helpers import cups, pcsc_socket, side_by_side
from tests.helpers.compiled_ahead import compile_share
from tests.helpers.kept_memory import keep_freed_memory
from tests.helpers.mounts import NO_MOUNT
from ui.program import plain_imports
from ui.window import spare_memory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pcsc_socket.take()
plain_imports.take_back()

hypothesis.settings.register_profile("untimed", deadline=None)  # a loaded machine is no fault of the code
hypothesis.settings.load_profile("untimed")


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


@pytest.hookimpl(hookwrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None]:
    """Find the tests without looking for cycles, and never look at them again: they stay until the end anyway."""
    gc.disable()
    worker = getattr(session.config, "workerinput", None)
    if worker is not None and session.config.args == session.config.getini("testpaths"):  # the whole suite
        compile_share(session.config, int(worker["workerid"].removeprefix("gw")), worker["workercount"])
    yield
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The kind of application the program itself makes: whichever test of a process comes first may make it."""
    return QGuiApplication


def may_skip(item: pytest.Item, reason: str) -> bool:
    """Whether it needs a real device or a mount; what only Linux has is tested there alone."""
    return item.get_closest_marker("hardware") is not None or NO_MOUNT in reason or sys.platform != "linux"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In a process of a parallel run: the order in which the tests are dealt out."""
    if hasattr(config, "workerinput"):
        side_by_side.arrange(items)
        side_by_side.tell_less(config)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Deal the tests out so that the waiting ones run beside the computing ones."""
    return side_by_side.SideBySide(config, log)  # type: ignore[arg-type]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """`-n auto`: one more process than cores, for one mostly waits for a daemon; each finds all tests anew."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def quick_pins() -> Iterator[None]:
    """Hash PINs at the least cost: how tries are counted does not depend on it. `test_pin` looks at the real one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pin, "COST", 2)
        yield


@pytest.fixture(scope="session", autouse=True)
def kept_memory() -> Iterator[None]:
    """Keep what is freed for the next test; a window that opens or closes changes nothing about it."""
    keep_freed_memory()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spare_memory, "_libc", None)
        yield


@pytest.fixture(scope="session")
def printing_machines() -> Iterator[tuple[cups.Device, cups.Queue]]:
    """One real IPP device with a real CUPS queue before it, for all tests of this process; leave both as found."""
    if missing := cups.missing_programs():
        pytest.skip(f"not installed: {', '.join(missing)}")
    # Not below pytest's own folder: each run of pytest closes that again for everybody else, and CUPS' filters are.
    with (
        tempfile.TemporaryDirectory(prefix="printing-", ignore_cleanup_errors=True) as root,
        cups.device(Path(root) / "device") as device,
        cups.queue(Path(root) / "cups", device) as queue,
    ):
        yield device, queue
