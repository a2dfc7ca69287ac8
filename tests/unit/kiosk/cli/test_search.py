"""`kiosk search`: answers, measures and refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import kiosk


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "config"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(kiosk, ["search", *arguments])


def test_a_query_is_answered_with_code_and_rank() -> None:
    answer = json.loads(run("giấy độc thân", "--json").output)
    assert answer["results"][0] == {
        "rank": 1,
        "kind": "procedure",
        "code": "1.004873",
        "id": "xac-nhan-tinh-trang-hon-nhan",
        "name": answer["results"][0]["name"],
    }


def test_a_query_of_several_words_needs_no_quotation_marks() -> None:
    told = [
        CliRunner().invoke(kiosk, ["search", *words]).output
        for words in (("dang ky", "tam tru"), ("dang ky tam tru",))
    ]
    assert told[0] == told[1] != ""


def test_a_list_of_queries_is_measured(tmp_path: Path) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text("# lời\nnhap khau\t1.004222\nsổ đỏ\t1.013831,1.013833\nbằng lái\t9.999999\n", "utf-8")
    answer = json.loads(run("--queries", str(file), "--json").output)
    assert (answer["queries"], round(answer["top3"], 3)) == (3, 0.667)
    assert [miss["query"] for miss in answer["misses"]] == ["bằng lái"]
    assert set(answer) >= {"top1", "top3", "milliseconds_p50", "milliseconds_p99", "misses", "results"}
    assert answer["results"][0]["rank"] == 1


def test_a_catalogue_may_be_given(tmp_path: Path) -> None:
    file = tmp_path / "national.jsonl"
    file.write_text('{"code": "2.009999", "name": "Cấp giấy phép nuôi đà điểu"}\n', "utf-8")
    answer = json.loads(run("nuoi da dieu", "--catalogue", str(file), "--json").output)
    assert answer["results"][0]["code"] == "2.009999"
    assert answer["results"][0]["id"] is None


def test_refusals_say_what_was_expected(tmp_path: Path) -> None:
    empty = tmp_path / "queries.tsv"
    empty.write_text("chỉ có một cột\n", "utf-8")
    assert "Give a QUERY or --queries TSV." in run().output
    assert "expected lines of a query, a tab and acceptable codes" in run("--queries", str(empty)).output
    assert run("--queries", str(tmp_path / "nowhere.tsv")).exit_code == 2


def test_misses_are_listed_for_people_too(tmp_path: Path) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text("sổ đỏ\t9.999999\n", "utf-8")
    assert "miss: sổ đỏ -> 1.0138" in run("--queries", str(file)).output
    assert "1.013831" in run("sổ đỏ").output


def test_guides_forms_and_what_is_done_elsewhere_are_answers_too(tmp_path: Path) -> None:
    file = tmp_path / "queries.tsv"
    file.write_text("quên mật khẩu VNeID\tguide:vneid-quen-mat-khau\nly hôn\telsewhere:ly-hon\n", "utf-8")
    answer = json.loads(run("--queries", str(file), "--json").output)
    assert answer["top1"] == 1
    assert [each["results"][0]["kind"] for each in answer["results"]] == ["guide", "elsewhere"]
    form = json.loads(run("mẫu CT01", "--json").output)["results"][0]
    assert (form["kind"], form["form"]) == ("procedure", "CT01")
