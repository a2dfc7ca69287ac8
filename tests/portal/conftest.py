"""What the portal's tests share: practice portals on loopback, a home that trusts them, programs that are ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.portal.hand.kiosk_side import FRAMEWORKS
from tests.portal.hand.started import Home, Started
from tests.portal.standins.portals import Portals

Start = Callable[..., Started]
WAY_OUT = "way out"
"""The property under which a test of the hostile page says how an attempt was held."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long` plays everything, `--pictures DIR` keeps pictures of what is shown."""
    parser.addoption("--long", action="store_true", help="every visit and every abuse, not only the short form")
    parser.addoption("--pictures", type=Path, default=None, help="a folder for pictures of each visit")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The short form is without what is marked slow."""
    out = [] if config.getoption("--long") else [item for item in items if item.get_closest_marker("slow")]
    config.hook.pytest_deselected(items=out)
    items[:] = [item for item in items if item not in out]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many attempts of the hostile page were held, and how; those that were not stand among the failures."""
    passed = terminalreporter.stats.get("passed", [])
    held = Counter(how for report in passed for name, how in report.user_properties if name == WAY_OUT)
    if held:
        terminalreporter.section("ways out")
        for how, number in held.most_common():
            terminalreporter.write_line(f"{number:5} held: {how}")
        terminalreporter.write_line(f"{held.total():5} held of those that were played")


@pytest.fixture(scope="session")
def portals() -> Iterator[Portals]:
    running = Portals(frameworks=FRAMEWORKS)
    yield running
    running.stop()


@pytest.fixture
def home(portals: Portals) -> Iterator[Home]:
    made = Home(portals.authority.pem)
    yield made
    made.remove()


@pytest.fixture
def start(home: Home) -> Iterator[Start]:
    """Starts a portal program; whatever still lives at the end of the test is ended."""
    running: list[Started] = []

    def begin(module: str, words: Sequence[str]) -> Started:
        running.append(Started(home, module, words))
        return running[-1]

    yield begin
    for started in running:
        started.close()
