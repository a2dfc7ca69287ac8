"""How the suite is dealt out to several processes: what stays together, what begins first, which ports are whose."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.helpers import ports, side_by_side

ROOT = Path(__file__).resolve().parents[2]


class Told:
    """A test as the arrangement sees it."""

    def __init__(self, nodeid: str, *needs: str) -> None:
        self.nodeid = nodeid
        self.markers = [pytest.mark.real(need).mark for need in needs]

    def iter_markers(self, name: str) -> list[pytest.Mark]:
        return [marker for marker in self.markers if marker.name == name]

    def add_marker(self, marker: pytest.MarkDecorator) -> None:
        self.markers.append(marker.mark)


def test_what_begins_first_is_a_daemon_or_a_file_that_is_there() -> None:
    missing = [name for name in side_by_side.FIRST if not (ROOT / name).is_file()]
    assert set(missing) <= set(side_by_side.DAEMONS)


@pytest.mark.parametrize(
    ("nodeid", "unit"),
    [
        ("tests/unit/test_a.py::test_one", "tests/unit/test_a.py"),
        ("tests/unit/test_a.py::Group::test_one[x-::]", "tests/unit/test_a.py"),
        ("tests/unit/test_a.py::test_one[somebody@example.vn]", "tests/unit/test_a.py"),
        ("tests/unit/test_a.py::test_one[somebody@example.vn]@cups", "cups"),
    ],
)
def test_a_file_and_the_tests_of_a_daemon_stay_whole(nodeid: str, unit: str) -> None:
    assert side_by_side.unit_of(nodeid) == unit


def test_a_test_of_two_daemons_goes_to_the_slower_one_and_what_waits_comes_first() -> None:
    plain, both, cards = Told("t.py::plain"), Told("t.py::both", "pcscd", "cups"), Told("t.py::cards", "pcscd")
    items = [plain, cards, both]
    side_by_side.arrange(items)  # type: ignore[arg-type]
    assert items == [both, cards, plain]
    groups = [[marker.args[0] for marker in item.iter_markers("xdist_group")] for item in items]
    assert groups == [["cups"], ["pcscd"], []]


def test_the_order_of_the_rest_is_kept() -> None:
    items = [Told(f"t.py::{name}") for name in "cab"]
    side_by_side.arrange(items)  # type: ignore[arg-type]
    assert [item.nodeid[-1] for item in items] == ["c", "a", "b"]


def test_no_two_processes_draw_from_the_same_ports() -> None:
    spans = [set(ports.span(f"gw{number}")) for number in range(16)]
    assert len(set().union(*spans)) == sum(len(span) for span in spans)
    assert set().union(*spans) == set(ports.span(""))


def test_a_port_that_somebody_holds_is_not_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        taken = held.getsockname()[1]
        monkeypatch.setattr(ports, "span", lambda _worker: range(taken, taken + 2))
        with pytest.raises(RuntimeError, match="no free port"):
            ports.free_port()
