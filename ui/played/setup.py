"""The technician's first setup, played from the PIN to the printed acceptance sheet, as `demo` plays a visit.

Devices are virtual; the settings are really written, into the folder named. For training, and for the proof that the
screens may write where the installed kiosk runs. The PIN is of this play alone and lies in the state of this play.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSize, Qt

from kiosk.clock import Clock
from kiosk.staff import PinStore, pin_path
from kiosk.station.station import Station, open_station
from ui.played.played_visit import PlayedVisit
from ui.played.screen_user import ScreenUser
from ui.played.visit import card_digits
from ui.program.station import DEMO_PIXELS_PER_MM, application, read_settings_or_exit, staff_side, virtual
from ui.window.app import App, Shape

PIN = "204617"
PATIENCE_MS = 60_000
"""The doctor's round alone may take a quarter of a minute."""
COMMUNE_TYPED, COMMUNE = "van tu", "Xã Vân Tụ"


def record_setup(out: Path, overrides: Path, *, persona: str, size: QSize) -> None:
    """Play it; pictures, papers and `visit.json` lie in `out`, the settings in `overrides`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kiosk-setup-") as folder:
        state = Path(folder)
        clock = Clock()
        PinStore(pin_path(state), clock.seconds).set(PIN)
        application()
        station = open_station(virtual(read_settings_or_exit(), persona, out), clock, state=state)
        app = App(
            station.services,
            station.card_reader,
            station.settings.devices,
            Shape(size=size, pixels_per_mm=DEMO_PIXELS_PER_MM, motion=False),
            staff=lambda: staff_side(station, state, overrides),
        )
        app.look.setProperty("doubleTapGuard", 0)
        started = time.perf_counter()
        try:
            played = PlayedVisit(folder=out, app=app, user=ScreenUser(app.window, patience_ms=PATIENCE_MS))
            play_setup(played, station, card_digits(persona))
            seconds = time.perf_counter() - started
            played.write(printed=sorted(out.glob("*.pdf")), counted=station.counts.totals(), seconds=seconds)
        finally:
            app.close()
            station.close()


def play_setup(played: PlayedVisit, station: Station, digits: str) -> None:
    """From the idle screen to the staff's overview."""
    _sign_in(played)
    _commune_and_devices(played)
    _ruler_and_trial_page(played)
    _card_and_acceptance(played, station, digits)


def _sign_in(played: PlayedVisit) -> None:
    window = played.app.window
    window.requestActivate()
    played.user.wait_for(window.isActive, "the window in front: only then it hears the key")
    played.user.key(Qt.Key.Key_F12)
    for digit in PIN:
        played.user.press(digit)
    played.keep("staff-sign-in")
    played.touch("Mở phần nhân viên")
    played.user.wait_for(lambda: played.user.can_press("In phiếu sẵn sàng"), "the end of the doctor's round")
    played.keep("staff-overview")


def _commune_and_devices(played: PlayedVisit) -> None:
    played.touch("Cài đặt trạm")
    played.keep("setup")
    played.touch("Bắt đầu cài đặt")
    played.user.wait_to_see("Đang đặt: ")
    played.user.type(COMMUNE_TYPED)
    played.user.wait_for(lambda: played.user.can_press(COMMUNE), "the commune")
    played.keep("setup-commune")
    played.touch(COMMUNE)
    played.touch("Lưu và làm tiếp")
    for onward in ("Thiết bị tiếp theo", "Thiết bị tiếp theo", "Bước tiếp theo"):
        played.user.wait_for(lambda name=onward: played.user.can_press(name), "the device")  # type: ignore[misc]
        played.keep("setup-device")
        played.touch(onward)
    played.user.wait_for(lambda: played.user.can_press("Bước tiếp theo"), "the sharing with the other PC")
    played.keep("setup-sharing")
    played.touch("Bước tiếp theo")


def _ruler_and_trial_page(played: PlayedVisit) -> None:
    played.user.wait_to_see("Đặt thẻ ngân hàng")
    for _ in range(5):
        played.user.press("Nới rộng 10 điểm")
    played.keep("setup-ruler")
    played.touch("Lưu và làm tiếp")
    played.touch("In trang thử")
    played.keep("setup-page")
    played.touch("Trang in đúng, làm tiếp")


def _card_and_acceptance(played: PlayedVisit, station: Station, digits: str) -> None:
    if station.demo is None:
        raise RuntimeError("the demo needs a virtual reader")
    station.demo.lay_card()
    for digit in digits:
        played.user.press(digit)
    played.touch("Đọc thử")
    played.user.wait_to_see("Đọc thẻ tốt")
    played.keep("setup-card")
    played.touch("Bước tiếp theo")
    played.touch("In phiếu nghiệm thu")
    played.user.wait_to_see("Phiếu sẵn sàng: đã in xong")
    played.keep("setup-acceptance")
    played.touch("Xong cài đặt")
    played.keep("staff-overview-again")
