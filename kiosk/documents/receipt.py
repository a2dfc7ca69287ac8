"""The receipt of what was read: which kinds of data, what for, and that nothing stays. A5, given when asked for.

Carries no value of the person: only the names of what was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import NO_DOCUMENT, PAGE, PRINTED, SPECIMEN, day, paired
from kiosk.i18n import Language, Text, joined
from kiosk.settings import CommuneSettings

TITLE = Text("Giấy báo đã đọc thông tin", "Receipt of what was read")
READ = Text("Đã đọc từ thẻ", "Read from the card")
PURPOSE = Text("Dùng để", "Used for")
KEPT = Text("Lưu lại", "Kept")
NOTHING_KEPT = Text(
    "Không lưu gì. Máy xóa hết khi ông/bà kết thúc. Chỉ còn số đếm không tên.",
    "Nothing. It is wiped when you finish. Only anonymous counts remain.",
)
RIGHTS = Text("Quyền của ông/bà", "Your rights")
RIGHTS_SAID = Text(
    "Được hỏi, sửa, rút lại đồng ý. Căn cứ Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15.",
    "To ask, correct and withdraw consent, under the Personal Data Protection Law 91/2025/QH15.",
)
CALL = Text("Điện thoại", "Telephone")


def privacy_receipt(
    typesetter: Typesetter,
    *,
    read: Sequence[Text],
    purpose: Text,
    commune: CommuneSettings,
    printed_on: date,
    languages: Sequence[Language] = (Language.VI,),
    specimen: bool = False,
) -> TypesetDocument:
    """`read` names the kinds of data ("Họ tên"), `purpose` what they were used for."""
    kinds = joined("; ", read)
    rows = [(READ, kinds), (PURPOSE, purpose), (KEPT, NOTHING_KEPT), (RIGHTS, RIGHTS_SAID)]
    data: dict[str, object] = {
        "title": paired(TITLE, languages),
        "place_line": paired(_place(commune), languages),
        "rows": [{"label": paired(label, languages), "value": paired(value, languages)} for label, value in rows],
        "phone": {"label": paired(CALL, languages), "number": commune.phone} if commune.phone else None,
        "no_document": paired(NO_DOCUMENT, languages),
        "printed": paired(PRINTED.filled(day=day(printed_on)), languages),
        "page_word": PAGE.say(languages[0]),
        "specimen": specimen,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("receipt", data, printed_on=printed_on)


def _place(commune: CommuneSettings) -> Text:
    return joined(" · ", (commune.counter, commune.name))
