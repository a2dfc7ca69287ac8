"""A station with three languages: the button leads round, every word follows, and the next person begins anew."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtQuick import QQuickItem

from kiosk.content.pseudo_language import PSEUDO, outside
from kiosk.i18n import BOTH, Language
from tests.helpers.kiosk_window import KioskWindow, kiosk_window


def button(window: KioskWindow) -> QQuickItem:
    found = window.app.window.findChild(QQuickItem, "languageButton")
    assert found is not None
    return found


def press(window: KioskWindow, language: Language) -> str:
    """Press the button that invites into the language; what stands on it then."""
    window.user.press(language.invitation)
    window.user.settle()
    return str(button(window).property("text"))


def test_the_button_leads_through_all_languages_and_round(tmp_path: Path) -> None:
    with kiosk_window(tmp_path, languages=(*BOTH, PSEUDO)) as window:
        window.app.visit.begin()
        window.user.settle()
        assert button(window).property("text") == "English"
        spoken = []
        for wanted, then in ((Language.EN, PSEUDO), (PSEUDO, Language.VI), (Language.VI, Language.EN)):
            assert press(window, wanted) == then.name
            spoken.append(window.app.visit.language)
        assert spoken == [Language.EN, PSEUDO, Language.VI]


def test_every_word_of_the_welcome_page_follows_and_the_next_person_begins_in_the_first(tmp_path: Path) -> None:
    with kiosk_window(tmp_path, languages=(*BOTH, PSEUDO)) as window:
        window.app.visit.begin()
        window.app.look.setProperty("language", 2)
        window.user.settle()
        unsaid = [text for text in window.user.texts() if any(char.isalpha() for char in outside(text))]
        assert unsaid == [Language.VI.invitation]
        window.app.shell.askToEnd()
        window.app.shell.endNow()
        window.app.visit.next_person()
        window.user.settle()
        assert window.app.look.property("language") == 0
        assert window.app.visit.language == Language.VI


def test_a_station_may_begin_in_another_language_or_offer_only_one(tmp_path: Path) -> None:
    with kiosk_window(tmp_path, languages=(Language.EN, Language.VI)) as window:
        window.app.visit.begin()
        window.user.settle()
        help_button = window.app.window.findChild(QQuickItem, "helpButton")
        assert str(help_button.property("text")) == "Call a helper"
    with kiosk_window(tmp_path / "one", languages=(Language.VI,)) as window:
        window.app.visit.begin()
        window.user.settle()
        assert not button(window).property("visible")
