"""The snapshot pattern: props are swapped in first, and only what changed is told."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal

from ui.shown.snapshot import ViewModel, camel


@dataclass(frozen=True, slots=True, kw_only=True)
class Props:
    first_word: str = ""
    second: int = 0


class Model(ViewModel):
    firstWordChanged = Signal()
    secondChanged = Signal()


def test_names_become_camel_case() -> None:
    assert camel("fee_online") == "feeOnline"
    assert camel("time") == "time"


def test_only_the_changed_field_is_told_and_no_slot_sees_half_a_change(qapp: QCoreApplication) -> None:
    model = Model(Props())
    seen: list[Props] = []
    other: list[str] = []
    model.firstWordChanged.connect(lambda: seen.append(model.props))
    model.secondChanged.connect(lambda: other.append("second"))
    model.show(Props(first_word="x"))
    assert seen == [Props(first_word="x")]
    assert other == []
