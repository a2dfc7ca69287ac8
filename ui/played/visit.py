"""One whole visit, played through the accessibility tree of the real window over the real composition root.

A person registers temporary residence: finds it, agrees, keys in six digits, lays the card down, answers, prints,
takes card and papers. Virtual devices stand in for the hardware and nothing else is stood in for.
"""

from __future__ import annotations

import os
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QSize

from devices.card_reader.virtual_card.persona import read_persona
from kiosk import paths
from kiosk.clock import Clock
from kiosk.forms.definition import QuestionKind
from kiosk.forms.journey import Journey
from kiosk.session import Screen
from kiosk.station.station import Station, open_station
from ui.played.played_visit import PlayedVisit
from ui.played.screen_user import ScreenUser
from ui.program.station import DEMO_PIXELS_PER_MM, application, read_settings_or_exit, virtual
from ui.window.app import App, Shape

MOST_QUESTIONS = 40
TYPED = {
    "dien_thoai": "0912345678",
    "chu_ho_ten": "Lê Văn Bảy",
    "quan_he": "Người ở thuê",
    "chu_ho_so": "040075001234",
}
COMMUNE_TYPED, COMMUNE, DETAIL = "van tu", "Xã Vân Tụ", "Số 12 đường Trường Học"
TOUCHED = {"khai_cho": "Cho tôi", "la_chu_ho": "Không", "co_thanh_vien": "Không"}


def record_visit(out: Path, *, persona: str, size: QSize, pixels_per_mm: float = DEMO_PIXELS_PER_MM) -> None:
    """Play the visit; pictures, printed PDFs and `visit.json` lie in `out` afterwards."""
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("[0-9][0-9]-*.png"), *out.glob("[0-9][0-9][0-9]-*.pdf"), *out.glob("visit.json")):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="kiosk-demo-") as folder:
        state = Path(os.environ.get("KIOSK_STATE") or folder)
        application()
        station = open_station(virtual(read_settings_or_exit(), persona, out), Clock(), state=state)
        shape = Shape(size=size, pixels_per_mm=pixels_per_mm, motion=False)
        app = App(station.services, station.card_reader, station.settings.devices, shape)
        try:
            _record(app, station, out, persona)
        finally:
            app.close()
            station.close()


def _record(app: App, station: Station, out: Path, persona: str) -> None:
    started = time.perf_counter()
    played = PlayedVisit(folder=out, app=app, user=ScreenUser(app.window))
    play_visit(played, station, card_digits(persona))
    played.write(
        printed=sorted(out.glob("*.pdf")), counted=station.counts.totals(), seconds=time.perf_counter() - started
    )


def card_digits(persona: str) -> str:
    """The six digits a person reads off the front of the card."""
    return read_persona(paths.assets() / "demo_cards" / f"{persona}.json").holder.personal_number[-6:]


def play_visit(played: PlayedVisit, station: Station, digits: str) -> None:
    """From the idle screen to the idle screen."""
    _find_the_procedure(played)
    _read_the_card(played, station, digits)
    _answer_the_questions(played)
    _print_and_leave(played, station)


def _find_the_procedure(played: PlayedVisit) -> None:
    played.keep("idle")
    played.touch("Chạm vào đây để bắt đầu")
    played.keep("home")
    played.touch("Đăng ký tạm trú")
    played.keep("procedure")
    played.touch("Điền tờ khai")
    played.keep("consent")


def _read_the_card(played: PlayedVisit, station: Station, digits: str) -> None:
    played.touch("Đồng ý và đọc thẻ")
    played.keep("card")
    for digit in digits:
        played.user.press(digit)
    played.keep("digits")
    played.touch("Đọc thẻ")
    played.keep("place-the-card")
    if station.demo is None:
        raise RuntimeError("the demo needs a virtual reader")
    station.demo.lay_card()
    played.user.wait_to_see("Thông tin trong thẻ")
    played.keep("person")
    played.touch("Đúng, điền tờ khai")


def _answer_the_questions(played: PlayedVisit) -> None:
    app = played.app
    for _ in range(MOST_QUESTIONS):
        form = app.visit.session.form
        if app.visit.screen is not Screen.QUESTION or form.page is None or form.journey is None:
            return
        _answer(played, form.journey, form.page.key, form.page.kind)


def _answer(played: PlayedVisit, journey: Journey, key: str, kind: QuestionKind) -> None:
    if key in TOUCHED:
        played.touch(TOUCHED[key])
    elif kind is QuestionKind.DATE and journey.answer(key) is None:
        _type_a_date(played, journey, key)
    elif kind is QuestionKind.ADDRESS and journey.answer(key) is None:
        played.user.type(COMMUNE_TYPED)
        played.keep("commune")
        played.touch(COMMUNE)
        played.user.settle()
        played.user.type(DETAIL)
    elif key in TYPED:
        played.user.type(TYPED[key])
    played.keep(f"question-{key.replace('_', '-')}")
    onward = "Tiếp tục" if played.user.can_press("Tiếp tục") else "Bỏ qua, tiếp tục"
    played.touch(onward)


def _type_a_date(played: PlayedVisit, journey: Journey, key: str) -> None:
    when = journey.context.today + timedelta(days=365 if key == "den_ngay" else 1)
    for part in (f"{when:%d}", f"{when:%m}", f"{when:%Y}"):
        played.user.type(part)


def _print_and_leave(played: PlayedVisit, station: Station) -> None:
    played.keep("check")
    played.touch("In giấy")
    played.user.wait_for(lambda: played.user.can_press("Bắt đầu in"), "the papers to look at")
    played.keep("choose-paper")
    played.touch("Bắt đầu in")
    played.keep("printing")
    played.user.wait_for(lambda: played.user.can_press("Tôi đã nhận đủ giấy"), "the papers")
    played.keep("printed")
    played.touch("Tôi đã nhận đủ giấy")
    played.keep("next-steps")
    if station.demo:
        station.demo.lift_card()
    played.touch("Kết thúc và xóa thông tin")
    played.keep("goodbye")
    played.touch("Xong")
    played.keep("idle-again")
