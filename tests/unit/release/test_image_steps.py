"""Which steps of a booted machine's trial are played: none silently."""

from __future__ import annotations

import ast
import io
import re
import socketserver
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from PIL import Image

from bootstrap.debian import PACKAGES
from release.folder import ROOT
from release.image.verify import adversity, cuts, machine, network, papers, short, sticks
from release.image.verify.looks import ANOTHER, changed, shown_after
from release.image.verify.machine import OF_ITS_OWN, WITH_MOMENTS, BootedPc, asked_steps, has_moment
from release.image.verify.network import served
from release.image.verify.sticks import FAILED, KEPT_KB, MAKERS, MOUNTED, SIZE_MB, formatted, held

NAMES = ("starts", "visit", "cuts")
PAPERS = "release/image/verify/papers.py"
LONGEST_LINE = 4096
"""Bytes that a terminal takes at once (termios(3))."""
ALWAYS_THERE = {"tar", "gzip", "cp", "rm", "unshare", "dpkg-deb"}
"""Essential in every Debian."""
BROUGHT_BY = {
    "mmdebstrap": "mmdebstrap",
    "sgdisk": "gdisk",
    "mcopy": "mtools",
    "mmd": "mtools",
    "mtype": "mtools",
    "mkfs.vfat": "dosfstools",
    "mkfs.exfat": "exfatprogs",
    "mkfs.ntfs": "ntfs-3g",
    "ntfsls": "ntfs-3g",
    "mke2fs": "e2fsprogs",
    "e2fsck": "e2fsprogs",
    "debugfs": "e2fsprogs",
    "mksquashfs": "squashfs-tools",
    "veritysetup": "cryptsetup-bin",
    "grub-editenv": "grub-common",
    "grub-mkimage": "grub-common grub-pc-bin",
    "cpio": "cpio",
    "qemu-system-x86_64": "qemu-system-x86 ovmf",
    "qemu-img": "qemu-utils",
    "qemu-io": "qemu-utils",
    "tesseract": "tesseract-ocr tesseract-ocr-vie",
}
"""Programs that the image and its trial call, and the packages they come with."""


@pytest.fixture(autouse=True)
def _can_boot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "is_there", lambda: True)


def test_all_steps_are_played_or_those_that_are_named_in_their_own_order() -> None:
    assert asked_steps((), NAMES) == NAMES
    assert asked_steps(("cuts", "visit"), NAMES) == ("visit", "cuts")


def test_a_step_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(click.ClickException, match="no step is called walks: starts, visit, cuts"):
        asked_steps(("walks", "visit"), NAMES)


def test_without_a_program_that_boots_nothing_is_said_to_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "is_there", lambda: False)
    with pytest.raises(click.ClickException, match="nothing was booted and nothing was seen"):
        asked_steps((), NAMES)


def test_each_usb_device_has_a_port_of_its_own_so_it_hangs_where_it_hung_when_it_is_plugged_in_again() -> None:
    """QEMU gave a reader that came back the next free port, and no moment saved after that could be loaded."""
    hung = [word for word in machine.PC if word.startswith("usb-")]
    ports = [re.search(r",port=(\d+)", word) for word in hung]
    assert len(hung) == 3
    assert all(ports), hung
    assert len({port[1] for port in ports if port}) == len(hung)


def test_every_program_that_the_image_calls_is_among_what_its_command_installs() -> None:
    """On a fresh PC the trial stood before its first screen and could not read it: nobody had asked for tesseract."""
    asked = set(" ".join(PACKAGES[group] for group in ("test", "package", "image")).split())
    called = set(_called(ROOT / "release" / "image"))
    assert {"qemu-system-x86_64", "tesseract", "mksquashfs", "mkfs.exfat"} <= called
    unknown = called - set(BROUGHT_BY) - ALWAYS_THERE
    assert not unknown, f"say in BROUGHT_BY which of Debian's packages brings {sorted(unknown)}"
    missing = {package for program in called & set(BROUGHT_BY) for package in BROUGHT_BY[program].split()} - asked
    assert not missing


