"""The image's disk, loaders, slots and scripts, judged without building or booting one."""

from __future__ import annotations

import itertools
import json
import os
import re
import struct
import subprocess
from pathlib import Path

import pytest

from kiosk.doctor.computer import TIGHT_MB
from release.debian import lay_session_files
from release.image.contents import FIRMWARE, MACHINE, packages
from release.image.firmware import keep_only
from release.image.loader import (
    BLOCK_LIST,
    BOOT_CODE,
    DEPLOYMENT,
    KERNEL_AT,
    first_sector,
    kernel_words,
    placed_core,
    write_esp,
)
from release.image.partitions import END, MIB, Partition, partitions, put
from release.image.slot import TOLD, read_slot
from release.image.tree import MASKED, NO_WORK_BEFORE, OF_THE_DAY, STATE, mark_updated
from release.sbom import write_sbom

TREE = DEPLOYMENT / "tree"
START = TREE / "etc/initramfs-tools/scripts/kiosk"
TAKE = TREE / "usr/lib/kiosk-image/take-settings"
HASH = "ab" * 32


def test_partitions_follow_one_another_and_the_settings_come_first() -> None:
    laid = list(partitions().values())
    assert laid[0].name == "KIOSK"
    assert laid[0].start == 1
    for before, after in itertools.pairwise(laid):
        assert after.start == before.start + before.size
    assert partitions()["kiosk-root-a"].size == partitions()["kiosk-root-b"].size


def test_a_new_stick_has_room_that_the_doctor_calls_enough_and_fits_on_one_of_4_gb() -> None:
    """A GiB of ext4 leaves 951 MB to a user, and every stick began with "the disk is nearly full"."""
    kept_for_root, tables_and_journal = 0.05, 0.03
    free = partitions()["kiosk-state"].size * MIB * (1 - kept_for_root - tables_and_journal)
    assert free > TIGHT_MB * 1_000_000
    last = list(partitions().values())[-1]
    assert (last.start + last.size + END) * MIB < 3_850_000_000


def test_what_is_larger_than_its_partition_is_refused(tmp_path: Path) -> None:
    content = tmp_path / "large"
    with content.open("wb") as file:
        file.truncate(2 * MIB)
    small = Partition(number=1, name="small", kind="8304", start=1, size=1)
    with pytest.raises(ValueError, match="large has 2 MiB, small 1"):
        put(tmp_path / "disk", small, content)


def test_a_content_lands_at_its_partition_and_nowhere_else(tmp_path: Path) -> None:
    disk, content = tmp_path / "disk", tmp_path / "content"
    disk.write_bytes(bytes(4 * MIB))
    content.write_bytes(b"slot")
    put(disk, Partition(number=1, name="one", kind="8304", start=2, size=1), content)
    assert disk.read_bytes() == bytes(2 * MIB) + b"slot" + bytes(2 * MIB - 4)


def test_the_loader_of_a_bios_knows_where_its_core_lies() -> None:
    boot = first_sector(bytes(512), 133_120)
    assert len(boot) == BOOT_CODE
    assert struct.unpack_from("<Q", boot, KERNEL_AT) == (133_120,)
    core = placed_core(bytes(1300), 133_120)
    assert len(core) == 3 * 512
    assert struct.unpack_from("<QH", core, BLOCK_LIST) == (133_121, 2)


def test_nobody_edits_the_start_or_reaches_the_loader_s_shell() -> None:
    menu = (DEPLOYMENT / "grub.cfg").read_text("utf-8")
    assert re.search(r"^set superusers=\w+$", menu, re.MULTILINE)
    assert "export superusers" in menu
    kiosk, installer = re.findall(r"^menuentry .+$", menu, re.MULTILINE)
    assert "--unrestricted" in kiosk
    assert "--users technician" in installer
    assert "password_pbkdf2" not in menu, "an image without a technician's password opens the installer to nobody"


def test_what_is_no_hash_of_a_password_never_gets_into_the_loader(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="grub-mkpasswd-pbkdf2"):
        write_esp(tmp_path / "esp", 64, tmp_path, {}, password="secret", stamp=1)


def test_an_initrd_that_fails_starts_again_and_opens_no_shell() -> None:
    assert "panic=10" in kernel_words().split()
    assert not {"debug", "break", "single"} & {word.partition("=")[0] for word in kernel_words().split()}


