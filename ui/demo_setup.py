"""The technician's first setup, played from the PIN to the printed acceptance sheet, as `demo` plays a visit.

Devices are virtual; the settings are really written, into the folder named. For training, and for the proof that the
screens may write where the installed kiosk runs. The PIN is of this play alone and lies in the state of this play.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSize, Qt

from kiosk.staff import PinStore, pin_path
from kiosk.station import Station, open_station
from ui.app import App, Shape
from ui.demo import card_digits
from ui.hands import Hands
from ui.program import DEMO_PIXELS_PER_MM, application, read_settings_or_exit, staff_side, virtual
from ui.recording import Recording

PIN = "204617"
PATIENCE_MS = 60_000
"""The doctor's round alone may take a quarter of a minute."""
COMMUNE_TYPED, COMMUNE = "van tu", "Xã Vân Tụ"


def record_setup(out: Path, overrides: Path, *, persona: str, size: QSize) -> None:
    """Play it; pictures, papers and `visit.json` lie in `out`, the settings in `overrides`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kiosk-setup-") as folder:
        state = Path(folder)
        PinStore(pin_path(state), time.time).set(PIN)
        application()
        station = open_station(virtual(read_settings_or_exit(), persona, out), state=state)
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
            recording = Recording(folder=out, app=app, hands=Hands(app.window, patience_ms=PATIENCE_MS))
            play_setup(recording, station, card_digits(persona))
            seconds = time.perf_counter() - started
            recording.write(printed=sorted(out.glob("*.pdf")), counted=station.counts.totals(), seconds=seconds)
        finally:
            app.close()
            station.close()


def play_setup(recording: Recording, station: Station, digits: str) -> None:
    """From the idle screen to the staff's overview."""
    _sign_in(recording)
    _commune_and_devices(recording)
    _ruler_and_trial_page(recording)
    _card_and_acceptance(recording, station, digits)


def _sign_in(recording: Recording) -> None:
    window = recording.app.window
    window.requestActivate()
    recording.hands.wait_for(window.isActive, "the window in front: only then it hears the key")
    recording.hands.key(Qt.Key.Key_F12)
    for digit in PIN:
        recording.hands.press(digit)
    recording.keep("staff-sign-in")
    recording.touch("Mở phần nhân viên")
    recording.hands.wait_for(lambda: recording.hands.can_press("In phiếu sẵn sàng"), "the end of the doctor's round")
    recording.keep("staff-overview")


def _commune_and_devices(recording: Recording) -> None:
    recording.touch("Cài đặt trạm")
    recording.keep("setup")
    recording.touch("Bắt đầu cài đặt")
    recording.hands.wait_to_see("Đang đặt: ")
    recording.hands.type(COMMUNE_TYPED)
    recording.hands.wait_for(lambda: recording.hands.can_press(COMMUNE), "the commune")
    recording.keep("setup-commune")
    recording.touch(COMMUNE)
    recording.touch("Lưu và làm tiếp")
    for onward in ("Thiết bị tiếp theo", "Thiết bị tiếp theo", "Bước tiếp theo"):
        recording.hands.wait_for(lambda name=onward: recording.hands.can_press(name), "the device")  # type: ignore[misc]
        recording.keep("setup-device")
        recording.touch(onward)


def _ruler_and_trial_page(recording: Recording) -> None:
    recording.hands.wait_to_see("Đặt thẻ ngân hàng")
    for _ in range(5):
        recording.hands.press("Nới rộng 10 điểm")
    recording.keep("setup-ruler")
    recording.touch("Lưu và làm tiếp")
    recording.touch("In trang thử")
    recording.keep("setup-page")
    recording.touch("Trang in đúng, làm tiếp")


def _card_and_acceptance(recording: Recording, station: Station, digits: str) -> None:
    if station.demo is None:
        raise RuntimeError("the demo needs a virtual reader")
    station.demo.lay_card()
    for digit in digits:
        recording.hands.press(digit)
    recording.touch("Đọc thử")
    recording.hands.wait_to_see("Đọc thẻ tốt")
    recording.keep("setup-card")
    recording.touch("Bước tiếp theo")
    recording.touch("In phiếu nghiệm thu")
    recording.hands.wait_to_see("Phiếu sẵn sàng: đã in xong")
    recording.keep("setup-acceptance")
    recording.touch("Xong cài đặt")
    recording.keep("staff-overview-again")