def _called(folder: Path) -> Iterator[str]:
    """First words of what is run, and of what is made a variable to be run."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.List | ast.Tuple) and node.elts:
                first = node.elts[0]
                while isinstance(first, ast.Starred) and isinstance(first.value, ast.Tuple):
                    first = first.value.elts[0]
                if isinstance(first, ast.Constant) and first.value in (BROUGHT_BY.keys() | ALWAYS_THERE):
                    yield str(first.value)
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"subprocess.run", "subprocess.Popen"}:
                words = node.args[0]
                if isinstance(words, ast.List) and isinstance(words.elts[0], ast.Constant):
                    yield str(words.elts[0].value)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "mtools":
                yield ast.literal_eval(node.args[1])


def drawn(*places: tuple[int, int, int, int]) -> bytes:
    """A PNG of a white screen of 200 x 100 with these places in black."""
    page = Image.new("RGB", (200, 100), "white")
    for place in places:
        page.paste("black", place)
    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


MINUTE, HEADING = (190, 2, 194, 8), (20, 20, 150, 40)


def test_a_minute_of_the_clock_is_no_other_screen_and_a_heading_is() -> None:
    """Any other picture counted as the next slide, so a screen that stood still with its clock running had passed."""
    assert 0 < changed(drawn(), drawn(MINUTE)) < ANOTHER < changed(drawn(), drawn(HEADING))


def test_a_screen_was_there_from_the_first_picture_that_shows_it() -> None:
    looks = [(0.1, drawn()), (0.6, drawn(MINUTE)), (1.1, drawn(HEADING)), (1.6, drawn(HEADING, MINUTE))]
    assert shown_after(looks, drawn(HEADING, MINUTE)) == 1.1
    assert shown_after(looks[:2], drawn(HEADING)) is None


class ShellOnASocket(socketserver.StreamRequestHandler):
    """The test's shell at the machine's serial line: it shows a prompt, echoes what is typed, and does it."""

    def handle(self) -> None:
        self.wfile.write(b"# ")
        for line in self.rfile:
            self.wfile.write(line.replace(b"\n", b"\r\n"))
            done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
            self.wfile.write(done.stdout.replace(b"\n", b"\r\n") + b"# ")


@pytest.fixture
def booted(tmp_path: Path) -> Iterator[BootedPc]:
    made = BootedPc.__new__(BootedPc)
    made.folder = tmp_path
    with socketserver.UnixStreamServer(str(tmp_path / "serial"), ShellOnASocket) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield made
        server.shutdown()


def test_what_a_command_prints_in_the_machine_is_told_without_the_shells_prompt(booted: BootedPc) -> None:
    """A command that printed nothing told "#", and that was taken for a unit that had failed."""
    assert booted.run("true") == ""
    assert booted.run("echo one; echo two") == "one\ntwo\n"
    assert booted.run("printf half") == "half"


def test_a_command_that_failed_is_told_with_its_words_unless_that_is_no_matter(booted: BootedPc) -> None:
    with pytest.raises(RuntimeError, match=r"ended with 3: gone"):
        booted.run("echo gone; exit 3")
    assert booted.run("echo gone; exit 3", check=False) == "gone\n"


def test_what_is_mounted_is_asked_in_words_that_findmnt_knows() -> None:
    """`-r` and `-l` exclude each other: nothing was told, and a stick that was mounted was waited for in vain."""
    told = subprocess.run(["sh", "-c", MOUNTED.replace("/run/media/", "/proc ")], capture_output=True, check=True)
    assert re.match(rb"/proc \S*\brw\b", told.stdout), told


def test_work_without_an_end_is_watched_for_some_time_after_its_first_word(booted: BootedPc) -> None:
    said = booted.watched("echo begun; sleep 0.2; echo more", 0.5, after=r"begun\n", patience_s=60)
    assert re.search(r"begun\nmore\n", said)
    with pytest.raises(TimeoutError, match="was not printed"):
        booted.watched("echo other", 0.1, after="never", patience_s=0.1)


def test_a_stick_is_held_when_nothing_on_it_can_run_or_lead_elsewhere() -> None:
    """An NTFS stick was looked at between its mount and the second one that holds it."""
    assert not held("")
    assert not held("/run/media/sda rw,nosuid,nodev,noexec,relatime,sync,allow_other\n")
    assert held("/run/media/sda rw,nosuid,nodev,noexec,relatime,nosymfollow,sync,allow_other\n")


def test_a_damaged_stick_keeps_the_name_of_its_file_system_and_loses_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pulled, or noise from its first byte, it would never be tried: udev asks for what blkid names."""
    whole = ("sh", "-c", f"head -c {SIZE_MB << 20} /dev/zero | tr '\\0' x >\"$0\"")
    monkeypatch.setattr(sticks, "MAKERS", {**MAKERS, "damaged": whole})
    data = formatted(tmp_path / "stick.img", "damaged").read_bytes()
    assert len(data) == SIZE_MB << 20
    assert data.rstrip(b"\0") == b"x" * (KEPT_KB << 10)


