"""Provinces, communes and addresses, of today and of before 1/7/2025."""

from __future__ import annotations

from functools import cache

import pytest

from kiosk import paths
from kiosk.forms.addresses import compose, hint, split
from kiosk.forms.place_names import sort_key
from kiosk.forms.places import Places, Province, read_places


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
        ("Phường Vinh Lộc", "Xã Nghi Phong, Thành phố Vinh")
    ]


def test_a_province_is_found_by_its_former_name() -> None:
    found = places().province("tỉnh Bắc Giang")
    assert found is not None
    assert found.full_name == "Tỉnh Bắc Ninh"
    assert [province.name for province in places().search_provinces("ha nam")] == ["Ninh Bình"]


def test_an_address_of_today_is_taken_apart_and_put_together_again() -> None:
    text = compose("Số 5, xóm 2", "Xã Vân Tụ", "Tỉnh Nghệ An")
    parts = split(text, places())
    assert parts.commune is not None
    assert (parts.detail, parts.commune.full_name, parts.has_district) == ("Số 5, xóm 2", "Xã Vân Tụ", False)
    assert hint(text, places()) is None


def test_a_card_address_with_a_district_gets_the_commune_of_today_as_a_hint() -> None:
    parts = split("Khối 3, Bến Thủy, TP. Vinh, Nghệ An", places())
    assert parts.commune is not None
    assert (parts.detail, parts.commune.full_name, parts.has_district) == ("Khối 3", "Phường Trường Vinh", True)
    told = hint("Khối 3, Bến Thủy, TP. Vinh, Nghệ An", places())
    assert told is not None
    assert "Phường Trường Vinh, Tỉnh Nghệ An" in told.vi


def test_a_name_that_is_both_district_and_commune_is_told_by_what_stands_before_it() -> None:
    old = split("Xóm 1, Hưng Đạo, Hưng Nguyên, Nghệ An", places())
    new = split("Xóm 1, Xã Hưng Nguyên, Tỉnh Nghệ An", places())
    assert old.has_district
    assert not new.has_district
    assert old.commune == new.commune


@pytest.mark.parametrize("text", ["Xóm 3, Hưng Tân, Huyện Hưng Nguyên, Nghệ An", "Ấp 2, Quận 5, Hồ Chí Minh"])
def test_an_unknown_old_commune_is_asked_for(text: str) -> None:
    told = hint(text, places())
    assert told is not None
    assert "không còn" in told.vi


def test_a_merged_province_is_named() -> None:
    told = hint("Xã Tân Mỹ, Tỉnh Bắc Giang", places())
    assert told is not None
    assert "Tỉnh Bắc Ninh" in told.vi


@pytest.mark.parametrize("text", ["", ",", "Somewhere abroad", "Nghệ An", ",,,Nghệ An"])
def test_strange_addresses_are_kept_as_they_are(text: str) -> None:
    parts = split(text, places())
    assert parts.commune is None
    assert hint(text, places()) is None


def test_a_name_from_before_an_earlier_merger_is_known_too() -> None:
    parts = split("Xóm 2, Xã Nghi Phong, Huyện Nghi Lộc, Tỉnh Nghệ An", places())
    assert parts.commune is not None
    assert parts.commune.full_name == "Phường Vinh Lộc"
