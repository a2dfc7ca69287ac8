"""A stick with NTFS, as Windows formats it, mounted by the unit's own command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from devices.errors import StickFullError
from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.scanning.hand_over import HandedOver, NotHandedOver, hand_over
from release.debian import DEPLOYMENT, dependencies
from release.folder import ROOT
from tests.helpers.mounts import NO_MOUNT

UNIT = DEPLOYMENT / "tree" / "lib" / "systemd" / "system" / "kiosk-dvc-stick@.service"
MEGABYTE = 1_000_000


@contextmanager
def mounted_as_the_unit_does(device: str, place: Path) -> Iterator[None]:
    """By the unit's own commands and with no more than it may, for another device, place and user. Let go in the end,
    also where the second command failed: what stays mounted fails later runs."""
    try:
        _mount(device, place)
        yield
    finally:
        let_go = subprocess.run(["umount", place], check=False, capture_output=True)
    assert let_go.returncode == 0


def _mount(device: str, place: Path) -> None:
    lines = UNIT.read_text("utf-8").splitlines()
    commands = [one.partition("=")[2] for one in lines if one.startswith("ExecStart=/usr/bin/mount")]
    assert commands
    for command in commands:
        words = command.replace("uid=kiosk,gid=kiosk", "uid=nobody,gid=nogroup").split()
        named = [{"/dev/%I": device, "/run/media/%I": str(place)}.get(word, word) for word in words]
        held = [sys.executable, "-m", "tests.helpers.as_the_unit_may", str(UNIT), *named]
        subprocess.run(held, check=True, capture_output=True, cwd=ROOT)


@pytest.fixture
def ntfs(tmp_path: Path) -> Iterator[str]:
    """A block device with an empty NTFS file system."""
    if os.geteuid() != 0:
        pytest.skip(NO_MOUNT)
    if not shutil.which("mkntfs"):
        pytest.skip("not installed: ntfs-3g")
    image = tmp_path / "stick"
    image.touch()
    os.truncate(image, 8 * MEGABYTE)
    subprocess.run(["mkntfs", "-F", "-Q", "-q", image], check=True, capture_output=True)
    looped = subprocess.run(["losetup", "--find", "--show", image], check=False, capture_output=True, text=True)
    if looped.returncode:
        pytest.skip(NO_MOUNT)
    yield looped.stdout.strip()
    subprocess.run(["losetup", "--detach", looped.stdout.strip()], check=True)


@pytest.mark.real("ntfs-3g")
def test_an_ntfs_stick_is_mounted_for_the_kiosk_alone_and_let_go(ntfs: str, tmp_path: Path) -> None:
    place = tmp_path / "mounted"
    place.mkdir()
    with mounted_as_the_unit_does(ntfs, place):
        mounted = place.stat()
        assert oct(mounted.st_mode & 0o777) == "0o700"
        assert (mounted.st_uid, mounted.st_gid) == (65534, 65534)
        (place / "đơn.pdf").write_bytes(b"%PDF-")
        assert [path.name for path in place.iterdir()] == ["đơn.pdf"]
        (line,) = (one for one in Path("/proc/mounts").read_text().splitlines() if f" {place} " in one)
        assert {"rw", "nosuid", "nodev", "noexec", "nosymfollow"} <= set(line.split()[3].split(","))
        (place / "link").symlink_to("/etc/hostname")
        with pytest.raises(OSError, match="symbolic"):
            (place / "link").read_bytes()
        (place / "link").unlink()
    assert list(place.iterdir()) == []


def test_a_stick_that_is_pulled_while_it_is_mounted_is_let_go_as_well() -> None:
    """systemd runs ExecStop= only where the start went well; in the booted image an exFAT stick that was pulled as
    soon as it was there stayed mounted."""
    lines = UNIT.read_text("utf-8").splitlines()
    ends = [line.partition("=")[2].lstrip("-").split()[0] for line in lines if line.startswith("ExecStopPost=")]
    assert ends == ["/usr/bin/umount", "/usr/bin/rmdir"]
    assert not any(line.startswith("ExecStop=") for line in lines)


OFFICERS_FILES = {
    "che-do-doi-chieu.xlsx": b"PK\x03\x04" + bytes(60_000),
    "danh-sach-luu-tru-2026-11-30.zip": b"PK\x03\x04" + bytes(range(256)) * 40,
    "KS.2005.01-2005.0012.pdf": b"%PDF-1.4" + bytes(400_000),
}
"""As large as the copy of a list, a closed list of guests and a page of a register."""


@pytest.mark.real("ntfs-3g")
def test_the_officers_files_lie_whole_on_an_ntfs_stick_and_a_full_one_keeps_none_half(
    ntfs: str, tmp_path: Path
) -> None:
    place = tmp_path / "mounted"
    place.mkdir()
    with mounted_as_the_unit_does(ntfs, place):
        port = SimulatedPort(SimulatedStick(place), put_in_anew=True)
        for name, content in OFFICERS_FILES.items():
            assert hand_over(port, {name: content}) == HandedOver(names=(name,))
        assert {path.name: path.read_bytes() for path in place.iterdir()} == OFFICERS_FILES
        filler = place / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(4096)):
                pass
        assert hand_over(port, {"trang.pdf": bytes(MEGABYTE)}) == NotHandedOver(code=StickFullError.code)
        assert {path.name for path in place.iterdir()} == {*OFFICERS_FILES, filler.name}


def test_the_helper_for_ntfs_comes_with_the_package(tmp_path: Path) -> None:
    assert "ntfs-3g" in dependencies(tmp_path)
