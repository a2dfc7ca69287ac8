"""`--lang` means the same before and after every command, and what tells something tells it as JSON too."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tests.unit.kiosk.cli.test_help import BY_PATH, run
from ui.__main__ import kiosk

TELLS = {
    ("config", "check"),
    ("config", "show"),
    ("content", "check"),
    ("content", "facts"),
    ("content", "preview"),
    ("counts", "send"),
    ("counts", "show"),
    ("doctor",),
    ("province", "report"),
    ("province", "stations"),
    ("publish", "status"),
    ("read",),
    ("scan", "status"),
    ("search",),
    ("together", "find"),
    ("together", "test"),
    ("update", "now"),
    ("update", "status"),
}
"""Commands whose words somebody may want to go on with; the others do something, or write a file."""
COMMANDS = [path for path, command in BY_PATH.items() if path and not isinstance(command, click.Group)]


def options(path: tuple[str, ...]) -> set[str]:
    command = BY_PATH[path]
    return {name for one in command.get_params(click.Context(command)) for name in one.opts}


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_the_language_may_be_chosen_before_or_after_the_command(path: tuple[str, ...]) -> None:
    assert "--lang" in options(path)


def test_before_and_after_the_command_say_the_same() -> None:
    assert run("publish", "status", "--lang", "en", "--help").output.startswith("Usage: kiosk-dvc publish status")
    assert run("publish", "status", "--help", "--lang", "en").output.startswith("Usage: kiosk-dvc publish status")
    after = CliRunner().invoke(kiosk, ["publish", "drop", "/nowhere", "root", "--lang", "en"])
    before = CliRunner().invoke(kiosk, ["--lang", "en", "publish", "drop", "/nowhere", "root"])
    assert after.output == before.output == "root: nothing is drafted.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("docter",),
        ("doctor", "--jsn"),
        ("config", "check", "--overrides", "/nowhere"),
        ("together", "test"),
        ("search", "qqqq zzzz"),
        ("update", "program", "--to", "/nowhere"),
        ("doctor", "card", "--replay", "/nowhere"),
    ],
    ids=" ".join,
)
def test_what_is_wrong_is_said_in_the_language_chosen_wherever_it_stands(words: tuple[str, ...]) -> None:
    before = run("--lang", "en", *words)
    assert before.stderr
    assert before.stderr.isascii() or words == ("search", "qqqq zzzz"), "English alone"
    for after in (("--lang", "en"), ("--lang=en",)):
        assert run(*words, *after).stderr == before.stderr


@pytest.mark.parametrize("path", sorted(TELLS), ids=" ".join)
def test_what_a_command_tells_it_tells_as_json_too(path: tuple[str, ...]) -> None:
    assert "--json" in options(path)


def test_every_command_that_may_tell_json_is_known() -> None:
    assert {path for path in BY_PATH if path and "--json" in options(path)} >= TELLS


def test_the_check_of_settings_tells_its_faults_as_json(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text('[commune]\ncode = "1"\n', "utf-8")
    done = run("config", "check", "--overrides", str(tmp_path), "--json")
    assert done.exit_code == 1
    (fault,) = json.loads(done.output)["faults"]
    assert (fault["key"], Path(fault["file"]).name) == ("commune.code", "kiosk.toml")
    assert fault["vi"] != fault["en"]


def test_a_day_of_counts_is_told_as_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    told = json.loads(run("counts", "show", "--day", "2026-11-23", "--json").output)
    assert told == {
        "day": "2026-11-23", "closed": False, "totals": [], "waiting": 0, "set_aside": 0, "oldest": None, "held": 0,
    }  # fmt: skip
