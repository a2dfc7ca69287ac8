"""What `kiosk province` says when it has done something."""

from __future__ import annotations

from typing import Final

from kiosk.i18n import Text

ENROLLED: Final = Text("đã ghi nhận {pc}; mang {out} về máy ấy", "{pc} is enrolled; carry {out} back to it")
SHUT_OUT: Final = Text("đã chặn {pc}", "{pc} is shut out")
TAKEN_OUT: Final = Text(
    "đã xoá {rows} của {pc}; nơi nào gửi bản sao lên quốc gia thì xoá cả ở đó",
    "{rows} of {pc} are taken out; where a copy goes to the nation, take them out there too",
)
CUT_OFF: Final = Text("đã ngắt {number} kết nối", "{number} connections cut off")
LOADED: Final = Text("{what}: {new} mới, {known} đã có", "{what}: {new} new, {known} known already")
DIFFERING: Final = Text(
    "{what}: {number} khác với số đã lưu lần đầu; giữ số lần đầu",
    "{what}: {number} differ from what was stored first; the first stays",
)
NEVER: Final = Text("chưa bao giờ", "never")
LATE: Final = Text(
    "{number} máy gửi sau khi kỳ này đã được báo cáo: số của các máy ấy không có trong báo cáo. Chưa ai nhận báo cáo "
    "trước thì thêm --anew.",
    "{number} PCs sent after this period was first reported: their numbers are in no report. Where nobody has the "
    "report of before, add --anew.",
)
COMMUNE: Final = Text("Xã, phường mã {code}", "Commune {code}")
DESK: Final = Text("Đầu mối số liệu của tỉnh", "Province's counting desk")
