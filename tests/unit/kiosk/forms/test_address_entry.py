"""An address entered step by step, and opened again over what is there."""

from __future__ import annotations

from kiosk.forms.address_entry import AddressEntry, opened
from tests.unit.kiosk.forms.test_places import places


def test_province_then_commune_then_detail_make_one_line() -> None:
    entry = AddressEntry(places=places(), detail="Số 5, xóm 2")
    entry = entry.with_province(entry.provinces.index("Tỉnh Nghệ An"))
    assert len(entry.communes) == 130
    entry = entry.with_commune(entry.communes.index("Xã Vân Tụ"))
    assert entry.value == "Số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An"
    assert opened(entry.value, places()) == entry


def test_another_province_asks_for_the_commune_again() -> None:
    entry = opened("Xóm 2, Xã Vân Tụ, Tỉnh Nghệ An", places())
    moved = entry.with_province(entry.provinces.index("Tỉnh Hà Tĩnh"))
    assert (moved.commune, moved.communes, moved.detail) == (-1, (), "Xóm 2")
    assert entry.with_province(entry.province) == entry


def test_an_old_address_keeps_house_and_hamlet_and_tells_the_commune_of_today() -> None:
    entry = opened("Khối 3, Bến Thủy, Vinh, Nghệ An", places())
    assert (entry.commune, entry.detail) == (-1, "Khối 3")
    assert entry.hint is not None
    assert "Phường Trường Vinh" in entry.hint.vi


def test_a_commune_of_another_province_is_kept_as_typed() -> None:
    entry = opened("Số 1, Xã Thạch Hà, Tỉnh Hà Tĩnh", places())
    assert (entry.commune_typed, entry.value) == ("Xã Thạch Hà", "Số 1, Xã Thạch Hà, Tỉnh Hà Tĩnh")


def test_what_is_no_address_stays_whole() -> None:
    entry = opened("123 Main Street, Springfield", places())
    assert (entry.province, entry.value) == (-1, "123 Main Street, Springfield")
