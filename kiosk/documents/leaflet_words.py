"""The fixed words of a leaflet in both languages."""

from __future__ import annotations

from kiosk.i18n import Text

QR_WORDS = Text(
    "Quét mã QR bằng điện thoại để mở thủ tục này trên Cổng Dịch vụ công quốc gia.",
    "Scan with your phone to open this procedure on the National Public Service Portal.",
)
ANDROID = Text("Cài VNeID cho điện thoại Android (Google Play).", "Install VNeID on an Android phone (Google Play).")
IOS = Text("Cài VNeID cho iPhone (App Store).", "Install VNeID on an iPhone (App Store).")

LABELS = {
    "code": Text("Mã thủ tục", "Procedure code"),
    "official": Text("Tên chính thức", "Official name"),
    "fee": Text("Lệ phí", "Fee"),
    "time": Text("Thời hạn", "Time"),
    "place": Text("Nộp ở đâu", "Where to file"),
    "who": Text("Ai nộp", "Who may file"),
    "documents": Text("Giấy tờ cần có", "What to bring"),
    "steps": Text("Các bước", "Steps"),
    "pitfalls": Text("Để không bị trả lại", "So that it is not sent back"),
    "apps": Text("Ứng dụng VNeID", "The VNeID app"),
    "personal": Text("Ghi theo yêu cầu của ông/bà", "Noted at your request"),
    "help": Text("Cần giúp đỡ", "Need help?"),
    "procedure": Text("Thủ tục", "Procedure"),
    "dossier": Text("Mã hồ sơ", "Dossier code"),
}

FILED = Text("Đã nộp qua mạng ngày {day}", "Filed online on {day}")
KEEP_CODE = Text(
    "Giữ tờ này. Khi hỏi về hồ sơ, ông/bà đọc mã này.",
    "Keep this sheet. Give this code whenever you ask about your dossier.",
)
TRACK = Text("Quét mã QR để xem hồ sơ đã tới đâu.", "Scan to see how far your dossier has got.")

ONLINE = Text("Qua mạng (dichvucong.gov.vn hoặc VNeID)", "Online (dichvucong.gov.vn or VNeID)")
POST = Text("Qua bưu điện", "By post")
OPTIONAL = Text("Chỉ khi được yêu cầu.", "Only if asked for.")
ORIGINAL = Text("Bản chính.", "Original.")
PREPARE = Text("Chuẩn bị giấy tờ theo danh sách trên tờ này.", "Get the papers on this list ready.")
GO = Text("Đến {place} và nộp hồ sơ.", "Go to {place} and hand the papers in.")
COLLECT = Text("Giữ giấy hẹn và nhận kết quả đúng ngày.", "Keep the receipt and collect the result on the day.")
DOUBT = Text("Chưa xác minh, hỏi cán bộ: {parts}.", "Not confirmed, ask the staff: {parts}.")
"""Said once on a paper, whatever it is about."""
DOUBT_OF_GUIDE = Text("Chưa xác minh, hỏi cán bộ.", "Not confirmed, ask the staff.")
ONE_SOURCE = Text("Nguồn, ngày kiểm tra: {source}, {day}.", "Source, day of the check: {source}, {day}.")
SOURCES = Text(
    "Nguồn, ngày kiểm tra: {number} nguồn, từ {first} đến {last}. Xem đủ trên màn hình của trạm.",
    "Sources, days of the check: {number} sources, from {first} to {last}. The station’s screen shows them all.",
)
ASK = Text("Hỏi cán bộ", "Ask the staff")


_COPY = Text("{number} bản sao.", "{number} copy.")
_COPIES = Text("{number} bản sao.", "{number} copies.")


def copies(number: int) -> Text:
    """How many copies to bring."""
    return (_COPY if number == 1 else _COPIES).filled(number=number)


MINUTES = Text("Khoảng {minutes} phút", "About {minutes} minutes")
SECRET = Text("Tự nhập, không cho ai xem.", "Type it yourself; show nobody.")
IF_NOT = Text("Nếu không được:", "If not:")
GUIDE_LABELS = LABELS | {
    "time": Text("Mất bao lâu", "How long"),
    "documents": Text("Chuẩn bị sẵn", "Have ready"),
    "pitfalls": Text("Nếu không làm được", "If it does not work"),
    "procedure": Text("Hướng dẫn", "Guide"),
}
