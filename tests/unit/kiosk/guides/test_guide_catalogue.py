"""The guides of a pack: topics in order, and counters with the commune's own name and telephone."""

from __future__ import annotations

from pathlib import Path

from kiosk import paths
from kiosk.content.pack import Pack
from kiosk.guides.catalogue import OwnCounter, read_guides
from kiosk.guides.guide import Topic
from kiosk.i18n import Text
from tests.helpers.days import TODAY

CONTENT = paths.assets() / "content"
OURS = OwnCounter(name=Text(vi="Công an xã Thử", en="Thử commune police"), phone="0238 111")


def test_guides_stand_in_their_order() -> None:
    orders = [guide.order for guide in read_guides(Pack(CONTENT)).on(Topic.VNEID_TROUBLE, TODAY)]
    assert orders == sorted(orders)
    assert len(set(orders)) == len(orders)


def test_the_settings_give_a_counter_its_own_name_and_telephone() -> None:
    counter = read_guides(Pack(CONTENT), own={"cong-an-xa": OURS, "khong-co": OURS}).counter("cong-an-xa")
    assert counter is not None
    assert (counter.name, counter.phone) == (OURS.name, "0238 111")


def test_a_telephone_of_the_overlay_goes_before_that_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "counters.toml").write_text('[counters.cong-an-xa]\nphone = "0238 222"\n', "utf-8")
    counter = read_guides(Pack(CONTENT, overlays=[tmp_path]), own={"cong-an-xa": OURS}).counter("cong-an-xa")
    assert counter is not None
    assert counter.phone == "0238 222"


def test_what_is_not_on_the_shelf_is_none() -> None:
    guides = read_guides(Pack(CONTENT))
    assert guides.get("khong-co", TODAY) is None
    assert guides.counter("khong-co") is None