def test_no_unit_gives_a_shell_to_whoever_makes_the_start_fail() -> None:
    wanted = {"emergency.service", "emergency.target", "rescue.service", "rescue.target", "debug-shell.service"}
    assert wanted <= set(MASKED)
    assert "getty@.service" in MASKED


def test_which_compiled_rules_fit_is_told_without_asking_the_kernel_of_the_machine_that_builds() -> None:
    """41 s of a computed start were AppArmor's compiler; a cache of another kernel's features is passed over."""
    lines = (TREE / "etc/apparmor/parser.conf").read_text("utf-8").splitlines()
    told = dict(line.split("=") for line in lines if line and not line.startswith("#"))
    assert told["policy-features"] == told["kernel-features"]
    assert not any(pattern.startswith("var/cache/apparmor") for pattern in OF_THE_DAY)


def test_no_driver_of_parallel_ports_is_loaded_at_every_start() -> None:
    lines = (TREE / "etc/modules-load.d/cups-filters.conf").read_text("utf-8").splitlines()
    assert lines
    assert all(line.startswith("#") for line in lines)


def test_systemd_makes_nothing_anew_for_a_root_that_was_made_whole(tmp_path: Path) -> None:
    """Without these marks, or with older ones than /usr, it made users and caches at every start (condition(5))."""
    for place in ("usr", "etc", "var"):
        (tmp_path / place).mkdir()
    os.utime(tmp_path / "usr", (1_700_000_000.5, 1_700_000_000.5))
    mark_updated(tmp_path)
    for name in NO_WORK_BEFORE:
        assert (tmp_path / name).stat().st_mtime == (tmp_path / "usr").stat().st_mtime


def test_the_kiosks_settings_of_cups_are_those_of_the_running_system_not_of_the_state(tmp_path: Path) -> None:
    """/etc/cups outlives the image that wrote it: an installed PC kept the settings of its first image for ever."""
    lay_session_files(tmp_path)
    lines = (TREE / "usr/lib/systemd/system/cups.service.d/image.conf").read_text("utf-8").splitlines()
    bound = {line.removeprefix("BindReadOnlyPaths=") for line in lines if line.startswith("BindReadOnlyPaths=")}
    laid = [path.name for path in (tmp_path / "etc/cups").iterdir()]
    assert len(laid) > 1
    assert bound == {f"/{STATE}/etc/cups/{name}:/etc/cups/{name}" for name in laid}


def test_keys_that_every_image_would_share_are_left_out() -> None:
    assert {"etc/ssl/private/*", "etc/cups/ssl/*", "var/lib/dbus/machine-id"} <= set(OF_THE_DAY)


def test_each_package_has_its_reason() -> None:
    assert packages() == sorted(set(packages()))
    assert all(len(reason) > 5 for reason in {**MACHINE, **FIRMWARE}.values())


def test_a_bill_of_materials_names_the_version_of_what_is_inside(tmp_path: Path) -> None:
    write_sbom([], ["sway=1.7-6", "libc6 (>= 2.36)"], "0.1.0", tmp_path / "bill", named="kiosk-image")
    bill = json.loads((tmp_path / "bill").read_text("utf-8"))
    found = {one["name"]: (one.get("version"), one["purl"]) for one in bill["components"]}
    assert found["sway"] == ("1.7-6", "pkg:deb/debian/sway@1.7-6?distro=bookworm")
    assert found["libc6"] == (None, "pkg:deb/debian/libc6?distro=bookworm")


def test_a_slot_that_was_written_is_read_back(tmp_path: Path) -> None:
    (tmp_path / TOLD).write_text(f"{HASH} 8192\n")
    slot = read_slot(tmp_path)
    assert (slot.root_hash, slot.size) == (HASH, 8192)


@pytest.mark.parametrize(
    "script",
    [START, TREE / "etc/initramfs-tools/hooks/kiosk", *sorted(TAKE.parent.iterdir())],
    ids=lambda path: path.name,
)
def test_every_script_of_the_image_is_a_shell_script_without_mistakes(script: Path) -> None:
    subprocess.run(["sh", "-n", script], check=True)


def asked_of_start(folder: Path, question: str) -> str:
    """What a function of the initrd's script answers, over a kernel's line and disks made up in `folder`."""
    told = f'. "{START}"; kiosk_line="{folder}/cmdline"; kiosk_blocks="{folder}/block"; {question}'
    return subprocess.run(["sh", "-euc", told], capture_output=True, text=True, check=True).stdout.strip()


