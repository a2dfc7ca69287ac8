"""The slides of the idle screen: in order, and only while they hold."""

from __future__ import annotations

from datetime import date

from kiosk.content.notice import IdleNotice, in_rotation
from tests.helpers import shipped

NOTICES = shipped.PACK.folder("notices", IdleNotice).values()


def test_vneid_the_seven_ways_and_the_fraud_warning_rotate_in_order() -> None:
    shown = [notice.id for notice in in_rotation(NOTICES, date(2026, 11, 23))]
    assert shown[:3] == ["vneid-loi-ich", "bay-cach", "canh-bao-lua-dao"]


def test_a_slide_whose_time_is_over_disappears() -> None:
    before = {notice.id for notice in in_rotation(NOTICES, date(2026, 12, 31))}
    after = {notice.id for notice in in_rotation(NOTICES, date(2027, 1, 1))}
    assert before - after == {"giam-le-phi-can-cuoc"}
