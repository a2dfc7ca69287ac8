"""The readiness sheet: what the doctor found this morning, one line a service, with a QR of the summary.

Says nothing of any visitor. The QR holds station, date and one letter a service, so a phone photo is a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from devices.status import Readiness
from kiosk.documents.qr import qr
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import SPECIMEN, paired
from kiosk.i18n import Text
from kiosk.settings import CommuneSettings

STATES = {
    Readiness.READY: Text("sẵn sàng", "ready"),
    Readiness.ATTENTION: Text("cần xem", "attention"),
    Readiness.BROKEN: Text("hỏng", "broken"),
}
_LETTERS = {Readiness.READY: "R", Readiness.ATTENTION: "A", Readiness.BROKEN: "B"}
ASKED_HEAD = Text(
    "Người lắp đặt đánh dấu, máy không tự kiểm được", "Ticked by the technician: the PC cannot check it"
)
ASKED = (
    Text("BIOS/UEFI có mật khẩu", "The firmware has a password"),
    Text(
        "Máy chỉ khởi động từ ổ đĩa trong, không từ USB hay mạng",
        "The PC starts from its own disk only, not from USB or network",
    ),
    Text("Menu khởi động (GRUB) có mật khẩu hoặc không hiện", "The boot menu (GRUB) has a password or does not show"),
    Text("Ổ đĩa được mã hóa; ai giữ khóa: ……………………", "The disk is encrypted; the key is kept by: ……………………"),
    Text(
        "Thân máy có khóa, cổng USB phía sau không với tới", "The case is locked, and nobody reaches the ports behind"
    ),
    Text("Mã mở khóa (12 số) cất trong văn phòng", "The key of twelve digits lies in the office"),
)
"""What keeps somebody with a screwdriver or a stick of their own out; asked at the acceptance."""
_QR_WORDS = Text("Chụp mã này để gửi kết quả về xã, tỉnh.", "Photograph this code to report the result.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessLine:
    """One service: its short key, its name, how it stands, and what to do when it is not ready."""

    key: str
    name: Text
    readiness: Readiness
    remedy: Text | None
    milliseconds: float


def summary(station: str, at: datetime, lines: Sequence[ReadinessLine]) -> str:
    """What its QR code holds: `KIOSK-READY 1;17842/may-1;2026-11-23T07:30;card-reader=R;printer=A…`"""
    states = ";".join(f"{line.key}={_LETTERS[line.readiness]}" for line in lines)
    return f"KIOSK-READY 1;{station};{at:%Y-%m-%dT%H:%M};{states}"


def readiness_sheet(
    typesetter: Typesetter,
    lines: Sequence[ReadinessLine],
    *,
    commune: CommuneSettings,
    at: datetime,
    acceptance: bool = False,
) -> TypesetDocument:
    """One A4 sheet. `at` is local time. With `acceptance`, the technician ticks what no program can look at."""
    station = f"{commune.code}/{commune.station}"
    data: dict[str, object] = {
        "title": paired(Text("Phiếu sẵn sàng của trạm", "Readiness sheet")),
        "place": f"{commune.counter.vi} · {commune.name.vi} · {commune.station}",
        "when": f"{at:%H:%M %d/%m/%Y}",
        "heads": [paired(Text(vi, en)) for vi, en in (("Thiết bị, dịch vụ", "Service"), ("Tình trạng", "State"),
                                                     ("Việc cần làm", "What to do"), ("mili giây", "ms"))],
        "lines": [
            {
                "name": paired(line.name),
                "state": line.readiness.value,
                "state_words": paired(STATES[line.readiness]),
                "remedy": paired(line.remedy) if line.remedy else None,
                "milliseconds": f"{line.milliseconds:.0f}",
            }
            for line in lines
        ],
        "qr": qr(summary(station, at, lines), _QR_WORDS, code="", show=station),
        "asked_head": paired(ASKED_HEAD),
        "asked": [paired(each) for each in ASKED] if acceptance else [],
        "signed": paired(Text("Người kiểm tra ký tên", "Checked by")),
        "page_word": "Trang",
        "specimen": False,
        "specimen_words": SPECIMEN,
    }  # fmt: skip
    return typesetter.typeset("readiness", data, printed_on=at.date())
