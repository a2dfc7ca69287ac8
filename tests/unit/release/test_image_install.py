"""The stick onto the disk inside: what is asked, what is refused, what is written, which PC it becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.image_disks import TriedPc

LSBLK = """case "$*" in
*MODEL*) echo ' Fast 970' ;; *SERIAL*sda) echo S-USB ;; *SERIAL*nvme0n1) echo S3Z9NB0 ;; *SERIAL*) echo OTHER ;;
*PTTYPE*) echo "$(cat ROOT/on-it)" ;; *SIZE,FSTYPE*) printf 'disk\\npart 40G ntfs Windows\\n' ;; *SIZE*) echo 32G ;;
esac"""
DUMP = """label: gpt
label-id: 4B494F53
device: /dev/sda
last-lba: 7000000

/dev/sda1 : start= 2048, size= 131072, type=EBD0, uuid=4B49-1, name="KIOSK"
/dev/sda6 : start= 9999, size= 2097152, type=0FC6, uuid=4B49-6, name="kiosk-state"
"""


@pytest.fixture
def pc(tmp_path: Path) -> TriedPc:
    """A PC with one disk inside, started from a stick that asks to be installed."""
    pc = TriedPc(tmp_path)
    pc.disk("sda", usb=True)
    pc.disk("nvme0n1")
    (tmp_path / "on-it").write_text("")
    (tmp_path / "dump").write_text(DUMP)
    pc.says("lsblk", LSBLK.replace("ROOT", str(tmp_path)))
    pc.says("sfdisk", f'[ "$1" = --dump ] && cat "{tmp_path}/dump" || cat >"{tmp_path}/table"')
    for program in ("veritysetup", "mkfs.ext4", "systemctl", "setpriv"):
        pc.says(program, "")
    for name in ("KIOSK", "bios", "ESP", "kiosk-root-a"):
        pc.part("sda", name).write_text(f"stick's {name}")
    (tmp_path / "dev/sda").write_bytes(bytes(range(256)) * 2)
    (tmp_path / "usr/lib/kiosk-image/state/var").mkdir(parents=True)
    (tmp_path / "run/kiosk-install/EFI/debian").mkdir(parents=True)
    asked(pc, "ask")
    return pc


def asked(pc: TriedPc, erase: str) -> None:
    (pc.root / "kiosk-settings/install.toml").write_text(f'erase = "{erase}"\r\n')


def untouched(pc: TriedPc) -> bool:
    return "wipefs" not in pc.told and not (pc.root / "table").exists()


def test_the_disk_is_named_with_model_and_serial_and_erased_after_the_word(pc: TriedPc) -> None:
    done = pc.run("install", typed="XOA\n")
    assert done.returncode == 0, done.stderr
    assert "Fast 970, 32G, số máy / serial S3Z9NB0" in done.stdout
    assert "40G ntfs Windows" in done.stdout, "what lies on the disk is told"
    for name in ("KIOSK", "bios", "ESP", "kiosk-root-a"):
        assert pc.part("nvme0n1", name).read_text() == f"stick's {name}"
    assert pc.part("nvme0n1", "kiosk-root-b").read_bytes() == b""
    assert (pc.root / "dev/nvme0n1").read_bytes() == (bytes(range(256)) * 2)[:440]
    assert f"veritysetup verify {pc.part('nvme0n1', 'kiosk-root-a')}" in pc.told


def test_the_new_disk_has_numbers_of_its_own_and_its_state_reaches_to_the_end(pc: TriedPc) -> None:
    pc.run("install", typed="XOA\n")
    table = (pc.root / "table").read_text().splitlines()
    assert table == [
        "label: gpt",
        'start= 2048, size= 131072, type=EBD0, name="KIOSK"',
        'start= 9999, type=0FC6, name="kiosk-state"',
    ]


@pytest.mark.parametrize("typed", ["", "\n", "xoa\n", "YES\n", "XOA XOA\n"])
def test_anything_but_the_word_changes_nothing(pc: TriedPc, typed: str) -> None:
    done = pc.run("install", typed=typed)
    assert done.returncode == 3
    assert done.stdout.endswith("Not installed. Nothing was changed.\n")
    assert untouched(pc)


def test_two_disks_inside_are_told_and_neither_is_taken(pc: TriedPc) -> None:
    pc.disk("sdb")
    done = pc.run("install", typed="XOA\n")
    assert done.returncode == 3
    assert "S3Z9NB0" in done.stdout
    assert "OTHER" in done.stdout
    assert untouched(pc)


def test_of_two_disks_the_one_with_the_serial_in_install_toml_is_taken(pc: TriedPc) -> None:
    pc.disk("sdb")
    asked(pc, "S3Z9NB0")
    assert pc.run("install").returncode == 0
    assert f"wipefs --all --quiet {pc.root}/dev/nvme0n1" in pc.told


@pytest.mark.parametrize(("erase", "on_it", "ended"), [("empty", "", 0), ("empty", "ntfs", 3), ("S-NOT-HERE", "", 3)])
def test_a_row_of_pcs_is_installed_without_a_question_only_where_it_is_sure(
    pc: TriedPc, erase: str, on_it: str, ended: int
) -> None:
    asked(pc, erase)
    (pc.root / "on-it").write_text(on_it)
    assert pc.run("install").returncode == ended
    assert untouched(pc) == bool(ended)


@pytest.mark.parametrize("case", ["no disk", "small", "sectors", "own disk"])
def test_a_disk_that_does_not_fit_is_refused(tmp_path: Path, pc: TriedPc, case: str) -> None:
    match case:
        case "no disk":
            (tmp_path / "block/nvme0n1").unlink()
        case "small":
            (tmp_path / "block/nvme0n1/size").write_text("8000000\n")
        case "sectors":
            (tmp_path / "block/nvme0n1/queue/logical_block_size").write_text("4096\n")
        case _:
            pc.started_from("nvme0n1", "a")
    assert pc.run("install", typed="XOA\n").returncode == 3
    assert untouched(pc)


def test_the_settings_of_other_pcs_and_the_wish_to_install_stay_on_the_stick(pc: TriedPc) -> None:
    new = pc.root / "run/kiosk-install"
    for name in ("install.toml", "stations.csv", "kiosk.toml"):
        (new / name).write_text("")
    (new / "pc-17842-may-1").mkdir()
    pc.run("install", typed="XOA\n")
    assert {path.name for path in new.iterdir()} == {"EFI", "kiosk.toml", "var"}
    grubenv = (new / "EFI/debian/grubenv").read_bytes()
    assert len(grubenv) == 1024
    assert grubenv.startswith(b"# GRUB Environment Block\ngood=a\n#")


# ------------------------------------------------------------ which station
@pytest.fixture
def row(pc: TriedPc) -> TriedPc:
    """The same with two stations on the stick."""
    for name in ("pc-17842-may-1", "pc-17842-may-2"):
        (pc.root / "kiosk-settings" / name).mkdir()
        (pc.root / "kiosk-settings" / name / "kiosk.toml").write_text(name)
    (pc.root / "kiosk-settings/stations.csv").write_text('serial;station\r\n"5CG1";pc-17842-may-2\r\n')
    (pc.root / "sys/class/dmi/id").mkdir(parents=True)
    (pc.root / "sys/class/dmi/id/product_serial").write_text("5CG1\n")
    return pc


def test_a_pc_of_the_list_becomes_the_station_of_its_serial_number(row: TriedPc) -> None:
    asked(row, "empty")
    assert row.run("install").returncode == 0
    assert "config take" in row.told
    assert "may-2" in row.told.split("config take")[1]


def test_a_pc_that_is_not_in_the_list_is_asked_once(row: TriedPc) -> None:
    (row.root / "sys/class/dmi/id/product_serial").write_text("OTHER\n")
    done = row.run("install", typed="pc-17842-may-1\nXOA\n")
    assert done.returncode == 0, done.stdout
    assert "Máy số OTHER là trạm nào?" in done.stdout
    assert "may-1" in row.told.split("config take")[1]


@pytest.mark.parametrize("typed", ["pc-17842-may-3\nXOA\n", "../pc-17842-may-1\nXOA\n", ".\nXOA\n", ""])
def test_a_station_that_is_not_on_the_stick_is_refused(row: TriedPc, typed: str) -> None:
    (row.root / "sys/class/dmi/id/product_serial").write_text("OTHER\n")
    assert row.run("install", typed=typed).returncode == 3
    assert untouched(row)


def test_an_unattended_pc_that_is_not_in_the_list_is_refused(row: TriedPc) -> None:
    asked(row, "empty")
    (row.root / "sys/class/dmi/id/product_serial").write_text("OTHER\n")
    assert row.run("install").returncode == 3
    assert untouched(row)
