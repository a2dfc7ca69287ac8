"""How the suite is dealt out to several processes: what stays together, what begins first, which ports are whose."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.helpers import pcsc_socket, ports, side_by_side

ROOT = Path(__file__).resolve().parents[2]


class RecordedItem:
    """A test as the arrangement sees it."""

    def __init__(self, nodeid: str) -> None:
        self.nodeid = nodeid


def test_what_begins_first_is_a_daemon_or_a_file_that_is_there() -> None:
    missing = [name for name in side_by_side.FIRST if not (ROOT / name).is_file()]
    assert set(missing) <= {*side_by_side.DAEMONS, *side_by_side.TOGETHER}


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Four files: one of no daemon, one of the scanner's programs, one of the cards' daemon, one of two daemons."""
    needs = {"plain": (), "scans": ("sane",), "cards": ("pcscd",), "both": ("pcscd", "cups")}
    for name, daemons in needs.items():
        (tmp_path / f"{name}.py").write_text("".join(f'@pytest.mark.real("{daemon}")\n' for daemon in daemons))
    monkeypatch.setattr(side_by_side, "ROOT", tmp_path)
    side_by_side.daemon_of.cache_clear()
    yield
    side_by_side.daemon_of.cache_clear()


@pytest.mark.parametrize(
    ("nodeid", "unit"),
    [
        ("plain.py::test_one", "plain.py"),
        ("plain.py::Group::test_one[x-::]", "plain.py"),
        ("scans.py::test_one", "scans.py"),
        ("cards.py::test_one[somebody@example.vn]", "pcscd"),
        ("both.py::test_one", "cups"),
        ("tests/architecture/test_doors.py::test_one", "tests/architecture/"),
        ("tests/windows/installed/test_updates.py::test_one", "tests/windows/installed/"),
    ],
)
def test_a_file_stays_whole_and_so_do_all_files_of_a_daemon(files: None, nodeid: str, unit: str) -> None:
    assert side_by_side.unit_of(nodeid) == unit


def test_what_waits_comes_first_and_the_order_of_the_rest_is_kept(files: None) -> None:
    names = ["scans.py::c", "plain.py::a", "cards.py::d", "scans.py::b", "both.py::e"]
    items = [RecordedItem(name) for name in names]
    side_by_side.arrange(items)  # type: ignore[arg-type]
    assert [item.nodeid[-1] for item in items] == ["e", "d", "c", "a", "b"]


class WorkerInteractor:
    """xdist's part of a worker, by its name; keeps what it sends."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, dict[str, object]]] = []

    def sendevent(self, name: str, **told: object) -> None:
        self.sent.append((name, told))


MESSAGES = [
    ("logstart", {"nodeid": "a"}),
    ("testreport", {"data": {"when": "setup", "outcome": "passed"}}),
    ("testreport", {"data": {"when": "setup", "outcome": "skipped"}}),
    ("testreport", {"data": {"when": "setup", "outcome": "failed"}}),
    ("testreport", {"data": {"when": "call", "outcome": "passed"}}),
    ("testreport", {"data": {"when": "call", "outcome": "failed"}}),
    ("testreport", {"data": {"when": "teardown", "outcome": "passed"}}),
    ("testreport", {"data": {"when": "teardown", "outcome": "failed"}}),
    ("logfinish", {"nodeid": "a"}),
    ("runtest_protocol_complete", {"item_index": 1, "duration": 0.1}),
]


@pytest.mark.parametrize(
    ("asked", "left_out"),
    [({}, [0, 1, 6, 8]), ({"verbose": 1}, []), ({"durations": 10}, []), ({"xmlpath": "out.xml"}, [])],
)
def test_only_what_nobody_reads_is_not_told_of_a_test(asked: dict[str, object], left_out: list[int]) -> None:
    worker, plugins = WorkerInteractor(), pytest.PytestPluginManager()
    plugins.register(worker)
    option = SimpleNamespace(**{"verbose": 0, "durations": None, "xmlpath": None, **asked})
    side_by_side.tell_less(SimpleNamespace(option=option, pluginmanager=plugins))  # type: ignore[arg-type]
    for name, told in MESSAGES:
        worker.sendevent(name, **told)
    assert worker.sent == [message for place, message in enumerate(MESSAGES) if place not in left_out]


@pytest.mark.parametrize(
    ("done", "pending"),
    [([], 0), ([[True, True], [True]], 0), ([[True], [True, False], [False, False]], 3), ([[False], [False]], 2)],
)
def test_what_a_process_has_before_it_is_counted_from_its_last_unit_back(
    done: list[list[bool]], pending: int
) -> None:
    workload = {f"unit {place}": dict(enumerate(unit)) for place, unit in enumerate(done)}
    assert side_by_side.SideBySide._pending_of(None, workload) == pending  # type: ignore[arg-type]


def test_the_marks_of_the_suite_are_found_in_its_files() -> None:
    units = {side_by_side.unit_of(str(file.relative_to(ROOT))) for file in ROOT.glob("tests/**/test_*.py")}
    assert set(side_by_side.DAEMONS) <= units
    assert not [unit for unit in units if unit.startswith("tests/faults/printer/")]


def test_libpcsclite_is_told_its_socket_before_any_test_asks_it_for_anything() -> None:
    """Else it remembers that of the machine, and a test of the real daemon in this process never sees its card."""
    told = subprocess.run(["printenv", "PCSCLITE_CSOCK_NAME"], capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(pcsc_socket.SOCKET)
    assert str(os.getpid()) in told


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
