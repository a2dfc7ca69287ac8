"""The technician's read: what it prints, and what it refuses to print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from devices.card_reader.simulator import SimulatedReader
from devices.emrtd.lds.files import ElementaryFile
from kiosk.cli import kiosk
from kiosk.cli.read import _zone
from tests.helpers.personas import persona, reader_with

SHOW = "--show-personal-data"
AN = persona()


def run(*arguments: str, reader: SimulatedReader | None = None) -> Result:
    """The command on a reader with a card."""
    return CliRunner().invoke(kiosk, ["read", *arguments], obj=reader or reader_with(AN))


def test_without_the_flag_nothing_is_read_or_shown() -> None:
    result = run("--can", "012345")
    assert result.exit_code == 2
    assert SHOW in result.output
    assert AN.holder.full_name not in result.output


def test_the_json_has_the_agreed_keys() -> None:
    result = run("--can", "012345", SHOW, "--json")
    report = json.loads(result.output)
    expected = ["fields", "mrz", "files", "access", "verdict", "apdus", "bytes_out", "bytes_in", "milliseconds"]
    assert list(report) == expected
    assert report["fields"]["full_name"] == AN.holder.full_name
    assert report["files"][0] == {"name": "DG13", "length": report["files"][0]["length"], "status": "read"}
    assert report["access"] == "PACE-CAN"
    assert [len(line) for line in report["mrz"].split("\n")] == [30, 30, 30]
    assert report["verdict"]["integrity"] == {"state": "confirmed", "reason": "data-unchanged"}
    assert report["verdict"]["issuer"]["reason"] == "issuer-specimen"
    assert report["verdict"]["specimen"] is True


def test_only_the_files_named_are_read_and_the_sod() -> None:
    report = json.loads(run("--can", "012345", SHOW, "--json", "--files", "dg1").output)
    assert [line["name"] for line in report["files"]] == ["DG1", "SOD"]
    assert report["verdict"]["chip"]["reason"] == "chip-not-asked"
    assert report["fields"]["full_name"] == "NGUYEN VAN AN"


def test_without_dg1_there_is_no_mrz() -> None:
    assert json.loads(run("--can", "012345", SHOW, "--json", "--files", "SOD,DG13").output)["mrz"] is None
    assert "(no MRZ)" in run("--can", "012345", SHOW, "--files", "DG13").output


def test_a_broken_dg1_has_no_mrz() -> None:
    assert _zone({ElementaryFile.DG1: b"\x61\x00"}) is None
    broken = persona(quirks={"garbage": {"DG1": 100}})
    assert json.loads(run("--can", "012345", SHOW, "--json", reader=reader_with(broken)).output)["mrz"] is None


def test_the_plain_form_says_what_was_proved_and_that_it_is_a_specimen() -> None:
    result = run("--can", "040090012345", SHOW)
    assert "integrity  confirmed" in result.output
    assert "THẺ MẪU" in result.output


def test_an_empty_trust_folder_means_the_issuer_was_not_checked(tmp_path: Path) -> None:
    report = json.loads(run("--can", "012345", SHOW, "--json", "--trust", str(tmp_path)).output)
    assert report["verdict"]["issuer"] == {"state": "not-checked", "reason": "issuer-no-roots"}
    assert "THẺ MẪU" not in run("--can", "012345", SHOW, "--trust", str(tmp_path)).output


@pytest.mark.parametrize(
    "arguments",
    [
        ("--mrz", "IDVNM0900123450040090012345<<2\n9002100M3002108VNM<<<<<<<<<<<4\nNGUYEN<<VAN<AN<<<<<<<<<<<<<<<<"),
        ("--qr", "040090012345||Nguyễn Văn An|10021990|Nam|Xóm 5|15042021"),
    ],
)
def test_every_kind_of_key_opens_the_card(arguments: tuple[str, str]) -> None:
    assert run(*arguments, SHOW).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--can", "012345", "--qr", "x"),
        ("--can", "12"),
        ("--mrz", "short"),
        ("--qr", "nothing"),
        ("--can", "012345", "--files", "DG99"),
    ],
)
def test_a_command_that_cannot_be_meant_is_refused_without_repeating_the_key(arguments: tuple[str, ...]) -> None:
    result = run(*arguments, SHOW)
    assert result.exit_code == 2
    assert "012345" not in result.output


def test_a_wrong_key_says_so_and_how_many_tries_are_left() -> None:
    result = run("--can", "999999", SHOW, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {"code": "card.wrong-key", "rung": "access", "attempts_left": 2}
    assert "card.wrong-key (access)" in run("--can", "999999", SHOW).stderr


def test_the_stations_own_reader_is_used_and_a_virtual_one_has_its_card_laid_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path))
    (tmp_path / "devices.toml").write_text('[card_reader]\ndriver = "simulator"\n')
    assert CliRunner().invoke(kiosk, ["read", "--can", "012345", SHOW]).exit_code == 0
    (tmp_path / "devices.toml").write_text('[card_reader]\ndriver = "none"\n')
    assert "reader.absent" in CliRunner().invoke(kiosk, ["read", "--can", "012345", SHOW]).stderr


def test_a_key_may_be_asked_for_so_that_it_stands_in_no_argument_list() -> None:
    result = CliRunner().invoke(kiosk, ["read", "--can", "-", "--json", SHOW], obj=reader_with(AN), input="012345\n")
    assert result.exit_code == 0
    assert "012345" not in result.stderr
