"""A list of overnight guests, played as a part of the officer's work. Everybody is made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from kiosk.clock import Clock
from ui.played.played_visit import PlayedVisit

FATHER, CHILD = "nguyen-van-an", "Nguyễn Ngọc Châu"
PASSPHRASE = "kho-doan-nhung-de-nho"  # noqa: S105 shown on the screen, and told here
"""Of the closed file; of the demonstration alone."""


def list_a_family(played: PlayedVisit, lay: Callable[[str], None]) -> None:
    """A father by card, a child under him; on paper, onto the stick, and closed. `lay` puts a card on the reader."""
    user, day = played.user, Clock().today()
    played.touch("Lập danh sách lưu trú")
    user.write("Tên nơi lưu trú", "Nhà nghỉ Hương Sen")
    played.keep("officer-guests-none")
    played.touch("Đọc thẻ khách")
    lay(FATHER)
    user.wait_for(lambda: user.can_press("Ghi khách này"), "the guest")
    user.write("Số phòng", "204")
    for name, when in (("Từ ngày", day), ("Đến ngày", day + timedelta(days=2))):
        for part, text in (("Ngày", f"{when:%d}"), ("Tháng", f"{when:%m}"), ("Năm", f"{when:%Y}")):
            user.write(f"{name}: {part}", text)
    played.touch("Du lịch")
    played.keep("officer-guest")
    played.touch("Ghi, và thêm trẻ đi cùng")
    user.write("Họ và tên", CHILD)
    user.write("Ngày sinh: Năm", f"{day.year - 7}")
    played.touch("Nữ")
    played.keep("officer-guest-child")
    played.touch("Ghi khách này")
    user.wait_for(lambda: user.can_press(CHILD), "the family on the list")
    played.keep("officer-guests")
    played.touch("In danh sách")
    user.wait_to_see("Danh sách lưu trú: đã in xong")
    played.touch("Chép vào USB")
    user.wait_to_see("Rút USB được rồi.")
    played.keep("officer-guests-copied")
    played.touch("Chép vào USB, có mật khẩu")
    played.keep("officer-guests-passphrase")
    user.write("Mật khẩu", PASSPHRASE)
    played.touch("Chép vào USB")
    user.wait_to_see("Rút USB được rồi.")
