"""The guides that travel with the station: each proved, each problem of the help desk covered."""

from __future__ import annotations

import re

import pytest

from kiosk import paths
from kiosk.guides.catalogue import read_guides
from kiosk.guides.check import check_guide, check_handing_on
from kiosk.guides.guide import Guide, Topic
from tests.helpers import shipped
from tests.helpers.days import TODAY

PACK = shipped.PACK
GUIDES = read_guides(PACK)
PROCEDURES = {path.stem for path in (paths.assets() / "content" / "procedures").glob("*.toml")}
EACH = pytest.mark.parametrize("guide", GUIDES.guides.values(), ids=GUIDES.guides)

NEEDED = {
    "vneid-muc-1", "vneid-muc-2-chuan-bi", "vneid-kich-hoat", "vneid-may-moi", "vneid-doi-so", "vneid-quen-mat-khau",
    "vneid-quen-passcode", "vneid-khong-nfc", "vneid-mat-dien-thoai", "vneid-chi-muc-1", "vneid-khong-dien-thoai",
    "vneid-bao-tri", "vneid-lua-dao", "bay-cach-thay-so-ho-khau", "tai-khoan-an-sinh", "kham-benh-bang-can-cuoc",
    "rut-tien-bang-can-cuoc", "hoc-phi-khong-tien-mat", "khai-bao-luu-tru", "nop-phat", "doi-bang-lai",
}  # fmt: skip


def test_every_need_has_its_guide() -> None:
    assert not PACK.faults
    assert set(GUIDES.guides) >= NEEDED


@EACH
def test_every_walk_ends_at_done_or_at_a_named_counter(guide: Guide) -> None:
    procedures = PROCEDURES | {guide.procedure or ""}
    assert check_guide(guide, counters=GUIDES.counters, guides=GUIDES.guides, procedures=procedures) == []


def test_no_chain_of_guides_goes_on_for_ever() -> None:
    assert check_handing_on(GUIDES.guides.values()) == []


def test_the_seven_ways_are_seven() -> None:
    ways = [step.text.vi for step in GUIDES.guides["bay-cach-thay-so-ho-khau"].steps]
    assert [int(found[1]) for text in ways if (found := re.match(r"Cách (\d):", text))] == list(range(1, 8))


def test_activation_shows_eight_phone_screens_on_its_straight_way() -> None:
    guide = GUIDES.guides["vneid-kich-hoat"]
    here, screens = guide.step("cai"), 0
    while here is not None:
        screens += here.screen is not None
        here = guide.step(here.next or "")
    assert screens == 8


def test_every_topic_has_a_guide() -> None:
    assert all(GUIDES.on(topic, TODAY) for topic in Topic)
