"""The words of the small fixed lists of subjects: screens, aids, time bands, device states.

The words of procedures, forms, guides and failures come with the content.
"""

from __future__ import annotations

from collections.abc import Mapping

from devices.status import DeviceFamily, Readiness
from kiosk.counts.events import Aid, Band, CheckOutcome, Length, ListOutcome, Role, StoreTrouble
from kiosk.i18n import Text, joined
from kiosk.screens import Screen

SCREENS: Mapping[str, Text] = {screen.subject: screen.value for screen in Screen}
FORMER_SCREENS: Mapping[str, Text] = {
    "welcome": Text("Trang chào (nay là Trang đầu)", "Welcome page (now the First page)"),
}
"""Counted by programs of before, and still in stores and at provinces; counted no more."""
AIDS: Mapping[Aid, Text] = {
    Aid.LARGE_TEXT: Text("Chữ lớn", "Large text"),
    Aid.HIGH_CONTRAST: Text("Tương phản cao", "High contrast"),
    Aid.READ_ALOUD: Text("Đọc thành tiếng", "Read aloud"),
    Aid.SLOW_SPEECH: Text("Đọc chậm", "Slow speech"),
    Aid.MORE_TIME: Text("Thêm thời gian", "More time"),
    Aid.LOW_REACH: Text("Nút ở tầm thấp", "Controls within low reach"),
}
BANDS: Mapping[Band, Text] = {
    Band.EARLY: Text("Trước 8 giờ", "Before 8:00"),
    Band.FIRST: Text("8–10 giờ", "8:00–10:00"),
    Band.SECOND: Text("10–12 giờ", "10:00–12:00"),
    Band.NOON: Text("12–14 giờ", "12:00–14:00"),
    Band.THIRD: Text("14–16 giờ", "14:00–16:00"),
    Band.LATE: Text("Sau 16 giờ", "After 16:00"),
}
LENGTHS: Mapping[Length, Text] = {
    Length.SHORT: Text("Dưới 2 phút", "Under 2 minutes"),
    Length.QUICK: Text("2–5 phút", "2–5 minutes"),
    Length.USUAL: Text("5–10 phút", "5–10 minutes"),
    Length.SLOW: Text("10–20 phút", "10–20 minutes"),
    Length.LONG: Text("Trên 20 phút", "Over 20 minutes"),
}
ROLES: Mapping[Role, Text] = {
    Role.VOLUNTEER: Text("Tình nguyện viên", "Volunteer"),
    Role.OFFICER: Text("Cán bộ", "Officer"),
    Role.TECHNICIAN: Text("Kỹ thuật viên", "Technician"),
}
CHECKS: Mapping[CheckOutcome, Text] = {
    CheckOutcome.SAME_PERSON: Text("Đúng người trên thẻ", "The person on the card"),
    CheckOutcome.OTHER_PERSON: Text("Không đúng người trên thẻ", "Not the person on the card"),
    CheckOutcome.UNSURE: Text("Chưa chắc, cần giấy tờ khác", "Not sure, other papers needed"),
    CheckOutcome.NOT_READ: Text("Không đọc được thẻ", "The card could not be read"),
}
LISTED: Mapping[ListOutcome, Text] = {
    ListOutcome.SAME: Text("Khớp danh sách", "As on the list"),
    ListOutcome.DIFFERS: Text("Khác danh sách", "Differs from the list"),
    ListOutcome.ABSENT: Text("Không có trong danh sách", "Not on the list"),
}
STORE_TROUBLES: Mapping[StoreTrouble, Text] = {
    StoreTrouble.DISK_FULL: Text("Ổ đĩa đầy", "Disk full"),
    StoreTrouble.READ_ONLY: Text("Ổ đĩa chỉ đọc được", "Disk read-only"),
    StoreTrouble.SPOILED_FILE: Text("Tệp đếm hỏng, đã phục hồi", "Counting file spoiled and restored"),
    StoreTrouble.BUSY: Text("Tệp đếm đang bận", "Counting file busy"),
    StoreTrouble.UNKNOWN_SUBJECT: Text("Mục lạ bị từ chối", "Unknown subject refused"),
    StoreTrouble.CLOCK_WRONG: Text("Đồng hồ máy sai khi đếm", "Counted while the clock was wrong"),
    StoreTrouble.DROPPED: Text("Số đếm bị mất", "Counts given up"),
}
DEVICES: Mapping[DeviceFamily, Text] = {
    DeviceFamily.CARD_READER: Text("Máy đọc thẻ", "Card reader"),
    DeviceFamily.PRINTER: Text("Máy in", "Printer"),
    DeviceFamily.SCANNER: Text("Máy quét", "Scanner"),
}
_STATES: Mapping[Readiness, Text] = {
    Readiness.READY: Text("dùng được", "ready"),
    Readiness.ATTENTION: Text("cần người giúp", "needs attention"),
    Readiness.BROKEN: Text("không dùng được", "broken"),
}
READINESS: Mapping[tuple[DeviceFamily, Readiness], Text] = {
    (device, state): joined(": ", (DEVICES[device], said))
    for device in DeviceFamily
    for state, said in _STATES.items()
}
