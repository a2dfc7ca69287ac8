"""A list model over frozen dataclasses: roles by field, and as little change as possible."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import pytest
from PySide6.QtCore import QCoreApplication

from ui.shown.records import RecordList


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row."""

    id: str
    long_name: str


class Rows(RecordList):
    record = Row


@pytest.fixture
def rows(qapp: QCoreApplication) -> Rows:
    return Rows([Row(id="a", long_name="A"), Row(id="b", long_name="B")])


def test_fields_are_roles_spelled_as_qml_spells_them(rows: Rows) -> None:
    assert sorted(bytes(name.data()).decode() for name in rows.roleNames().values()) == ["id", "longName"]


def test_a_changed_row_is_told_alone(rows: Rows) -> None:
    told: list[int] = []
    rows.dataChanged.connect(lambda first, _last: told.append(first.row()))
    rows.show([Row(id="a", long_name="A"), Row(id="b", long_name="changed")])
    assert told == [1]


def test_the_same_rows_tell_nothing(rows: Rows) -> None:
    told: list[str] = []
    rows.dataChanged.connect(lambda *_: told.append("data"))
    rows.modelReset.connect(lambda: told.append("reset"))
    rows.show([Row(id="a", long_name="A"), Row(id="b", long_name="B")])
    assert told == []


def test_rows_that_come_at_the_end_leave_the_others_as_they_are(rows: Rows) -> None:
    told: list[object] = []
    rows.rowsInserted.connect(lambda _, first, last: told.append((first, last)))
    rows.countChanged.connect(lambda: told.append(rows.rowCount()))
    for signal in (rows.modelReset, rows.dataChanged):
        signal.connect(lambda *_: told.append("the others"))
    rows.show([*rows.rows, Row(id="c", long_name="C"), Row(id="d", long_name="D")])
    assert told == [(2, 3), 4]


def test_a_longer_list_of_others_is_shown_anew(rows: Rows) -> None:
    told: list[str] = []
    rows.modelReset.connect(lambda: told.append("reset"))
    rows.show([Row(id="x", long_name="X"), *rows.rows])
    assert told == ["reset"]


def test_another_number_of_rows_resets_and_tells_the_count(rows: Rows) -> None:
    counts: list[int] = []
    rows.countChanged.connect(lambda: counts.append(rows.rowCount()))
    rows.show([])
    assert counts == [0]


def test_an_enumeration_and_a_tuple_are_given_as_qml_can_use_them(qapp: QCoreApplication) -> None:
    class Weather(Enum):
        FAIR = "fair"
        FOUL = "foul"

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Day:
        """One day."""

        weather: Weather | None
        winds: tuple[str, ...]

    class Days(RecordList):
        record = Day

    days = Days([Day(weather=Weather.FOUL, winds=("north",)), Day(weather=None, winds=())])
    told = [[days.data(days.index(row), role) for role in days.roleNames()] for row in range(2)]
    assert told == [[2, ["north"]], [0, []]]
