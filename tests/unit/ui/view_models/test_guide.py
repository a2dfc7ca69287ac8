"""One step of a guide: its text, its phone or its drawing, and a warning where its facts are not confirmed."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from kiosk.content.fact import Confidence, Fact
from kiosk.guides.guide import LineKind, PhoneScreen, ScreenLine, Step
from kiosk.guides.walk import GuideWalk
from kiosk.i18n import Language, Text
from tests.helpers import shipped
from ui.view_models.guide import GuideProps, caution_of, derive_guide
from ui.visit.current_visit import CurrentVisit

FACT = Fact(source="made up", checked=date(2026, 1, 1), confidence=Confidence.HIGH)
PHONE = PhoneScreen(
    app=Text("VNeID", "VNeID"),
    drawn=date(2026, 1, 1),
    lines=(
        ScreenLine(kind=LineKind.HEADING, text=Text("Đăng nhập", "Sign in")),
        ScreenLine(kind=LineKind.DOTS, text=Text("bí mật", "secret"), lit=True),
    ),
)


@pytest.fixture
def walk(front: CurrentVisit) -> GuideWalk:
    return GuideWalk.start(front.services.guides.get("vneid-kich-hoat", front.services.today()))


def shown(front: CurrentVisit, walk: GuideWalk, **parts: object) -> GuideProps:
    step = Step(id="step", text=Text("Chạm vào đây", "Touch here"), basis=FACT)
    return derive_guide(front, walk, msgspec.structs.replace(step, **parts))


def test_the_place_in_the_walk_and_the_steps_when_all_goes_well_are_said(
    front: CurrentVisit, walk: GuideWalk
) -> None:
    props = shown(front, walk)
    assert (props.place, props.step_number, props.step_count) == (walk.guide.title.vi, 1, walk.count)
    assert props.text == "Chạm vào đây"


def test_a_step_that_may_be_the_only_one_is_not_counted(front: CurrentVisit) -> None:
    walk = GuideWalk.start(front.services.guides.get("bay-cach-thay-so-ho-khau", front.services.today()))
    assert shown(front, walk).step_count == 0


def test_the_ear_gets_its_own_words_only_where_there_are_some(front: CurrentVisit, walk: GuideWalk) -> None:
    assert shown(front, walk).spoken == "Chạm vào đây"
    assert shown(front, walk, spoken=Text("Chạm nhẹ", "Touch lightly")).spoken == "Chạm nhẹ"


def test_a_drawn_phone_stands_in_the_place_of_the_drawing_and_hides_what_is_secret(
    front: CurrentVisit, walk: GuideWalk
) -> None:
    props = shown(front, walk, screen=PHONE, illustration="phone", secret=True)
    assert (props.phone_title, props.drawing, props.phone_lit) == ("VNeID", "", 1)
    assert props.phone_lines == ("Đăng nhập", "••••••")


def test_without_a_phone_the_step_has_its_drawing_or_that_of_its_guide(front: CurrentVisit, walk: GuideWalk) -> None:
    assert shown(front, walk, illustration="phone").drawing == "phone"
    assert shown(front, walk).drawing == walk.guide.illustration
    assert shown(front, walk).phone_lit == -1


def test_only_a_step_whose_facts_are_not_confirmed_carries_the_warning(front: CurrentVisit, walk: GuideWalk) -> None:
    doubtful = Fact(source="hearsay", checked=date(2026, 1, 1), confidence=Confidence.LOW)
    assert not shown(front, walk).unconfirmed
    assert shown(front, walk, basis=doubtful).unconfirmed


@pytest.mark.parametrize(
    ("word", "named"), [("otp", "mã OTP"), ("passcode", "mã passcode"), ("mật khẩu", "mật khẩu")]
)
def test_the_caution_of_a_secret_step_names_the_secret_of_that_step(word: str, named: str) -> None:
    others = {"otp", "passcode", "mật khẩu"} - {word}
    steps = [step for guide in shipped.guides().guides.values() for step in guide.steps if step.secret]
    about = [
        step for step in steps if word in step.text.vi.lower() and not any(o in step.text.vi.lower() for o in others)
    ]
    assert about
    for step in about:
        said = caution_of(step).vi
        assert named in said
        assert not any(other in said.lower() for other in others)


def test_a_step_without_a_secret_has_no_caution(front: CurrentVisit, walk: GuideWalk) -> None:
    assert shown(front, walk).caution == ""
    assert "mã này" in shown(front, walk, secret=True).caution


def test_the_drawn_phone_names_its_app_in_the_language_of_the_person(front: CurrentVisit, walk: GuideWalk) -> None:
    screen = msgspec.structs.replace(PHONE, app=Text("Trình duyệt", "Browser"))
    assert shown(front, walk, screen=screen).phone_title == "Trình duyệt"
    front.session.speak(Language.EN)
    assert shown(front, walk, screen=screen).phone_title == "Browser"
