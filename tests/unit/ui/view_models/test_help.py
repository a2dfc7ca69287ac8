"""Who helps: everything comes from the settings of the station."""

from __future__ import annotations

import pytest

from kiosk.i18n import BOTH, Language
from ui.view_models.help import HelpProps, derive_help
from ui.visit.current_visit import CurrentVisit


@pytest.mark.parametrize("language", BOTH, ids=lambda language: language.code)
def test_counter_telephone_and_hours_are_those_of_the_settings_in_the_persons_language(
    front: CurrentVisit, language: Language
) -> None:
    front.session.speak(language)
    commune, portal = front.services.settings.commune, front.services.settings.portal
    assert derive_help(front) == HelpProps(
        counter=commune.counter.say(language),
        phone=commune.phone,
        hotline=portal.hotline,
        opening_hours=commune.opening_hours.say(language),
    )
