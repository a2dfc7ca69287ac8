"""The blocks of the Windows guides: the same in both languages, and typed where Wine has what they call.

A line that Wine cannot play stands here with its reason; a new line of a guide is played or named.
"""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest

from release.folder import ROOT
from tests.windows.conftest import INSTALLED
from tests.windows.wine import Prefix

GUIDES = [ROOT / "docs" / f"technician-windows{language}.md" for language in ("", ".vi")]
NOT_UNDER_WINE = {
    "net user": "Wine has no accounts but that of who runs it",
    "net localgroup": "the same",
    ".\\kiosk-dvc config set-pin": "it asks at a console, and a program under Wine without a display has none",
    "reg load": "Wine's reg loads no other account's hive",
    "reg unload": "the same",
}
SHELL = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Policies\\System"


BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(guide: Path) -> list[list[str]]:
    """The lines of each fenced block."""
    return [found.strip().splitlines() for found in BLOCK.findall(guide.read_text("utf-8"))]


def commands() -> list[str]:
    """Every line of a block that calls a program."""
    return [line for block in blocks(GUIDES[0]) for line in block if not re.match(r"\[|\w+=|cd ", line)]


def played() -> list[str]:
    """Those that Wine can play."""
    return [line for line in commands() if not line.startswith(tuple(NOT_UNDER_WINE))]


def test_both_guides_have_the_same_blocks() -> None:
    english, vietnamese = (blocks(guide) for guide in GUIDES)
    assert english == vietnamese
    assert len(english) > 3


def test_the_file_of_answers_of_the_guide_names_what_the_installer_reads() -> None:
    (block,) = [each for each in blocks(GUIDES[0]) if each[0] == "[station]"]
    told, explained = configparser.ConfigParser(), configparser.ConfigParser()
    told.read_string("\n".join(block))
    explained.read(ROOT / "config" / "deployment" / "windows" / "answers.ini", "utf-8")
    assert set(told["station"]) == set(explained["station"])


@pytest.mark.parametrize("line", played())
def test_a_line_of_the_guide_is_played(line: str, installed: Prefix) -> None:
    if line.startswith("reg "):
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)]
        key, value = words[2].replace("HKU\\kiosk", "HKCU"), words[words.index("/v") + 1]
        assert key == SHELL
        assert installed.run("reg", "add", key, *words[3:]).code == 0
        assert installed.registered(key, value) in {words[words.index("/d") + 1].split()[-1], "0x1"}
        return
    program, *words = line.split()
    assert program == ".\\kiosk-dvc"
    done = installed.run(f"{INSTALLED}\\kiosk-dvc.exe", *words)
    assert done.code in ({0, 1} if words == ["doctor"] else {0}), done.out + done.err


def test_every_excused_line_still_stands_in_the_guide() -> None:
    assert [words for words in NOT_UNDER_WINE if not any(line.startswith(words) for line in commands())] == []
