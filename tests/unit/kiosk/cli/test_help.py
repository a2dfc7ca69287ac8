"""Every command tells its help in Vietnamese and English, and what was typed wrong in both."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner, Result

from kiosk.cli.help import SpokenCommand, SpokenGroup, help_text
from kiosk.cli.help_words import VIETNAMESE
from ui.__main__ import kiosk


def commands(
    group: click.Group = kiosk, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Each command with its words, groups too."""
    yield path, group
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


def words_of(command: click.Command) -> Iterator[str]:
    """The help of a command and of its options."""
    yield command.help or ""
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            yield parameter.help or ""


def run(*arguments: str) -> Result:
    """The program with these arguments."""
    return CliRunner().invoke(kiosk, list(arguments), prog_name="kiosk-dvc")


BY_PATH = dict(commands())


@pytest.mark.parametrize("path", BY_PATH, ids=" ".join)
def test_every_command_has_its_help_help_text(path: tuple[str, ...]) -> None:
    command = BY_PATH[path]
    assert isinstance(command, SpokenCommand | SpokenGroup)
    for words in words_of(command):
        assert words, f"{path}: an option without a word of help"
        assert help_text(words).vi != words, words
    told = " ".join(run(*path, "--help").output.split())
    assert told.startswith("Cách dùng: kiosk-dvc")
    assert all(head not in told for head in ("Options:", "Commands:", "default:", "Show this message"))


def test_no_vietnamese_word_is_kept_for_a_help_that_is_gone() -> None:
    from kiosk.cli import COMMANDS

    said = {" ".join(words.split()) for command in BY_PATH.values() for words in words_of(command)}
    said |= {*COMMANDS.values(), "Show this message and exit."}
    assert set(VIETNAMESE) - said == set()


def test_help_is_said_in_english_when_it_is_asked_for_before_the_command() -> None:
    told = run("--lang", "en", "doctor", "--help").output
    assert told.startswith("Usage: kiosk-dvc doctor")
    assert "Find out what is broken and what to do." in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("docter",), ("Không có lệnh “docter”. Có phải: doctor?", "Did you mean 'doctor'?", "kiosk-dvc --help")),
        (("doctor", "crad"), ("Không có lệnh “crad”. Có phải: card?", "kiosk-dvc doctor --help")),
        (("doctor", "--jsn"), ("Không có tuỳ chọn “--jsn”. Có phải: --json?", "kiosk-dvc doctor --help")),
        (("content", "preview"), ("Thiếu --on.", "Missing option '--on'.")),
        (("scan", "page", "--dpi", "5", "--out", "x"), ("Giá trị của --dpi chưa đúng.", "75<=x<=600")),
        (("config", "check", "--overrides", "/nowhere"), ("Giá trị của --overrides chưa đúng.", "does not exist")),
        (("--lnag", "en"), ("Không có tuỳ chọn “--lnag”. Có phải: --lang?",)),
        (("publish", "status", "/nowhere"), ("Giá trị của REPO chưa đúng.", "'/nowhere' does not exist")),
        (("search",), ("Ghi một câu hỏi QUERY", "Give a QUERY")),
    ],
)
def test_what_was_typed_wrong_is_told_in_both_languages_and_ends_with_two(
    arguments: tuple[str, ...], said: tuple[str, ...]
) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(one in result.stderr for one in said)
    assert "Traceback" not in result.stderr


def test_the_language_chosen_before_the_command_is_that_of_its_faults() -> None:
    assert run("--lang", "en", "docter").stderr == (
        "No such command 'docter'. Did you mean 'doctor'?\nkiosk-dvc --help\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search", "qqqq zzzz"), "Không tìm thấy gì cho “qqqq zzzz”."),
        (("demo", "--headless", "--persona", "nobody"), "Không có thẻ mẫu “nobody”."),
        (("print", "form", "ct01", "--out", "/proc/nowhere/x.pdf"), "/proc/nowhere/x.pdf: không có tệp hoặc thư mục"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_ends_with_one(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_the_version_is_told() -> None:
    assert run("--version").output.startswith("kiosk-dvc 0.")
