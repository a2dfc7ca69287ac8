"""`kiosk content`: one broken example of every kind, what changes on a date, and the import of a catalogue."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk import paths
from kiosk.cli import kiosk
from kiosk.clock import stopped
from kiosk.i18n import counted
from kiosk.procedures.national import FILE_NAME, open_national
from tests.helpers.days import CLOCK, TODAY
from tests.unit.kiosk.cli.small_pack import write_pack

ON = ["--on", "2026-11-23"]
PROCEDURE = "procedures/khai-sinh.toml"
GUIDE = "guides/vneid.toml"
LONG = "Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười."

TWO_VERBS = """choices = [
    { label = { vi = "In và đọc", en = "Print and read" }, to = "xong" },
    { label = { vi = "Không", en = "No" }, to = "quay" },
]"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(kiosk, ["content", *arguments])


def test_a_sound_pack_passes(tmp_path: Path) -> None:
    result = run("check", str(write_pack(tmp_path)), *ON)
    assert (result.exit_code, result.output) == (0, "nội dung đúng / content is right\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (PROCEDURE, 'who.vi = "Cha mẹ"', 'who.vi = "Cha mẹ"\ncolor = "red"', "color: unknown key; remove it"),
        (PROCEDURE, 'who.en = "Parents"\n', "", "who.en: missing translation `en`"),
        (PROCEDURE, 'who.en = "Parents"', 'who.en = " "', "who.en: missing translation `en`"),
        (
            PROCEDURE,
            'summary.en = "For a newborn child."',
            'summary.en = "Dành cho trẻ mới sinh."',
            "summary.en: missing translation `en`: it repeats the Vietnamese",
        ),
        (
            PROCEDURE,
            'level = "commune"\n',
            "",
            "level: missing key; expected one of commune, province, ministry, other",
        ),
        (
            PROCEDURE,
            'level = "commune"',
            'level = "xa"',
            "level: expected one of commune, province, ministry, other; got “xa”",
        ),
        (PROCEDURE, "desk_vnd = 0", 'desk_vnd = "0"', "fees[0].desk_vnd: expected a whole number; got “0”"),
        (PROCEDURE, 'level = "commune"', 'level = "commune', "line 13, column 17: not TOML: Illegal character"),
        (PROCEDURE, 'id = "khai-sinh"', 'id = "khai-sanh"', "id: must be the file's name, `khai-sinh`"),
        (PROCEDURE, 'group = "ho-tich"', 'group = "ho"', "group: groups.toml has no group `ho`"),
        (PROCEDURE, '["sinh-con"]', '["sinh"]', "life_events: no life event is called `sinh`"),
        (PROCEDURE, 'guide = "vneid"', 'guide = "vneit"', "guide: no guide is called `vneit`"),
        (
            PROCEDURE,
            'name.en = "Birth notice"',
            'name.en = "Birth notice"\nform = "ks"',
            "cases[chung].documents[chung-sinh].form: no form is called `ks`",
        ),
        (PROCEDURE, "checked = 2026-07-20", "checked = 2027-07-20", "status.checked: lies in the future"),
        (PROCEDURE, 'source = "Cổng Dịch vụ công"', 'source = ""', "status.source: a fact needs its source"),
        (PROCEDURE, "Dành cho trẻ mới sinh.", LONG, "summary.vi: a sentence has 20 words, at most 19"),
        (PROCEDURE, 'who.vi = "Cha mẹ"', 'who.vi = "UBND"', "who.vi: `UBND` is not explained"),
        (PROCEDURE, 'who.vi = "Cha mẹ"', 'who.vi = "Xuất trình thẻ"', "who.vi: office word “xuất trình”"),
        (GUIDE, 'next = "xong"', 'next = "het"', "steps[mo]: leads to `het`, which is neither a step nor an exit"),
        (GUIDE, 'next = "xong"', 'next = "quay"', "[xong]: unreachable: no way leads here from the start"),
        (GUIDE, 'next = "xong"', 'next = "mo"', "steps[mo]: walks in a circle: mo > mo"),
        (
            GUIDE,
            'next = "xong"\ntrouble = "quay"',
            TWO_VERBS,
            "steps[mo].choices[0].label.vi: a button asks for two things; one verb a button",
        ),
        (GUIDE, 'counter = "mot-cua"', 'counter = "hai-cua"', "exits[quay].counter: no counter is called `hai-cua`"),
        ("notices/chao.toml", 'guide = "vneid"', 'guide = "v"', "guide: no guide is called `v`"),
        ("popular.toml", "khai-sinh", "khai-tu", "procedures: no procedure is called `khai-tu`"),
        ("aliases.toml", "khai-sinh = [", "khai-tu = [", "aliases.khai-tu: no procedure is called `khai-tu`"),
        ("groups.toml", 'agency = "uy-ban"', 'agency = "uy"', "groups[ho-tich].agency: no agency is called `uy`"),
    ],
)
def test_each_kind_of_fault_is_named_with_file_place_and_expectation(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    result = run("check", str(write_pack(tmp_path, {file: (old, new)})), *ON, "--lang", "en")
    assert result.exit_code == 1
    assert f"{file}: {said}" in result.output
    assert result.output.endswith(("\n1 fault\n", " faults\n"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "valid_until = 2027-02-28",
            "valid_until = 2026-02-28",
            "fees: expired: nothing here holds on 2026-11-23 (the last held until 2026-02-28)",
        ),
        (
            "[portal]",
            "valid_until = 2026-08-17\n[portal]",
            "status.valid_until: expired on 2026-08-17: `summary` must say what holds since 18/8/2026",
        ),
    ],
)
def test_what_is_over_is_named_and_is_no_fault(tmp_path: Path, old: str, new: str, said: str) -> None:
    result = run("check", str(write_pack(tmp_path, {PROCEDURE: (old, new)})), *ON, "--lang", "en")
    first, *rest = result.output.splitlines()
    assert first.startswith(f"{PROCEDURE}: {said}")
    assert (result.exit_code, rest[-2:]) == (
        0,
        ["content is right", f"{counted(len(rest) - 1, 'place')} over and hidden; look for what holds now"],
    )
    as_json = json.loads(run("check", str(tmp_path), *ON, "--json").output)
    assert (as_json["faults"], len(as_json["expired"])) == ([], len(rest) - 1)


