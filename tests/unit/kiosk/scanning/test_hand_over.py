"""The person's stick: written through, read back, never half a file, never another file touched."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.stick.mounted import MountedPort, MountedStick
from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.scanning.hand_over import HandedOver, NotHandedOver, hand_over
from tests.helpers.small_disk import small_disk

PDF = b"%PDF-1.3 " + bytes(range(256)) * 800


@pytest.fixture
def stick(tmp_path: Path) -> SimulatedStick:
    folder = tmp_path / "stick"
    folder.mkdir()
    return SimulatedStick(folder)


def test_files_are_written_whole_and_the_stick_is_let_go(stick: SimulatedStick) -> None:
    result = hand_over(SimulatedPort(stick), {"giay-khai-sinh": PDF, "can-cuoc": b"%PDF-"})
    assert result == HandedOver(names=("giay-khai-sinh.pdf", "can-cuoc.pdf"))
    assert (stick.folder / "giay-khai-sinh.pdf").read_bytes() == PDF
    assert stick.unmounted
    assert sorted(file.name for file in stick.folder.iterdir()) == ["can-cuoc.pdf", "giay-khai-sinh.pdf"]


def test_a_file_of_the_person_is_never_overwritten(stick: SimulatedStick) -> None:
    (stick.folder / "can-cuoc.pdf").write_bytes(b"mine")
    result = hand_over(SimulatedPort(stick), {"can-cuoc": PDF})
    assert result == HandedOver(names=("can-cuoc-2.pdf",))
    assert (stick.folder / "can-cuoc.pdf").read_bytes() == b"mine"


def test_without_a_stick_nothing_happens() -> None:
    assert hand_over(SimulatedPort(), {"x": PDF}) == NotHandedOver(code="stick.absent")


def test_a_stick_that_cannot_be_let_go_still_has_its_file(stick: SimulatedStick) -> None:
    busy = SimulatedStick(stick.folder, busy=True)
    assert hand_over(SimulatedPort(busy), {"x": PDF}) == HandedOver(names=("x.pdf",), released=False)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "stick.full"),
        (errno.EROFS, "stick.read-only"),
        (errno.EACCES, "stick.read-only"),
        (errno.ENODEV, "stick.absent"),
        (errno.EIO, "stick.failed"),
    ],
)
def test_every_fault_while_writing_is_named_and_leaves_no_part(
    stick: SimulatedStick, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def fails(_file: int) -> None:
        raise OSError(number, os.strerror(number), str(stick.folder / "person.pdf"))

    monkeypatch.setattr(os, "fsync", fails)
    assert hand_over(SimulatedPort(stick), {"x": PDF}) == NotHandedOver(code=code)
    assert list(stick.folder.iterdir()) == []


def test_what_reads_back_differently_is_spoiled_and_removed(
    stick: SimulatedStick, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.read
    monkeypatch.setattr(os, "read", lambda file, size: real(file, size).replace(b"%PDF", b"%PDG"))
    assert hand_over(SimulatedPort(stick), {"x": PDF}) == NotHandedOver(code="stick.spoiled")
    assert list(stick.folder.iterdir()) == []


def test_a_stick_pulled_out_between_two_files_names_the_one_that_is_whole(
    stick: SimulatedStick, tmp_path: Path
) -> None:
    class Pulled(dict[str, bytes]):
        def items(self) -> Iterator[tuple[str, bytes]]:  # type: ignore[override]
            yield "one", PDF
            shutil.rmtree(stick.folder)
            yield "two", PDF

    assert hand_over(SimulatedPort(stick), Pulled()) == NotHandedOver(code="stick.absent", names=("one.pdf",))


def test_sticks_are_found_in_mountinfo_under_the_folder_named(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "36 35 98:0 / / rw - ext4 /dev/sda1 rw\n"
        "nonsense\n"
        "60 36 8:17 / /run/media/kiosk/USB\\040B\\303\\240 rw,nosuid - vfat /dev/sdb1 rw\n"
        "61 36 8:33 / /run/mediaother rw - vfat /dev/sdc1 rw\n"
    )
    found = MountedPort(Path("/run/media"), mounts).plugged()
    assert found is not None
    assert found.folder.as_posix().startswith("/run/media/kiosk/USB B")
    assert MountedPort(Path("/media"), mounts).plugged() is None
    assert MountedPort(Path("/media"), tmp_path / "none").plugged() is None


def test_a_stick_that_no_program_can_unmount_is_busy(tmp_path: Path) -> None:
    held = MountedStick(tmp_path, "/dev/none", programs=(("no-such-program",), ("false",)))

    class Held:
        def plugged(self) -> MountedStick:
            return held

    assert hand_over(Held(), {"x": PDF}) == HandedOver(names=("x.pdf",), released=False)


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A real mount of 256 kB; tmpfs, because a kernel without FAT and a person without root exist."""
    with small_disk(tmp_path / "media" / "USB", "256k") as folder:
        yield folder


def test_a_real_mount_is_written_checked_and_unmounted(mounted: Path) -> None:
    port = MountedPort(mounted.parent)
    assert hand_over(port, {"x": b"%PDF-" * 100}) == HandedOver(names=("x.pdf",))
    assert not mounted.is_mount()
    assert port.plugged() is None


def test_a_real_mount_that_is_full_is_left_without_a_part(mounted: Path) -> None:
    assert hand_over(MountedPort(mounted.parent), {"x": bytes(400_000)}) == NotHandedOver(code="stick.full")
    assert list(mounted.iterdir()) == []


def test_a_real_mount_that_is_read_only_says_so(mounted: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)
    assert hand_over(MountedPort(mounted.parent), {"x": PDF[:100]}) == NotHandedOver(code="stick.read-only")
