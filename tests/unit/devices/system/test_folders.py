"""Both ways of holding a person's folder: by a descriptor, and by its path where the system has no such thing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from devices.system import folders
from devices.system.folders import OpenFolder, open_folder


@contextmanager
def _by_path(path: Path) -> Iterator[OpenFolder]:
    yield folders._ByPath(path)


@pytest.fixture(params=[open_folder, _by_path], ids=["held", "by-path"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenFolder]:
    with request.param(tmp_path) as opened:
        yield opened


def test_a_file_is_made_named_read_and_taken_away(folder: OpenFolder, tmp_path: Path) -> None:
    with os.fdopen(folder.create("a.part"), "wb") as file:
        file.write(b"\n" * 3)
    folder.rename("a.part", "a")
    folder.settle()
    with os.fdopen(folder.read("a"), "rb") as file:
        assert file.read() == b"\n\n\n"
    assert (folder.has("a"), folder.has("a.part")) == (True, False)
    folder.remove("a")
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_is_there_is_written_over(folder: OpenFolder, tmp_path: Path) -> None:
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").write_bytes(b"1")
    for name in ("dead", "file"):
        assert folder.has(name)
        with pytest.raises(FileExistsError):
            folder.create(name)
    assert (tmp_path / "file").read_bytes() == b"1"


def test_links_pipes_and_folders_are_not_read(folder: OpenFolder, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1")
    (tmp_path / "link").symlink_to("file")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("link", "pipe", "folder", "missing"):
        with pytest.raises(OSError, match=r"."):
            folder.read(name)


def test_a_link_is_no_folder_to_hold(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    with pytest.raises(OSError, match=r"."), open_folder(tmp_path / "link"):
        pass