def test_a_fact_checked_today_is_not_in_the_future_and_one_of_tomorrow_is(tmp_path: Path) -> None:
    root = str(write_pack(tmp_path, {PROCEDURE: ("checked = 2026-07-20", f"checked = {TODAY}")}))
    here = CliRunner().invoke(kiosk, ["content", "check", root], obj=CLOCK)
    assert here.output == "nội dung đúng / content is right\n"
    day_before = CliRunner().invoke(kiosk, ["content", "check", root], obj=stopped(TODAY - timedelta(days=1)))
    assert "/ lies in the future" in day_before.output


def test_a_file_nothing_reads_is_named(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "procedure").mkdir()
    (root / "guides" / "vneid.tmol").write_text("", "utf-8")
    result = run("check", str(root), *ON, "--lang", "en")
    assert "procedure: nothing reads this; check the name" in result.output
    assert "guides/vneid.tmol: expected a file ending in .toml" in result.output


def test_an_absent_file_and_an_absent_folder_are_named(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    (root / "popular.toml").unlink()
    assert "popular.toml: the pack must have this file" in run("check", str(root), *ON, "--lang", "en").output
    assert run("check", str(tmp_path / "nowhere"), *ON).exit_code == 1


def test_a_fault_of_the_communes_own_folder_is_named_as_such(tmp_path: Path) -> None:
    root, own = write_pack(tmp_path / "pack"), tmp_path / "own"
    (own / "procedures").mkdir(parents=True)
    (own / "procedures" / "khai-sinh.toml").write_text("fee = 1\n", "utf-8")
    result = run("check", str(root), "--overlay", str(own), *ON, "--lang", "en")
    assert "(overlay) procedures/khai-sinh.toml: fee: unknown key" in result.output


def test_faults_come_as_json_too(tmp_path: Path) -> None:
    result = run("check", str(write_pack(tmp_path, {"popular.toml": ("khai-sinh", "x")})), *ON, "--json")
    assert json.loads(result.output) == {
        "faults": [
            {
                "file": "popular.toml",
                "path": "procedures",
                "expected": "no procedure is called `x`",
                "expected_vi": "không có thủ tục nào tên `x`",
            }
        ],
        "expired": [],
    }


def test_preview_lists_what_reads_differently_on_a_day(tmp_path: Path) -> None:
    root = str(write_pack(tmp_path))
    result = run("preview", root, "--from", "2026-11-23", "--on", "2027-03-01", "--json")
    assert json.loads(result.output)["changes"] == [
        {"file": PROCEDURE, "path": "fees", "before": ["0 đồng."], "after": ["5.000 đồng."]}
    ]
    assert "0 changes" in run("preview", root, "--from", "2026-11-23", "--on", "2027-02-28").output


def test_facts_lists_what_to_check_again_the_oldest_first(tmp_path: Path) -> None:
    root = str(write_pack(tmp_path, {GUIDE: ('confidence = "high"', 'confidence = "low"')}))
    everything = run("facts", root).output.splitlines()
    assert everything == [*sorted(everything[:-1]), f"{len(everything) - 1} điều / {len(everything) - 1} facts"]
    assert run("facts", root, "--unconfirmed").output == (
        "2026-07-20  low     guides/vneid.toml: status: Cổng Dịch vụ công\n1 điều / 1 fact\n"
    )
    assert run("facts", root, "--older-than", "36500").output == "0 điều / 0 facts\n"


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    result = run("check", str(write_pack(tmp_path)), "--on", "1/3/2027")
    assert (result.exit_code, "“1/3/2027” is no date; write it like 2027-03-01." in result.output) == (2, True)


def test_the_shipped_pack_passes_and_its_calendar_is_full() -> None:
    """On the days to come the trial of an update checks it (`test_update`, played by `./station days`)."""
    shipped = str(paths.assets() / "content")
    assert run("check", shipped, "--on", str(TODAY)).output == "nội dung đúng / content is right\n"
    changes = json.loads(run("preview", shipped, "--from", "2026-12-31", "--on", "2027-03-01", "--json").output)
    assert {change["path"] for change in changes["changes"]} >= {"fees", "notices", "portal"}


GOOD_LINE = '{"code": "1.001193", "name": "Đăng ký khai sinh", "domain": ["Hộ tịch"]}\n'


def test_a_catalogue_is_imported_into_the_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    file = tmp_path / "catalogue.jsonl"
    file.write_text(GOOD_LINE + '{"code": " 2.000001", "name": "Cấp phép khác"}\n', "utf-8")
    assert "2 procedures imported" in run("import-catalogue", str(file)).output
    index = open_national(tmp_path / "state")
    assert index is not None
    assert index.phrases == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "expected one procedure a line, found none"),
        (GOOD_LINE + "{", "line 2: Input data was truncated"),
        (
            GOOD_LINE + '{"code": 1.004222, "name": "abc"}',
            "expected text of 3 to 30 letters, digits and . _ / -; got a decimal number",
        ),
        (
            '{"code": "1.004222"}',
            " / missing key; expected text of 3 to 2000 characters",
        ),
        ('{"code": "; DROP TABLE", "name": "abc"}', "digits and . _ / -; got “; DROP TABLE”"),
    ],
)
def test_a_broken_catalogue_is_refused_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, said: str
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    file = tmp_path / "catalogue.jsonl"
    file.write_text(GOOD_LINE, "utf-8")
    run("import-catalogue", str(file))
    before = (tmp_path / "state" / FILE_NAME).read_bytes()
    file.write_text(content, "utf-8")
    result = run("import-catalogue", str(file))
    assert (result.exit_code, said in result.output) == (1, True)
    assert (tmp_path / "state" / FILE_NAME).read_bytes() == before


def test_a_damaged_index_is_taken_for_none(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database, but long enough to be looked at" * 40)
    assert open_national(tmp_path) is None


def test_the_parsed_copy_of_the_shipped_content_holds_all_that_the_start_reads(tmp_path: Path) -> None:
    assert run("parse", str(tmp_path)).exit_code == 0
    assert {file.name for file in tmp_path.iterdir()} >= {"procedures.msgpack", "guides.msgpack", "notices.msgpack"}
    before = sorted((file, file.stat().st_mtime_ns) for file in tmp_path.glob("*.msgpack"))
    assert run("parse", str(tmp_path)).exit_code == 0
    assert sorted((file, file.stat().st_mtime_ns) for file in tmp_path.glob("*.msgpack")) == before, (
        "read, not parsed again"
    )
