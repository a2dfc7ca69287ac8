"""A kiosk that goes on without any input: slides of the idle screen, then a card read to its end. For a compositor.

Run as a program under the shipped launch. Each state is told in the file `now` as `NUMBER NAME`; the next comes when
the file `seen-NUMBER` is there. Of a state that stays the program then keeps its own picture, `NUMBER.png`; not
before, for taking it paints the window. Buttons are pressed inside the process: the compositor sees no hand.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QSize

from kiosk.clock import Clock
from kiosk.session import EndReason, Screen
from kiosk.settings import read_settings
from kiosk.station.station import Station, open_station
from ui.played.screen_user import ScreenUser
from ui.played.visit import card_digits
from ui.program.station import application, virtual
from ui.view_models.idle import IdleViewModel
from ui.window.app import App, Shape

PERSONA = "nguyen-van-an"
PATIENCE_MS = 60_000
ENDED = 7
"""How the program ends, so that a test can see the status come through."""


@dataclass(kw_only=True)
class Walk:
    """One window; `folder` is where states are told and answers are waited for."""

    folder: Path
    app: App
    station: Station
    user: ScreenUser
    number: int = 0
    frames: int = 0
    """How often the compositor took a picture of the window."""

    def __post_init__(self) -> None:
        self.app.window.frameSwapped.connect(self._swapped)

    def _swapped(self) -> None:
        self.frames += 1

    def rounds(self, seconds: float, slides: int) -> None:
        """At least one round; another one until the seconds have passed."""
        started = time.monotonic()
        while True:
            self._slides(slides)
            self._card()
            if time.monotonic() - started >= seconds:
                return

    def _show(self, name: str) -> None:
        """Once the compositor has taken a picture of this state, tell it and wait until somebody has seen it.

        Not before: a photograph makes some compositors take one.
        """
        before = self.frames
        self.app.window.update()
        self.user.wait_for(lambda: self.frames > before, f"the compositor to take {name}")
        self.number += 1
        told = self.folder / "told"
        told.write_text(f"{self.number} {name}")
        told.replace(self.folder / "now")
        seen = self.folder / f"seen-{self.number}"
        self.user.wait_for(seen.exists, f"an eye on {name}")

    def _show_and_keep(self, name: str) -> None:
        """The same, and keep the program's own picture."""
        self._show(name)
        taken = self.folder / "taken.png"
        self.app.window.grabWindow().save(str(taken))
        taken.replace(self.folder / f"{self.number}.png")

    def _slides(self, slides: int) -> None:
        idle = self.app.models[Screen.IDLE]
        assert isinstance(idle, IdleViewModel)
        for _ in range(slides):
            now = idle.props.slide
            self._show(f"slide-{now}")
            self.user.wait_for(lambda now=now: idle.props.slide != now, "the next slide")  # type: ignore[misc]

    def _card(self) -> None:
        assert self.station.demo is not None
        for name in ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "Điền tờ khai"):
            self.user.press(name)
        self.user.press("Đồng ý và đọc thẻ")
        for digit in card_digits(PERSONA):
            self.user.press(digit)
        self.user.press("Đọc thẻ")
        self._show_and_keep("lay-the-card")
        self.station.demo.lay_card()
        self.user.wait_to_see("Thông tin trong thẻ")
        self._show_and_keep("person")
        self.station.demo.lift_card()
        self.app.visit.end(EndReason.LEFT)
        self.app.visit.next_person()
        self.user.wait_for(lambda: self.app.visit.screen is Screen.IDLE, "the idle screen")


def main(folder: Path, seconds: float, slides: int, slide_seconds: int) -> int:
    """The whole walk; its status is for the launch to hand on."""
    application()
    settings = virtual(read_settings(overrides=folder / "none"), PERSONA, folder / "paper")
    station = open_station(settings, Clock(), state=folder / "state")
    quick = tuple(msgspec.structs.replace(one, seconds=slide_seconds) for one in station.services.notices)
    shape = Shape(size=QSize(1280, 720), pixels_per_mm=4.0, fullscreen=True)
    app = App(replace(station.services, notices=quick), station.card_reader, settings.devices, shape)
    try:
        Walk(folder=folder, app=app, station=station, user=ScreenUser(app.window, PATIENCE_MS)).rounds(
            seconds, slides
        )
    finally:
        app.close()
        station.close()
    return ENDED


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
