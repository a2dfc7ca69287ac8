"""What each kind of event means, in Vietnamese and English, and which keys may stand beside it.

One table; the documentation (`event_docs`), the reports and the province's catalogue are made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kiosk.counts.events import EventKind
from kiosk.i18n import Text


class Family(Enum):
    """Where a subject's key comes from."""

    NOTHING = Text("không có", "none")
    PROCEDURE = Text("mã thủ tục trong gói nội dung", "id of a procedure of the content pack")
    FORM = Text("mã tờ khai trong gói nội dung", "id of a form of the content pack")
    GUIDE = Text("mã bài hướng dẫn trong gói nội dung", "id of a guide of the content pack")
    STEP = Text("bài hướng dẫn/bước", "guide/step")
    VNEID_STEP = Text("bài hướng dẫn VNeID/bước", "VNeID guide/step")
    VNEID_PROBLEM = Text("bài gỡ lỗi VNeID", "VNeID trouble guide")
    SCREEN = Text("tên màn hình", "name of a screen")
    FAILURE = Text("mã lỗi trong config/failures.toml", "failure code of config/failures.toml")
    AID = Text("tiện ích trợ giúp", "accessibility aid")
    BAND = Text("khung giờ", "part of the day")
    LENGTH = Text("khoảng thời gian", "length of time")
    DEVICE_STATE = Text("thiết bị/tình trạng", "device/readiness")
    STORE_TROUBLE = Text("trục trặc khi đếm", "trouble of the counting itself")
    ROLE = Text("vai trò của người trực", "role of the staff")
    CHECK_OUTCOME = Text("kết quả đối chiếu người", "outcome of an identity check")
    LIST_OUTCOME = Text("kết quả đối chiếu danh sách", "what a list says of a card")
    PORTAL_HOST = Text("máy chủ của trang chính thức", "host of an official page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What is counted, and of what. `about_visitors`: a small number is shown as "<5" outside the station."""

    text: Text
    families: tuple[Family, ...] = (Family.NOTHING,)
    about_visitors: bool = True


def _of(vi: str, en: str, *families: Family, about_visitors: bool = True) -> Meaning:
    return Meaning(text=Text(vi, en), families=families or (Family.NOTHING,), about_visitors=about_visitors)


MEANINGS: Mapping[EventKind, Meaning] = {
    EventKind.VISIT_STARTED: _of("Lượt bắt đầu", "Visits started"),
    EventKind.VISIT_FINISHED: _of("Lượt xong, có bấm kết thúc", "Visits finished with the button"),
    EventKind.VISIT_LEFT: _of("Lượt rời đi giữa chừng", "Visits left part way"),
    EventKind.VISIT_TIMED_OUT: _of("Lượt hết giờ chờ", "Visits that timed out"),
    EventKind.VISIT_BAND: _of("Lượt theo khung giờ", "Visits by time of day", Family.BAND),
    EventKind.VISIT_LENGTH: _of("Lượt theo thời gian dùng", "Visits by length", Family.LENGTH),
    EventKind.LANGUAGE_ENGLISH: _of("Chuyển sang tiếng Anh", "Switched to English"),
    EventKind.ACCESSIBILITY_USED: _of("Dùng tiện ích trợ giúp", "Accessibility aid used", Family.AID),
    EventKind.PROCEDURE_VIEWED: _of("Xem thủ tục", "Procedure viewed", Family.PROCEDURE),
    EventKind.SEARCH_EMPTY: _of("Tìm không thấy", "Search found nothing"),
    EventKind.CONSENT_GIVEN: _of("Đồng ý đọc thẻ", "Agreed to the card reading"),
    EventKind.CONSENT_REFUSED: _of("Không đồng ý đọc thẻ", "Refused the card reading"),
    EventKind.CARD_READ: _of("Đọc thẻ thành công", "Card read"),
    EventKind.CARD_FAILED: _of("Đọc thẻ không được", "Card reading failed", Family.FAILURE),
    EventKind.FORM_STARTED: _of("Bắt đầu tờ khai", "Form started", Family.FORM),
    EventKind.FORM_FINISHED: _of("Điền xong tờ khai", "Form finished", Family.FORM),
    EventKind.FORM_PRINTED: _of("In tờ khai", "Form printed", Family.FORM),
    EventKind.LEAFLET_PRINTED: _of("In tờ hướng dẫn", "Leaflet printed", Family.PROCEDURE, Family.GUIDE),
    EventKind.SLIP_PRINTED: _of("In phiếu chuyển quầy", "Hand-over slip printed", Family.GUIDE),
    EventKind.PRINT_TROUBLE: _of("In gặp trục trặc", "Printing met trouble", Family.FAILURE, about_visitors=False),
    EventKind.SCAN_FINISHED: _of("Quét giấy tờ xong", "Scan finished"),
    EventKind.SCAN_FAILED: _of("Quét không được", "Scan failed", Family.FAILURE, about_visitors=False),
    EventKind.FILING_OPENED: _of("Mở trang nộp qua mạng", "Official page opened to file", Family.PROCEDURE),
    EventKind.FILING_FILED: _of("Nộp qua mạng xong", "Filed online", Family.PROCEDURE),
    EventKind.FILING_DRAFT: _of("Lưu nháp trên trang chính thức", "Saved as a draft online", Family.PROCEDURE),
    EventKind.FILING_LEFT: _of("Thôi nộp qua mạng", "Filing online left", Family.PROCEDURE),
    EventKind.FILING_FAILED: _of("Nộp qua mạng không được", "Filing online failed", Family.PROCEDURE),
    EventKind.FILING_TROUBLE: _of(
        "Trục trặc khi nộp qua mạng", "Filing online met trouble", Family.FAILURE, about_visitors=False
    ),
    EventKind.PORTAL_MAP_STALE: _of(
        "Trang chính thức có ô mà máy không còn nhận ra",
        "Fields of an official page no longer recognised",
        Family.PORTAL_HOST,
        about_visitors=False,
    ),
    EventKind.GUIDE_STEP_REACHED: _of("Tới bước hướng dẫn", "Guide step reached", Family.STEP),
    EventKind.GUIDE_FINISHED: _of("Xong bài hướng dẫn", "Guide finished", Family.GUIDE),
    EventKind.GUIDE_HANDED_OVER: _of("Chuyển sang quầy khác", "Handed over to a counter", Family.GUIDE),
    EventKind.VNEID_STEP_REACHED: _of("Tới bước VNeID", "VNeID step reached", Family.VNEID_STEP),
    EventKind.VNEID_PROBLEM_CHOSEN: _of("Chọn vấn đề VNeID", "VNeID problem chosen", Family.VNEID_PROBLEM),
    EventKind.HELP_CALLED: _of("Gọi người hỗ trợ", "Helper called"),
    EventKind.GOT_STUCK: _of("Bị vướng", "Got stuck", Family.SCREEN, Family.STEP),
    EventKind.DEVICE_CHECKED: _of("Kiểm tra thiết bị", "Device looked at", Family.DEVICE_STATE, about_visitors=False),
    EventKind.DEVICE_TROUBLE: _of("Thiết bị hỏng hóc", "Device trouble", Family.FAILURE, about_visitors=False),
    EventKind.COUNTING_TROUBLE: _of(
        "Trục trặc khi đếm", "Trouble of the counting", Family.STORE_TROUBLE, about_visitors=False
    ),
    EventKind.STAFF_SIGNED_IN: _of(
        "Người trực mở phần nhân viên", "Staff side opened", Family.ROLE, about_visitors=False
    ),
    EventKind.IDENTITY_CHECKED: _of("Cán bộ đối chiếu người", "Identity checked", Family.CHECK_OUTCOME),
    EventKind.ROSTER_CHECKED: _of("Cán bộ đối chiếu danh sách", "Card held against a list", Family.LIST_OUTCOME),
    EventKind.LODGING_LISTED: _of("Cán bộ lập danh sách lưu trú", "Lodging list made", about_visitors=False),
    EventKind.REGISTER_SCANNED: _of("Cán bộ quét trang sổ hộ tịch", "Register page scanned", about_visitors=False),
    EventKind.VOLUNTEERS: _of("Tình nguyện viên trực", "Volunteers on duty", about_visitors=False),
    EventKind.VOLUNTEER_MINUTES: _of("Số phút trực", "Minutes on duty", about_visitors=False),
}

ENTERED = frozenset({EventKind.VOLUNTEERS, EventKind.VOLUNTEER_MINUTES})
"""Typed in as numbers by the staff, never counted one by one."""

DERIVED = frozenset({EventKind.VISIT_BAND})
"""Made of the hours of other events when the day is closed."""