def test_the_initrd_reads_its_words_from_the_kernel_s_line(tmp_path: Path) -> None:
    line = f"boot=kiosk kiosk.esp=4B49 kiosk.slot=b kiosk.hash={HASH} kiosk.size=8192 {kernel_words()}\n"
    (tmp_path / "cmdline").write_text(line)
    found = [asked_of_start(tmp_path, f"kiosk_word {name}") for name in ("esp", "slot", "hash", "size", "none")]
    assert found == ["4B49", "b", HASH, "8192", ""]


def test_only_partitions_of_the_loader_s_own_disk_are_found(tmp_path: Path) -> None:
    for disk, number in (("sda", 4), ("sdb", 7)):
        place = tmp_path / "block" / disk / f"{disk}{number}"
        place.mkdir(parents=True)
        (place / "uevent").write_text("DEVTYPE=partition\nPARTNAME=kiosk-root-a\n")
    assert asked_of_start(tmp_path, "kiosk_partition sdb kiosk-root-a") == "/dev/sdb7"
    assert asked_of_start(tmp_path, "kiosk_partition sdb kiosk-root") == ""


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """A station whose program finds every settings file right that does not say `wrong`."""
    for name in ("from", "into", "seen", "bin"):
        (tmp_path / name).mkdir()
    for name in ("kiosk.toml", "devices.toml"):
        (tmp_path / "into" / name).write_text("as it was\n")
    program = tmp_path / "bin" / "kiosk-dvc"
    program.write_text(f'#!/bin/sh\necho asked >>"{tmp_path}/asked"\n! grep -q wrong "{tmp_path}"/into/*.toml\n')
    program.chmod(0o755)
    return tmp_path


def settings_taken(station: Path) -> str:
    places = {f"KIOSK_{name.upper()}": str(station / name) for name in ("from", "into", "seen")}
    told = {"PATH": f"{station}/bin:{os.environ['PATH']}", **places}
    return subprocess.run(["sh", TAKE], env=told, capture_output=True, text=True, check=True).stdout


def test_new_and_right_settings_are_taken_once(station: Path) -> None:
    (station / "from" / "kiosk.toml").write_text("new\n")
    assert "taken" in settings_taken(station)
    assert (station / "into" / "kiosk.toml").read_text() == "new\n"
    (station / "into" / "kiosk.toml").write_text("changed at the station since\n")
    assert settings_taken(station) == ""
    assert (station / "into" / "kiosk.toml").read_text() == "changed at the station since\n"


def test_wrong_settings_stay_out_and_harm_no_other_file(station: Path) -> None:
    (station / "from" / "kiosk.toml").write_text("wrong\n")
    (station / "from" / "devices.toml").write_text("new\n")
    said = settings_taken(station)
    assert "<3>settings on the partition KIOSK are wrong and stay out: kiosk.toml" in said
    assert (station / "into" / "kiosk.toml").read_text() == "as it was\n"
    assert (station / "into" / "devices.toml").read_text() == "new\n"
    assert settings_taken(station) == "", "a wrong file is not tried at every start"


def test_a_corrected_file_is_tried_again(station: Path) -> None:
    (station / "from" / "kiosk.toml").write_text("wrong\n")
    settings_taken(station)
    (station / "from" / "kiosk.toml").write_text("corrected\n")
    assert "taken" in settings_taken(station)
    assert (station / "into" / "kiosk.toml").read_text() == "corrected\n"


def test_firmware_that_no_driver_asks_for_is_left_out(tmp_path: Path) -> None:
    here = [
        "wifi-72.ucode",
        "wifi-59.ucode",
        "i915/new.bin",
        "phone/modem.bin",
        "amdgpu/at_run_time.bin",
        "chip/b.bin",
    ]
    for name in here:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"12345")
    (tmp_path / "i915/link.bin").symlink_to("further.bin")
    (tmp_path / "i915/further.bin").symlink_to("../i915/new.bin")
    (tmp_path / "wifi-old.ucode").symlink_to("wifi-59.ucode")
    left_out = keep_only(tmp_path, ["wifi-72.ucode", "i915/link.bin", "chip/*.bin", "not/there.bin"])
    kept = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if not path.is_dir()}
    assert kept == {*here, "i915/link.bin", "i915/further.bin"} - {"wifi-59.ucode", "phone/modem.bin"}
    assert left_out == 2 * 5 + len("wifi-59.ucode")
    assert not (tmp_path / "phone").exists()
