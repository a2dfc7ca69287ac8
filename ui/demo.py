"""One whole visit, played through the accessibility tree of the real window over the real composition root.

A person registers temporary residence: finds it, agrees, keys in six digits, lays the card down, answers, prints,
takes card and papers. Virtual devices stand in for the hardware and nothing else is stood in for.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QSize

from kiosk import paths
from kiosk.forms.definition import QuestionKind
from kiosk.forms.journey import Journey
from kiosk.session import Screen
from kiosk.station import Station, open_station
from ui.app import App, Shape
from ui.hands import Hands
from ui.program import DEMO_PIXELS_PER_MM, application, read_settings_or_exit, virtual
from ui.recording import Recording

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
        station = open_station(virtual(read_settings_or_exit(), persona, out), state=state)
        shape = Shape(size=size, pixels_per_mm=pixels_per_mm, motion=False)
        app = App(station.services, station.card_reader, station.settings.devices, shape)
        try:
            _record(app, station, out, persona)
        finally:
            app.close()
            station.close()


def _record(app: App, station: Station, out: Path, persona: str) -> None:
    started = time.perf_counter()
    recording = Recording(folder=out, app=app, hands=Hands(app.window))
    play_visit(recording, station, card_digits(persona))
    recording.write(
        printed=sorted(out.glob("*.pdf")), counted=station.counts.totals(), seconds=time.perf_counter() - started
    )


def card_digits(persona: str) -> str:
    """The six digits a person reads off the front of the card."""
    described = json.loads((paths.assets() / "demo_cards" / f"{persona}.json").read_text(encoding="utf-8"))
    return str(described["holder"]["personal_number"])[-6:]


def play_visit(recording: Recording, station: Station, digits: str) -> None:
    """From the idle screen to the idle screen."""
    _find_the_procedure(recording)
    _read_the_card(recording, station, digits)
    _answer_the_questions(recording)
    _print_and_leave(recording, station)


def _find_the_procedure(recording: Recording) -> None:
    recording.keep("idle")
    recording.touch("Chạm vào đây để bắt đầu")
    recording.keep("welcome")
    recording.touch("Tôi cần làm thủ tục")
    recording.keep("home")
    recording.touch("Đăng ký tạm trú")
    recording.keep("procedure")
    recording.touch("Điền tờ khai")
    recording.keep("consent")


def _read_the_card(recording: Recording, station: Station, digits: str) -> None:
    recording.touch("Đồng ý và đọc thẻ")
    recording.keep("card")
    for digit in digits:
        recording.hands.press(digit)
    recording.keep("digits")
    recording.touch("Đọc thẻ")
    recording.keep("place-the-card")
    if station.demo is None:
        raise RuntimeError("the demo needs a virtual reader")
    station.demo.lay_card()
    recording.hands.wait_to_see("Thông tin trong thẻ")
    recording.keep("person")
    recording.touch("Đúng, điền tờ khai")


def _answer_the_questions(recording: Recording) -> None:
    app = recording.app
    for _ in range(MOST_QUESTIONS):
        form = app.desk.session.form
        if app.desk.screen is not Screen.QUESTION or form.page is None or form.journey is None:
            return
        _answer(recording, form.journey, form.page.key, form.page.kind)


def _answer(recording: Recording, journey: Journey, key: str, kind: QuestionKind) -> None:
    if key in TOUCHED:
        recording.touch(TOUCHED[key])
    elif kind is QuestionKind.DATE and journey.answer(key) is None:
        _type_a_date(recording, journey, key)
    elif kind is QuestionKind.ADDRESS and journey.answer(key) is None:
        recording.hands.type(COMMUNE_TYPED)
        recording.keep("commune")
        recording.touch(COMMUNE)
        recording.hands.settle()
        recording.hands.type(DETAIL)
    elif key in TYPED:
        recording.hands.type(TYPED[key])
    recording.keep(f"question-{key.replace('_', '-')}")
    onward = "Tiếp tục" if recording.hands.can_press("Tiếp tục") else "Bỏ qua, tiếp tục"
    recording.touch(onward)


def _type_a_date(recording: Recording, journey: Journey, key: str) -> None:
    when = journey.context.today + timedelta(days=365 if key == "den_ngay" else 1)
    for part in (f"{when:%d}", f"{when:%m}", f"{when:%Y}"):
        recording.hands.type(part)


def _print_and_leave(recording: Recording, station: Station) -> None:
    recording.keep("check")
    recording.touch("In giấy")
    recording.hands.wait_for(lambda: recording.hands.can_press("Bắt đầu in"), "the papers to look at")
    recording.keep("choose-paper")
    recording.touch("Bắt đầu in")
    recording.keep("printing")
    recording.hands.wait_for(lambda: recording.hands.can_press("Tôi đã nhận đủ giấy"), "the papers")
    recording.keep("printed")
    recording.touch("Tôi đã nhận đủ giấy")
    recording.keep("next-steps")
    if station.demo:
        station.demo.lift_card()
    recording.touch("Kết thúc và xóa thông tin")
    recording.keep("goodbye")
    recording.touch("Xong")
    recording.keep("idle-again")
