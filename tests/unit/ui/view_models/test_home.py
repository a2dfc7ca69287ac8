"""The first page: the name of the place, and what can be resumed."""

from __future__ import annotations

from kiosk.i18n import Language
from ui.view_models.home import derive_home
from ui.visit.current_visit import CurrentVisit


def test_nothing_is_unfinished_when_a_visit_begins(front: CurrentVisit) -> None:
    props = derive_home(front)
    assert props.place_name == front.services.settings.commune.name.vi
    assert props.unfinished == ""


def test_a_guide_left_by_going_home_can_be_resumed_by_its_name(front: CurrentVisit) -> None:
    front.session.start_guide("vneid-kich-hoat")
    front.session.home()
    front.session.speak(Language.EN)
    guide = front.services.guides.get("vneid-kich-hoat", front.services.today())
    assert derive_home(front).unfinished == guide.title.en
