"""Provinces, communes and addresses, of today and of before 1/7/2025."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.forms.address_hint import hint
from kiosk.forms.addresses import compose, split
from kiosk.forms.place_lists import ListedPlaces
from kiosk.forms.place_names import sort_key
from kiosk.forms.places import LaterPlaces, Places, Province, places_of, read_places


@cache
def places() -> Places:
    return read_places(paths.assets() / "content" / "places")


def nghe_an() -> Province:
    found = places().province("Nghệ An")
    assert found is not None
    return found


def test_there_are_34_provinces_and_130_communes_of_nghe_an() -> None:
    assert len(places().provinces) == 34
    communes = places().communes(nghe_an())
    assert len(communes) == 130
    assert sum(commune.kind == "phường" for commune in communes) == 11
    assert len({commune.code for commune in communes}) == 130


def test_names_sort_with_d_stroke_after_d_and_tones_last() -> None:
    names = ["Đà Nẵng", "Dương", "Đan", "Da", "Ê", "E", "Dã", "Dà"]
    assert sorted(names, key=sort_key) == ["Da", "Dà", "Dã", "Dương", "Đà Nẵng", "Đan", "E", "Ê"]


def test_a_commune_is_found_without_marks_and_by_any_word() -> None:
    assert [hit.commune.name for hit in places().search_communes("do luong", nghe_an())] == ["Đô Lương"]
    assert "Vân Tụ" in [hit.commune.name for hit in places().search_communes("tu", nghe_an())]


def test_a_commune_is_found_by_a_former_name_and_says_so() -> None:
    hits = places().search_communes("Xã Nghi Phong", nghe_an())
    assert [(hit.commune.full_name, hit.old_name) for hit in hits] == [
        ("Phường Vinh Lộc", "Xã Nghi Phong, Huyện Nghi Lộc")
    ]


def test_a_province_is_found_by_its_former_name() -> None:
    found = places().province("tỉnh Bắc Giang")
    assert found is not None
    assert found.full_name == "Thành phố Bắc Ninh"
    assert [province.name for province in places().search_provinces("ha nam")] == ["Ninh Bình"]


def test_an_address_of_today_is_taken_apart_and_put_together_again() -> None:
    text = compose("Số 5, xóm 2", "Xã Vân Tụ", "Tỉnh Nghệ An")
    parts = split(text, places())
    assert parts.commune is not None
    assert (parts.detail, parts.commune.full_name, parts.is_old) == ("Số 5, xóm 2", "Xã Vân Tụ", False)
    assert hint(text, places()) is None


def test_a_card_address_with_a_district_gets_the_commune_of_today_as_a_hint() -> None:
    parts = split("Khối 3, Bến Thủy, TP. Vinh, Nghệ An", places())
    assert parts.commune is not None
    assert (parts.detail, parts.commune.full_name, parts.is_old) == ("Khối 3", "Phường Trường Vinh", True)
    told = hint("Khối 3, Bến Thủy, TP. Vinh, Nghệ An", places())
    assert told is not None
    assert "Phường Trường Vinh, Tỉnh Nghệ An" in told.vi


def test_a_name_that_is_both_district_and_commune_is_told_by_what_stands_before_it() -> None:
    old = split("Xóm 1, Hưng Đạo, Hưng Nguyên, Nghệ An", places())
    new = split("Xóm 1, Xã Hưng Nguyên, Tỉnh Nghệ An", places())
    assert old.is_old
    assert not new.is_old
    assert old.commune == new.commune


@pytest.mark.parametrize("text", ["Xóm 3, Hưng Xyz, Huyện Hưng Nguyên, Nghệ An", "Ấp 2, Quận 5, Hồ Chí Minh"])
def test_an_unknown_old_commune_is_asked_for(text: str) -> None:
    told = hint(text, places())
    assert told is not None
    assert "không còn" in told.vi


def test_a_merged_province_is_named() -> None:
    told = hint("Tổ 2, Tỉnh Bắc Giang", places())
    assert told is not None
    assert "Thành phố Bắc Ninh" in told.vi


@pytest.mark.parametrize("text", ["", ",", "Somewhere abroad", "Nghệ An", ",,,Nghệ An"])
def test_strange_addresses_are_kept_as_they_are(text: str) -> None:
    parts = split(text, places())
    assert parts.commune is None
    assert hint(text, places()) is None


def test_a_name_from_before_an_earlier_merger_is_known_too() -> None:
    assert became("Xóm 2, Xã Nghi Phong, Huyện Nghi Lộc, Tỉnh Nghệ An") == "Phường Vinh Lộc"


def became(text: str) -> str | None:
    """The commune of today that an address is certain of."""
    commune = split(text, places()).commune
    return commune.full_name if commune else None


def test_the_country_has_34_provinces_and_3321_communes() -> None:
    assert len(places().provinces) == 34
    assert len({commune.code for province in places().provinces for commune in places().communes(province)}) == 3321


@pytest.mark.parametrize("detail", ["", "Số 5, xóm 2", "Ấp Xã Cũ, tổ 1"])
def test_an_address_put_together_from_the_lists_is_always_recognised(detail: str) -> None:
    for province in places().provinces:
        for commune in places().communes(province):
            text = compose(detail, commune.full_name, province.full_name)
            parts = split(text, places())
            assert (parts.detail, parts.commune, parts.province, parts.is_old) == (detail, commune, province, False)


def test_of_every_former_unit_what_it_became_is_told_or_asked_and_nothing_else() -> None:
    for province in places().provinces:
        for unit in places().of(province.code).listed.former:
            parts = split(f"Xóm 1, {unit.name}, {unit.district}, {unit.province}", places())
            told = {parts.commune} if parts.commune else set(parts.candidates)
            assert parts.is_old
            assert set(unit.became) <= told, unit
            assert parts.commune is None or unit.confirmed, unit
            assert len(unit.became) == 1 or parts.commune is None, unit


def test_a_file_is_read_when_its_province_is_asked_for_and_once() -> None:
    read: list[str] = []
    known = places_of(places().provinces, lambda code: read.append(code) or ListedPlaces())
    assert (known.province("Nghệ An"), read) == (nghe_an(), [])
    known.communes(nghe_an())
    known.search_communes("a", nghe_an())
    assert read == ["40"]


def test_of_the_provinces_that_visits_asked_for_the_stations_own_is_kept_and_no_other() -> None:
    read: list[str] = []
    later = LaterPlaces(
        lambda: places_of(places().provinces, lambda code: read.append(code) or ListedPlaces()), "Tỉnh Nghệ An"
    )
    later.let_go()
    for _ in range(3):
        for province in later().provinces:
            later().communes(province)
        later.let_go()
    assert read.count(nghe_an().code) == 1
    assert all(read.count(each.code) == 3 for each in places().provinces if each != nghe_an())


def test_a_station_of_no_known_province_keeps_none() -> None:
    read: list[str] = []
    later = LaterPlaces(lambda: places_of(places().provinces, lambda code: read.append(code) or ListedPlaces()), "?")
    for _ in range(2):
        later().communes(nghe_an())
        later.let_go()
    assert read == ["40", "40"]


def test_a_file_that_cannot_be_read_leaves_the_commune_to_be_typed(tmp_path: Path) -> None:
    (tmp_path / "provinces.toml").write_bytes((paths.assets() / "content/places/provinces.toml").read_bytes())
    (tmp_path / "nghe-an.toml").write_text("province =", "utf-8")
    known = read_places(tmp_path)
    assert known.communes(nghe_an()) == ()
    assert split("Số 1, Xã Vân Tụ, Tỉnh Nghệ An", known).commune_text == "Xã Vân Tụ"


@pytest.mark.parametrize(("text", "today"), [
    ("Xóm 3, Xã Châu Bình, Huyện Quỳ Châu, Tỉnh Nghệ An", "Xã Châu Bình"),
    ("Xóm 3, Xã Châu Bính, Huyện Quỳ Châu, Tỉnh Nghệ An", "Xã Châu Tiến"),
    ("Bản 1, Nậm Càn, Kỳ Sơn, Nghệ An", "Xã Na Ngoi"),
    ("Bản 1, Nậm Cắn, Kỳ Sơn, Nghệ An", "Xã Nậm Cắn"),
    ("Xóm 1, Đồng Thành, Yên Thành, Nghệ An", "Xã Quang Đồng"),
    ("Xóm 5, Xã Nghi Vạn, Huyện Nghi Lộc, Nghệ An", "Xã Nghi Lộc"),
    ("Số 5, Phường Hạ Long, Tỉnh Quảng Ninh", "Phường Hạ Long"),
    ("Xóm 2, Xã Quang Đồng, Tỉnh Nghệ An", "Xã Quang Đồng"),
    ("Xóm 2, Quan Thành, Nghệ An", "Xã Quan Thành"),
    ("xom 2, quan thanh, nghe an", "Xã Quan Thành"),
    ("Xóm 1, Quang Sơn, Đô Lương, Nghệ An", "Xã Văn Hiến"),
    ("Xóm 1, Quỳnh Hoa, Quỳnh Lưu, Nghệ An", "Xã Quỳnh Sơn"),
    ("Xóm 1, Nghĩa Phú, Nghĩa Đàn, Nghệ An", "Xã Nghĩa Thọ"),
    ("Khối 4, Phường Đội Cung, Thành phố Vinh, Nghệ An", "Phường Thành Vinh"),
    ("Thôn 3, Xã Vân Tụ, Tỉnh Nghệ An, Việt Nam", "Xã Vân Tụ"),
    ("KP 2, P.12, Q. Gò Vấp, TP.HCM", "Phường An Hội Tây"),
    ("KP 2, P12, Q.Gò Vấp, TPHCM", "Phường An Hội Tây"),
    ("Tổ 3, Phường Đúc, Thành phố Huế, Thừa Thiên Huế", "Phường Thuận Hoá"),
    ("Xóm 1, Hoà Sơn, Đô Lương, Nghệ An", "Xã Văn Hiến"),
    ("Thôn Đông, An Vĩnh, Huyện Lý Sơn, Quảng Ngãi", "Đặc khu Lý Sơn"),
    ("Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu", "Đặc khu Côn Đảo"),
    ("Phường Hiệp Phú, Quận 9, Hồ Chí Minh", "Phường Tăng Nhơn Phú"),
    ("Tổ 1, Phường 4, Thành phố Tân An, Long An", "Phường Long An"),
    ("xóm 3,xã vân tụ,nghệ an.", "Xã Vân Tụ"),
    ("Xóm 3 - Xã Vân Tụ - Tỉnh Nghệ An", "Xã Vân Tụ"),
    ("Xã Đồng Phú, Tỉnh Đồng Nai", "Phường Đồng Phú"),
    ("Xóm 1, Hòa Sơn, Đô Lương, Nghệ An", "Xã Văn Hiến"),
])  # fmt: skip
def test_a_name_leads_to_its_commune_of_today(text: str, today: str) -> None:
    assert became(text) == today


@pytest.mark.parametrize("text", [
    "Xom 1, Chau Binh, Quy Chau, Nghe An",
    "Xóm 1, Quỳnh Abc, Quỳnh Lưu, Nghệ An",
    "Tổ 1, Phường Ngọc Hà, Quận Ba Đình, Hà Nội",
    "Xã Tân Mỹ, Tỉnh Bắc Giang",
])  # fmt: skip
def test_what_may_be_several_communes_is_asked_and_never_guessed(text: str) -> None:
    assert became(text) is None
    told = hint(text, places())
    assert told is not None
    assert "Ông/bà chọn" in told.vi


@pytest.mark.parametrize(
    "name", ["Quảng Trị", "Tỉnh Quảng Ngãi", "Quảng Nam", "tỉnh Quảng Bình", "quang ninh", "TP. Huế"]
)
def test_no_word_for_a_unit_is_cut_out_of_the_name_of_a_province(name: str) -> None:
    assert places().province(name) is not None


@pytest.mark.parametrize(("typed", "first"), [
    ("Quang Sơn", "Xã Văn Hiến"), ("Thanh Phong", "Xã Đại Đồng"), ("xa luong", "Xã Tương Dương"),
    ("Châu Bính", "Xã Châu Tiến"), ("Châu Bình", "Xã Châu Bình"), ("quang", "Xã Quang Đồng"), ("xã vân", "Xã Vân Du"),
])  # fmt: skip
def test_what_is_typed_finds_names_of_today_and_of_before(typed: str, first: str) -> None:
    assert places().search_communes(typed, nghe_an())[0].commune.full_name == first
