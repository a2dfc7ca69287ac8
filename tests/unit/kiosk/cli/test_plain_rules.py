"""The rules of plain words, of sources, of fee variants and of doubts, broken once each in a pack with the shipped
measures: `kiosk content check` names the place."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk import paths
from kiosk.cli.content import command
from kiosk.cli.pack_check import check_pack
from kiosk.content.pack import Pack
from tests.unit.kiosk.cli.whole_pack import FORM, GUIDE, PROCEDURE, write_whole_pack

DAY = "2026-11-23"
WHO, SUMMARY = 'who.vi = "Người muốn mượn sách"', 'summary.vi = "Dành cho người muốn mượn sách."'
SUMMARY_EN = 'summary.en = "For people who want to borrow books."'
FEE = 'text.vi = "Qua mạng 7.000 đồng. Tại quầy 15.000 đồng."'
TIME = 'text.vi = "3 ngày làm việc."'
FEES, TIMES = f"online_vnd = 7000\ndesk_vnd = 15000\n{FEE}", f"working_days = 3\n{TIME}"
STEP = 'text.vi = "Khai thông tin."'
SIXTEEN = " ".join(["chữ"] * 16)
DOUBTS = '[doubts.cho]\nwhy = { vi = "Chờ", en = "Waiting" }\nsettled_by = { vi = "Công báo", en = "The gazette" }\n'
VARIANT = """[[variants]]
id = "bot"
text = { vi = "0 đồng.", en = "0 đồng." }
procedures = ["lam-the"]
source = "Thư viện"
checked = 2026-07-20
confidence = "high"
"""


def pack_with(folder: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """The whole pack with the measures and word lists that ship, one place changed."""
    pack = write_whole_pack(folder)
    shutil.copy(paths.assets() / "content" / "plain-language.toml", pack / "plain-language.toml")
    if file:
        written = (pack / file).read_text("utf-8")
        assert old in written, old
        (pack / file).write_text(written.replace(old, new, 1), "utf-8")
    return pack


def check(pack: Path) -> str:
    return CliRunner().invoke(command, ["check", str(pack), "--on", DAY, "--lang", "en"]).output


def test_the_whole_pack_breaks_no_rule_of_plain_words(tmp_path: Path) -> None:
    assert check(pack_with(tmp_path)) == "content is right\n"


RULES = [
    (PROCEDURE, SUMMARY, f'summary.vi = "{SIXTEEN}."', "summary.vi: a sentence has 16 words, at most 15"),
    (PROCEDURE, SUMMARY_EN, f'summary.en = "{" ".join(["word"] * 21)}."', "summary.en: a sentence has 21 words, at"),
    (PROCEDURE, SUMMARY, 'summary.vi = "Từ 1/1/2027 đến 1/3/2027."', "two dates in one sentence"),
    (PROCEDURE, SUMMARY, 'summary.vi = "Từ 5.000 đồng tới 9.000 đồng."', "two amounts in one sentence"),
    (PROCEDURE, WHO, 'who.vi = "Trẻ em, người già, hộ nghèo, người đơn thân"', "who.vi: 4 groups in one"),
    (PROCEDURE, SUMMARY, 'summary.vi = "Dùng khi mất tên, ngày, quê, số."', "summary.vi: 4 groups in one sentence"),
    (FORM, 'key = "ten"', 'hint = { vi = "Ghi số, ngày, nơi, hạn.", en = "A" }\nkey = "ten"', "hint.vi: 4 groups"),
    (PROCEDURE, STEP, 'text.vi = "Mời bạn khai."', "steps[1].text.vi: “bạn”: the kiosk says “ông/bà”"),
    (PROCEDURE, STEP, 'text.vi = "Quý khách khai tiếp."', "text.vi: “quý khách”: the kiosk says “ông/bà”"),
    (PROCEDURE, STEP, 'text.vi = "Giấy của tôi."', "steps[1].text.vi: “tôi” stands on buttons only"),
    (PROCEDURE, STEP, 'text.vi = "Bước này chưa xác minh."', "steps[1].text.vi: “chưa xác minh” is for the staff"),
    (PROCEDURE, STEP, 'text.vi = "Cổng ghi 4 ngày."', "steps[1].text.vi: “cổng ghi” is for the staff"),
    (PROCEDURE, STEP, 'text.vi = "Theo Nghị định 320/2026."', "steps[1].text.vi: “Nghị định 3…” is for the staff"),
    (PROCEDURE, STEP, 'text.vi = "Làm thủ tục 1.004222."', "steps[1].text.vi: “1.004222…” is for the staff"),
    (PROCEDURE, SUMMARY_EN, 'summary.en = "Under Decree 320 of 2026."', "summary.en: “Decree 3…” is for the staff"),
    (PROCEDURE, WHO, 'who.vi = "Công dân Việt Nam."', "who.vi: “Công dân Việt Nam.” says nothing"),
    (PROCEDURE, WHO, 'who.vi = "Cá nhân, tổ chức"', "who.vi: “Cá nhân, tổ chức” says nothing"),
    (PROCEDURE, FEES, 'text.vi = "Thu theo biểu."', "fees[0].text.vi: says no amount"),
    (PROCEDURE, FEES, 'text.vi = "4,5% lương."', "fees[0].text.vi: a percentage without đồng"),
    (PROCEDURE, TIMES, 'text.vi = "Rất nhanh."', "time_limits[0].text.vi: says no time"),
    (PROCEDURE, STEP, 'text.vi = "Chạm vào ô."', "steps[1].text.vi: “chạm”: the word for it is “bấm”"),
    (PROCEDURE, STEP, 'text.vi = "Nhập passcode."', "steps[1].text.vi: “passcode”: the word for it is “mã 6 số”"),
    (PROCEDURE, STEP, 'text.vi = "Làm trên mạng."', "steps[1].text.vi: “trên mạng”: the word for it is “qua mạng”"),
    (PROCEDURE, STEP, 'text.vi = "Nhận mai táng phí."', "“mai táng phí”: the word"),
    (PROCEDURE, STEP, 'text.vi = "Đính kèm ảnh."', "steps[1].text.vi: office word “đính kèm”"),
    (PROCEDURE, STEP, 'text.vi = "Chọn diện ưu tiên."', "steps[1].text.vi: office word “diện”"),
    (PROCEDURE, STEP, 'text.vi = "Dùng máy của mình."', "steps[1].text.vi: “mình” is nobody"),
    (PROCEDURE, STEP, 'text.vi = "Nộp hàng tháng."', "steps[1].text.vi: write “hằng tháng”"),
    (PROCEDURE, "Cấp thẻ thư viện cho bạn đọc", "Cấp thẻ thư viện  cho bạn đọc", "official_name: has two blanks"),
    (PROCEDURE, SUMMARY_EN, 'summary.en = "Note the dossier number."', "a foreigner does not know “dossier”"),
    (PROCEDURE, SUMMARY_EN, 'summary.en = "A level 2 account."', "summary.en: a foreigner does not know “level 2”"),
    (FORM, 'key = "ten"', 'hint = { vi = "Chạm vào ô.", en = "Press." }\nkey = "ten"', "hint.vi: “chạm”"),
    (PROCEDURE, SUMMARY, 'summary.vi = "Ở Thử, thẻ là 0 đồng."', "summary.vi: speaks of Thử and is shown"),
    (PROCEDURE, SUMMARY_EN, 'summary.en = "See thu.gov.vn first."', "summary.en: speaks of thu.gov.vn and is shown"),
    (PROCEDURE, STEP, 'text.vi = "Gọi 0238 384 1234."', "text.vi: “0238 384 1234” is the telephone of one place"),
    (PROCEDURE, STEP, 'text.vi = "Gọi Điện lực miền Bắc."', "text.vi: “miền bắc” holds in one region only"),
    (PROCEDURE, 'source = "Thư viện"', 'source = "Nghị quyết 9/NQ-HĐND tỉnh Thử"', "fees[0].province: missing: Thử"),
    (PROCEDURE, 'source = "Thư viện"', 'source = "Thư viện (9/2026)"', "lies before the source, which is of 09/2026"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), RULES, ids=[rule[3][:60] for rule in RULES])
def test_a_planted_fault_is_named(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    told = check(pack_with(tmp_path, file, old, new))
    assert any(said in line and line.startswith(file) for line in told.splitlines()), told


FINE = [
    (PROCEDURE, STEP, 'text.vi = "Bấm “Chạm để đọc”."'),
    (PROCEDURE, STEP, 'text.vi = "Nhập mã 6 số (passcode)."'),
    (PROCEDURE, STEP, 'text.vi = "Người đại diện ghi diện tích."'),
    (PROCEDURE, SUMMARY_EN, 'summary.en = "A verified account (level 2)."'),
    (PROCEDURE, TIMES, 'text.vi = "Hỏi cán bộ"'),
    (PROCEDURE, TIMES, 'text.vi = "Theo lịch của kỳ thi"'),
    (PROCEDURE, FEES, 'text.vi = "Hỏi cán bộ mức của tỉnh."'),
    (PROCEDURE, 'source = "Thư viện"', 'source = "Luật Thư viện, hiệu lực 1/3/2027"'),
    (PROCEDURE, SUMMARY, 'province = "Thử"\nsummary.vi = "Ở Thử, thẻ là 0 đồng."'),
    (PROCEDURE, STEP, 'text.vi = "Gọi 1900 0368, 1800 1096 hoặc 113."'),
    (PROCEDURE, WHO, f'{WHO}\nstaff_notes = {{ vi = "Cổng ghi 4 ngày, có thể là lỗi.", en = "Perhaps a slip." }}'),
]


@pytest.mark.parametrize(("file", "old", "new"), FINE)
def test_what_is_quoted_explained_or_for_the_staff_is_no_fault(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert check(pack_with(tmp_path, file, old, new)) == "content is right\n"


def test_a_commune_may_speak_of_its_own_province_in_its_own_folder(tmp_path: Path) -> None:
    pack, own = pack_with(tmp_path / "pack"), tmp_path / "own"
    (own / PROCEDURE).parent.mkdir(parents=True)
    (own / PROCEDURE).write_text('summary.vi = "Ở Thử, gọi 0238 384 1234."\nsummary.en = "In Thử."\n', "utf-8")
    assert check_pack(Pack(pack, overlays=[own]), date.fromisoformat(DAY)).faults == ()


MO = "steps[mo].text.vi: asks"
STEPS = [
    ("Bấm “Ví”, bấm “Gửi”.", f"{MO} to press 2 buttons; one step, one button"),
    ("Bấm “Ví”, rồi “Gửi”.", f"{MO} to press 2 buttons; one step, one button"),
    ("Mở “Cài đặt”, “Ví”, “Gửi”.", f"{MO} to press 2 buttons; one step, one button"),
    ("Nhập số. Kiểm tra tên.", f"{MO} for more than one thing: nhập, kiểm tra"),
    ("Tháo ốp, áp thẻ, giữ yên.", f"{MO} for more than one thing: tháo, áp"),
    ("Mở VNeID, đăng nhập, tìm “Ví”.", f"{MO} for more than one thing: mở, đăng nhập, tìm"),
    ("Ông/bà chọn mẫu rồi tự ghi tên.", f"{MO} for more than one thing: chọn, ghi"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "told"), STEPS)
def test_a_step_asks_for_one_thing_and_one_button(tmp_path: Path, said: str, told: str) -> None:
    pack = pack_with(tmp_path, "guides/vneid.toml", 'text.vi = "Mở ứng dụng."', f'text.vi = "{said}"')
    assert [line for line in check(pack).splitlines() if told in line]


@pytest.mark.parametrize(
    "said",
    ["Mở VNeID, bấm “Ví”.", "Áp thẻ, giữ yên.", "Bấm “A”, ví dụ “B”.", "Đọc lại, bấm “Gửi”.", "Cán bộ báo sau."],
)
def test_what_leads_to_the_one_thing_is_no_second_one(tmp_path: Path, said: str) -> None:
    pack = pack_with(tmp_path, "guides/vneid.toml", 'text.vi = "Mở ứng dụng."', f'text.vi = "{said}"')
    assert check(pack) == "content is right\n"


def test_a_step_says_what_is_seen_next_unless_the_next_screen_shows_it(tmp_path: Path) -> None:
    pack = pack_with(tmp_path, GUIDE, 'after = { vi = "Xong hiện ra.", en = "It is done." }\n', "")
    assert "steps[dat].after: missing: what is seen once it is done" in check(pack)


def test_a_button_is_what_the_person_says(tmp_path: Path) -> None:
    ways = 'choices = [{ label = { vi = "Của ông/bà", en = "Mine" }, to = "xong" },'
    ways += ' { label = { vi = "Của tôi", en = "Mine" }, to = "quay" }]'
    pack = pack_with(tmp_path, "guides/vneid.toml", 'next = "xong"\ntrouble = "quay"', ways)
    told = check(pack)
    assert "steps[mo].choices[0].label.vi: a button is what somebody says: write “tôi”" in told
    assert "choices[1]" not in told


def test_the_sentences_of_a_file_are_short_on_average(tmp_path: Path) -> None:
    pack = pack_with(tmp_path)
    twelve = " ".join(["chữ"] * 12)
    poster = pack / "posters/mo.toml"
    poster.write_text(poster.read_text("utf-8").replace("Ai cũng đọc được.", f"{twelve}. " * 12 + "Hết."), "utf-8")
    assert "words on average, at most 9" in check(pack)


def test_a_fact_that_is_not_confirmed_says_why_by_a_doubt_that_is_explained(tmp_path: Path) -> None:
    pack = pack_with(tmp_path)
    (pack / "doubts.toml").write_text(DOUBTS, "utf-8")
    assert f"{PROCEDURE}: fees[0].doubt: missing: why it is not confirmed, a key of doubts.toml" in check(pack)
    written = (pack / PROCEDURE).read_text("utf-8")
    (pack / PROCEDURE).write_text(written.replace('"medium"', '"medium"\ndoubt = "khac"', 1), "utf-8")
    assert f"{PROCEDURE}: fees[0].doubt: doubts.toml has no doubt `khac`" in check(pack)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"lam-the"', '"khong-co"', "variants[bot].procedures: no procedure is called `khong-co`"),
        ('procedures = ["lam-the"]', "", "variants[bot].procedures: missing: the ids of the procedures"),
        ('id = "bot"', 'id = "bot"\nguide = "khong-co"', "variants[bot].guide: no guide is called `khong-co`"),
    ],
)
def test_a_fee_variant_names_what_there_is(tmp_path: Path, old: str, new: str, said: str) -> None:
    pack = pack_with(tmp_path)
    (pack / "fee-variants.toml").write_text(VARIANT, "utf-8")
    assert check(pack) == "content is right\n"
    (pack / "fee-variants.toml").write_text(VARIANT.replace(old, new), "utf-8")
    assert f"fee-variants.toml: {said}" in check(pack)
