"""The card screen: the holder's own number is the key of a scanned text; the reader's trouble stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal

from devices.card_reader.interface import CardReaderState
from kiosk.identification import ATTEMPTS, AccessKey, NotIdentified, Rung
from ui.view_models.card import READER_CODES, CardProps, CardViewModel, derive_card
from ui.visit.current_visit import CurrentVisit


class Visit(QObject):
    """As much of a visit as the card screen asks for; keeps the keys it is handed."""

    changed = Signal()
    wiped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[AccessKey] = []
        self.session = SimpleNamespace(card=SimpleNamespace(attempts_left=ATTEMPTS), use_key=self.keys.append)

    def act(self, action: Callable[[], Any]) -> None:
        """At once."""
        action()


class Reading(QObject):
    """A reader with nothing on it."""

    changed = Signal()
    state = CardReaderState.NO_CARD


@pytest.fixture
def visit(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> Visit:
    monkeypatch.setattr("ui.view_models.card.failure_words", lambda *_: SimpleNamespace(title="", remedy=""))
    return Visit()


def typed(visit: Visit, text: str) -> CardViewModel:
    """The screen after a scanner typed that text and Enter."""
    model = CardViewModel(SimpleNamespace(visit=visit, cards=Reading()))
    for character in text:
        model.keyTyped(character)
    model.enterPressed()
    return model


OWN = "001188007531|012345678|Nguyễn Thị An|28021988|Nữ|Số 1, Vinh Tân, Vinh, Nghệ An|12042022||"


@pytest.mark.parametrize("filling", [0, 100, 290, 400, 1_800])
def test_however_long_the_text_the_holders_number_is_the_key(visit: Visit, filling: int) -> None:
    model = typed(visit, OWN + "x" * filling + "|Lô Thị Mỷ|040160001234|")
    assert [key.can for key in visit.keys] == ["007531"]
    assert not model.props.not_understood


def test_a_text_longer_than_any_cards_is_not_understood(visit: Visit) -> None:
    model = typed(visit, OWN + "x" * 3_000 + "|Lô Thị Mỷ|040160001234|")
    assert visit.keys == []
    assert model.props.not_understood


def test_a_text_whose_own_number_is_cut_is_not_understood(visit: Visit) -> None:
    assert typed(visit, OWN[5:] + "|Lô Thị Mỷ|040160001234|").props.not_understood
    assert visit.keys == []


@pytest.mark.parametrize("state", [CardReaderState.NO_CARD, CardReaderState.CARD_PRESENT])
def test_a_reader_that_works_is_no_trouble(front: CurrentVisit, state: CardReaderState) -> None:
    props = derive_card(CardProps(), front, state)
    assert (props.trouble, props.remedy, props.attempts_left) == ("", "", ATTEMPTS)


@pytest.mark.parametrize("state", READER_CODES)
def test_each_trouble_of_the_reader_has_its_words_and_its_remedy(front: CurrentVisit, state: CardReaderState) -> None:
    entry = front.services.failures[READER_CODES[state]]
    props = derive_card(CardProps(), front, state)
    assert (props.trouble, props.remedy) == (entry.title.vi, entry.remedy.vi)


def test_every_state_of_a_reader_either_works_or_has_words() -> None:
    assert set(CardReaderState) - set(READER_CODES) == {CardReaderState.NO_CARD, CardReaderState.CARD_PRESENT}


def test_the_digits_keyed_in_so_far_stay(front: CurrentVisit) -> None:
    typed = CardProps(digits="0123", not_understood=True)
    props = derive_card(typed, front, CardReaderState.READER_ABSENT)
    assert (props.digits, props.complete, props.not_understood) == ("0123", False, True)


def test_after_a_wrong_key_the_tries_left_are_said(front: CurrentVisit) -> None:
    front.session.card_was_read(NotIdentified(code="card.wrong-key", rung=Rung.ACCESS, attempts_left=1))
    assert derive_card(CardProps(), front, CardReaderState.CARD_PRESENT).attempts_left == 1
