"""How a parallel run deals the tests out to its processes (pytest-xdist).

A file stays whole, because its fixtures and caches are made once, and so do the rules of the architecture. The
tests of one daemon stay whole too, so that each process runs daemons of its own and at most one of each kind. What
mostly waits for its daemon begins first, beside the longest computation: what begins late and takes long is waited
for at the end, with nothing beside it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parents[2]
NEEDS = re.compile(r"""mark\.real\(["'](\w+)["']\)""")
DAEMONS: Final = ("cups", "pcscd", "postgresql")
"""Real components that are started for the tests, the slowest first; a file of two belongs to the first."""

TOGETHER: Final = ("tests/architecture/", "tests/windows/installed/")
"""Folders that stay whole: the one walks the same sources, which one process parses once; the other lives in one
installed station."""
FIRST: Final = (
    "tests/escapes/test_escapes.py",
    "cups",
    "tests/architecture/",
    "tests/devices/test_screen.py",
    "tests/unit/ui/audit/test_tour.py",
    "postgresql",
    "tests/unit/kiosk/procedures/test_shipped_search.py",
    "tests/devices/test_update_power_cuts.py",
    "pcscd",
    "tests/devices/test_updates.py",
    "tests/portal/test_hostile.py",
    "tests/portal/test_visits.py",
    "tests/windows/installed/",
    "tests/windows/test_units.py",
)
"""What begins first, in this order: what waits, and after each something long that computes, so that not all wait at
once. A name that is no group and no file is refused by a test."""


@cache
def daemon_of(file: str) -> str:
    """The daemon that tests of this file need, by the marks written in it; empty when they need none."""
    needed = set(NEEDS.findall((ROOT / file).read_text("utf-8")))
    return next((daemon for daemon in DAEMONS if daemon in needed), "")


def unit_of(nodeid: str) -> str:
    """What stays in one process with this test: all files of its daemon, those of `TOGETHER`, else its file."""
    file = nodeid.partition("::")[0]
    together = next((folder for folder in TOGETHER if file.startswith(folder)), "")
    return together or daemon_of(file) or file


def arrange(items: list[pytest.Item]) -> None:
    """Put first what begins first; every process arranges them alike."""
    place = {name: number for number, name in enumerate(FIRST)}
    items.sort(key=lambda item: place.get(unit_of(item.nodeid), len(place)))


def tell_less(config: pytest.Config) -> None:
    """Of a test that passes, send its call alone, where nobody asked for more: of six messages a test four are its
    beginning, its setup, its teardown and its end, and twelve thousand tests have them read for nothing."""
    asked = config.option
    if asked.verbose > 0 or asked.durations is not None or getattr(asked, "xmlpath", None):
        return
    # A worker gets xdist's source sent, so its class there is none of an import.
    plugins = {type(plugin).__name__: plugin for plugin in config.pluginmanager.get_plugins()}
    worker: Any = plugins["WorkerInteractor"]
    send = worker.sendevent

    def sent(name: str, **told: Any) -> None:
        data = told.get("data") or {}
        beside_its_call = data.get("when") != "call" and data.get("outcome") == "passed"
        if name not in {"logstart", "logfinish"} and not (name == "testreport" and beside_its_call):
            send(name, **told)

    worker.sendevent = sent


class SideBySide(LoadScopeScheduling):  # type: ignore[misc] # xdist brings no types
    """`--dist loadscope` with `unit_of` as the scope, dealt out in the order of `arrange`.

    Not xdist's own groups: they are written into the names of the tests, and pytest 9 does not take them there.
    """

    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)

    def _pending_of(self, workload: dict[str, dict[str, bool]]) -> int:
        """How many tests a process still has before it. It is asked after every test: a process plays its units one
        after the other, so those before the last finished one need not be counted again."""
        pending = 0
        for unit in reversed(workload.values()):
            left = sum(not done for done in unit.values())
            if not left:
                break
            pending += left
        return pending
