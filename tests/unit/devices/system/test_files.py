"""A file is replaced whole or not at all, stays whose it was, and is for whom it is meant."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from devices.system.files import (
    open_own,
    overwrite_and_remove,
    reason,
    replace_private,
    replace_settled,
    write_private,
)


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


def test_a_private_file_is_its_owner_s_alone_and_so_is_the_folder_made_for_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "pc.key"
    (tmp_path / "keys").mkdir(mode=0o700)
    (tmp_path / "keys" / ".pc.key.new").write_bytes(b"left by a power cut, for everybody to read")
    for content in (b"1", b"22"):
        replace_private(path, content)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"22", 0o600)
    assert [file.name for file in path.parent.iterdir()] == ["pc.key"]
    replace_private(tmp_path / "new" / "a", b"")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_a_private_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.pem"
    write_private(path, b"1")
    with pytest.raises(FileExistsError):
        write_private(path, b"2")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"1", 0o600)


def test_only_a_regular_file_is_opened_as_our_own(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe"):
        with pytest.raises(OSError, match=r"."):
            open_own(tmp_path / name)
    os.close(open_own(tmp_path / "new"))
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_a_secret_is_overwritten_before_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_bytes(b"secret")
    (tmp_path / "same").hardlink_to(path)
    overwrite_and_remove(path)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [bytes(6)]


@pytest.mark.parametrize(("told", "meant"), [(21, errno.ENODEV), (1167, errno.ENODEV), (5, errno.EACCES)])
def test_a_stick_that_was_pulled_is_told_from_one_that_may_only_be_read(told: int, meant: int) -> None:
    fault = PermissionError(errno.EACCES, "no")
    fault.winerror = told  # as Windows' Python sets it
    assert reason(fault) == meant
