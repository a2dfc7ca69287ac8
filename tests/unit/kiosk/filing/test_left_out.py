"""Which answers never reach the page: counted and named for every practice form, with the reason of each."""

from __future__ import annotations

import pytest

from kiosk.filing.control import Control
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.left_out import left_out
from kiosk.filing.matching import match
from tests.portal.standins.forms import form
from tests.portal.visitor import visit_of
from tests.unit.kiosk.filing.pages import controls_of, filled

NOT_ASKED = "the page has no such field"
PARENTS = ("so", "loai_giay_to", "so_giay_to", "ngay_cap", "noi_cap", "loai_cu_tru")
"""Of a parent's papers a concluded page asks nothing."""
RESIDENCE = ("noi_cu_tru_tinh", "noi_cu_tru_xa", "noi_cu_tru_chi_tiet")
APPLICANT = ("ngay_sinh", "gioi_tinh", "ngay_cap", "noi_cap", *RESIDENCE)
"""What the portal of the joint services knows of who has signed in."""
CONCLUDED = {
    "nguoi-yeu-cau.yc_loai_cu_tru": NOT_ASKED,
    "nguoi-duoc-khai-sinh.loai_dang_ky": NOT_ASKED,
    "nguoi-duoc-khai-sinh.loai_khai_sinh": NOT_ASKED,
    **{f"{who}.{who}_{what}": NOT_ASKED for who in ("me", "cha") for what in PARENTS},
}
LEFT: dict[str, tuple[str, dict[str, str]]] = {
    "dang-ky-khai-sinh": ("national-khai-sinh", {"que-quan.que_quan_chi_tiet": NOT_ASKED}),
    "dang-ky-khai-tu": ("national-khai-tu", {"nguoi-mat.ban_sao": NOT_ASKED}),
    "ban-sao-trich-luc-ho-tich": ("national-trich-luc", {"nguoi-duoc-cap.nd_quoc_tich": NOT_ASKED}),
    "cai-chinh-ho-tich": ("national-cai-chinh", {"noi-dung.ban_sao": NOT_ASKED, "noi-dung.nhan_kq": NOT_ASKED}),
    "dang-ky-ket-hon": ("moj-ket-hon", {}),
    "xac-nhan-tinh-trang-hon-nhan": ("moj-tinh-trang-hon-nhan", {}),
    "dang-ky-lai-khai-sinh": ("moj-khai-sinh-lai", CONCLUDED),
    "khai-sinh-kem-nhan-cha-me-con": ("moj-khai-sinh-nhan-con", CONCLUDED),
    "nhan-cha-me-con": (
        "moj-nhan-cha-me-con",
        {
            "nguoi-yeu-cau.yc_loai_cu_tru": NOT_ASKED,
            "quan-he.dien_thoai": NOT_ASKED,
            "quan-he.email": NOT_ASKED,
            "quan-he.loai_dang_ky": NOT_ASKED,
            "cha-me.cm_gioi_tinh": NOT_ASKED,
            "cha-me.cm_loai_cu_tru": NOT_ASKED,
            "con.con_gioi_tinh": NOT_ASKED,
            "con.con_loai_cu_tru": NOT_ASKED,
        },
    ),
    "dang-ky-tam-tru": ("police-tam-tru", {}),
    "lien-thong-khai-sinh-thuong-tru-bhyt": (
        "joint-khai-sinh",
        {
            **{f"nguoi-yeu-cau.{what}": NOT_ASKED for what in APPLICANT},
            "con.quoc_tich": NOT_ASKED,
        },
    ),
    "tro-cap-huu-tri-xa-hoi": ("formio-bao-tro", {}),
}
"""Procedure -> practice form, and what stays with the person though the kiosk knows it."""


@pytest.mark.parametrize("procedure", LEFT)
def test_what_the_kiosk_knows_reaches_the_page_or_is_named_with_its_reason(procedure: str) -> None:
    name, expected = LEFT[procedure]
    visit = visit_of(procedure)
    found, controls = filled(form(name), visit.entries)
    left = {each.id for each in left_out(visit.entries, found.fields)}
    assert left == set(expected), f"{len(visit.entries)} known, {len(found.fields)} on the page"
    assert not found.ambiguous & left, "none of them is left because two fields could be meant"
    names = {control.name for control in controls}
    taken = {control.name for field in found.fields.values() for control in field.controls}
    by_id = {each.id: each for each in visit.entries}
    assert not {key for key in left if set(by_id[key].names) & (names - taken)}, "the page has their field after all"


def test_an_address_in_one_line_a_year_alone_and_lists_without_words_are_filled() -> None:
    again = visit_of("dang-ky-lai-khai-sinh")
    found, _ = filled(form("moj-khai-sinh-lai"), again.entries)
    by_name = {field.first.name: key for key, field in found.fields.items()}
    value = {each.id: each.value for each in again.entries}
    for name in ("NoiSinhNKS", "QueQuanNKS", "NoiCuTruMe", "NoiCuTruCha"):
        assert value[by_name[name]].endswith("Xã Vân Tụ, Tỉnh Nghệ An"), name
    for name in ("NamSinhMe", "NamSinhCha"):
        assert len(value[by_name[name]]) == 4
    single = visit_of("xac-nhan-tinh-trang-hon-nhan")
    found, _ = filled(form("moj-tinh-trang-hon-nhan"), single.entries)
    assert found.fields["nguoi-duoc-xac-nhan.nd_tinh"].first.name == "nxnTinhThanh"
    assert found.fields["nguoi-duoc-xac-nhan.nd_xa"].first.name == "nxnPhuongXa"


def test_a_lone_address_takes_the_whole_of_it_and_beside_a_province_only_the_rest() -> None:
    parts = ("n.o", "n.t", "n.c")
    where = Entry(id="n.o", says="Nơi ở", value="Trong nước", kind=ControlKind.CHOICE, labels=("Nơi ở",))
    province = Entry(id="n.t", says="Tỉnh", value="Tỉnh Nghệ An", labels=("Tỉnh",))
    detail = Entry(id="n.c", says="Số nhà", value="Xóm 3", labels=("Địa chỉ",))
    whole = Entry(
        id="n.o.dong", says="Nơi ở", value="Xóm 3, Nghệ An", labels=("Nơi ở",), instead_of=parts, takes_place_of="n.c"
    )
    known = (where, province, detail, whole)
    lone = [Control(frame=0, index=0, type="text", label="Địa chỉ")]
    assert set(match(known, lone).fields) == {"n.o.dong"}
    assert left_out(known, {"n.o.dong"}) == ()
    beside = [*lone, Control(frame=0, index=1, type="list", label="Tỉnh")]
    assert set(match(known, beside).fields) == {"n.c", "n.t"}
    assert left_out(known, {"n.c", "n.t"}) == (), "not every page asks which country"
    assert {each.id for each in left_out(known, {"n.c"})} == {"n.t"}


def test_a_page_without_an_answer_s_field_says_so_only_where_its_block_stands() -> None:
    entries = visit_of("dang-ky-lai-khai-sinh").entries
    cut = [each for each in controls_of(form("moj-khai-sinh-lai"), {}) if each.name not in {"NamSinhMe", "HoTenCha"}]
    found = match(entries, cut)
    left = {each.id for each in left_out(entries, found.fields)}
    assert {"me.me_ngay_sinh", "cha.cha_ho_ten"} <= left
    assert left_out(entries, ()) == (), "another page altogether"
