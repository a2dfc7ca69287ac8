"""Addresses on their way through a form: entered, opened again, and printed as they were entered."""

from __future__ import annotations

from functools import cache

import pytest

from kiosk import paths
from kiosk.documents import Typesetter, declaration
from kiosk.forms import Journey, printed
from kiosk.forms.address_entry import AddressEntry, opened
from kiosk.forms.places import Commune, Places, Province, read_places
from tests.helpers.pages import text_of
from tests.unit.kiosk.documents.sheets import PRINTED_ON
from tests.unit.kiosk.forms.people import answered, journey

DETAIL = "Số 5, xóm 2"


@cache
def places() -> Places:
    return read_places(paths.assets() / "content" / "places")


def entered(commune: Commune, province: Province) -> AddressEntry:
    """An address put together as the screen does it: both looked for by their whole names."""
    entry = opened("", places()).search(province.full_name).choose(0).search(commune.full_name)
    found = [hit.commune for hit in entry.found_communes()]
    return entry.choose(found.index(commune)).with_detail(DETAIL)


def filled(address: str) -> Journey:
    """CT01 for temporary residence at an address."""
    given = {"khai_cho": "toi", "dien_thoai": "0912345678", "la_chu_ho": "yes", "dia_chi": address}
    return answered(journey(), **given, tu_ngay="1/12/2026", den_ngay="1/12/2027", co_thanh_vien="no")


@pytest.mark.parametrize("province", places().provinces, ids=lambda province: province.code)
def test_every_commune_is_entered_and_opened_again(province: Province) -> None:
    for commune in places().communes(province):
        entry = entered(commune, province)
        assert entry.value == f"{DETAIL}, {commune.full_name}, {province.full_name}"
        assert opened(entry.value, places()) == entry


@pytest.mark.parametrize("province", places().provinces, ids=lambda province: province.code)
def test_the_longest_name_of_each_province_is_answered_and_printed_whole(
    typesetter: Typesetter, province: Province
) -> None:
    commune = max(places().communes(province), key=lambda each: len(each.full_name))
    entry = entered(commune, province)
    done = filled(entry.value)
    answer = done.answer("dia_chi")
    assert answer is not None
    assert answer.value == entry.value
    form = printed(done)
    assert any(f"{commune.full_name}, {province.full_name}" in line.value for line in form.items)
    words = " ".join(text_of(declaration(typesetter, form, printed_on=PRINTED_ON).pdf).split())
    assert f"{commune.full_name}, {province.full_name}" in words
