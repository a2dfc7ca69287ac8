"""What `kiosk counts` says when it has done something."""

from __future__ import annotations

from typing import Final

from kiosk.i18n import Text, how_many

OPEN: Final = Text("chưa khoá sổ", "open")
CLOSED: Final = Text("đã khoá sổ", "closed")
WAITING: Final = Text(
    "{day}: {state}; {rows} chờ gửi, {set_aside} để riêng, cũ nhất {oldest}",
    "{day}: {state}; {rows} waiting, {set_aside} set aside, oldest {oldest}",
)
NONE: Final = Text("không có", "none")
HELD: Final = Text(
    "{events} của những ngày đồng hồ sai còn giữ lại: kiosk-dvc counts held",
    "{events} of days with a wrong clock held: kiosk-dvc counts held",
)
HOURS: Final = Text(
    "{day}: {volunteers} tình nguyện viên, {hours} giờ", "{day}: {volunteers} volunteers, {hours} hours"
)
DAY_CLOSED: Final = Text("{day}: đã khoá sổ", "{day} is closed")
COUNT_FOR: Final = Text("{events} tính cho ngày {day}", "{events} count for {day}")
COUNT_LATER: Final = Text(
    "{events} tính cho ngày {day}: tuần và tháng trước đã báo cáo rồi",
    "{events} count for {day}: earlier weeks and months are told already",
)
WRONG_DAY: Final = Text(
    "{number:>7}  vào ngày mà đồng hồ gọi là {day}", "{number:>7}  on the day that the clock called {day}"
)
NOTHING_HELD: Final = Text("không giữ lại gì", "nothing is held")
DAY_SHEET: Final = Text("{out}: phiếu ngày {day}", "{out}: the day sheet of {day}")
PRINTED: Final = Text("đã in", "printed")
SENT: Final = Text("đã gửi {rows}, để riêng {set_aside}", "{rows} sent, {set_aside} set aside")
ON_STICK: Final = Text("{out}: {totals}, số thứ tự {serial}", "{out}: {totals}, number {serial}")
REQUEST: Final = Text("{out}: yêu cầu của {pc}", "{out}: request of {pc}")
ENROLLED: Final = Text(
    "máy này đã được ghi nhận; `kiosk-dvc counts send` gửi số liệu",
    "this PC is enrolled; `kiosk-dvc counts send` sends",
)


def rows(number: int) -> Text:
    """How many rows: "2 dòng" and "2 rows"."""
    return how_many(number, Text("{number} dòng", "{number} row"), Text("{number} dòng", "{number} rows"))


def events(number: int) -> Text:
    """How many events: "2 lần đếm" and "2 events"."""
    return how_many(number, Text("{number} lần đếm", "{number} event"), Text("{number} lần đếm", "{number} events"))


def totals(number: int) -> Text:
    """How many totals: "2 tổng số" and "2 totals"."""
    return how_many(number, Text("{number} tổng số", "{number} total"), Text("{number} tổng số", "{number} totals"))
