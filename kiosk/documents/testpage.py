"""The test page of the paper loop: marks at known places, grey patches, two even bands, a QR. Unmistakably a test.

All places are millimetres from the upper left corner of A4; `kiosk.doctor.paper` looks for them there.
"""

from __future__ import annotations

from datetime import date

from kiosk.documents.qr import qr
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import day, paired
from kiosk.i18n import Text

CORNERS = ((20.0, 20.0), (190.0, 20.0), (20.0, 277.0), (190.0, 277.0))
"""Centres of the black squares."""
CORNER_SIDE = 8.0
PATCHES = (0, 20, 40, 60, 80, 100)
"""Percent of black."""
PATCH_AT, PATCH_STEP, PATCH_SIZE = (36.0, 76.0), 23.5, (18.0, 14.0)
BANDS = ((30.0, 104.0, 150.0, 16.0), (30.0, 128.0, 14.0, 134.0))
"""x, y, width, height of the even grey bands: one across the paper's way, one along it."""
BAND_GREY = 30
MARKS = tuple((62.0 + 28.0 * column, 134.0 + 24.0 * row) for row in range(6) for column in range(5))
MARK_SIDE = 3.0
TEXT_PREFIX = "KIOSK-TEST 1"

TITLE = Text("TRANG THỬ MÁY", "TEST PAGE")
NO_VALUE = Text("Chỉ để thử máy in và máy quét. Không có giá trị giấy tờ.", "For testing only. Not a document.")
NEXT = Text(
    "Úp trang này xuống mặt kính máy quét, mép trên sát vạch, rồi thử tiếp.",
    "Lay this page face down on the glass, top edge at the mark, then go on.",
)


def self_test_text(station: str, printed_on: date) -> str:
    """What the QR of a page says."""
    return f"{TEXT_PREFIX};{station};{printed_on.isoformat()}"


def self_test_page(typesetter: Typesetter, *, station: str, printed_on: date) -> TypesetDocument:
    """One A4 page; `station` is the neutral name of this PC."""
    data: dict[str, object] = {
        "title": paired(TITLE),
        "no_value": paired(NO_VALUE),
        "next": paired(NEXT),
        "printed": f"{station} · {day(printed_on)}",
        "qr": qr(self_test_text(station, printed_on)),
        "corners": [list(corner) for corner in CORNERS],
        "corner_side": CORNER_SIDE,
        "patches": [
            {
                "x": PATCH_AT[0] + number * PATCH_STEP,
                "y": PATCH_AT[1],
                "width": PATCH_SIZE[0],
                "height": PATCH_SIZE[1],
                "black": black,
            }
            for number, black in enumerate(PATCHES)
        ],
        "bands": [list(band) for band in BANDS],
        "band_grey": BAND_GREY,
        "marks": [list(mark) for mark in MARKS],
        "mark_side": MARK_SIDE,
    }
    return typesetter.typeset("testpage", data, printed_on=printed_on)
