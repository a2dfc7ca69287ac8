"""What only a person before a real Windows PC can see, as a sheet to tick, sign off and send back.

The same items end both guides of the technician for Windows. It holds no value of anybody: it asks for none.
"""

from __future__ import annotations

from datetime import date

from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import SPECIMEN, paired
from kiosk.i18n import Text

TITLE = Text("Phiếu xem thử kiosk trên Windows", "The kiosk tried on Windows")
NOTE = Text(
    "Điều chỉ máy thật mới cho thấy. Đánh dấu, không ghi tên hay số của ai, gửi lại.",
    "What only a real PC can show. Tick, write no name and no number of a person, send it back.",
)
PC = (
    Text("Windows 10 hay 11, bản", "Windows 10 or 11, edition"),
    Text("Loại máy tính", "Model of the PC"),
    Text("Ngày", "Day"),
)
HEADS = (
    Text("Làm", "Do"),
    Text("Đúng như viết?", "Seen as written?"),
    Text("Nếu khác, khác gì", "Else, what"),
)
ITEMS = (
    Text(
        "Mở bộ cài; Windows nói ai làm (chưa ký: SmartScreen hỏi)",
        "The installer starts; Windows says who made it (no signature: SmartScreen asks)",
    ),
    Text(
        "Cài xong trong năm phút; phần mềm diệt virus im lặng",
        "Installed within five minutes; virus scanner silent",
    ),
    Text(
        "icacls C:\\ProgramData\\kiosk-dvc chỉ nêu kiosk, Administrators, SYSTEM",
        "icacls C:\\ProgramData\\kiosk-dvc names only kiosk, Administrators, SYSTEM",
    ),
    Text("Tài khoản khác không mở được thư mục đó", "As another user: the folder cannot be opened"),
    Text(
        "kiosk đăng nhập: kiosk phủ kín màn hình, phía sau không có màn hình nền",
        "kiosk signs in: the kiosk fills the screen, no desktop behind it",
    ),
    Text(
        "Chạm: nút, cuộn, bàn phím trên màn hình; chữ nét ở 125 % và 150 %",
        "Touch: buttons, scrolling, the keyboard on the screen; letters sharp at 125 % and 150 %",
    ),
    Text(
        "Vuốt bốn cạnh, phím Windows, Alt+Tab, Alt+F4, Ctrl+Shift+Esc không dẫn đi đâu",
        "Swipes from all four edges, Windows key, Alt+Tab, Alt+F4, Ctrl+Shift+Esc lead nowhere",
    ),
    Text(
        "Tắt kiosk-dvcw.exe từ tài khoản quản trị: trong 10 giây chạy lại",
        "End kiosk-dvcw.exe from the administrator's side: it is back within 10 s",
    ),
    Text("Tắt kiosk-dvc-screen.exe: trong 90 giây chạy lại", "End kiosk-dvc-screen.exe: it is back within 90 s"),
    Text("Để yên hai giờ: màn hình không tắt", "Left alone for two hours: the screen is not dark"),
    Text("Đọc được thẻ; loại máy đọc ________", "A card on the reader is read; model of the reader ________"),
    Text("Máy in ra một tờ hướng dẫn; loại máy in ________", "A leaflet comes out of the printer; model ________"),
    Text(
        "Máy in hết giấy rồi thêm giấy: có báo, rồi in đúng một lần",
        "Printer without paper, then filled: told, then printed once",
    ),
    Text(
        "Quét một trang qua mạng vào USB; rút USB sau khi được báo, không mất",
        "A page scanned over the network onto a stick; the stick let go, no loss",
    ),
    Text(
        "Máy in, máy quét cắm dây USB (windows, wia): in đúng một lần, hàng đợi trống; hết giấy thì có báo; "
        "quét được một trang",
        "Printer and scanner on USB cables (windows, wia): a page printed once, then nothing in the queue; "
        "without paper: told; a page scanned",
    ),
    Text(
        "Kiosk đọc một trang bằng tiếng Việt; chạm lần nữa thì im ngay",
        "A page of the kiosk is read aloud in Vietnamese; touched again: silent at once",
    ),
    Text(
        "Rút điện khi đang chạy; tự chạy lại, số đếm còn đủ",
        "Plug pulled while it runs; starts by itself, counts are there",
    ),
    Text(
        "Cài bản mới khi kiosk đang chạy; bản mới chạy",
        "A newer installer over the running kiosk; the new version starts",
    ),
    Text(
        "Gỡ: C:\\Program Files\\kiosk-dvc không còn, vuốt cạnh lại được",
        "Removed: C:\\Program Files\\kiosk-dvc is gone, edge swipes work again",
    ),
)
"""In the order in which they are done."""


def windows_sheet(typesetter: Typesetter, *, version: str, printed_on: date) -> TypesetDocument:
    """On A4; `version` is that of the kiosk. Raises `TypesettingError`."""
    data: dict[str, object] = {
        "title": paired(TITLE),
        "note": paired(NOTE),
        "version": f"kiosk-dvc {version}",
        "pc": [paired(each) for each in PC],
        "heads": [paired(each) for each in HEADS],
        "items": [paired(each) for each in ITEMS],
        "page_word": "Trang",
        "specimen": False,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("windows_sheet", data, printed_on=printed_on)
