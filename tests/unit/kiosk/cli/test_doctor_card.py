"""`doctor card` as a technician types it."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from devices.card_reader.interface import CardReaderState
from devices.card_reader.simulator import SimulatedReader
from kiosk.cli import kiosk
from kiosk.cli.doctor import command
from tests.helpers.personas import persona, reader_with, shipped_personas


def run(*arguments: str, reader: SimulatedReader | None = None) -> Result:
    return CliRunner().invoke(kiosk, ["doctor", "card", *arguments], obj=reader or reader_with("nguyen-van-an"))


def test_a_good_card_ends_well_in_both_languages() -> None:
    assert "Thẻ đọc được từ đầu đến cuối." in run("--can", "012345").output
    result = run("--can", "012345", "--lang", "en")
    assert "The card is read from end to end." in result.output
    assert result.exit_code == 0


def test_an_empty_reader_is_named_in_one_sentence_with_what_to_do() -> None:
    result = run(reader=SimulatedReader(shipped_personas()))
    assert result.exit_code == 1
    assert "Chưa thấy thẻ trên máy đọc." in result.output
    assert "Đặt thẻ sát mặt máy đọc" in result.output


def test_json_carries_rung_code_and_both_languages() -> None:
    reader = reader_with("nguyen-van-an")
    reader.set_trouble(CardReaderState.SERVICE_ABSENT)
    told = json.loads(run("--json", reader=reader).output)
    assert (told["broken"], told["code"]) == ("service", "reader.service-absent")
    assert set(told["what"]) == set(told["what_to_do"]) == {"vi", "en"}
    assert [rung["state"] for rung in told["rungs"]] == ["broken"] + ["not-tried"] * 6


def test_a_recording_holds_no_value_and_plays_the_same_fault_again(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    first = run("--can", "278901", "--record", str(path), "--json", reader=reader_with("lai-van-oanh"))
    assert json.loads(first.output)["code"] == "card.silent"
    again = run("--can", "012345", "--replay", str(path), "--json")
    assert json.loads(again.output)["code"] == "card.silent"
    assert persona("lai-van-oanh").holder.personal_number.encode() not in path.read_bytes()


def test_nothing_of_the_person_is_printed() -> None:
    output = run("--can", "012345").output + run("--can", "012345", "--json").output
    holder = persona().holder
    for value in (holder.full_name, holder.personal_number, holder.place_of_residence):
        assert value not in output


@pytest.mark.parametrize("arguments", [("--can", "12"), ("--can", "012345", "--qr", "x"), ("--replay", "/nowhere")])
def test_a_wrong_option_is_refused_with_a_sentence(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "kiosk-dvc doctor card --help" in result.output or "kiosk doctor card --help" in result.output


def test_it_is_one_command_of_a_group() -> None:
    assert isinstance(command, click.Group)
    assert "card" in command.commands


def test_spoiled_files_of_the_trust_folder_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path))
    (tmp_path / "trust").mkdir()
    (tmp_path / "trust" / "spoiled.cer").write_bytes(b"nothing")
    assert "spoiled.cer" in run("--can", "012345").output
    trust = json.loads(run("--can", "012345", "--json").output)["trust"]
    assert trust == {"roots": 1, "specimen_roots": 1, "listed_at": None, "problems": ["spoiled.cer"]}
