"""The card screen: the six digits, or the QR text of a scanner that types like a keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from devices.card_reader.interface import CardReaderState
from kiosk.identification import ATTEMPTS, LONGEST_KEY_TEXT, KeyTextError, key_from_text
from ui.shown.failure import failure_words
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS = 6

READER_CODES = {
    CardReaderState.SERVICE_ABSENT: "reader.service-absent",
    CardReaderState.READER_ABSENT: "reader.absent",
    CardReaderState.READER_BUSY: "reader.busy",
    CardReaderState.CARD_MUTE: "card.silent",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardProps:
    """`digits` are those keyed in so far."""

    digits: str = field(default="", repr=False)
    complete: bool = False
    not_understood: bool = False
    attempts_left: int = ATTEMPTS
    trouble: str = ""
    remedy: str = ""


def derive_card(props: CardProps, visit: CurrentVisit, reader: CardReaderState) -> CardProps:
    """The digits stay as they are; beside them the tries left and what is wrong with the reader."""
    words = failure_words(visit, READER_CODES.get(reader))
    return replace(props, attempts_left=visit.session.card.attempts_left, trouble=words.title, remedy=words.remedy)


@QmlElement
class CardViewModel(ScreenModel[CardProps]):
    """Collects the key and hands it to the session."""

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._cards = parts.cards
        self._typed = ""
        parts.cards.changed.connect(self.refresh)

    def derive(self) -> CardProps:
        """The digits so far and how the reader stands."""
        return derive_card(self.props, self.visit, self._cards.state)

    def leave(self) -> None:
        """Half a scanned text is no use on another day."""
        self._typed = ""

    def wipe(self) -> None:
        self._typed = ""
        super().wipe()

    @Slot(str)
    def addDigit(self, digit: str) -> None:
        """Take one digit from the keypad; a seventh is passed over."""
        if len(self.props.digits) < DIGITS and digit.isdecimal():
            self._set_digits(self.props.digits + digit)

    @Slot()
    def removeDigit(self) -> None:
        """Take the last one away."""
        self._set_digits(self.props.digits[:-1])

    @Slot()
    def clearDigits(self) -> None:
        """Every digit goes, for typing anew."""
        self._set_digits("")

    @Slot(str)
    def keyTyped(self, text: str) -> None:
        """A key of a real keyboard, or one character of a scanner; digits show while they could be the six."""
        # From its beginning, where the holder's own number stands; what is longer than any card's text is none.
        self._typed = (self._typed + text)[: LONGEST_KEY_TEXT + 1]
        if self._typed.isdecimal() and len(self._typed) <= DIGITS:
            self._set_digits(self._typed)

    @Slot()
    def enterPressed(self) -> None:
        """The QR scanner or the person pressed Enter: read the card when all digits are there."""
        typed, self._typed = self._typed, ""
        self._use(typed or self.props.digits)

    @Slot()
    def useDigits(self) -> None:
        """Read the card with these digits."""
        self._use(self.props.digits)

    @Slot()
    def typeByHand(self) -> None:
        """On to the declaration without the card."""
        self.visit.act(self.visit.session.type_by_hand)

    def _set_digits(self, digits: str) -> None:
        self.show(replace(self.props, digits=digits, complete=len(digits) == DIGITS, not_understood=False))

    def _use(self, text: str) -> None:
        try:
            key = key_from_text(text)
        except KeyTextError:
            self.show(replace(self.props, digits="", complete=False, not_understood=True))
            return
        self.wipe()
        self.visit.act(lambda: self.visit.session.use_key(key))
