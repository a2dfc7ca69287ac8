"""Two systems on one disk: written, tried, kept or left, told to GRUB in its own 1024 bytes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from release.image.slot import Slot, packed_slot
from tests.helpers.image_disks import TriedPc

OLD, NEW = "ab" * 32, "cd" * 32


@pytest.fixture
def pc(tmp_path: Path) -> TriedPc:
    """A PC that runs slot a, whose verity finds a root whole that holds its hash."""
    pc = TriedPc(tmp_path)
    pc.disk("sda")
    remember(pc, "good=a")
    pc.says("veritysetup", 'grep -q "$4" "$2"')
    pc.says("systemctl", "case $3 in ActiveState) echo active ;; *) echo 100000000 ;; esac")
    return pc


def remember(pc: TriedPc, *lines: str) -> None:
    text = "".join(f"{line}\n" for line in ("# GRUB Environment Block", *lines))
    (pc.root / "run/kiosk-esp/EFI/debian/grubenv").write_bytes(text.encode().ljust(1024, b"#"))


def remembered(pc: TriedPc) -> set[str]:
    content = (pc.root / "run/kiosk-esp/EFI/debian/grubenv").read_bytes()
    assert len(content) == 1024
    first, *lines = content.decode().rstrip("#").splitlines()
    assert first == "# GRUB Environment Block"
    return set(lines)


def system(folder: Path, content: bytes = NEW.encode()) -> Path:
    """A system as `./station image` packs it."""
    made = folder / "made"
    made.mkdir()
    for name in ("root.squashfs", "vmlinuz", "initrd"):
        (made / name).write_bytes(content + name.encode())
    slot = Slot(
        root=made / "root.squashfs", size=8192, root_hash=NEW, kernel=made / "vmlinuz", initrd=made / "initrd"
    )
    return packed_slot(slot, folder / "kiosk-system_2_amd64.tar", stamp=1)


def test_a_new_system_is_written_to_the_other_slot_and_tried_at_the_next_two_starts(
    pc: TriedPc, tmp_path: Path
) -> None:
    done = pc.run("slot", "write", str(system(tmp_path)))
    assert done.returncode == 0, done.stderr
    assert pc.part("sda", "kiosk-root-b").read_bytes() == f"{NEW}root.squashfs".encode()
    assert pc.part("sda", "kiosk-root-a").read_bytes() == b""
    esp = pc.root / "run/kiosk-esp"
    assert (esp / "b/vmlinuz").read_bytes() == f"{NEW}vmlinuz".encode()
    assert (esp / "EFI/debian/slot-b.cfg").read_text() == f"set kiosk_hash={NEW}\nset kiosk_size=8192\n"
    assert remembered(pc) == {"good=a", "next=b", "tries=2"}


def test_a_system_that_does_not_prove_itself_on_the_disk_is_never_tried(pc: TriedPc, tmp_path: Path) -> None:
    remember(pc, "good=a", "next=b", "tries=2")
    assert pc.run("slot", "write", str(system(tmp_path, b"damaged "))).returncode != 0
    assert remembered(pc) == {"good=a"}


def test_nothing_is_written_from_a_slot_that_is_itself_on_trial(pc: TriedPc, tmp_path: Path) -> None:
    pc.started_from("sda", "b", NEW)
    remember(pc, "good=a", "next=b", "tries=1")
    assert pc.run("slot", "write", str(system(tmp_path))).returncode == 1
    assert remembered(pc) == {"good=a", "next=b", "tries=1"}


def test_a_disk_without_the_other_slot_loses_nothing(pc: TriedPc, tmp_path: Path) -> None:
    remember(pc, "good=a", "next=b", "tries=2")
    (pc.root / "block/sda/sda5/uevent").write_text("PARTNAME=windows\n")
    assert pc.run("slot", "write", str(system(tmp_path))).returncode == 1
    assert remembered(pc) == {"good=a", "next=b", "tries=2"}


@pytest.mark.parametrize("tries", ["1", "0"])
def test_a_system_in_which_the_kiosk_runs_is_kept(pc: TriedPc, tries: str) -> None:
    pc.started_from("sda", "b", NEW)
    remember(pc, "good=a", "next=b", f"tries={tries}")
    assert pc.run("slot", "settled").returncode == 0
    assert remembered(pc) == {"good=b"}
    assert "reboot" not in pc.told


@pytest.mark.parametrize(
    "answer",
    [
        "case $3 in ActiveState) echo activating ;; *) echo 0 ;; esac",
        "case $3 in ActiveState) echo active ;; *) echo 399000000 ;; esac",
    ],
    ids=["never up", "up for a second, between two crashes"],
)
def test_a_system_without_a_kiosk_is_left_by_starting_again(pc: TriedPc, answer: str) -> None:
    pc.says("systemctl", answer)
    pc.started_from("sda", "b", NEW)
    remember(pc, "good=a", "next=b", "tries=1")
    assert pc.run("slot", "settled").returncode == 0
    assert remembered(pc) == {"good=a", "next=b", "tries=1"}
    assert "systemctl --no-block reboot" in pc.told


def test_after_two_starts_in_vain_the_old_system_says_so_and_forgets_the_trial(pc: TriedPc) -> None:
    remember(pc, "good=a", "next=b", "tries=0")
    done = pc.run("slot", "settled")
    assert "<3>slot b did not bring the kiosk up" in done.stdout
    assert remembered(pc) == {"good=a"}


@pytest.mark.parametrize("lines", [("good=a",), ("good=a", "next=b", "tries=2")], ids=["no trial", "not tried yet"])
def test_an_ordinary_day_changes_nothing(pc: TriedPc, lines: tuple[str, ...]) -> None:
    remember(pc, *lines)
    assert pc.run("slot", "settled").returncode == 0
    assert remembered(pc) == set(lines)


# ------------------------------------------------------------ fetched and written
def test_a_signed_system_is_written_once_and_not_fetched_again(pc: TriedPc, tmp_path: Path) -> None:
    pc.says("kiosk-dvc", f'case "$*" in *{NEW}*) ;; *) cp "{system(tmp_path)}" "$4" ;; esac')
    for _ in range(2):
        done = pc.run("update-system")
        assert done.returncode == 0, done.stderr
    assert f"--known {OLD} --known none" in pc.told
    assert f"--known {OLD} --known {NEW}" in pc.told
    assert (pc.root / "state/system/written").read_text() == f"{NEW}\n"
    assert not list((pc.root / "state/system").glob("*.tar"))
    assert remembered(pc) == {"good=a", "next=b", "tries=2"}


# ------------------------------------------------------------ the name in the network
def test_a_pc_draws_its_name_once(pc: TriedPc) -> None:
    pc.says("hostname", "")
    names = []
    for _ in range(2):
        assert pc.run("name").returncode == 0
        names.append((pc.root / "etc/hostname").read_text())
    assert names[0] == names[1]
    assert re.fullmatch(r"kiosk-[0-9a-f]{6}\n", names[0])
    (pc.root / "state/name").write_text("half wri")
    pc.run("name")
    assert re.fullmatch(r"kiosk-[0-9a-f]{6}\n", (pc.root / "etc/hostname").read_text())
