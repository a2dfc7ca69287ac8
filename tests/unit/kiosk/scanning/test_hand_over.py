"""The person's stick: written through, read back, never half a file, never another file touched."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.errors import StickLeftBehindError
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
    port, other = MountedPort(Path("/run/media"), mounts), MountedPort(Path("/media"), mounts)
    mounts.write_text(
        "36 35 98:0 / / rw - ext4 /dev/sda1 rw\n"
        "nonsense\n"
        "60 36 8:17 / /run/media/kiosk/USB\\040B\\303\\240 rw,nosuid - vfat /dev/sdb1 rw\n"
        "61 36 8:33 / /run/mediaother rw - vfat /dev/sdc1 rw\n"
    )
    found = port.plugged()
    assert found is not None
    assert found.folder.as_posix().startswith("/run/media/kiosk/USB B")
    assert other.plugged() is None
    assert MountedPort(Path("/media"), tmp_path / "none").plugged() is None


def test_a_stick_that_no_program_can_unmount_is_busy(tmp_path: Path) -> None:
    held = MountedStick(tmp_path, "/dev/none", programs=(("no-such-program",), ("false",)))

    class Held:
        def begin_visit(self) -> None: ...

        def plugged(self) -> MountedStick:
            return held

    assert hand_over(Held(), {"x": PDF}) == HandedOver(names=("x.pdf",), released=False)


MOUNT = "{} 36 8:17 / /run/media/sdb1 rw,nosuid - vfat /dev/sdb1 rw\n"


def visit_with(tmp_path: Path, *, before: str, during: str, replugged: bool = False) -> NotHandedOver | bool:
    """Whether a stick is found in a visit that began with some mounts and goes on with others."""
    mounts, node = tmp_path / "mountinfo", tmp_path / "dev" / "sdb1"
    node.parent.mkdir()
    node.write_text("")
    mounts.write_text(before)
    port = MountedPort(Path("/run/media"), mounts, tmp_path)
    port.begin_visit()
    mounts.write_text(during)
    if replugged:
        node.rename(tmp_path / "dev" / "gone")
        node.write_text("")
    try:
        return port.plugged() is not None
    except StickLeftBehindError as fault:
        return NotHandedOver(code=fault.code)


def test_a_stick_left_in_a_port_gets_nothing_of_the_next_visit(tmp_path: Path) -> None:
    told = visit_with(tmp_path, before=MOUNT.format(60), during=MOUNT.format(60))
    assert told == NotHandedOver(code="stick.left-behind")


def test_a_stick_plugged_in_beside_an_old_one_is_the_person_s(tmp_path: Path) -> None:
    other = MOUNT.format(61).replace("sdb1", "sdc1")
    assert visit_with(tmp_path, before=MOUNT.format(60), during=other + MOUNT.format(60)) is True


def test_a_stick_pulled_out_and_plugged_in_again_is_the_person_s(tmp_path: Path) -> None:
    """The kernel gives the same number of a mount and the same name of a device again."""
    assert visit_with(tmp_path, before=MOUNT.format(60), during=MOUNT.format(60), replugged=True) is True


def test_a_port_that_was_emptied_has_no_stick(tmp_path: Path) -> None:
    assert visit_with(tmp_path, before=MOUNT.format(60), during="") is False


def test_a_stick_there_before_any_visit_gets_nothing(stick: SimulatedStick) -> None:
    port = SimulatedPort(stick)
    port.begin_visit()
    assert hand_over(port, {"x": PDF}) == NotHandedOver(code="stick.left-behind")
    assert list(stick.folder.iterdir()) == []
    port.stick = SimulatedStick(stick.folder)
    assert hand_over(port, {"x": PDF}) == HandedOver(names=("x.pdf",))


@pytest.mark.parametrize("name", ["x.pdf.part", "x.pdf"])
@pytest.mark.parametrize("kind", ["file", "link", "dead link", "pipe", "folder", "link to a folder"])
def test_whatever_lies_on_the_stick_is_never_touched_nor_followed(
    stick: SimulatedStick, tmp_path: Path, name: str, kind: str
) -> None:
    secret, there = tmp_path / "staff-pin.json", stick.folder / name
    secret.write_bytes(b"pin")
    match kind:
        case "file":
            there.write_bytes(b"mine")
        case "link":
            there.symlink_to(secret)
        case "dead link":
            there.symlink_to(tmp_path / "kiosk.toml")
        case "pipe":
            os.mkfifo(there)
        case "folder":
            there.mkdir()
        case _:
            there.symlink_to(tmp_path)
    before = os.lstat(there)
    assert hand_over(SimulatedPort(stick), {"x": PDF}) == HandedOver(names=("x-2.pdf",))
    after = os.lstat(there)
    assert (before.st_ino, before.st_mode, before.st_mtime_ns) == (after.st_ino, after.st_mode, after.st_mtime_ns)
    assert secret.read_bytes() == b"pin"
    assert not (tmp_path / "kiosk.toml").exists()
    assert sorted(each.name for each in stick.folder.iterdir()) == sorted({name, "x-2.pdf"})


def test_a_link_put_there_in_between_is_not_followed(
    stick: SimulatedStick, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, real = tmp_path / "staff-pin.json", os.open
    secret.write_bytes(b"pin")

    def quick(path: str, flags: int, *more: int, **where: int) -> int:
        if str(path).endswith(".part") and flags & os.O_CREAT:
            (stick.folder / path).symlink_to(secret)
        return real(path, flags, *more, **where)

    monkeypatch.setattr(os, "open", quick)
    assert isinstance(hand_over(SimulatedPort(stick), {"x": PDF}), NotHandedOver)
    assert secret.read_bytes() == b"pin"
    assert (stick.folder / "x.pdf.part").is_symlink()


def test_a_stick_whose_folder_is_a_link_is_none(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "usb").symlink_to(tmp_path / "state")
    assert isinstance(hand_over(SimulatedPort(SimulatedStick(tmp_path / "usb")), {"x": PDF}), NotHandedOver)
    assert list((tmp_path / "state").iterdir()) == []


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[tuple[MountedPort, Path]]:
    """A real mount of 256 kB, made after its port; tmpfs, for there are kernels without FAT."""
    port = MountedPort(tmp_path / "media")
    with small_disk(tmp_path / "media" / "USB", "256k") as folder:
        yield port, folder


def test_a_real_mount_is_written_checked_and_unmounted(mounted: tuple[MountedPort, Path]) -> None:
    port, folder = mounted
    assert hand_over(port, {"x": b"%PDF-" * 100}) == HandedOver(names=("x.pdf",))
    assert not folder.is_mount()
    assert port.plugged() is None


def test_a_real_mount_that_is_full_is_left_without_a_part(mounted: tuple[MountedPort, Path]) -> None:
    port, folder = mounted
    assert hand_over(port, {"x": bytes(400_000)}) == NotHandedOver(code="stick.full")
    assert list(folder.iterdir()) == []


def test_a_real_mount_that_is_read_only_says_so(mounted: tuple[MountedPort, Path]) -> None:
    port, folder = mounted
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    assert hand_over(port, {"x": PDF[:100]}) == NotHandedOver(code="stick.read-only")
