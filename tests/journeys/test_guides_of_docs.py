"""The technician's guide and the province's guide, gone through as written: every command, setting and picture.

Devices are the simulators; what belongs to Debian (apt, lpadmin, systemctl) is only checked to be one of the known.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import kiosk
from kiosk.settings import read_settings
from tests.helpers.province import Province
from tests.unit.kiosk.cli.small_pack import write_pack
from tests.unit.kiosk.cli.whole_pack import write_whole_pack

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
GUIDES = ("technician.md", "technician.vi.md")
OF_DEBIAN = {"apt", "reboot", "sh", "mkdir", "lpadmin", "systemctl", "journalctl", "update-grub", "swapoff"}
BY_HELP = {("doctor", "paper"), ("config", "take"), *(("together", word) for word in ("keep", "join", "test"))}
"""Commands that wait for a hand at a device; `tests` of their own go through them."""
PASSPHRASE = "mot cau dai kho doan"
PIN = "493817"
PROGRAM = "kiosk-dvc_0.2.0_amd64.deb"
SIMULATED = """
[card_reader]
driver = "simulator"
[printer]
driver = "simulator"
[scanner]
driver = "simulator"
"""


def text_of(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(name), re.MULTILINE | re.DOTALL)


def commands(name: str) -> list[str]:
    """Every command of the blocks, then those inside the text."""
    typed = [line for block in blocks(name, "sh") for line in block.splitlines()]
    inside = re.findall(r"`((?:sudo|journalctl) [^`]+)`", text_of(name))
    return [*typed, *inside]


def run(arguments: list[str], typed: str = "") -> str:
    """One command of the kiosk; it must end well."""
    given = [*arguments[:2], "--help"] if tuple(arguments[:2]) in BY_HELP else arguments
    result = CliRunner().invoke(kiosk, given, input=typed)
    assert result.exit_code == 0, (arguments, result.output, result.exception)
    return result.output


@pytest.mark.parametrize("name", GUIDES)
def test_the_settings_of_the_guide_are_taken(tmp_path: Path, name: str) -> None:
    for block in blocks(name, "toml"):
        file = block.splitlines()[0].removeprefix("# /etc/kiosk-dvc/")
        (tmp_path / file).write_text(block, "utf-8")
    settings = read_settings(overrides=tmp_path)
    assert settings.devices.printer.device_uri == "ipp://192.0.2.10/ipp/print"
    assert settings.kiosk.updates.source == "https://content.example.vn/kiosk"


@pytest.mark.parametrize("name", GUIDES)
def test_the_table_of_times_counts_the_commands_of_each_part(name: str) -> None:
    sections = {
        int(part.partition(".")[0]): part for part in re.split(r"^## (?=\d)", text_of(name), flags=re.MULTILINE)[1:]
    }
    rows = re.findall(r"^\| (\d+)(?:(?:, | to | đến )(\d+))? \| [^|]+ \| (\d+) \|", text_of(name), re.MULTILINE)
    assert [int(row[0]) for row in rows][:1] == [0]
    for first, last, number in rows:
        parts = (sections[at] for at in range(int(first), int(last or first) + 1))
        blocks_of = (re.findall(r"^```sh\n(.*?)^```$", part, re.MULTILINE | re.DOTALL) for part in parts)
        assert sum(len(block.splitlines()) for found in blocks_of for block in found) == int(number), first


def test_both_languages_give_the_same_commands_and_pictures() -> None:
    english, vietnamese = (
        [command.replace("--lang vi", "--lang en") for command in commands(name)] for name in GUIDES
    )
    assert english == vietnamese
    assert len(english) > 20
    pictures = [re.findall(r"\]\((pictures/[^)]+)\)", text_of(name)) for name in GUIDES]
    assert pictures[0] == pictures[1]
    assert all((DOCS / picture).is_file() for picture in pictures[0])


@pytest.mark.parametrize("name", GUIDES)
def test_a_technician_can_type_every_command_of_the_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    etc, stick = tmp_path / "etc", tmp_path / "stick"
    (etc / "content").mkdir(parents=True)
    (etc / "devices.toml").write_text(SIMULATED, "utf-8")
    (etc / "kiosk.toml").write_text(
        f'[updates]\nsource = "{stick / "public"}"\n[portal]\nnational = "https://localhost:9"\n', "utf-8"
    )
    bring_a_stick(stick, tmp_path)
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_CONFIG", str(etc))
    for command in commands(name):
        here = (
            re.sub(r" /tmp(?=/| |$)", f" {tmp_path}", command)
            .replace("/etc/kiosk-dvc", str(etc))
            .replace("/run/media/sda1", str(stick))
        )
        words = [word for word in shlex.split(here) if word != "sudo"]
        match words[0]:
            case "kiosk-dvc":
                run(words[1:], typed=f"{PIN}\n{PIN}\n")
            case "install":
                subprocess.run(words, check=True)
            case other:
                assert other in OF_DEBIAN, command
    assert (tmp_path / PROGRAM).read_bytes() == b"!<arch>\n"
    assert (tmp_path / "readiness.pdf").read_bytes().startswith(b"%PDF")
    assert '"age_days": 0' in run(["update", "status", "--json"])


def bring_a_stick(stick: Path, scratch: Path) -> None:
    """What the province handed out: its root and the newest content."""
    content = write_pack(scratch / "content")
    (content / "pack.toml").write_text('version = "2027.01.02"\n', "utf-8")
    province = Province(scratch / "repo")
    province.publish(content)
    (scratch / PROGRAM).write_bytes(b"!<arch>\n")
    province.publish_program(scratch / PROGRAM)
    (scratch / PROGRAM).unlink()
    shutil.copytree(province.public, stick / "public")
    (stick / "root.json").write_bytes(province.root)


def test_what_the_guide_of_the_notices_has_written_is_taken(tmp_path: Path) -> None:
    *settings, notice = blocks("pano.md", "toml")
    (place,) = re.findall(r"`/etc/kiosk-dvc/(content/[^`]+\.toml)`", text_of("pano.md"))
    for number, block in enumerate(settings):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / block.splitlines()[0].removeprefix("# /etc/kiosk-dvc/")).write_text(block, "utf-8")
        assert "settings are right" in run(["--lang", "en", "config", "check", "--overrides", str(folder)])
    shows = [read_settings(overrides=tmp_path / str(number)).devices.display for number in range(2)]
    assert (shows[0].second, shows[1].shows.value) == (True, "pano")
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_text(notice, "utf-8")
    pack = write_whole_pack(tmp_path / "pack")
    assert run(
        ["--lang", "en", "content", "check", str(pack), "--overlay", str(tmp_path / "content"), "--on", "2026-12-01"]
    )
    (tmp_path / place).write_text(notice.replace("heading", "head"), "utf-8")
    assert (
        CliRunner().invoke(kiosk, ["content", "check", str(pack), "--overlay", str(tmp_path / "content")]).exit_code
    )


def test_the_province_can_type_every_command_of_its_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_pack(tmp_path / "content")
    (content / "pack.toml").write_text('version = "2027.01.02"\n', "utf-8")
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "etc"))
    (tmp_path / PROGRAM).write_bytes(b"!<arch>\n")
    for command in commands("updates.md"):
        words = shlex.split(command.replace("~/kiosk-content", str(tmp_path)))
        assert words[:2] == ["./station", "kiosk"]
        run(words[2:], typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    assert "content 2027.01.02" in run(["--lang", "en", "publish", "status", str(tmp_path / "repo")])
    assert not (tmp_path / "repo" / "draft" / "targets.json").exists()
