"""How a parallel run deals the tests out to its processes (pytest-xdist).

A file stays whole, because its fixtures and caches are made once. The tests of one daemon stay whole too, so that
each process runs daemons of its own and at most one of each kind. What mostly waits for its daemon begins first,
beside the longest computation: what begins late and takes long is waited for at the end, with nothing beside it.
"""

from __future__ import annotations

from typing import Final

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadGroupScheduling

DAEMONS: Final = ("cups", "pcscd", "postgresql")
"""Real components that are started for the tests, the slowest first; a test of two belongs to the first."""

FIRST: Final = (
    "cups",
    "tests/unit/kiosk/scanning/test_gate.py",
    "pcscd",
    "postgresql",
    "tests/unit/bootstrap/test_venv.py",
    "tests/devices/test_update_power_cuts.py",
)
"""What begins first, in this order; a name that is no group and no file is refused by a test."""


def daemon_of(item: pytest.Item) -> str:
    """The daemon this test needs; empty when it needs none."""
    needed = {marker.args[0] for marker in item.iter_markers("real")}
    return next((daemon for daemon in DAEMONS if daemon in needed), "")


def arrange(items: list[pytest.Item]) -> None:
    """Mark each test with its daemon, and put first what begins first; every process arranges them alike."""
    place = {name: number for number, name in enumerate(FIRST)}
    for item in items:
        if daemon := daemon_of(item):
            item.add_marker(pytest.mark.xdist_group(daemon))
    items.sort(key=lambda item: place.get(daemon_of(item) or unit_of(item.nodeid), len(place)))


def unit_of(nodeid: str) -> str:
    """What stays in one process: the group that is written behind an `@`, else the file."""
    if nodeid.rfind("@") > nodeid.rfind("]"):
        return nodeid.rsplit("@", 1)[-1]
    return nodeid.partition("::")[0]


class SideBySide(LoadGroupScheduling):  # type: ignore[misc] # xdist brings no types
    """`--dist loadgroup` with every file a group, dealt out in the order of `arrange`."""

    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        return unit_of(nodeid)
