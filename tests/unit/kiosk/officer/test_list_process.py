"""The process that reads a list: it answers, ends with its input, and its death is a sentence."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from devices.errors import StickAbsentError
from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.counts.events import ListOutcome
from kiosk.officer.roster.columns import ListColumn
from kiosk.officer.roster.line import RosterLine
from kiosk.officer.roster.messages import BesideRow, Copy, Match, UseColumns
from kiosk.officer.roster.refusals import ListRefusedError
from kiosk.officer.roster.remembered import RememberedColumns
from kiosk.officer.stick_files import NoListsError, lists_on, read_list

LIST = "Họ và tên;Ngày sinh;CCCD\nNguyễn Văn An;10/02/1990;040090012345\n".encode()


@pytest.fixture
def line() -> Iterator[RosterLine]:
    made = RosterLine()
    yield made
    made.close()


def test_a_list_is_opened_agreed_to_asked_and_copied(line: RosterLine) -> None:
    opened = line.open(LIST)
    assert opened.rows == 1
    assert opened.columns == {0: ListColumn.NAME, 1: ListColumn.BIRTH, 2: ListColumn.NUMBER}
    assert line.use(UseColumns(columns=opened.columns)).people == 1
    card = Match(name="Nguyễn Văn An", birth="10/02/1990", number="040090012345")
    assert "An" not in repr(card)
    told = line.match(card)
    assert (told.outcome, told.row) == (ListOutcome.SAME, 1)
    made = line.copy(Copy(headings=("a", "b", "c"), rows={1: BesideRow(outcome="Khớp", details="", day="x")}))
    sheet = openpyxl.load_workbook(io.BytesIO(made.data)).active
    assert sheet is not None
    assert sheet["D2"].value == "Khớp"
    with pytest.raises(ListRefusedError) as refused:
        line.open(b"PK\x03\x04")
    assert refused.value.code == "roster.broken"
    line.kill()
    with pytest.raises(ListRefusedError):
        line.match(card)


def test_only_lists_at_the_top_of_the_officer_s_own_stick_are_offered(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"x")
    (tmp_path / "A.csv").write_bytes(LIST)
    (tmp_path / "~$b.xlsx").write_bytes(b"x")
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (tmp_path / "link.csv").symlink_to("/etc/passwd")
    (tmp_path / "folder.csv").mkdir()
    port = SimulatedPort(SimulatedStick(tmp_path))
    assert [file.name for file in lists_on(port)] == ["A.csv", "b.xlsx"]
    assert read_list(port, "A.csv") == LIST
    for name in ("link.csv", "none.csv"):
        with pytest.raises(StickAbsentError):
            read_list(port, name)


def test_a_stick_without_lists_and_no_stick_are_told(tmp_path: Path) -> None:
    with pytest.raises(NoListsError):
        lists_on(SimulatedPort(SimulatedStick(tmp_path)))
    with pytest.raises(StickAbsentError):
        lists_on(SimulatedPort())


def test_agreed_columns_are_remembered_by_their_headings_and_nothing_of_the_list(tmp_path: Path) -> None:
    kept = RememberedColumns(tmp_path)
    kept.keep("abc", {0: ListColumn.NAME})
    assert RememberedColumns(tmp_path).of("abc") == {0: ListColumn.NAME}
    assert kept.of("other") is None
    assert (tmp_path / "roster-columns.json").read_bytes() == b'{"abc":{"0":"name"}}'
    (tmp_path / "roster-columns.json").write_bytes(b"\xff")
    assert kept.of("abc") is None
