"""Two programs with a window each: the kiosk's, and over it that of an official page, in another colour.

Run with a folder. The kiosk's writes `kiosk` once it is in front and `again` once it is in front again, each with
what it knows of its window; `page` says that the page's is in front, `end` lets the page's process be killed.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QRasterWindow

from ui.window.staying_open import StayingOpen

KIOSK, PAGE = 0x20408F, 0x9F2010
LOOK_MS = 100
SETTLED_S = 1.0


class Coloured(QRasterWindow):
    """Nothing but one colour, on the whole screen."""

    def __init__(self, colour: int) -> None:
        super().__init__()
        self._colour = QColor(colour)
        self.showFullScreen()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), self._colour)
        painter.end()

    def told(self) -> str:
        """What it knows of itself."""
        return f"{self.visibility().name} {self.width()}x{self.height()}"


def page(folder: Path) -> None:
    """The official page's program: until it is killed."""
    window = Coloured(PAGE)
    watch = QTimer(interval=LOOK_MS)
    watch.timeout.connect(lambda: (folder / "page").touch() if window.isActive() else None)
    watch.start()
    QGuiApplication.exec()


class Kiosk:
    """The kiosk's program: starts the other one, and ends once it is in front again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._window = Coloured(KIOSK)
        self._stays = StayingOpen(self._window)
        self._page: subprocess.Popen[bytes] | None = None
        self._watch = QTimer(interval=LOOK_MS)
        self._watch.timeout.connect(self._look)
        self._watch.start()
        self._alone_since = 0.0

    def _look(self) -> None:
        if self._page is None:
            if self._window.isActive():
                (self._folder / "kiosk").write_text(self._window.told())
                self._page = subprocess.Popen([sys.executable, "-m", __spec__.name, str(self._folder), "page"])
        elif self._page.poll() is None and (self._folder / "end").exists():
            self._page.kill()
            self._page.wait()
            self._alone_since = time.monotonic()
        elif self._alone_since and self._window.isActive() and time.monotonic() > self._alone_since + SETTLED_S:
            (self._folder / "told").write_text(self._window.told())
            (self._folder / "told").rename(self._folder / "again")


if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    if sys.argv[2:] == ["page"]:
        page(Path(sys.argv[1]))
    else:
        kiosk = Kiosk(Path(sys.argv[1]))
        QGuiApplication.exec()
