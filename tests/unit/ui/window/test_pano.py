"""The notices in common sizes: every letter inside its place, and a QR that a telephone reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.i18n import BOTH, Text
from kiosk.settings import read_settings
from kiosk.station.noticeboard import Noticeboard, read_noticeboard
from ui.window.pano import PanoWindow

DAY = date(2026, 11, 30)
SIZES = [(1920, 1080), (1080, 1920), (1280, 720), (512, 128), (384, 192)]
PORTAL = "https://dichvucong.gov.vn"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Noticeboard:
    return replace(read_noticeboard(read_settings().kiosk, tmp_path_factory.mktemp("state")), languages=BOTH)


def texts(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every text of the page that is seen."""
    for child in item.childItems():
        if child.isVisible():
            if child.metaObject().className() == "QQuickText":
                yield child
            yield from texts(child)


def outside(pano: PanoWindow) -> list[str]:
    """Texts that do not lie wholly inside the window, and those wider than their place."""
    page = pano.window.contentItem()
    size = (pano.window.width(), pano.window.height())
    wrong = []
    for text in texts(page):
        corner = text.mapToItem(page, 0, 0)
        wide, high = float(text.property("contentWidth")), float(text.property("contentHeight"))
        fits = wide <= text.width() + 1 and corner.x() + wide <= size[0] and corner.y() + high <= size[1]
        if not fits or corner.x() < 0 or corner.y() < 0:
            wrong.append(str(text.property("text")))
    return wrong


def settled(qtbot: QtBot, pano: PanoWindow, heading: str) -> None:
    """Once the sheet with this heading stands there in its letters."""

    def there() -> bool:
        shown = [str(text.property("text")) for text in texts(pano.window.contentItem())]
        plain = [text.replace("\u00a0", " ").replace("\u2060", "") for text in shown]
        return heading in plain and not outside(pano)

    qtbot.waitUntil(there, timeout=3000)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_sheet_in_both_languages_keeps_its_letters_inside(
    qtbot: QtBot, shipped: Noticeboard, width: int, height: int
) -> None:
    pano = PanoWindow(lambda: shipped, lambda: DAY, size=QSize(width, height))
    pano.model.fit(width, height)
    seen: set[str] = set()
    while pano.model.props.heading not in seen:
        settled(qtbot, pano, pano.model.props.heading)
        seen.add(pano.model.props.heading)
        pano.model.next()
    assert len(seen) >= 2 * pano.model.props.notices
    assert pano.warnings == []
    pano.close()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_telephone_reads_the_waiting_qr(qtbot: QtBot, shipped: Noticeboard, width: int, height: int) -> None:
    pano = PanoWindow(lambda: shipped, lambda: DAY, size=QSize(width, height))
    qtbot.waitUntil(lambda: read_codes(pano.window.grabWindow()) == [PORTAL], timeout=5000)
    pano.close()


def read_codes(picture: QImage) -> list[str]:
    """What a scanner finds in it."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), dtype=np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return [code.text for code in zxingcpp.read_barcodes(rows[:, : grey.width()].copy())]


def test_a_long_notice_of_the_commune_is_set_smaller_and_not_cut(qtbot: QtBot, shipped: Noticeboard) -> None:
    first = shipped.notices[0]
    words = "Ngày 15/12 xã nghỉ tiếp dân buổi sáng để họp, buổi chiều làm việc như thường lệ tại trụ sở mới"
    long = type(first)(
        **{field: getattr(first, field) for field in first.__struct_fields__}
        | {"heading": Text(words, words), "points": (Text(words, words),) * 3}
    )
    pano = PanoWindow(lambda: replace(shipped, notices=(long,)), lambda: DAY, size=QSize(1280, 720))
    settled(qtbot, pano, words)
    pano.close()
