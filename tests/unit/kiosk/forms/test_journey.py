"""The way through a form: next, back, what may be visited, corrections, problems."""

from __future__ import annotations

import pytest

from kiosk.forms import FaultCode, Journey
from kiosk.person import Origin
from tests.unit.kiosk.forms.people import answered, journey
from tests.unit.kiosk.forms.test_ct01 import filled, item


def test_next_and_previous_walk_every_page_once_and_end_at_check_answers() -> None:
    walked, page = [], filled().pages[0]
    following = page
    while following is not None:
        page = following
        walked.append(page.key)
        following = filled().next_after(page.key)
    assert walked == [page.key for page in filled().pages]
    assert filled().previous(walked[0]) is None
    before = [filled().previous(key) for key in walked[1:]]
    assert [page.key for page in before if page is not None] == walked[:-1]


def test_pages_the_card_has_answered_can_be_passed_over() -> None:
    page = journey().answered("khai_cho", "toi").next_not_read("khai_cho")
    assert page is not None
    assert page.key == "dien_thoai"


def test_a_changed_chip_value_is_marked_and_can_be_put_back() -> None:
    changed = answered(journey(), khai_cho="toi", ho_ten="Nguyễn Thị Mậu")
    assert (given := changed.answer("ho_ten"))
    assert given.origin is Origin.CORRECTED
    assert (back := changed.as_read("ho_ten").answer("ho_ten"))
    assert (back.value, back.origin) == ("Nguyễn Thị Mẫu", Origin.CHIP)
    assert (typed_back := changed.answered("ho_ten", "Nguyễn Thị Mẫu").answer("ho_ten"))
    assert typed_back.origin is Origin.CHIP


def test_an_answer_that_no_longer_applies_is_kept_and_not_printed() -> None:
    other = answered(filled(), la_chu_ho="no", chu_ho_ten="Trần Văn Chủ", quan_he="cháu")
    assert item(other, "7") == "Trần Văn Chủ"
    own = other.answered("la_chu_ho", "yes")
    assert item(own, "7") == "Nguyễn Thị Mẫu"
    assert item(own.answered("la_chu_ho", "no"), "7") == "Trần Văn Chủ"


def test_problems_come_in_page_order_with_the_words_of_the_field() -> None:
    start = answered(journey(), khai_cho="toi", la_chu_ho="no")
    problems = start.problems()
    assert [problem.question.key for problem in problems] == [
        "chu_ho_ten",
        "quan_he",
        "dia_chi",
        "tu_ngay",
        "den_ngay",
        "co_thanh_vien",
        "noi_dung",
    ]
    assert problems[1].fault == start.faults("quan_he")[0]
    assert "ví dụ: con" in problems[1].fault.message.vi


def test_an_end_before_the_start_is_refused() -> None:
    wrong = answered(filled(), den_ngay="30/11/2026")
    assert [problem.fault.code for problem in wrong.problems()] == [FaultCode.DATE_ORDER]


def test_an_edited_request_goes_stale_when_the_address_changes() -> None:
    edited = filled().answered("noi_dung", "Đăng ký tạm trú ở nhà anh trai.")
    assert edited.is_complete
    moved = edited.answered("dia_chi", "Xóm 9, Xã Vân Tụ, Tỉnh Nghệ An")
    assert [problem.fault.code for problem in moved.problems()] == [FaultCode.STALE]
    assert moved.answered("noi_dung", "Đăng ký tạm trú ở nhà chị gái.").is_complete
    assert "Xóm 9" in item(moved.answered("noi_dung", ""), "10").replace("xóm 9", "Xóm 9")


def test_a_page_not_on_the_way_cannot_be_answered() -> None:
    with pytest.raises(KeyError):
        journey().answered("dieu_chinh", "x")


def test_no_value_of_a_person_shows_in_a_representation() -> None:
    shown = repr(filled()) + repr(filled().answers) + repr(filled().problems())
    assert "Mẫu" not in shown
    assert "040185007531" not in shown


def test_a_journey_is_a_value(journey_of_two: tuple[Journey, Journey]) -> None:
    first, second = journey_of_two
    assert first.answer("khai_cho") is None
    assert second.answer("khai_cho") is not None


@pytest.fixture
def journey_of_two() -> tuple[Journey, Journey]:
    start = journey()
    return start, start.answered("khai_cho", "toi")
