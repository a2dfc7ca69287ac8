"""Goodbye names the place and nothing of the person."""

from __future__ import annotations

from kiosk.session import EndReason
from ui.view_models.end import EndProps, derive_end
from ui.visit.current_visit import CurrentVisit


def test_after_the_end_only_the_place_is_left(front: CurrentVisit) -> None:
    front.session.choose_procedure("dang-ky-tam-tru")
    front.session.end(EndReason.LEFT)
    assert derive_end(front) == EndProps(place_name=front.services.settings.commune.name.vi)
