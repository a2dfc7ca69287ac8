"""The technician's trial page: unmistakably a trial, with a ruler, greys, thin lines, small letters and a QR.

Judged by eye: what to look for stands beside each part. Measures nothing by itself.
"""

from __future__ import annotations

from datetime import datetime

from kiosk.documents.qr import qr
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import SPECIMEN, paired
from kiosk.i18n import Text
from kiosk.settings import CommuneSettings

TITLE = Text("TRANG IN THỬ", "TRIAL PAGE")
NOTE = Text(
    "Giấy thử máy in, không có giá trị. Xem xong thì bỏ.", "A printer trial without any value. Throw it away."
)
RULER = Text(
    "Đặt thước lên: từ 0 đến 150 phải đúng 150 mm. Ngắn hơn: máy in đang thu nhỏ.",
    "Lay a ruler on it: 0 to 150 must be 150 mm. Shorter: the printer scales the page down.",
)
FRAME = Text(
    "Khung cách mép giấy 10 mm, thấy đủ bốn cạnh.", "The frame is 10 mm from the edges; all four sides are seen."
)
GREYS = Text("Sáu ô xám khác nhau, không có vệt.", "Six different greys, without streaks.")
LINES = Text("Nét mảnh liền, không đứt.", "Thin lines are whole.")
LETTERS = Text(
    "Đọc rõ dấu: Ằ Ẵ Ặ Ể Ễ Ệ Ỗ Ộ Ỡ Ợ Ữ Ự ỳ ỷ ỹ ỵ đ Đ", "Marks can be read: Ằ Ẵ Ặ Ể Ễ Ệ Ỗ Ộ Ỡ Ợ Ữ Ự ỳ ỷ ỹ ỵ đ Đ"
)
CODE = Text("Điện thoại đọc được mã này.", "A phone reads this code.")


def trial_page(typesetter: Typesetter, *, commune: CommuneSettings, at: datetime) -> TypesetDocument:
    """One A4 page. `at` is local time. Raises `TypesettingError`."""
    station = f"{commune.code}/{commune.station}"
    data: dict[str, object] = {
        "title": paired(TITLE),
        "note": paired(NOTE),
        "place": f"{commune.counter.vi} · {commune.name.vi} · {commune.station} · {at:%H:%M %d/%m/%Y}",
        "ruler": paired(RULER),
        "frame": paired(FRAME),
        "greys": paired(GREYS),
        "lines": paired(LINES),
        "letters": paired(LETTERS),
        "qr": qr(f"KIOSK-TRIAL 1;{station};{at:%Y-%m-%dT%H:%M}", CODE, show=station),
        "specimen": False,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("trial_page", data, printed_on=at.date())
