"""CT01: the first declaration, for temporary residence and for the confirmation of residence."""

from __future__ import annotations

from dataclasses import replace

from kiosk.forms import Journey, check_answers, printed
from kiosk.forms.printed import Layout, SheetStatus
from kiosk.i18n import Language
from kiosk.person import Origin
from tests.unit.kiosk.forms.people import CONTEXT, answered, journey

LABELS = [
    ("1", "Họ, chữ đệm và tên khai sinh"),
    ("2", "Ngày, tháng, năm sinh"),
    ("3", "Giới tính"),
    ("4", "Số định danh cá nhân"),
    ("5", "Số điện thoại liên hệ"),
    ("6", "Email"),
    ("7", "Họ, chữ đệm và tên chủ hộ"),
    ("8", "Mối quan hệ với chủ hộ"),
    ("9", "Số định danh cá nhân của chủ hộ"),
    ("10", "Nội dung đề nghị"),
    ("11", "Những thành viên trong hộ gia đình cùng thay đổi"),
]


def filled() -> Journey:
    return answered(
        journey(),
        khai_cho="toi",
        dien_thoai="+84 912 345 678",
        la_chu_ho="yes",
        dia_chi="Số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An",
        tu_ngay="1/12/2026",
        den_ngay="1.12.2027",
        co_thanh_vien="no",
    )


def item(sheet: Journey, no: str) -> str:
    return next(line.value for line in printed(sheet).items if line.no == no)


def test_the_sheet_has_the_eleven_items_of_the_official_form_in_order() -> None:
    sheet = printed(filled())
    assert [(line.no, line.label) for line in sheet.items] == LABELS
    assert sheet.status is SheetStatus.OFFICIAL
    assert sheet.form_no == "CT01"


def test_a_card_holder_registers_for_temporary_residence_with_seven_answers() -> None:
    done = filled()
    assert done.problems() == ()
    assert printed(done).addressed_to == "Công an xã Vân Tụ"
    assert item(done, "5") == "0912345678"
    assert item(done, "10") == (
        "Đăng ký tạm trú tại số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An, từ ngày 01/12/2026 đến ngày 01/12/2027."
    )


def test_the_head_of_household_is_not_asked_twice_for_name_and_number() -> None:
    done = filled()
    assert (item(done, "7"), item(done, "8"), item(done, "9")) == ("Nguyễn Thị Mẫu", "Chủ hộ", "040185007531")


def test_a_confirmation_of_residence_says_what_to_confirm_and_why() -> None:
    start = journey(context=replace(CONTEXT, procedure="1.010041"))
    done = answered(start, khai_cho="toi", la_chu_ho="yes", xac_nhan_gi="thuong-tru,thanh-vien", muc_dich="Vay vốn")
    assert item(done, "10") == (
        "Xác nhận thông tin về cư trú: nơi thường trú, thành viên trong hộ, "
        "tại xóm 3, Hưng Tân, Hưng Nguyên, Nghệ An, để vay vốn."
    )
    assert printed(done).addressed_to == ""


def test_a_visit_without_a_procedure_asks_which_request() -> None:
    start = journey(context=replace(CONTEXT, procedure=None))
    assert start.pages[0].key == "yeu_cau"
    assert "yeu_cau" not in [page.key for page in journey().pages]


def test_nothing_from_the_card_is_used_for_a_child() -> None:
    for_child = journey().answered("khai_cho", "nguoi-khac")
    assert for_child.answer("ho_ten") is None
    assert item(for_child, "1") == ""
    named = for_child.answered("ho_ten", "Nguyễn Văn Bé")
    assert item(named.answered("khai_cho", "toi"), "1") == "Nguyễn Thị Mẫu"
    assert item(named.answered("khai_cho", "toi").answered("khai_cho", "nguoi-khac"), "1") == "Nguyễn Văn Bé"


def test_people_moving_together_stand_in_the_table_with_a_running_number() -> None:
    child = ("Nguyễn Văn Bé", "5/6/2020", "nam", "", "con")
    moved = filled().answered("co_thanh_vien", "yes").answered("thanh_vien", rows=(child,))
    table = printed(moved).items[-1]
    assert table.layout is Layout.TABLE
    assert table.rows == (("1", "Nguyễn Văn Bé", "05/06/2020", "Nam", "", "con"),)
    assert table.min_rows == 4
    assert printed(moved.answered("co_thanh_vien", "no")).items[-1].rows == ()


def test_signature_blocks_are_those_of_the_form_and_hold_no_value() -> None:
    blocks = printed(filled()).signatures
    assert [block.who[-3:] for block in blocks] == ["(4)", "(5)", "(6)", "(7)"]
    assert all("Mẫu" not in line for block in blocks for line in block.lines)


def test_check_answers_masks_the_number_and_tells_the_origin() -> None:
    lines = {line.question: line for group in check_answers(filled(), Language.EN) for line in group.lines}
    assert lines["so_dinh_danh"].masked == "040•••••7531"
    assert lines["so_dinh_danh"].origin is Origin.CHIP
    assert lines["dia_chi"].origin is Origin.TYPED
    assert (lines["gioi_tinh"].value, lines["email"].origin) == ("Female", None)
