"""Declarations: heading, marks, blanks, and signature blocks that stay blank."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from kiosk.documents import Typesetter, declaration
from kiosk.documents.declaration import heading_lines
from kiosk.documents.sheet_items import rows_of
from kiosk.documents.sheet_signatures import signature_of
from kiosk.forms.printed import Layout, PrintedItem, SheetStatus, SignatureBlock
from tests.helpers.pages import qr_texts, text_of
from tests.unit.kiosk.documents.procedures import SEARCH
from tests.unit.kiosk.documents.sheets import CONSENT, PRINTED_ON, ct01, general


@pytest.mark.parametrize(
    ("form_no", "instrument", "lines"),
    [
        (
            "CT01",
            "Thông tư 116/2026/TT-BCA ngày 29/6/2026 (hiệu lực 1/7/2026)",
            ["Mẫu CT01 ban hành kèm theo Thông tư số 116/2026/TT-BCA", "ngày 29 tháng 6 năm 2026"],
        ),
        (
            "05-ĐKT",
            "Thông tư 90/2026/TT-BTC ngày 30/6/2026",
            ["Mẫu 05-ĐKT ban hành kèm theo Thông tư số 90/2026/TT-BTC", "ngày 30 tháng 6 năm 2026"],
        ),
        ("Mẫu số 10", "NĐ 374/2025/NĐ-CP", ["Mẫu số 10", "NĐ 374/2025/NĐ-CP"]),
        (
            "CT01",
            "Thông tư số 116/2026/TT-BCA ngày 29 tháng 6 năm 2026",
            ["Mẫu CT01 ban hành kèm theo Thông tư số 116/2026/TT-BCA", "ngày 29 tháng 6 năm 2026"],
        ),
        ("CT07", "Thông tư 66/2023/TT-BCA", ["Mẫu CT07", "Thông tư số 66/2023/TT-BCA"]),
        ("Mẫu số 01 (TT 01/2019)", "Thông tư 01/2019/TT-BLĐTBXH", ["Mẫu số 01", "Thông tư số 01/2019/TT-BLĐTBXH"]),
        ("TK khai tử (giấy)", "Thông tư 04/2020/TT-BTP", ["Thông tư số 04/2020/TT-BTP"]),
        ("", "Thông tư 1/2026", ["Thông tư số 1/2026"]),
    ],
)
def test_the_heading_names_form_and_instrument(form_no: str, instrument: str, lines: list[str]) -> None:
    form = dataclasses.replace(ct01(), form_no=form_no, instrument=instrument)
    assert heading_lines(form) == lines


def test_ct01_has_its_items_in_order_and_the_notes_on_page_two(typesetter: Typesetter) -> None:
    sheet = declaration(typesetter, ct01(name="Trần Thị Hoa Mẫu", number="040158007531"), printed_on=PRINTED_ON)
    text = text_of(sheet.pdf)
    labels = ["TỜ KHAI THAY ĐỔI", "Kính gửi", *(f" {n}. " for n in range(1, 12)), "NGƯỜI KÊ KHAI", "Chú thích"]
    places = [text.index(label) for label in labels]
    assert places == sorted(places)
    assert sheet.pages == 2
    assert "0 4 0 1 5 8 0 0 7 5 3 1" in text


def test_older_partial_and_electronic_forms_never_look_official(typesetter: Typesetter) -> None:
    nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    texts = {
        status: text_of(declaration(typesetter, general(status=status), printed_on=PRINTED_ON).pdf)
        for status in SheetStatus
    }
    assert "hỏi cán bộ" not in texts[SheetStatus.OFFICIAL]
    assert "Mẫu cũ, hỏi cán bộ" in texts[SheetStatus.OLDER]
    assert "Bản khai hỗ trợ, không thay mẫu chính thức" in texts[SheetStatus.DATA_SHEET]
    assert "không nộp giấy này" in texts[SheetStatus.PREPARATION]
    official_looking = [status for status, text in texts.items() if nation in text]
    assert official_looking == [SheetStatus.OFFICIAL, SheetStatus.OLDER]


def test_every_page_of_a_demo_person_is_marked(typesetter: Typesetter) -> None:
    marked = declaration(typesetter, ct01(), printed_on=PRINTED_ON, specimen=True)
    plain = declaration(typesetter, ct01(), printed_on=PRINTED_ON)
    assert text_of(marked.pdf).count("THẺ MẪU") == marked.pages == 2
    assert "THẺ MẪU" not in text_of(plain.pdf)


def test_only_an_unofficial_sheet_carries_the_qr(typesetter: Typesetter) -> None:
    for status, codes in ((SheetStatus.DATA_SHEET, [SEARCH]), (SheetStatus.OFFICIAL, [])):
        sheet = declaration(typesetter, general(status=status), printed_on=PRINTED_ON, portal_url=SEARCH)
        assert qr_texts(sheet.pdf) == codes


def test_the_foot_says_when_it_was_printed_checked_and_how_long_it_holds(typesetter: Typesetter) -> None:
    form = dataclasses.replace(ct01(), valid_until=date(2027, 2, 28), checked_on=date(2026, 11, 20))
    text = text_of(declaration(typesetter, form, printed_on=PRINTED_ON, commune="Xã Thần Lĩnh").pdf)
    assert "In ngày 23/11/2026 tại Xã Thần Lĩnh · mẫu kiểm tra ngày 20/11/2026 · dùng đến 28/02/2027" in text
    assert "Trang 1 / 2" in text


def test_consent_columns_keep_date_and_name_blank() -> None:
    block = signature_of(SignatureBlock(who="Ý KIẾN", lines=CONSENT))
    assert block["above"] == ["…, ngày … tháng … năm …"]
    assert block["foot"] == ["(8) Họ và tên:", "(8) Số định danh cá nhân:"]
    instructed = signature_of(SignatureBlock(who="Người viết đơn", lines=("(Ký, ghi rõ họ tên)",)))
    assert instructed["below"] == ["(Ký, ghi rõ họ tên)"]


def test_items_beside_each_other_share_a_line() -> None:
    items = [
        PrintedItem(no="1", label="A", layout=Layout.LINE),
        PrintedItem(no="2", label="B", layout=Layout.LINE, beside=True),
        PrintedItem(no="3", label="C", layout=Layout.LINE),
    ]
    assert [[(i["no"], i["label"]) for i in row] for row in rows_of(items)] == [
        [("1.", "A:"), ("2.", "B:")],
        [("3.", "C:")],
    ]


@pytest.mark.parametrize(
    ("no", "label", "layout", "printed"),
    [
        ("1", "Họ tên", Layout.LINE, ("1.", "Họ tên:")),
        ("1.", "Họ tên:", Layout.LINE, ("1.", "Họ tên:")),
        ("a)", "Họ tên", Layout.LINE, ("a)", "Họ tên:")),
        ("(1)", "Họ tên", Layout.LINE, ("(1)", "Họ tên:")),
        ("[01]", "Họ tên", Layout.LINE, ("[01]", "Họ tên:")),
        ("", "Có con nhỏ?", Layout.LINE, ("", "Có con nhỏ?")),
        ("I", "THÔNG TIN", Layout.SECTION, ("I.", "THÔNG TIN")),
        ("", "", Layout.LINE, ("", "")),
        ("11", "Thành viên", Layout.TABLE, ("11.", "Thành viên:")),
        ("", "", Layout.TABLE, ("", "")),
    ],
)
def test_numbers_and_colons_are_set_as_on_the_sheet(
    no: str, label: str, layout: Layout, printed: tuple[str, str]
) -> None:
    ((row,),) = rows_of([PrintedItem(no=no, label=label, layout=layout, columns=("A",))])
    assert (row["no"], row["label"]) == printed


@pytest.mark.parametrize(
    ("who", "role", "instruction"),
    [
        ("NGƯỜI KÊ KHAI(7)", "NGƯỜI KÊ KHAI(7)", []),
        ("Người khai (ký, ghi rõ họ tên)", "Người khai", ["(ký, ghi rõ họ tên)"]),
        ("chủ hộ", "Chủ hộ", []),
    ],
)
def test_the_instruction_to_sign_stands_below_the_role(who: str, role: str, instruction: list[str]) -> None:
    block = signature_of(SignatureBlock(who=who))
    assert (block["who"], block["below"]) == (role, instruction)


def test_many_options_stand_below_each_other() -> None:
    few = PrintedItem(no="", label="Giới tính", layout=Layout.CHOICES, options=("Nam", "Nữ"))
    many = PrintedItem(no="", label="Nội dung", layout=Layout.CHOICES, options=("Một việc khá dài để ghi",) * 6)
    ((first,), (second,)) = rows_of([few, many])
    assert (first["layout"], second["layout"], second["columns"]) == ("choices", "stacked", 2)


def test_a_wide_table_gives_every_column_room_for_its_longest_word() -> None:
    columns = ("Stt", "Họ và tên", *(f"Cột{'x' * 6}{n}" for n in range(6)))
    ((table,),) = rows_of([PrintedItem(no="", label="", layout=Layout.TABLE, columns=columns, min_rows=1)])
    widths = table["widths"]
    assert isinstance(widths, list)
    assert all(width >= max(map(len, column.split())) for width, column in zip(widths, columns, strict=True))
    assert table["dense"]


def test_a_table_gets_empty_rows_and_short_rows_are_filled_up() -> None:
    item = PrintedItem(no="", label="", layout=Layout.TABLE, columns=("TT", "Họ tên"), rows=(("1",),), min_rows=3)
    ((table,),) = rows_of([item])
    assert table["rows"] == [("1", ""), ("", ""), ("", "")]


def test_a_choice_that_is_no_option_is_written_behind_them() -> None:
    item = PrintedItem(no="", label="Nơi ở", layout=Layout.CHOICES, options=("Nhà", "Thuê"), value="Ở nhờ")
    ((row,),) = rows_of([item])
    assert row["value"] == "Ở nhờ"
    assert row["options"] == [{"words": "Nhà", "ticked": False}, {"words": "Thuê", "ticked": False}]


def test_a_number_longer_than_its_boxes_loses_no_digit(typesetter: Typesetter) -> None:
    text = text_of(declaration(typesetter, ct01(name="A", number="04015800753199"), printed_on=PRINTED_ON).pdf)
    assert "0 4 0 1 5 8 0 0 7 5 3 1 9 9" in text


def test_a_sheet_with_the_line_kinh_gui_has_it_though_nobody_knows_to_whom(typesetter: Typesetter) -> None:
    without = dataclasses.replace(general(), addressed_to="", addressed=False, notes=())
    with_line = dataclasses.replace(without, addressed=True, notes=("(1) Tên cơ quan nhận đơn.",))
    assert "Kính gửi" not in text_of(declaration(typesetter, without, printed_on=PRINTED_ON).pdf)
    assert "Kính gửi(1)" in text_of(declaration(typesetter, with_line, printed_on=PRINTED_ON).pdf)
