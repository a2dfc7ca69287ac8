"""Made-up forms for the tests of paper: filled, blank, and with the longest name and address."""

from __future__ import annotations

from datetime import date

from kiosk.forms.printed import Layout, PrintedForm, PrintedItem, SheetStatus, SignatureBlock

PRINTED_ON = date(2026, 11, 23)
LONG_NAME = "Công Tằng Tôn Nữ Hoàng Nguyễn Thị Phương Thảo Nguyên Khuê Ngọc"[:60]
LONG_ADDRESS = (
    "Căn hộ số 1203, tầng 12, tòa nhà CT2A khu nhà ở xã hội và tái định cư Nghi Phú mở rộng giai đoạn hai, đường "
    "Nguyễn Thị Minh Khai kéo dài, ngõ 245, ngách 17/3, khối Yên Sơn, thôn Thượng Thọ Đông, xã Thần Lĩnh, huyện Nghi "
    "Lộc (nay là xã Thần Lĩnh), tỉnh Nghệ An"
)[:250]
MEMBER_COLUMNS = (
    "TT",
    "Họ, chữ đệm và tên",
    "Ngày, tháng, năm sinh",
    "Giới tính",
    "Số định danh cá nhân",
    "Mối quan hệ với chủ hộ",
)
DATED = "…, ngày … tháng … năm …"
CONSENT = (DATED, "(8) Họ và tên:", "(8) Số định danh cá nhân:")


def ct01(
    *,
    name: str = "",
    address: str = "",
    number: str = "",
    members: tuple[tuple[str, ...], ...] = (),
    status: SheetStatus = SheetStatus.OFFICIAL,
) -> PrintedForm:
    """CT01 of TT 116/2026/TT-BCA with as much filled as is given."""
    filled = bool(name)

    def item(no: str, label: str, value: str = "", layout: Layout = Layout.LINE, **more: object) -> PrintedItem:
        return PrintedItem(no=no, label=label, layout=layout, value=value, **more)  # type: ignore[arg-type]

    return PrintedForm(
        form_id="ct01",
        form_no="CT01",
        title="Tờ khai thay đổi thông tin cư trú",
        instrument="Thông tư 116/2026/TT-BCA ngày 29/6/2026 (hiệu lực 1/7/2026)",
        status=status,
        addressed_to="Công an xã Thần Lĩnh" if filled else "",
        template="ct01",
        items=(
            item("1", "Họ, chữ đệm và tên khai sinh", name),
            item("2", "Ngày, tháng, năm sinh", "04/07/1958" if filled else ""),
            item("3", "Giới tính", "Nữ" if filled else "", beside=True),
            item("4", "Số định danh cá nhân", number, Layout.BOXES, boxes=12),
            item("5", "Số điện thoại liên hệ", "0912 000 111" if filled else ""),
            item("6", "Email", "", beside=True),
            item("7", "Họ, chữ đệm và tên chủ hộ(2)", name),
            item("8", "Mối quan hệ với chủ hộ", "Chủ hộ" if filled else "", beside=True),
            item("9", "Số định danh cá nhân của chủ hộ", number, Layout.BOXES, boxes=12),
            item("10", "Nội dung đề nghị(3)", f"Đăng ký tạm trú tại {address}." if address else "", Layout.PARAGRAPH),
            item(
                "11",
                "Những thành viên trong hộ gia đình cùng thay đổi",
                layout=Layout.TABLE,
                columns=MEMBER_COLUMNS,
                rows=members,
                min_rows=4,
            ),
        ),
        signatures=(
            SignatureBlock(who="Ý KIẾN CỦA CHỦ HỘ(4)", lines=(DATED,)),
            SignatureBlock(who="Ý KIẾN CỦA CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP(5)", lines=CONSENT),
            SignatureBlock(who="Ý KIẾN CỦA CHA HOẶC MẸ HOẶC NGƯỜI GIÁM HỘ(6)", lines=CONSENT),
            SignatureBlock(who="NGƯỜI KÊ KHAI(7)", lines=(DATED,)),
        ),
        notes=(
            "(1) Tên cơ quan đăng ký cư trú nơi nộp.",
            "(2) Đăng ký thường trú, tạm trú hoặc tách hộ: ghi chủ hộ mới.",
            "(3) Ghi rõ việc cần làm và địa chỉ theo đơn vị hành chính hiện nay.",
            "(4) Chỉ cần ở các trường hợp Luật Cư trú nêu.",
            "(8) Chỉ ghi khi ý kiến được cho qua VNeID.",
        ),
        checked_on=date(2026, 11, 23),
    )


def general(*, name: str = "", address: str = "", status: SheetStatus = SheetStatus.OFFICIAL) -> PrintedForm:
    """A sheet with every kind of item."""
    return PrintedForm(
        form_id="mau-thu",
        form_no="Mẫu số 01",
        title="Đơn đề nghị xác định mức độ khuyết tật và cấp giấy xác nhận",
        instrument="Thông tư 01/2019/TT-BLĐTBXH ngày 2/1/2019",
        status=status,
        addressed_to="Chủ tịch Ủy ban nhân dân xã Thần Lĩnh",
        items=(
            PrintedItem(no="I", label="THÔNG TIN NGƯỜI ĐƯỢC XÁC ĐỊNH", layout=Layout.SECTION),
            PrintedItem(no="1", label="Họ và tên", layout=Layout.LINE, value=name),
            PrintedItem(no="2", label="Nơi ở hiện nay", layout=Layout.LINE, value=address),
            PrintedItem(no="3", label="Email", layout=Layout.LINE, value="a" * 64 + "@thu.vn" if name else ""),
            PrintedItem(
                no="4", label="Giới tính", layout=Layout.CHOICES, options=("Nam", "Nữ"), value="Nữ" if name else ""
            ),
            PrintedItem(
                no="5",
                label="Việc đề nghị",
                layout=Layout.CHOICES,
                options=(
                    "Xác định lần đầu",
                    "Xác định lại",
                    "Cấp đổi giấy xác nhận vì giấy cũ hư hỏng hoặc sai thông tin",
                ),
                value="Xác định lại",
            ),
            PrintedItem(no="", label="Khuyết tật vận động", layout=Layout.CHECK, value="x"),
            PrintedItem(no="", label="Khuyết tật nghe, nói", layout=Layout.CHECK),
            PrintedItem(no="6", label="Hoàn cảnh hiện nay", layout=Layout.PARAGRAPH, value=address),
            PrintedItem(
                no="7",
                label="Người chăm sóc",
                layout=Layout.TABLE,
                columns=("STT", "Họ và tên", "Nơi ở"),
                rows=(("1", name, address),) if name else (),
                min_rows=2,
            ),
        ),
        statements=("Tôi xin cam đoan những lời khai trên là đúng.",),
        signatures=(SignatureBlock(who="Người viết đơn", lines=("…, ngày … tháng … năm …", "(Ký, ghi rõ họ tên)")),),
    )
