"""The snapshot pattern: a field is written once, props are swapped in first, and only what changed is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import pytest
from PySide6.QtCore import QCoreApplication, Signal

from ui.shown.page_model import PageModel
from ui.shown.snapshot import ViewModel, camel


class Colour(Enum):
    RED = auto()
    BLUE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Props:
    first_word: str = ""
    second: int = 0
    colour: Colour | None = None
    names: tuple[str, ...] = ()


class Model(ViewModel[Props]):
    firstWordChanged = Signal()
    secondChanged = Signal()


class Derived(PageModel[Props]):
    def derive(self) -> Props:
        return Props(second=7)


def test_names_become_camel_case() -> None:
    assert camel("fee_online") == "feeOnline"
    assert camel("time") == "time"


def test_every_field_of_the_props_is_a_property_with_a_signal_of_its_own(qapp: QCoreApplication) -> None:
    meta = Derived.staticMetaObject
    own = [meta.property(place) for place in range(meta.propertyOffset(), meta.propertyCount())]
    assert {str(one.name()): bytes(one.notifySignal().name().data()).decode() for one in own} == {
        "firstWord": "firstWordChanged",
        "second": "secondChanged",
        "colour": "colourChanged",
        "names": "namesChanged",
    }


def test_qml_reads_the_props_of_now_as_it_can_compare_them(qapp: QCoreApplication) -> None:
    model = Model()
    model.show(Props(first_word="x", colour=Colour.BLUE, names=("a",)))
    assert [model.property(name) for name in ("firstWord", "second", "colour", "names")] == ["x", 0, 2, ["a"]]
    model.show(Props())
    assert model.property("colour") == 0


def test_only_the_changed_field_is_told_and_no_slot_sees_half_a_change(qapp: QCoreApplication) -> None:
    model = Model()
    seen: list[Props] = []
    other: list[str] = []
    model.firstWordChanged.connect(lambda: seen.append(model.props))
    model.secondChanged.connect(lambda: other.append("second"))
    model.show(Props(first_word="x"))
    assert seen == [Props(first_word="x")]
    assert other == []


def test_a_page_looks_again_and_forgets_again(qapp: QCoreApplication) -> None:
    page = Derived()
    assert page.props == Props()
    page.refresh()
    assert page.props == Props(second=7)
    page.wipe()
    assert page.props == Props()


def test_a_field_and_a_method_of_the_same_name_are_refused() -> None:
    with pytest.raises(TypeError, match="second is a field of Props"):

        class Doubled(ViewModel[Props]):
            def second(self) -> None: ...


def test_two_models_of_different_props_share_nothing(qapp: QCoreApplication) -> None:
    first, second = Model(), Model()
    first.show(Props(second=1))
    assert second.props == Props()
