"""What a province decided for itself is shown at its own stations and nowhere else."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from kiosk.procedures.catalogue import read_catalogue
from kiosk.procedures.own_province import broken_rules, shown_in
from kiosk.procedures.procedure import Procedure
from tests.helpers import shipped

PACK = shipped.PACK
DAY = date(2026, 11, 29)
EVERYWHERE = shipped.catalogue().by_id
BORDER = "lien-van-viet-lao"
ITS_FEE, OTHERS_FEE = EVERYWHERE["dang-ky-lai-ket-hon"].fees


def with_provinces(own: str, *fees: str) -> Procedure:
    marked = tuple(msgspec.structs.replace(OTHERS_FEE, province=name) for name in fees)
    return msgspec.structs.replace(EVERYWHERE[BORDER], province=own, fees=marked)


@pytest.mark.parametrize(
    ("station", "offered"), [("Tỉnh Nghệ An", True), ("Nghệ An", True), ("Tỉnh Hà Tĩnh", False), ("Tỉnh An", False)]
)
def test_a_procedure_of_one_province_is_offered_only_there(station: str, offered: bool) -> None:
    catalogue = read_catalogue(PACK, province=station)
    assert (BORDER in catalogue.by_id) is offered
    assert len(catalogue.by_id) >= len(EVERYWHERE) - 1


@pytest.mark.parametrize(("station", "shown"), [("Tỉnh Nghệ An", ITS_FEE), ("Thành phố Huế", OTHERS_FEE)])
def test_the_fee_a_province_set_is_shown_only_there(station: str, shown: object) -> None:
    assert shown_in(EVERYWHERE, station)["dang-ky-lai-ket-hon"].fee(DAY) == shown
    assert ITS_FEE.online_vnd == 0 != OTHERS_FEE.online_vnd


def test_every_province_can_say_what_everything_costs_there() -> None:
    for station in ("Tỉnh Nghệ An", "Tỉnh Cà Mau"):
        assert all(procedure.fee(DAY) for procedure in shown_in(EVERYWHERE, station).values())


@pytest.mark.parametrize(
    ("procedure", "path"),
    [
        (with_provinces("Nghê An", ""), "province"),
        (with_provinces("", "Vinh", ""), "fees[0].province"),
        (with_provinces("", "Nghệ An", "Cà Mau"), "fees"),
    ],
)
def test_a_mark_that_would_hide_something_everywhere_is_a_fault(procedure: Procedure, path: str) -> None:
    assert [found for found, _ in broken_rules(procedure, {"Nghệ An", "Cà Mau"})] == [path]


def test_a_province_may_charge_what_it_likes_for_its_own_procedure() -> None:
    assert list(broken_rules(with_provinces("Nghệ An", "Nghệ An"), {"Nghệ An"})) == []
