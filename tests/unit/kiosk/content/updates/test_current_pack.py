"""Which pack the station reads: the newest whole one, never a spoiled or half one, else the shipped one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.content.updates import PackFolder, PackVersion, current_pack, update_age, version_of
from kiosk.content.updates.archive import packed, unpack
from tests.helpers.province import write_pack

OLD, NEW = "2026.11.24", "2026.12.01"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "shipped", "2026.11.23")


def install(state: Path, scratch: Path, version: str) -> Path:
    """A pack of this version, as an update leaves it; returns its folder."""
    folder = PackFolder(state)
    folder.make_ready()
    archive = scratch / f"{version}.tar.xz"
    archive.write_bytes(packed(write_pack(scratch / version, version)))
    unpack(archive, folder.incoming / "pack")
    folder.make_current(folder.incoming / "pack", PackVersion.parse(version))
    return folder.packs / version


def test_a_station_without_updates_reads_the_shipped_pack(tmp_path: Path, shipped: Path) -> None:
    assert current_pack(tmp_path / "state", shipped) == shipped


def test_the_newest_pack_is_the_current_one(tmp_path: Path, shipped: Path) -> None:
    state = tmp_path / "state"
    for version in (NEW, OLD):
        install(state, tmp_path, version)
    assert str(version_of(current_pack(state, shipped))) == NEW


def test_a_program_that_brings_newer_content_reads_its_own(tmp_path: Path) -> None:
    install(tmp_path / "state", tmp_path, OLD)
    newer = write_pack(tmp_path / "shipped", NEW)
    assert current_pack(tmp_path / "state", newer) == newer


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


SPOILS: tuple[Callable[[Path], None], ...] = (cut, flip, Path.unlink)


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.__name__)
@pytest.mark.parametrize("name", ["manifest.json", "content/pack.toml", "content/notices/text.toml"])
def test_a_spoiled_pack_gives_way_to_the_one_before(
    tmp_path: Path, shipped: Path, name: str, spoil: Callable[[Path], None]
) -> None:
    state = tmp_path / "state"
    install(state, tmp_path, OLD)
    spoil(install(state, tmp_path, NEW) / name)
    assert str(version_of(current_pack(state, shipped))) == OLD
    spoil(state / "content" / "packs" / OLD / name)
    assert current_pack(state, shipped) == shipped


def test_a_file_too_many_is_a_mixture_and_refused(tmp_path: Path, shipped: Path) -> None:
    (install(tmp_path / "state", tmp_path, NEW) / "content" / "notices" / "old.toml").write_text("", "utf-8")
    assert current_pack(tmp_path / "state", shipped) == shipped


def test_a_folder_under_a_foreign_version_is_refused(tmp_path: Path, shipped: Path) -> None:
    install(tmp_path / "state", tmp_path, OLD).rename(tmp_path / "state" / "content" / "packs" / NEW)
    assert current_pack(tmp_path / "state", shipped) == shipped


def test_three_packs_are_kept_and_older_ones_removed(tmp_path: Path) -> None:
    versions = [f"2026.12.0{day}" for day in range(1, 6)]
    for version in versions:
        install(tmp_path / "state", tmp_path, version)
    PackFolder(tmp_path / "state").tidy()
    assert sorted(path.name for path in (tmp_path / "state/content/packs").iterdir()) == versions[-3:]


def test_the_age_counts_days_since_the_source_was_heard(tmp_path: Path) -> None:
    now = datetime(2026, 12, 1, 8, tzinfo=UTC)
    assert update_age(tmp_path, now) is None
    folder = PackFolder(tmp_path)
    folder.make_ready()
    folder.note_look(now - timedelta(days=9, hours=1))
    assert update_age(tmp_path, now) == 9
    assert update_age(tmp_path, now - timedelta(days=30)) == 0
    (tmp_path / "content" / "looked").write_text("gestern", "utf-8")
    assert update_age(tmp_path, now) is None


def test_versions_order_by_day_then_number() -> None:
    texts = ["2026.11.23", "2026.11.23.2", "2026.11.23.10", "2026.12.01"]
    assert [str(version) for version in sorted(map(PackVersion.parse, reversed(texts)))] == texts


@pytest.mark.parametrize("text", ["", "1", "2026.13.01", "2026.11.23.0", "../..", "2026.11.23 "])
def test_anything_else_is_no_version(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PackVersion.parse(text)
