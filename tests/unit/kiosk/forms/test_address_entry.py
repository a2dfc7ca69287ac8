"""An address entered step by step, and opened again over what is there."""

from __future__ import annotations

import pytest

from kiosk.forms.address_entry import AddressEntry, opened
from kiosk.forms.countries import Country
from kiosk.forms.place_lists import ListedPlaces, Province
from kiosk.forms.places import places_of
from tests.unit.kiosk.forms.test_places import places


def named(entry: AddressEntry) -> list[str]:
    """What is offered now."""
    communes = [hit.commune.full_name for hit in entry.found_communes()]
    return [province.full_name for province in entry.found_provinces()] + communes


def test_province_then_commune_then_detail_make_one_line() -> None:
    entry = opened("", places()).search("nghe an").choose(0)
    assert len(named(entry)) == 130
    entry = entry.search("van tu").choose(0).with_detail("Số 5, xóm 2")
    assert entry.value == "Số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An"
    assert opened(entry.value, places()) == entry


def test_a_blank_answer_starts_in_the_own_province_and_stays_blank() -> None:
    entry = opened("", places(), "Tỉnh Nghệ An")
    assert entry.province is not None
    assert (entry.province.name, entry.value, entry.is_choosing) == ("Nghệ An", "", True)


def test_another_province_asks_for_the_commune_again_and_keeps_the_detail() -> None:
    entry = opened("Xóm 2, Xã Vân Tụ, Tỉnh Nghệ An", places()).without_province()
    assert (entry.commune, entry.detail, entry.is_choosing) == (None, "Xóm 2", True)
    moved = entry.search("ha tinh").choose(0)
    assert moved.value == "Xóm 2, Tỉnh Hà Tĩnh"


def test_an_old_address_keeps_its_words_until_the_commune_it_became_is_chosen() -> None:
    written = "Khối 3, Bến Thủy, Vinh, Nghệ An"
    entry = opened(written, places())
    assert (entry.value, entry.detail, entry.commune) == (written, "Khối 3", None)
    assert named(entry) == ["Phường Trường Vinh"]
    assert entry.choose(0).value == "Khối 3, Phường Trường Vinh, Tỉnh Nghệ An"


def test_of_a_commune_that_was_split_every_part_is_offered_and_none_is_chosen() -> None:
    written = "Tổ 1, Phường Ngọc Hà, Quận Ba Đình, Thành phố Hà Nội"
    entry = opened(written, places())
    assert (entry.commune, entry.value, entry.is_choosing) == (None, written, True)
    assert {"Phường Ba Đình", "Phường Ngọc Hà"} <= set(named(entry))
    chosen = entry.choose(named(entry).index("Phường Ngọc Hà"))
    assert chosen.value == "Tổ 1, Phường Ngọc Hà, Thành phố Hà Nội"


@pytest.mark.parametrize("index", [-1, 500])
def test_a_place_that_is_not_offered_changes_nothing(index: int) -> None:
    entry = opened("", places(), "Tỉnh Nghệ An")
    assert entry.choose(index) is entry


def test_an_address_opened_and_chosen_again_is_still_one_address() -> None:
    entry = opened("Số 5, Phường Hạ Long, Thành phố Quảng Ninh", places())
    again = entry.without_commune().search("ha long").choose(0)
    assert again.value == "Số 5, Phường Hạ Long, Thành phố Quảng Ninh"


def test_where_no_list_of_communes_is_known_the_commune_is_typed() -> None:
    alone = places_of([Province(code="01", name="Mẫu", kind="tỉnh")], lambda code: ListedPlaces())
    entry = opened("Số 1, Xã X, Tỉnh Mẫu", alone)
    assert (entry.is_commune_typed, entry.is_choosing, entry.commune_text) == (True, False, "Xã X")
    assert entry.with_commune_text("Xã Y").value == "Số 1, Xã Y, Tỉnh Mẫu"


def test_what_is_no_address_stays_whole() -> None:
    entry = opened("123 Main Street, Springfield", places())
    assert (entry.province, entry.value) == (None, "123 Main Street, Springfield")


def test_an_address_abroad_is_entered_by_its_country_and_opened_again() -> None:
    entry = opened("", places(), domestic=False).search("nuoc ngoai")
    assert (named(entry), entry.offers_abroad) == ([], True)
    entry = entry.choose(0)
    assert (entry.abroad, entry.is_choosing, entry.searched, entry.value) == (True, True, "nuoc ngoai", "")
    entry = entry.search("phap")
    assert [country.code for country in entry.found_countries()] == ["FR"]
    entry = entry.choose(0).with_detail("12 Rue Mouffetard, Paris")
    assert (entry.value, entry.is_choosing) == ("12 Rue Mouffetard, Paris, Pháp", False)
    assert opened(entry.value, places(), domestic=False) == entry


def test_a_country_that_is_searched_among_the_provinces_is_offered_as_abroad_and_stays_searched() -> None:
    entry = opened("", places(), domestic=False).search("hoa ky")
    assert (entry.found_provinces(), entry.offers_abroad) == ((), True)
    assert [country.code for country in entry.choose(0).found_countries()] == ["US"]


def test_from_abroad_back_to_a_province_the_detail_stays() -> None:
    entry = opened("Phố 1, Viêng Chăn, Lào", places(), domestic=False)
    assert entry.country is not None
    assert entry.country.code == "LA"
    home = entry.without_province().search("nghe an").choose(0)
    assert (home.abroad, home.value) == (False, "Phố 1, Viêng Chăn, Tỉnh Nghệ An")


def test_where_the_answer_lies_in_viet_nam_abroad_is_not_offered() -> None:
    entry = opened("", places()).search("nuoc ngoai")
    assert not entry.offers_abroad
    assert entry.choose(0) is entry
    assert opened("12 Rue Mouffetard, Paris, Pháp", places()).province is None


@pytest.mark.parametrize("country", places().countries.all, ids=lambda country: country.code)
def test_every_country_is_known_again_by_each_of_its_names(country: Country) -> None:
    for name in country.names:
        assert opened(f"Phố 1, {name}", places(), domestic=False).country == country


@pytest.mark.parametrize(
    "written",
    [
        "Xóm 3, Xã Nga",
        "Xóm Lào, Xã Vân Tụ, Tỉnh Nghệ An",
        "xa Anh",
        "Thôn Áo Dài",
        "Anh Sơn, Nghệ An",
        "Phường Ý",
        "",
    ],
)
def test_a_place_of_viet_nam_is_no_country(written: str) -> None:
    assert opened(written, places(), domestic=False).country is None
