"""The leg of the tour that reads the card: consent, digits, troubles of the reader, a lifted card, the person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from devices.card_reader.interface import CardReaderState
from kiosk.identification import Phase
from kiosk.session import Screen
from ui.audit.tour.parts import TourParts

PERSONA = "nguyen-van-an"
DIGITS = "012345"


def key_of_the_card(parts: TourParts) -> Iterator[str]:
    """Consent and the digits, with what can go wrong before the chip is read."""
    driver, cards = parts.driver, parts.app.cards
    driver.do(driver.session.fill_form)
    yield "consent"
    driver.do(partial(driver.session.consent, given=True))
    yield "card, no digits"
    driver.key_in(DIGITS[:4])
    yield "card, four digits"
    for trouble in (CardReaderState.READER_ABSENT, CardReaderState.SERVICE_ABSENT):
        parts.reader.set_trouble(trouble)
        driver.wait(partial(_reader_is, parts, trouble))
        yield f"card, {trouble.value}"
    parts.reader.set_trouble(None)
    driver.wait(lambda: cards.state is CardReaderState.NO_CARD)
    parts.reader.insert(PERSONA)
    driver.key_in("999999").useDigits()
    driver.wait(lambda: driver.visit.screen is Screen.LADDER)
    yield "ladder, wrong digits"
    driver.do(driver.session.read_again)
    yield "card, second try"


def reading(parts: TourParts) -> Iterator[str]:
    """The chip being read: waiting, on the way, lifted, read."""
    driver, cards = parts.driver, parts.app.cards
    parts.reader.lift()
    driver.key_in(DIGITS).useDigits()
    yield "reading, waiting for the card"
    cards.phase = Phase.READING_PHOTO
    cards.changed.emit()
    yield "reading, the third of four"
    cards.phase = None
    parts.reader.lift_after(2_000)
    parts.reader.insert(PERSONA)
    driver.do(driver.session.back)
    driver.key_in(DIGITS).useDigits()
    driver.wait(lambda: driver.visit.screen is Screen.LADDER)
    yield "ladder, card lifted"
    parts.reader.insert(PERSONA)
    driver.do(driver.session.read_again)
    driver.wait(lambda: driver.visit.screen is Screen.PERSON)
    yield "person"


def _reader_is(parts: TourParts, state: CardReaderState) -> bool:
    return parts.app.cards.state is state
