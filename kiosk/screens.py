"""The screens of a visit, and how a visit can end. The map stands in ARCHITECTURE.md."""

from __future__ import annotations

from enum import Enum, auto, unique

from kiosk.i18n import Text


@unique
class Screen(Enum):
    """Where the visitor is, with what the reports call it. QML decides looks, never what comes next."""

    IDLE = Text("Màn hình chờ", "Idle screen")
    HOME = Text("Trang đầu", "First page")
    LIFE_EVENT = Text("Chọn thủ tục theo sự kiện", "Procedures of a life event")
    SEARCH = Text("Tìm thủ tục", "Search")
    PROCEDURE = Text("Trang thủ tục", "Procedure page")
    CONSENT = Text("Hỏi đồng ý đọc thẻ", "Consent to read the card")
    CARD = Text("Đặt thẻ, nhập 6 số", "Card and six digits")
    READING = Text("Đang đọc thẻ", "Reading the card")
    LADDER = Text("Đọc thẻ gặp lỗi", "Card reading failed")
    PERSON = Text("Xem thông tin trên thẻ", "What the card says")
    QUESTION = Text("Câu hỏi của tờ khai", "Question of the form")
    PROBLEMS = Text("Chỗ còn thiếu trong tờ khai", "What is missing in the form")
    CHECK = Text("Kiểm tra câu trả lời", "Check your answers")
    SCAN = Text("Quét giấy tờ", "Scan papers")
    PORTAL = Text("Nộp qua mạng", "Filing online")
    PRINT = Text("In giấy", "Printing")
    NEXT_STEPS = Text("Việc cần làm tiếp", "What to do next")
    GUIDES = Text("Chọn bài hướng dẫn", "Choose a guide")
    GUIDE = Text("Bước hướng dẫn", "Step of a guide")
    GUIDE_EXIT = Text("Kết thúc hướng dẫn", "End of a guide")
    HELP = Text("Gọi người hỗ trợ", "Call a helper")
    END = Text("Tạm biệt", "Goodbye")

    @property
    def subject(self) -> str:
        """The name a count knows it by: `life-event`."""
        return self.name.lower().replace("_", "-")


PASSING = frozenset({Screen.READING, Screen.LADDER, Screen.PORTAL, Screen.PRINT, Screen.HELP})
"""Screens that "back" never returns to: they show something under way."""

FREE = frozenset({Screen.SEARCH, Screen.GUIDES, Screen.HELP})
"""Screens that need nothing chosen first: any page may lead there, and the tour of the audit goes there by itself."""


class EndReason(Enum):
    """What ended a visit, as it is counted."""

    FINISHED = auto()
    LEFT = auto()
    TIMED_OUT = auto()
