"""Who may file, where, by which way, with which papers and in which steps, on the day on which somebody asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from kiosk.content.pack import Pack
from kiosk.content.preview import changes
from kiosk.procedures.doubted import doubted, sources
from kiosk.procedures.in_time import ASK_STAFF, Filing
from kiosk.procedures.procedure import Procedure
from tests.unit.kiosk.cli.small_pack import FACT
from tests.unit.kiosk.cli.whole_pack import PROCEDURE, write_whole_pack

BEFORE, AFTER, MUCH_LATER = date(2027, 2, 28), date(2027, 3, 1), date(2028, 1, 1)
UNTIL, SINCE = "valid_until = 2027-02-28", "valid_from = 2027-03-01"
ENDS = "valid_until = 2027-12-31"
DATED = {
    'who.vi = "Người muốn mượn sách"\nwho.en = "Everybody"\n': "",
    'place.vi = "Thư viện"\nplace.en = "The library"\n': "",
    'filing = ["online", "desk"]\n': "",
    'legal_basis = ["Luật Thư viện 46/2019/QH14"]\n': 'legal_basis = ["Luật Thư viện", '
    f'{{ text = "Nghị định cũ", {UNTIL} }}, {{ text = "Nghị định mới", {SINCE} }}]\n',
    "[[fees]]": f"""
[[who]]
text = {{ vi = "Người lớn", en = "Adults" }}
{UNTIL}
{FACT}
[[who]]
text = {{ vi = "Mọi người", en = "Everybody" }}
{SINCE}
{ENDS}
{FACT}
[[place]]
text = {{ vi = "Huyện", en = "District" }}
{UNTIL}
{FACT}
[[place]]
text = {{ vi = "Xã", en = "Commune" }}
{SINCE}
source = "Báo chí"
checked = 2026-07-20
confidence = "low"
[[filing]]
way = "online"
{FACT}
[[filing]]
way = "desk"
{SINCE}
{FACT}
[[fees]]""",
    '[[cases.documents]]\nid = "anh"': f'[[cases.documents]]\n{UNTIL}\nid = "anh"',
    'text.vi = "Bấm gửi."': f'{UNTIL}\ntext.vi = "Bấm gửi."',
    'text.vi = "Ảnh bị mờ."': f'{SINCE}\ntext.vi = "Ảnh bị mờ."',
    "valid_until = 2027-06-30": UNTIL,
}


def dated(folder: Path) -> Procedure:
    file = write_whole_pack(folder) / PROCEDURE
    written = file.read_text("utf-8")
    for old, new in DATED.items():
        assert old in written, old
        written = written.replace(old, new, 1)
    file.write_text(written, "utf-8")
    pack = Pack(folder)
    procedure = pack.folder("procedures", Procedure)["lam-the"]
    assert pack.faults == ()
    return procedure


def test_every_field_says_what_holds_on_the_day(tmp_path: Path) -> None:
    procedure = dated(tmp_path)
    assert (procedure.who_on(BEFORE).vi, procedure.who_on(AFTER).vi) == ("Người lớn", "Mọi người")
    assert (procedure.place_on(BEFORE).vi, procedure.place_on(AFTER).vi) == ("Huyện", "Xã")
    assert procedure.filing_on(BEFORE) == (Filing.ONLINE,)
    assert procedure.filing_on(AFTER) == (Filing.ONLINE, Filing.DESK)
    assert procedure.legal_basis_on(BEFORE) == ("Luật Thư viện", "Nghị định cũ")
    assert procedure.legal_basis_on(AFTER) == ("Luật Thư viện", "Nghị định mới")


def test_what_is_over_and_has_nothing_after_it_asks_the_staff(tmp_path: Path) -> None:
    assert dated(tmp_path).who_on(MUCH_LATER) == ASK_STAFF


def test_papers_steps_and_pitfalls_come_and_go(tmp_path: Path) -> None:
    procedure = dated(tmp_path)
    then, later = procedure.held_on(BEFORE), procedure.held_on(AFTER)
    assert [paper.id for paper in then.cases[0].documents] == ["to-khai", "anh"]
    assert [paper.id for paper in later.cases[0].documents] == ["to-khai"]
    assert (len(then.online_steps), len(later.online_steps)) == (3, 2)
    assert (len(then.pitfalls), len(later.pitfalls)) == (0, 1)


def test_a_paper_names_no_form_that_is_gone(tmp_path: Path) -> None:
    procedure = dated(tmp_path)
    assert procedure.held_on(BEFORE).cases[0].documents[0].form == "to-khai"
    assert procedure.held_on(AFTER).cases[0].documents[0].form is None


def test_what_is_not_confirmed_is_told_on_the_days_on_which_it_is_shown(tmp_path: Path) -> None:
    procedure = dated(tmp_path)
    before, after = doubted(procedure, BEFORE), doubted(procedure, AFTER)
    assert (before and before.vi, after and after.vi) == ("lệ phí", "lệ phí, nơi nộp")
    assert "Báo chí" not in {source.name for source in sources(procedure, BEFORE)}
    assert "Báo chí" in {source.name for source in sources(procedure, AFTER)}


def test_the_preview_tells_of_every_dated_field(tmp_path: Path) -> None:
    paths = {change.path for change in changes("x", dated(tmp_path), BEFORE, AFTER)}
    assert paths == {
        "who", "place", "filing", "legal_basis", "cases[chung].documents", "online_steps", "pitfalls", "forms",
    }  # fmt: skip


def test_plain_words_hold_always(tmp_path: Path) -> None:
    procedure = Pack(write_whole_pack(tmp_path)).folder("procedures", Procedure)["lam-the"]
    assert (procedure.who_on(MUCH_LATER).vi, procedure.filing_on(MUCH_LATER)) == (
        "Người muốn mượn sách", (Filing.ONLINE, Filing.DESK),
    )  # fmt: skip
    assert msgspec.structs.replace(procedure, who=()).who_on(AFTER) == ASK_STAFF
