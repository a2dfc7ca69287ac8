"""The enumerations QML sees are those of the rooms below, member by member."""

from __future__ import annotations

from enum import Enum, IntEnum

import pytest

from devices.card_reader.interface import CardReaderState
from kiosk.documents import LeafletSize
from kiosk.forms.definition import QuestionKind
from kiosk.guides.guide import Topic
from kiosk.guides.walk import WayKind
from kiosk.identification import FindingState, Phase, Rung
from kiosk.person import Origin
from kiosk.printing import PrintState
from kiosk.session import Screen
from kiosk.session.paper_step import Paper
from ui.shown.enums import Ladder, Printed, Visit, number

PAIRS: list[tuple[type[IntEnum], type[Enum]]] = [
    (Visit.Screen, Screen),
    (Visit.CardReaderState, CardReaderState),
    (Visit.Phase, Phase),
    (Ladder.Rung, Rung),
    (Visit.Origin, Origin),
    (Visit.QuestionKind, QuestionKind),
    (Visit.PrintState, PrintState),
    (Visit.FindingState, FindingState),
    (Visit.Topic, Topic),
    (Visit.WayKind, WayKind),
    (Printed.Paper, Paper),
    (Printed.LeafletSize, LeafletSize),
]


@pytest.mark.parametrize(("shown", "original"), PAIRS, ids=lambda kind: kind.__qualname__)
def test_every_member_of_the_original_is_known_to_qml(shown: type[IntEnum], original: type[Enum]) -> None:
    assert [member.name for member in shown] == [member.name for member in original]


def test_nothing_is_zero_and_no_member_is() -> None:
    assert number(Visit.Origin, None) == 0
    assert all(int(member) > 0 for shown, _ in PAIRS for member in shown)
