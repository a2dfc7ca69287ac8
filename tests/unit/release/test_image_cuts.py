"""What is looked at after the power of a booted machine failed while it took signed content."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from kiosk.clock import Clock
from kiosk.content.updates import PackFolder
from kiosk.content.updates.manifest import CONTENT
from kiosk.content.updates.updating import Updated, update
from release.image.verify.offered import VERSION, OnTheStick, brought, whole_or_before
from tests.helpers.province import Province, write_pack


@pytest.fixture
def offered(tmp_path: Path) -> OnTheStick:
    return OnTheStick(content=write_pack(tmp_path / "offered", VERSION), public=tmp_path, stick=tmp_path / "stick")


def station_with(pack: Path, folder: Path) -> Path:
    """The state of a station that has taken this pack."""
    province = Province(folder / "province")
    province.publish(pack)
    state = folder / "state"
    source = str(province.public)
    taken = update(source, PackFolder(state), province.root, trial=lambda _: (), now=Clock().utc)
    assert isinstance(taken, Updated)
    return state


def test_a_station_that_has_not_taken_it_yet_is_as_before(tmp_path: Path, offered: OnTheStick) -> None:
    assert not whole_or_before(tmp_path / "state", offered, told=False)
    with pytest.raises(click.ClickException, match="told to be done"):
        whole_or_before(tmp_path / "state", offered, told=True)


def test_a_station_that_has_taken_it_has_every_file(tmp_path: Path, offered: OnTheStick) -> None:
    state = station_with(offered.content, tmp_path)
    assert whole_or_before(state, offered, told=True)
    (PackFolder(state).packs / VERSION / CONTENT / "notices/text.toml").write_text("")
    with pytest.raises(click.ClickException, match=r"the whole of text\.toml"):
        whole_or_before(state, offered, told=False)


def test_the_content_that_is_offered_is_the_one_the_image_brought_and_not_a_later_checkouts(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="one content"):
        brought(tmp_path)
    own = tmp_path / "tree/opt/kiosk-dvc/releases/0.1.0/_internal/assets/content"
    own.mkdir(parents=True)
    assert brought(tmp_path) == own
