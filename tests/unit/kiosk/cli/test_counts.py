"""The commands `counts` and `report` on a station of their own."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import counts_sheet, kiosk
from kiosk.clock import Clock
from kiosk.counts.station_keys import public_bytes, signing_key
from kiosk.counts.stick import read_stick
from tests.helpers.pages import text_of


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "none"))
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(kiosk, [str(one) for one in arguments])


def test_a_day_is_entered_closed_printed_and_carried(state: Path) -> None:
    assert run("counts", "hours", "--volunteers", "3", "--hours", "7.5").exit_code == 0
    assert "open" in run("counts", "show").output
    closed = run("counts", "close", "--sheet", state / "sheet.pdf")
    assert closed.exit_code == 0, closed.output
    assert "Phiếu cuối ngày" in text_of((state / "sheet.pdf").read_bytes())
    assert "closed; 2 rows waiting" in run("counts", "show").output
    assert "has its hours already" in run("counts", "hours", "--volunteers", "4", "--hours", "8").output
    assert run("counts", "sheet", "--out", state / "again.pdf").exit_code == 0
    assert "2 totals, number 1" in run("counts", "stick", "--out", state / "stick").output
    stick = read_stick((state / "stick").read_bytes())
    stick.verify(public_bytes(signing_key(state / "state" / "province")))


@pytest.mark.parametrize(
    ("words", "vi", "en"),
    [
        ("hours --volunteers 3 --hours 7.5", "3 tình nguyện viên, 7.5 giờ", "3 volunteers, 7.5 hours"),
        ("close", "đã khoá sổ", "is closed"),
        ("show", "chưa khoá sổ; 0 dòng chờ gửi", "open; 0 rows waiting"),
        ("held", "không giữ lại gì", "nothing is held"),
        ("enrol-request --out {}/request", "yêu cầu của pc-", "request of pc-"),
        ("stick --out {}/stick", "0 tổng số, số thứ tự", "0 totals, number"),
    ],
)
def test_what_was_done_is_said_in_the_language_chosen_or_in_both(state: Path, words: str, vi: str, en: str) -> None:
    typed = [each.format(state) for each in words.split()]
    told = [run("--lang", code, "counts", *typed).output for code in ("vi", "en")]
    assert [(vi in each, en in each) for each in told] == [(True, False), (False, True)]
    both = run("counts", *typed).output
    assert (vi in both, en in both) == (True, True)


def test_the_closing_routine_prints_the_sheet(state: Path) -> None:
    (state / "none").mkdir()
    settings = f'[printer]\ndriver = "simulator"\nfolder = "{state / "tray"}"\n'
    (state / "none" / "devices.toml").write_text(settings, encoding="utf-8")
    result = run("counts", "close", "--print")
    assert result.output.endswith("printed\n"), result.output
    (paper,) = (state / "tray").glob("*.pdf")
    assert "Phiếu cuối ngày" in text_of(paper.read_bytes())


def test_without_a_printer_the_sheet_is_not_waited_for(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (state / "none").mkdir()
    (state / "none" / "devices.toml").write_text('[printer]\ndriver = "ipp"\nuri = "ipp://127.0.0.1:9/ipp/print"\n')

    def waits(_seconds: float) -> None:
        pytest.fail("it waits for a printer that is not there")

    monkeypatch.setattr(counts_sheet.time, "sleep", waits)
    result = run("--lang", "en", "counts", "close", "--print")
    assert result.exit_code == 1
    assert "Not printed: The printer is not connected." in result.stderr
    assert "is closed" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("counts", "sheet", "--day", "2026-01-05", "--out", "x.pdf"), "not closed"),
        (("counts", "hours", "--day", "2099-01-05", "--volunteers", "1", "--hours", "1"), "not come yet"),
        (("counts", "hours", "--volunteers", "người", "--hours", "1"), "not a valid integer"),
        (("counts", "hours", "--volunteers", "9999", "--hours", "1"), "not in the range"),
        (("counts", "send"), "province.host is empty"),
        (("report",), "exactly one of"),
        (("report", "--week", "2026-W47", "--month", "2026-11"), "exactly one of"),
        (("report", "--week", "2026-W99"), "a week like 2026-W47"),
        (("report", "--week", "47"), "a week like 2026-W47"),
        (("report", "--week", "9999-W52"), "a week like 2026-W47"),
        (("report", "--week", "0001-W01"), "a week like 2026-W47"),
        (("report", "--month", "9999-12"), "a month like 2026-11"),
        (("search", "--queries", "/proc/self/exe"), "expected UTF-8"),
        (("province", "init", "--host", "x" * 65), "expected a host's name"),
        (("province", "init", "--host", "\udcff"), "expected a host's name"),
        (("province", "init", "--host", "counts.vn", "--host", "a b"), "expected a host's name"),
        (("report", "--week", "2026-W47", "--commune", "16681"), "province report"),
        (("report", "--week", "2026-W47", "--format", "pdf"), "needs --out"),
        (("report", "--week", "2099-W47"), "This period is not over"),
        (("report", "--month", "2099-11"), "from 2099-12-01"),
    ],
)
def test_a_wrong_order_is_answered_in_words(state: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code != 0
    assert said in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("form", ["screen", "csv", "xlsx", "pdf"])
def test_every_format_is_written(state: Path, form: str) -> None:
    week = f"{Clock().today() - timedelta(days=7):%G-W%V}"
    out = state / f"report.{form}"
    result = run("report", "--week", week, "--format", form, "--out", out)
    assert result.exit_code == 0, result.output
    assert out.stat().st_size > 500


def test_keys_lie_where_only_their_owner_reads_them(state: Path) -> None:
    result = run("counts", "enrol-request", "--out", state / "request")
    assert result.exit_code == 0, result.output
    folder = state / "state" / "province"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()} == {
        "pc.key": 0o600,
        "signing.key": 0o600,
    }
    assert b"PRIVATE" not in (state / "request").read_bytes()


@pytest.mark.parametrize("content", ["", "{}", '{"pc_id":"pc-1","certificate":"","authority":""}'])
def test_a_reply_that_is_not_ours_is_refused(state: Path, content: str) -> None:
    (state / "reply").write_text(content)
    result = run("counts", "enrol-reply", state / "reply")
    assert result.exit_code == 1
    assert "reply" in result.output
