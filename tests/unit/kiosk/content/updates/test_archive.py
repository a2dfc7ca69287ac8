"""The archive of a pack: the same bytes for the same folder, and nothing but the manifest's files comes out."""

from __future__ import annotations

import io
import lzma
import os
import tarfile
from pathlib import Path

import pytest

from kiosk.content.fault import ContentError
from kiosk.content.updates import manifest as manifests
from kiosk.content.updates.archive import LARGEST_PACK, manifest_of, packed, unpack
from kiosk.content.updates.errors import DamagedError
from kiosk.content.updates.manifest import Manifest, ManifestEntry, entry_of
from tests.helpers.province import write_pack

VERSION = "2026.12.01"
FILE = tarfile.TarInfo("content/pack.toml")


def archive(path: Path, *members: tuple[tarfile.TarInfo, bytes]) -> Path:
    """An archive of exactly these members."""
    bare = io.BytesIO()
    with tarfile.open(fileobj=bare, mode="w") as tar:
        for entry, content in members:
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    path.write_bytes(lzma.compress(bare.getvalue()))
    return path


def head(**files: bytes) -> tuple[tarfile.TarInfo, bytes]:
    """A manifest naming these files, __ for /."""
    entries = {name.replace("__", "/"): entry_of(content) for name, content in files.items()}
    return tarfile.TarInfo(manifests.FILE_NAME), Manifest(version=VERSION, format=1, files=entries).encoded()


def test_what_was_packed_comes_out_again(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack", VERSION)
    (tmp_path / "a.tar.xz").write_bytes(packed(folder))
    manifest = unpack(tmp_path / "a.tar.xz", tmp_path / "out")
    assert manifest == manifest_of(folder)
    assert (tmp_path / "out/content/notices/text.toml").read_bytes() == (folder / "notices/text.toml").read_bytes()


def test_the_same_folder_gives_the_same_bytes_whenever_and_wherever_it_lies(tmp_path: Path) -> None:
    one, other = write_pack(tmp_path / "one", VERSION), write_pack(tmp_path / "other", VERSION)
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700)
    assert packed(one) == packed(other)


def test_a_folder_without_a_version_is_no_pack(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    with pytest.raises(ContentError, match=r"pack\.toml"):
        packed(tmp_path / "pack")


@pytest.mark.parametrize("name", ["tờ khai.toml", "-x.toml", ".hidden"])
def test_a_name_that_is_not_portable_is_refused(tmp_path: Path, name: str) -> None:
    (write_pack(tmp_path / "pack", VERSION) / name).touch()
    with pytest.raises(ValueError, match="expected letters"):
        packed(tmp_path / "pack")


def link(name: str) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
    return entry


@pytest.mark.parametrize(
    "members",
    [
        [(FILE, b"")],
        [head(a=b"1"), (tarfile.TarInfo("content/b"), b"1")],
        [head(a=b"1"), (tarfile.TarInfo("content/a"), b"12")],
        [head(a=b"1"), (tarfile.TarInfo("content/a"), b"2")],
        [head(a=b"1")],
        [head(a=b""), (link("content/a"), b"")],
        [head(**{"../a": b"1"}), (tarfile.TarInfo("content/../a"), b"1")],
        [head(**{"/a": b"1"}), (tarfile.TarInfo("content//a"), b"1")],
        [(tarfile.TarInfo(manifests.FILE_NAME), b"{}")],
    ],
    ids=[
        "no manifest", "a stranger", "another length", "other bytes", "a file missing", "a link", "out of the folder",
        "an absolute name", "an empty manifest",
    ],
)  # fmt: skip
def test_an_archive_that_is_not_as_its_manifest_says_is_damaged(
    tmp_path: Path, members: list[tuple[tarfile.TarInfo, bytes]]
) -> None:
    with pytest.raises(DamagedError):
        unpack(archive(tmp_path / "a.tar.xz", *members), tmp_path / "out")
    assert not (tmp_path / "a").exists()


def test_a_manifest_that_would_fill_the_disk_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    huge = Manifest(version=VERSION, format=1, files={"a": ManifestEntry(length=LARGEST_PACK + 1, sha256="")})
    with pytest.raises(DamagedError, match="at most"):
        unpack(archive(tmp_path / "a.tar.xz", (tarfile.TarInfo("manifest.json"), huge.encoded())), tmp_path / "out")


def test_a_twice_named_file_does_not_overwrite_the_first(tmp_path: Path) -> None:
    twice = archive(tmp_path / "a.tar.xz", head(a=b"1"), *[(tarfile.TarInfo("content/a"), b"1") for _ in range(2)])
    with pytest.raises(DamagedError, match="one name twice"):
        unpack(twice, tmp_path / "out")


@pytest.mark.parametrize("order", [("a", "a/b"), ("a/b", "a")])
def test_a_file_that_is_also_a_folder_is_damage_and_no_fault_of_the_disk(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    both = archive(
        tmp_path / "a.tar.xz",
        head(**{"a": b"1", "a/b": b"1"}),
        *[(tarfile.TarInfo(f"content/{name}"), b"1") for name in order],
    )
    with pytest.raises(DamagedError, match="one name twice"):
        unpack(both, tmp_path / "out")


@pytest.mark.parametrize("content", [b"", b"no archive", lzma.compress(b"no tar" * 200)])
def test_what_is_no_archive_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.tar.xz").write_bytes(content)
    with pytest.raises(DamagedError):
        unpack(tmp_path / "a.tar.xz", tmp_path / "out")
