"""A file is replaced whole or not at all, and stays whose it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.settled import replace_settled


def test_mode_stays_and_a_new_file_is_for_everybody_to_read(tmp_path: Path) -> None:
    old, new = tmp_path / "old.toml", tmp_path / "deep" / "new.toml"
    old.write_bytes(b"1")
    old.chmod(0o640)
    for path in (old, new):
        replace_settled(path, b"2")
    assert [(path.read_bytes(), path.stat().st_mode & 0o777) for path in (old, new)] == [(b"2", 0o640), (b"2", 0o644)]
    assert [path.name for path in tmp_path.iterdir()] in (["old.toml", "deep"], ["deep", "old.toml"])


def test_the_owner_stays_where_the_writer_may_give_files_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"1")
    given = []
    monkeypatch.setattr(os, "chown", lambda _path, *owner: given.append(owner))
    replace_settled(path, b"2")
    assert given == [(path.stat().st_uid, path.stat().st_gid)]


def test_a_link_keeps_leading_where_it_leads(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    real.write_bytes(b"1")
    link.symlink_to(real)
    replace_settled(link, b"2")
    assert link.is_symlink()
    assert real.read_bytes() == b"2"


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"1")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_settled(path, b"2")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.toml", b"1")]
