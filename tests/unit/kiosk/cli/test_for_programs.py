"""Every command that tells something tells it to programs too: one JSON object, alone on standard output."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kiosk import together
from ui.__main__ import kiosk

WITHOUT = {
    "audit": "for developers; what it finds stays in its folder as JSON",
    "compile": "makes files",
    "completion": "is a script",
    "config set-pin": "asks, and tells the key once to whoever stands there",
    "config take": "its exit code says it; `config show --json` tells what was taken",
    "config unlock-pin": "its exit code says it",
    "content new": "makes files; `content check --json` judges them",
    "content parse": "makes files",
    "counts enrol-reply": "its exit code says it",
    "counts enrol-request": "makes a file, which is JSON",
    "counts events": "makes a file",
    "counts hours": "its exit code says it; `counts show --json` tells what is counted",
    "counts sheet": "makes a file",
    "counts stick": "makes a file",
    "demo": "opens a window, or writes visit.json",
    "gallery": "makes pictures",
    "manual": "is a page",
    "pano": "opens a window",
    "print form": "makes a file",
    "print guide": "makes a file",
    "print leaflet": "makes a file",
    "print name": "makes a file",
    "print poster": "makes a file",
    "print windows-sheet": "makes a file",
    "province enrol": "makes a file, which is JSON",
    "province init": "its exit code says it; `set-up` is for people",
    "province reader": "makes files",
    "province remove-rows": "its exit code says it; `province report` tells what is left",
    "province revoke": "its exit code says it; `province stations --json` tells who is shut out",
    "province set-up": "made for a person at the server, and may be run again",
    "province stations make": "makes files; stations.json is one of them",
    "province tidy": "for a timer",
    "publish drop": "its exit code says it; `publish status --json` tells how the folder stands",
    "publish init": "asks for no answer; `publish status --json` tells how the folder stands",
    "publish keys": "makes files, and asks for a passphrase",
    "publish pack": "`publish status --json` tells how the folder stands, `content check --json` what is wrong",
    "publish program": "`publish status --json` tells how the folder stands",
    "publish release": "asks for a passphrase; `publish status --json` tells how the folder stands",
    "publish renew": "`publish status --json` tells how the folder stands",
    "publish sign": "asks for a passphrase; `publish status --json` tells how the folder stands",
    "publish stations": "`publish status --json` tells how the folder stands",
    "publish system": "`publish status --json` tells how the folder stands",
    "report": "--format csv is for programs",
    "roster-process": "speaks JSON to the screens",
    "typesetter-process": "speaks JSON to the screens",
    "run": "opens a window",
    "scan lease": "speaks JSON to the other PC",
    "together alone": "its exit code says it; `together test --json` tells how it stands",
    "together keep": "its exit code says it; `together test --json` tells how it stands",
}
"""Command -> why it has no `--json`."""


def commands(group: click.Group, context: click.Context, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, click.Context(command, info_name=name, parent=context), f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def test_each_command_has_json_or_a_reason_why_not() -> None:
    without = {
        name
        for name, command in commands(kiosk, click.Context(kiosk))
        if not any("--json" in each.opts for each in command.params)
    }
    assert without == set(WITHOUT)


@pytest.fixture
def station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "own"))
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "devices.toml").write_text('[scanner]\ndriver = "simulator"\n', "utf-8")
    return tmp_path


def told(*words: str) -> dict[str, object]:
    """What the command tells a program; the whole of standard output is that."""
    done = CliRunner().invoke(kiosk, list(words), prog_name="kiosk-dvc")
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_the_closed_day_and_what_is_held_are_told(station: Path) -> None:
    closed = told("counts", "close", "--json")
    assert closed["closed"] is True
    assert told("counts", "held", "--json") == {"held": [], "counted_for": None}
    with closing(sqlite3.connect(station / "state" / "counts.sqlite")) as store:
        assert store.execute("SELECT count(*) FROM totals").fetchone()


def test_a_scanned_page_is_told_with_its_faults(station: Path) -> None:
    page = told("scan", "page", "--out", str(station / "page.pdf"), "--json")
    assert page["out"] == str(station / "page.pdf")
    assert page["bytes"] == (station / "page.pdf").stat().st_size
    assert page["code"] is None


def test_an_import_of_the_catalogue_and_a_program_that_cannot_be_had_are_told(station: Path) -> None:
    listed = station / "catalogue.jsonl"
    listed.write_text('{"code": "1.004194", "name": "Đăng ký tạm trú"}\n', "utf-8")
    assert told("content", "import-catalogue", str(listed), "--json")["imported"] == 1
    assert told("update", "program", "--to", str(station), "--json") == {"outcome": "no-source"}
    refused = told("update", "program", "--from", str(station / "nowhere"), "--to", str(station), "--json")
    assert refused["outcome"] == "not-updated"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("counts", "close", "--json", "--print"), "--json"),
        (("together", "join", "127.0.0.1", "--port", "1", "--json"), "127.0.0.1"),
    ],
)
def test_a_fault_goes_to_standard_error_also_when_a_program_asks(
    station: Path, words: tuple[str, ...], said: str
) -> None:
    done = CliRunner().invoke(kiosk, list(words), prog_name="kiosk-dvc")
    assert done.exit_code in (1, 2)
    assert done.stdout == ""
    assert said in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "qqqq zzzz"), "qqqq zzzz"),
        (("update", "now", "--from", "/nowhere"), "update.no-authority"),
        (("update", "program", "--from", "/nowhere", "--to", "."), "update.no-authority"),
        (("update", "program", "--to", "."), "updates.source"),
        (("together", "find"), "together keep"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_came_to_nothing_ends_with_one_for_people_and_for_programs(
    station: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.setattr(together, "find", lambda: ())
    for_people = CliRunner().invoke(kiosk, list(words), prog_name="kiosk-dvc")
    for_programs = CliRunner().invoke(kiosk, [*words, "--json"], prog_name="kiosk-dvc")
    assert for_people.stdout == ""
    assert json.loads(for_programs.stdout)
    for done in (for_people, for_programs):
        assert done.exit_code == 1
        assert said in done.stderr
