"""An address in parts: what was not touched stays, old names lead to the communes of today."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk import paths
from kiosk.forms.address_entry import opened
from kiosk.forms.places import Places, read_places
from kiosk.i18n import Language
from ui.view_models.address import AddressViewModel, derive_address


@pytest.fixture(scope="module")
def places() -> Places:
    return read_places(paths.assets() / "content" / "places")


@pytest.fixture
def address(qapp: QCoreApplication) -> AddressViewModel:
    return AddressViewModel()


def test_a_blank_answer_starts_in_the_province_of_the_station(address: AddressViewModel, places: Places) -> None:
    address.open(opened("", places, "Tỉnh Nghệ An"), Language.VI)
    assert address.props.province == "Tỉnh Nghệ An"
    assert address.props.choosing
    assert address.props.value == ""


def test_an_untouched_answer_stays_as_it_was(address: AddressViewModel, places: Places) -> None:
    address.open(opened("Xóm 5, Nam Giang, Nam Đàn, Nghệ An", places, "Tỉnh Nghệ An"), Language.VI)
    assert address.props.value == "Xóm 5, Nam Giang, Nam Đàn, Nghệ An"


def test_a_few_letters_without_marks_find_the_commune(address: AddressViewModel, places: Places) -> None:
    address.open(opened("", places, "Tỉnh Nghệ An"), Language.VI)
    address.search("van tu")
    assert address.props.names == ("Xã Vân Tụ",)
    address.choose(0)
    address.setDetail("Số 12 đường Trường Học")
    assert not address.props.choosing
    assert address.props.value == "Số 12 đường Trường Học, Xã Vân Tụ, Tỉnh Nghệ An"


def test_another_province_takes_the_commune_with_it_and_keeps_the_street(
    address: AddressViewModel, places: Places
) -> None:
    address.open(opened("Số 12, Xã Vân Tụ, Tỉnh Nghệ An", places, "Tỉnh Nghệ An"), Language.VI)
    address.clearProvince()
    assert address.props.commune == ""
    address.search("ha noi")
    address.choose(0)
    address.search("hoan kiem")
    address.choose(0)
    assert address.props.value == "Số 12, Phường Hoàn Kiếm, Thành phố Hà Nội"


def test_nothing_is_kept_after_forgetting(address: AddressViewModel, places: Places) -> None:
    address.open(opened("Số 12, Xã Vân Tụ, Tỉnh Nghệ An", places, "Tỉnh Nghệ An"), Language.VI)
    address.forget()
    assert address.props.value == ""
    assert address.props.detail == ""


def test_without_a_province_every_province_that_fits_is_offered_and_one_must_be_chosen(places: Places) -> None:
    props = derive_address(opened("", places).search("nghe an"), Language.VI)
    assert props.choosing
    assert props.names == ("Tỉnh Nghệ An",)
    assert props.old_names == ("",)


def test_a_commune_is_found_by_its_former_name_and_the_former_name_stands_beside_it(places: Places) -> None:
    props = derive_address(opened("", places, "Tỉnh Nghệ An").search("nam giang"), Language.VI)
    assert len(props.names) == len(props.old_names) >= 1
    assert any("Nam Giang" in old for old in props.old_names)


def test_once_the_commune_is_chosen_nothing_more_is_offered(places: Places) -> None:
    props = derive_address(opened("Số 12, Xã Vân Tụ, Tỉnh Nghệ An", places), Language.VI)
    assert (props.province, props.commune, props.detail) == ("Tỉnh Nghệ An", "Xã Vân Tụ", "Số 12")
    assert (props.choosing, props.names, props.typed_commune) == (False, (), False)


def test_nothing_is_shown_or_taken_before_an_address_is_open(address: AddressViewModel) -> None:
    address.search("van tu")
    address.choose(0)
    address.setDetail("Số 1")
    assert address.props.value == ""


def test_what_an_old_commune_became_is_offered_until_one_is_chosen(address: AddressViewModel, places: Places) -> None:
    address.open(opened("Tổ 1, Phường Ngọc Hà, Quận Ba Đình, Hà Nội", places, "Tỉnh Nghệ An"), Language.VI)
    assert (address.props.offered, address.props.commune) == (True, "")
    address.choose(address.props.names.index("Phường Ba Đình"))
    assert not address.props.offered
    assert address.props.value == "Tổ 1, Phường Ba Đình, Thành phố Hà Nội"


def test_abroad_stands_after_the_provinces_and_countries_are_said_in_the_language(
    address: AddressViewModel, places: Places
) -> None:
    address.open(opened("", places, domestic=False), Language.VI)
    assert len(address.props.names) == len(address.props.old_names) == 35
    assert address.props.names[-1] == "Ở nước ngoài"
    address.choose(34)
    assert (address.props.province, address.props.abroad, address.props.choosing) == ("Ở nước ngoài", True, True)
    address.speak(Language.EN)
    address.search("ger")
    assert address.props.names == ("Germany",)
    address.choose(0)
    address.setDetail("Alexanderplatz 1, Berlin")
    assert (address.props.province, address.props.value) == ("Đức", "Alexanderplatz 1, Berlin, Đức")
