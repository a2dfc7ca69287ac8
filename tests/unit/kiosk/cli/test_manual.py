"""The manual page and the completion are made of the commands themselves."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from ui.__main__ import kiosk


def told(*arguments: str) -> str:
    """What the program says."""
    result = CliRunner().invoke(kiosk, list(arguments), prog_name="kiosk-dvc")
    assert result.exit_code == 0
    return result.output


@pytest.mark.parametrize(("language", "head", "words"), [
    ("vi", "CÁCH DÙNG", "Tìm chỗ hỏng và việc cần làm"),
    ("en", "SYNOPSIS", "Find out what is broken and what to do"),
])  # fmt: skip
def test_the_page_tells_every_command_with_its_options(language: str, head: str, words: str) -> None:
    page = told("manual", "--lang", language)
    assert f'.SH "{head}"' in page
    assert words in page
    for command in ("content preview", "counts send", "doctor card", "province enrol PC", "run"):
        assert f'.SS "{command}' in page
    assert ".B \\-\\-older\\-than DAYS" in page


def test_no_line_begins_with_what_roff_would_read_as_its_own() -> None:
    for line in told("manual", "--lang", "vi").splitlines():
        assert not line.startswith("'")
        assert not line.startswith(".") or line.split()[0] in (".TH", ".SH", ".SS", ".TP", ".B")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_asks_the_program(shell: str) -> None:
    script = told("completion", shell)
    assert "_KIOSK_DVC_COMPLETE" in script
    assert "kiosk-dvc" in script


def test_the_program_completes_what_the_shell_asks() -> None:
    asked = {"_KIOSK_DVC_COMPLETE": "bash_complete", "COMP_WORDS": "kiosk-dvc doc", "COMP_CWORD": "1"}
    done = CliRunner().invoke(kiosk, [], prog_name="kiosk-dvc", env=asked, complete_var="_KIOSK_DVC_COMPLETE")
    assert done.output.strip() == "plain,doctor"
