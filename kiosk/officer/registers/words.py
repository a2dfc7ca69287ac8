"""What the register scans say: fields, faults, oddities, the headings of the list, what a content file must be."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.i18n import Text
from kiosk.officer.registers.entry import EntryFault, IndexField, Oddity

FIELDS: Mapping[IndexField, Text] = {
    IndexField.BOOK: Text("Quyển số", "Book"),
    IndexField.PAGE: Text("Trang số", "Page"),
    IndexField.NUMBER: Text("Số đăng ký", "Number"),
    IndexField.YEAR: Text("Năm đăng ký", "Year"),
    IndexField.NAME: Text("Họ và tên", "Full name"),
}
HINTS: Mapping[IndexField, Text] = {
    IndexField.BOOK: Text("Như ghi ở bìa sổ, ví dụ 01 hay 01/2005.", "As on the cover, for example 01 or 01/2005."),
    IndexField.PAGE: Text("Số trang trong sổ.", "The page of the book."),
    IndexField.NUMBER: Text("Số của việc hộ tịch, ví dụ 12 hay 12A.", "The number of the record, as 12 or 12A."),
    IndexField.YEAR: Text("Năm ghi việc này vào sổ.", "The year in which it was entered."),
    IndexField.NAME: Text(
        "Người được đăng ký; kết hôn thì ghi cả hai, có dấu phẩy.",
        "Whose record it is; for a marriage both, by comma.",
    ),
}
FAULTS: Mapping[EntryFault, Text] = {
    EntryFault.EMPTY: Text("Ô này còn trống.", "Nothing is entered yet."),
    EntryFault.NO_NUMBER: Text("Cần một số lớn hơn 0.", "A number above 0 is needed."),
    EntryFault.TOO_LARGE: Text("Không sổ nào có nhiều trang như vậy.", "No book has so many pages."),
    EntryFault.NO_BOOK: Text("Cần chữ số của quyển, ví dụ 01.", "The book’s number is needed, as 01."),
    EntryFault.YEAR_TO_COME: Text("Năm này chưa tới.", "That year is yet to come."),
    EntryFault.YEAR_TOO_OLD: Text("Chưa có sổ hộ tịch vào năm ấy.", "There were no registers in that year."),
    EntryFault.NO_NAME: Text("Cần cả họ và tên, không có chữ số.", "Family and given name are needed, no digits."),
}
ODDITIES: Mapping[Oddity, Text] = {
    Oddity.OLD_YEAR: Text("Năm trước 1945", "A year before 1945"),
    Oddity.BOOK_OF_OTHER_YEAR: Text("Năm ghi ở quyển khác năm đăng ký", "The book’s year is another one"),
    Oddity.LARGE_NUMBER: Text("Số đăng ký trên 3.000", "A number above 3,000"),
    Oddity.LARGE_PAGE: Text("Trang số trên 400", "A page above 400"),
    Oddity.NAME_IN_DOUBT: Text("Tên có chữ viết khác chính tả", "A word of the name is spelt unusually"),
    Oddity.SCANNED_ALREADY: Text("Số này đã quét trong buổi này", "This number was scanned in this sitting"),
}
HEADINGS = (
    Text("STT", "No."),
    Text("Loại sổ", "Register"),
    FIELDS[IndexField.BOOK],
    FIELDS[IndexField.PAGE],
    FIELDS[IndexField.NUMBER],
    FIELDS[IndexField.YEAR],
    FIELDS[IndexField.NAME],
    Text("Tên tệp", "File"),
    Text("Số trang quét", "Pages scanned"),
    Text("Ngày quét", "Scanned on"),
)
"""Of the list beside the files."""
LIST_NAME = "danh-sach-so-ho-tich-{day}.xlsx"
PAGE_NOT_CLEAR = Text("Có trang chưa rõ", "A page is not clear")

RULE_GAPS = Text(
    "cần {needed}; ngoài ra chỉ có thể thêm số trang",
    "needs {needed}; besides only the page may be there",
)
RULE_PLAIN = Text("chỉ dùng chữ không dấu, chữ số, dấu chấm, gạch", "plain letters, digits, dots and dashes only")
RULE_RESOLUTION = Text("cần từ 150 đến 600 điểm mỗi inch", "expected 150 to 600 dots an inch")
