"""What QML is given: enumerations by their own names, members as integers, tuples as lists."""

from __future__ import annotations

from enum import Enum, IntEnum, auto

import pytest
from PySide6.QtCore import QEnum, QObject

from ui.shown.qml_values import in_qml, known, member, number, qml_type


class Weather(Enum):
    FAIR = "fair"
    FOUL = "foul"


class Floor(IntEnum):
    GROUND = 0
    FIRST = auto()


def test_members_are_counted_from_one_so_that_nothing_is_zero() -> None:
    assert [number(one) for one in Weather] == [1, 2]
    assert number(None) == 0


def test_a_member_that_is_an_integer_keeps_it() -> None:
    assert [number(one) for one in Floor] == [0, 1]


def test_an_integer_from_qml_is_its_member_again() -> None:
    assert [member(Weather, number(one)) for one in Weather] == list(Weather)
    assert member(Floor, 0) is Floor.GROUND


@pytest.mark.parametrize("told", [0, 3, -1])
def test_an_integer_that_is_no_member_is_none(told: int) -> None:
    assert member(Weather, told) is None


def test_qml_knows_every_member_of_an_original_by_its_name() -> None:
    class Sky(QObject):
        QEnum(known(Weather))
        QEnum(known(Floor, "Storey"))

    meta = Sky.staticMetaObject
    told = {
        meta.enumerator(place).name(): {
            str(meta.enumerator(place).key(n)): meta.enumerator(place).value(n)
            for n in range(meta.enumerator(place).keyCount())
        }
        for place in range(meta.enumeratorCount())
    }
    assert told == {"Weather": {"FAIR": 1, "FOUL": 2}, "Storey": {"GROUND": 0, "FIRST": 1}}


def test_tuples_become_lists_all_the_way_down_and_members_in_them_integers() -> None:
    assert in_qml((("a", "b"), ())) == [["a", "b"], []]
    assert in_qml((Weather.FOUL, Floor.FIRST)) == [2, 1]
    assert in_qml("foul") == "foul"
    assert in_qml(None) == 0


@pytest.mark.parametrize(
    ("hint", "kind"),
    [
        (str, str),
        (bool, bool),
        (int, int),
        (float, float),
        (Weather, int),
        (Weather | None, int),
        (tuple[str, ...], list),
        (tuple[tuple[bool, ...], ...], list),
    ],
)
def test_each_type_of_a_field_has_its_type_in_qt(hint: object, kind: type) -> None:
    assert qml_type(hint) is kind


@pytest.mark.parametrize("hint", [dict[str, str], bytes, str | None, object])
def test_what_qml_cannot_be_given_is_refused(hint: object) -> None:
    with pytest.raises(TypeError, match="no Qt property"):
        qml_type(hint)