def test_a_stick_that_was_refused_is_told_from_one_that_is_mounted() -> None:
    assert FAILED.search("kiosk-dvc-stick@sda.service loaded failed failed USB stick sda for the kiosk")
    assert not FAILED.search("kiosk-dvc-stick@sda.service loaded active exited USB stick sda for the kiosk")


SAVED = """Snapshot list:
ID        TAG               VM SIZE                DATE     VM CLOCK     ICOUNT
1         started           312 MiB 2026-11-30 18:34:16 00:03:09.101
"""


def test_a_step_begins_at_a_saved_moment_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not has_moment(tmp_path, "started")
    (tmp_path / WITH_MOMENTS).touch()
    program = tmp_path / "qemu-img"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{SAVED}END\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert has_moment(tmp_path, "started")
    assert not has_moment(tmp_path, "ready")


def test_a_machine_that_is_started_for_one_step_does_not_write_over_the_saved_moments() -> None:
    assert OF_ITS_OWN != WITH_MOMENTS
    for name in ("long", "adversity"):
        text = (ROOT / "release/image/verify" / f"{name}.py").read_text("utf-8")
        started = re.findall(r"with BootedPc\((.+?)\) as", text, re.DOTALL)
        assert started
        assert all("written=OF_ITS_OWN" in words for words in started)


def test_what_a_booted_machine_fetches_lies_on_this_pc(tmp_path: Path) -> None:
    (tmp_path / "root.json").write_text("signed")
    with served(tmp_path) as port, urllib.request.urlopen(f"http://127.0.0.1:{port}/root.json") as answer:
        assert answer.read() == b"signed"


TYPED = {
    "cuts": cuts.WORK,
    "full disk": adversity.FILL,
    "network": network.TRUST,
    "printer": papers.SWITCHED_ON,
    "scanner": papers.SCANNER,
    "settings": short.SETTINGS,
    "stick": sticks.WRITTEN,
    "units": sticks.UNITS,
    **short.HELD,
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_a_shell_can_read_what_is_typed_into_the_machine(typed: str) -> None:
    """A quote that is missing would cost a start of minutes."""
    read = subprocess.run(["sh", "-n", "-c", typed], capture_output=True, text=True, check=False)
    assert read.returncode == 0, read.stderr
    assert len(typed) < LONGEST_LINE


def test_what_a_person_looks_for_on_paper_screens_is_what_they_say() -> None:
    screens = "".join(path.read_text("utf-8") for path in (ROOT / "ui/qml/Kiosk/Screens").glob("*.qml"))
    told = (ROOT / "config/failures.toml").read_text("utf-8")
    words = re.findall(r'(?:touches\(|then=|waits_for\()"([^"]+)"', (ROOT / PAPERS).read_text("utf-8"))
    assert len(words) > 8
    assert [one for one in words if one not in screens] == []
    assert papers.ABSENT in told
    assert papers.ANOTHER_STICK in told
