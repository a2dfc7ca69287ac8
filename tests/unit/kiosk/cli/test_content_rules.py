"""Every rule about content, broken once: `kiosk content check` names it, and so does the trial of an update."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import kiosk
from kiosk.cli.pack_trial import faults_in
from kiosk.clock import stopped
from kiosk.settings import read_settings
from kiosk.toml.fault import FileFault
from tests.unit.kiosk.cli.whole_pack import (
    ALIASES,
    FORM,
    GUIDE,
    NOTICE,
    OLD_FORM,
    PORTAL,
    PORTALS,
    POSTER,
    PROCEDURE,
    write_whole_pack,
)

DAY = "2026-11-23"
SEARCH = 'search_url = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=th%E1%BA%BB%20th%C6%B0%20vi%E1%BB%87n"'
LONG_ADDRESS = 'valid_until = 2026-12-31\nsearch_url = "https://' + "a" * 300 + '"'
DESK_FEE = "Tại quầy 15.000 đồng"
TWENTY_ONE = " ".join(["word"] * 21)
FOUR_POINTS = "points = [" + '{ vi = "Một", en = "One" },' * 4 + "]"
SIXTY_STEPS = '[[steps]]\nname = { vi = "A", en = "A" }\ndetail = { vi = "A", en = "A" }\n' * 60 + "[[steps]]"
SPOT = 'text.vi = "Mật khẩu", text.en = "Password", lit = true'
FORM_USE = "valid_from = 2026-07-01\nvalid_until = 2027-06-30"


def check(pack: Path, day: str = DAY) -> str:
    return CliRunner().invoke(kiosk, ["content", "check", str(pack), "--on", day, "--lang", "en"]).output


def found(pack: Path) -> list[dict[str, str]]:
    """File, key path and expectation, in English and Vietnamese, of each fault and of what is over."""
    told = json.loads(CliRunner().invoke(kiosk, ["content", "check", str(pack), "--on", DAY, "--json"]).output)
    return [*told["faults"], *told["expired"]]


def test_the_whole_pack_breaks_no_rule(tmp_path: Path) -> None:
    assert check(write_whole_pack(tmp_path)) == "content is right\n"


OF_ANY_FILE = [
    (PROCEDURE, 'who.en = "Everybody"', f'who.en = "{TWENTY_ONE}."', "who.en: a sentence has 21 words, at most 20"),
    (PROCEDURE, 'who.en = "Everybody"', 'who.en = "Asked by UBND"', "who.en: `UBND` is not explained"),
    (PROCEDURE, 'who.en = "Everybody"', 'who.en = "GENERAL KNOWLEDGE"', "who.en: `GENERAL KNOWLEDGE` is a note"),
    (PROCEDURE, 'who.vi = "Người muốn mượn sách"', 'who.vi = "Ai? TODO"', "who.vi: `TODO` is a note to oneself"),
    (PROCEDURE, DESK_FEE, f"{DESK_FEE}, chưa xác minh", "fees[0].text.vi: the screen says by itself"),
    (PROCEDURE, "at the desk.", "at the desk, not confirmed.", "fees[0].text.en: the screen says by itself"),
    (PROCEDURE, 'id = "anh"', 'id = "to-khai"', "cases[chung].documents: the id `to-khai` stands here twice"),
    (GUIDE, 'illustration = "touch"', 'illustration = "tuoch"', "illustration: no drawing is called `tuoch`"),
    (NOTICE, 'illustration = "touch"', 'illustration = "tuoch"', "illustration: no drawing is called `tuoch`"),
    ("life-events.toml", '"event-birth"', '"event"', "life_events[sinh-con].illustration: no drawing is called"),
    ("groups.toml", "[[groups]]", '[[agencies]]\nid = "uy-ban"\nname.vi = "A"\nname.en = "A"\n[[groups]]',
     "agencies: the id `uy-ban` stands here twice"),
    (NOTICE, "points = []", FOUR_POINTS, "points: 4 points, at most 3"),
    (NOTICE, "points = []", "points = [{ vi = 'Bấm vào đây', en = 'Look' }]", "points[0].vi: what a touch leads to"),
    (NOTICE, "points = []", "points = [{ vi = 'Xem', en = 'Touch here' }]", "points[0].en: what a touch leads to"),
    (NOTICE, "points = []", "points = []\nseconds = 3", "seconds: 3, expected 5 to 30"),
]  # fmt: skip

OF_A_PROCEDURE = [
    (PROCEDURE, 'hint.vi = "Khi thư viện chưa có."\nhint.en = "If the library has none."', "",
     "cases[chung].documents[anh].hint: a paper that is not always needed says when it is"),
    (PROCEDURE, 'form = "to-khai"\n[[cases', 'form = "to-khai-cu"\n[[cases',
     "cases[chung].documents[to-khai].form: `to-khai-cu` is not among the `forms` of this procedure"),
    (PROCEDURE, SEARCH, SEARCH.replace("vi%E1%BB%87n", "vi%E1%BB%87c"),
     "portal.search_url: looks for “thẻ thư việc”; expected words of `official_name`"),
    (PROCEDURE, SEARCH, SEARCH.partition("th%E1")[0] + '"', "portal.search_url: looks for “”"),
    (PROCEDURE, SEARCH, 'search_url = "https://dichvucong.gov.vn/"',
     "portal.search_url: expected https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=…"),
    (PROCEDURE, SEARCH, LONG_ADDRESS,
     "portal.search_url: has 308 letters, at most 120"),
    (PROCEDURE, SEARCH, 'valid_until = 2026-12-31\nsearch_url = "http://thu-vien.vn"',
     "portal.search_url: expected an address that begins with https://"),
    (PROCEDURE, SEARCH, f'{SEARCH}\nurl = "thu-vien.vn"', "portal.url: expected an address that begins with https://"),
    (PROCEDURE, '["online", "desk"]', '["desk"]', 'filing: "online" is missing: fees[0] says what filing so costs'),
    (PROCEDURE, '["online", "desk"]', '["online"]', 'filing: "desk" is missing: fees[0] says what filing so costs'),
    (PROCEDURE, DESK_FEE, "Tại quầy 115.000 đồng", "fees[0].text.vi: does not say 15.000, the figure beside it"),
    (PROCEDURE, "15,000 đồng", "15.000 đồng", "fees[0].text.en: does not say 15,000, the figure beside it"),
    (PROCEDURE, "3 ngày", "30 ngày", "time_limits[0].text.vi: does not say 3, the figure beside it"),
    (PROCEDURE, "essential = 3", "essential = 26", "essential: 26, expected a number from 1 to 25"),
    (PROCEDURE, 'legal_basis = ["Luật Thư viện 46/2019/QH14"]', "", "legal_basis: missing: an essential service"),
    (PROCEDURE, '[[pitfalls]]\ntext.vi = "Ảnh bị mờ."\ntext.en = "The photograph is blurred."', "",
     "pitfalls: missing: an essential service says this"),
    (PROCEDURE, '[[online_steps]]\ntext.vi = "Mở cổng."\ntext.en = "Open the portal."', "",
     "online_steps: 2 steps, expected 3 to 7"),
    (ALIASES, 'lam-the = ["mượn truyện"]', "", "aliases.lam-the: missing: what people call it, for the search"),
]  # fmt: skip

OF_A_FORM = [
    (PROCEDURE, 'medium"\nvalid_from', 'high"\nvalid_from', "forms[0].confidence: more certain than forms/"),
    (PROCEDURE, FORM_USE, FORM_USE.replace("2027-06-30", "2027-07-01"),
     "forms[0].valid_until: forms/to-khai.toml ends on 2027-06-30"),
    (PROCEDURE, FORM_USE, "valid_until = 2027-06-30", "forms[0].valid_from: forms/to-khai.toml begins on 2026-07-01"),
    (FORM, 'signatures = [{ who = "Người khai" }]', "", "signatures: missing; an official sheet is signed"),
    (FORM, '"official"', '"preparation"', "signatures: a sheet that only prepares is not the official one"),
    (FORM, 'status = "official"', 'status = "official"\nprintable = false', "asks nothing"),
    (FORM, "Họ và tên là gì?", "Họ và tên.", "questions[0] (ten).heading.vi: expected a question"),
    (FORM, "What is the name?", "The name.", "questions[0] (ten).heading.en: expected a question"),
    (FORM, '"date_of_birth"', '"full_name"', "questions[1] (ngay_sinh).prefill: 'date' does not take it"),
    (FORM, 'event = "birth"\n', "", "questions[1] (ngay_sinh).event: missing; what happened on this day"),
    (FORM, 'whose = "ban-doc"\n', "", "questions[1] (ngay_sinh).whose: expected a word for the person"),
    (FORM, 'event = "birth"', 'event = "other"', "questions[1] (ngay_sinh).whose: expected a word for the person"),
    (FORM, "partial = true\n", "", "questions[1] (ngay_sinh).partial: expected true; the cards of some elders"),
    (FORM, 'prefill = "date_of_birth"\nevent = "birth"\nwhose = "ban-doc"\npartial = true',
     'event = "birth"\nwhose = "ban-doc"\nhint = { vi = "Chỉ biết năm thì ghi năm.", en = "A year." }',
     "questions[1] (ngay_sinh).hint: says that a year is enough; expected partial = true"),
    (FORM, 'kind = "person-name"\ngroup = "g"\nprefill = "full_name"',
     ('kind = "rows"\ngroup = "g"\n'
     'columns = [{ key = "sinh", kind = "date", date = "past", label = { vi = "A", en = "A" } }]'),
     "questions[0] (ten).columns (sinh).partial: expected true; of some relatives only the year is known"),
    (FORM, "LÀM THẺ", "KẾT HÔN", "questions[1] (ngay_sinh).least_age: expected 20 for a man, 18 for a woman"),
    (FORM, 'whose = "ban-doc"', 'whose = "cha"', "kin: missing for 'cha'; whose parent is it?"),
    (FORM, 'groups = [{', 'kin = [{ parent = "cha", child = "ban-doc" }]\ngroups = [{',
     "kin[0]: 'cha', expected a `whose` of a date of birth, one of ['ban-doc']"),
    (FORM, 'kind = "person-name"\ngroup = "g"\nprefill = "full_name"', 'kind = "personal-number"\ngroup = "g"',
     "questions[0] (ten).other_paper: missing; true where a passport may take its place"),
    (FORM, 'prefill = "full_name"', 'prefill = "full_name"\ndomestic = true',
     "questions[0] (ten).domestic: belongs to an address"),
    (FORM, '"Người lớn", "Trẻ em"]', '"Người lớn"]', "items[2] ( Loại thẻ).options: 'Trẻ em' is missing"),
    (FORM, 'kind = "person-name"', 'kind = "number"\nleast = 5\nmost = 1', "questions (ten): no answer is taken"),
    (OLD_FORM, 'replaced_by = "to-khai"', 'replaced_by = "to-khay"', "replaced_by: 'to-khay', expected the name of"),
    (OLD_FORM, 'replaced_by = "to-khai"', 'replaced_by = "to-khai-cu"', "replaced_by: 'to-khai-cu', expected"),
]  # fmt: skip

OF_OTHERS = [
    (GUIDE, SPOT, SPOT.replace(", lit = true", ""), "steps[dat].screen.lines: a telephone that is touched shows"),
    (GUIDE, "Ông/bà tự nhập", "Ông/bà nhập", "steps[dat].text.vi: a secret is typed by the person alone"),
    (GUIDE, "Người hỗ trợ quay mặt đi.", "Người hỗ trợ nhìn giúp.", "steps[dat].helper.vi: the helper of a secret"),
    (POSTER, "[[steps]]", SIXTY_STEPS, "posters/mo.toml: takes"),
    ("places/countries.toml", '"Áo"', '"Pháp"', "places: phap is FR and AT"),
    ("places/mau.toml", '"Xã Kia"', '"Xã Cũ"', "places: Xã Cũ, Huyện Mẫu leads to 00001 and to 00001 00002"),
    ("places/mau.toml", '"00001 00002"', '"00001 00003"', "places: Huyện Mẫu: no commune of today has the code"),
    ("places/mau.toml", '"Xã Tây"', '"Tây"', "places: 00002 Tây does not begin with the word for its kind"),
    ("places/mau.toml", '"Xã Tây"', '"Xã Đông"', "places: xã đông is the name of more than one commune"),
    ("places/mau.toml", 'province = "01"', 'province = "02"', "places: mau.toml is not the file of province 02"),
    ("places/mau.toml", 'name = "Huyện Mẫu"', 'name = "Huyện Mẫu"\nprovince = "Xưa"',
     "places: Huyện Mẫu: Xưa is not among the former provinces"),
    ("places/provinces.toml", '"02"', '"01"', "places: code 01 is that of more than one province"),
]  # fmt: skip

OF_A_PORTAL = [
    (PORTAL, '"nop.thu-vien.vn"]\npay', '"*.thu-vien.vn", "nop.thu-vien.vn"]\npay',
     "hosts[1]: `*.thu-vien.vn`, expected one whole"),
    (PORTAL, '"nop.thu-vien.vn"]\npay', '"nop.thu-vien.vn", "nop.thu-vien.vn:8443"]\npay',
     "hosts[2]: `nop.thu-vien.vn:8443`"),
    (PORTAL, '"nop.thu-vien.vn"]\npay', '"nop.thu-vien.vn", "Thu-Vien.vn"]\npay', "hosts[2]: `Thu-Vien.vn`"),
    (PORTAL, '"tra-tien.vn"', '"tra-tien.vn."', "payment_hosts[0]: `tra-tien.vn.`"),
    (PORTAL, 'sign_out = "https', 'sign_out = "http', "sign_out: expected an https address on one of the hosts"),
    (PORTAL, '"https://nop.thu-vien.vn/tra', '"https://tra-cuu.vn/tra', "tracking: expected an https address on one"),
    (PORTAL, "vn/xong'", "vn/(xong'", "success_addresses[0]: is no regular expression"),
    (PORTAL, "vn/xong'", "vn/(x+)+'", "success_addresses[0]: repeats without an end"),
    (PORTAL, "'^https://nop\\.", "'nop\\.", "success_addresses[0]: expected to begin with ^https://"),
    (PORTAL, "'^https://nop\\.thu-vien\\.vn/", "'^https://nop.thu-vien.vn/",
     "success_addresses[0]: expected to begin"),
    (PORTAL, "success_addresses = ['^https://nop\\.thu-vien\\.vn/xong']", "", "success_addresses: missing"),
    (PORTAL, 'groups = ["ho-tich"]', 'groups = ["ho-tap"]', "groups: no group is called `ho-tap`"),
    (PORTAL, "everything_else = true", "largest_file = 20", "largest_file: 20, expected 100000 to 20000000 bytes"),
    (PORTAL, "everything_else = true", 'media_types = ["image/gif"]', "media_types: `image/gif`, expected of"),
    (PORTAL, "{1,6}", "*", "steps[dien].addresses[0]: repeats without an end"),
    (PORTAL, 'hosts = ["nop.thu-vien.vn"]', 'hosts = ["thu-vien.vn"]', "steps[dien].hosts: `thu-vien.vn` is none of"),
    (PORTAL, 'id = "nop"', 'id = "dang-nhap"', "steps[dang-nhap]: `portals.toml` has a step"),
    (PORTAL, 'secrecy = "submit"', "", "steps: missing: a step that the person does alone"),
    (PORTAL, 'says.en = "Press fill in for me."', 'says.en = ""', "steps[dien].says.en: missing translation"),
    (PORTAL, 'id = "lam-the"', 'id = "lam-sach"', "filings[lam-sach]: no procedure is called `lam-sach`"),
    (PORTAL, 'form = "to-khai"', 'form = "to-khai-la"', "filings[lam-the].form: no form is called `to-khai-la`"),
    (PORTAL, 'form = "to-khai"', 'form = "to-khai-cu"',
     "filings[lam-the].form: `to-khai-cu` is not among the `forms`"),
    (PORTAL, 'form = "to-khai"', "", "filings[lam-the].form: missing: its fields take the answers of a form"),
    (PORTAL, 'form = "to-khai"', 'form = "to-khai"\nstart = "https://cho-khac.vn/"',
     "filings[lam-the].start: expected an https"),
    (PORTAL, '"dichvucong.gov.vn", ', "", "filings[lam-the].start: missing: the procedure's own page lies on none"),
    (PORTAL, 'shared = ["nguoi-nop"]', 'shared = ["nguoi-nop", "la"]',
     "filings[lam-the].shared: no block is called `la`"),
    (PORTAL, "{ anh =", "{ hinh =", "filings[lam-the].papers: the procedure has no paper `hinh`"),
    (PORTAL, '"{ngay_sinh}"', '"{ngay_sanh}"', "filings[lam-the].the.sinh.value: form `to-khai` asks no `ngay_sanh`"),
    (PORTAL, '"{ngay_sinh}"', '"{ngay_sinh|nam}"', "filings[lam-the].the.sinh.value: filter `nam`, expected one of"),
    (PORTAL, 'value = "{ngay_sinh}"', 'value = ""', "filings[lam-the].the.sinh: takes nothing"),
    (PORTAL, 'value = "{ngay_sinh}"', 'value = "{ngay_sinh}"\ncells = [{ column = "ten" }]',
     "filings[lam-the].the.sinh.cells: the question has no column `ten`"),
    (PORTAL, 'question = "loai", is', 'question = "lon", is',
     "filings[lam-the].the.loai.when: form `to-khai` asks no `lon`"),
    (PORTAL, 'is = ["lon"]', 'is = ["gia"]', "filings[lam-the].the.loai.when: `loai` has no answer `gia`"),
    (PORTAL, 'rows = "loai"', 'rows = "lo"', "filings[lam-the].the.loai.rows: portals.toml has no rows `lo`"),
    (PORTAL, '"Trẻ em" = ["Thiếu', '"Em bé" = ["Thiếu',
     "filings[lam-the].the.loai.options: “Em bé” is no printed answer"),
    (PORTAL, '["Thiếu nhi"]', '["TRẺ EM"]', "filings[lam-the].the.loai.options: “TRẺ EM” reads the same as"),
    (PORTAL, '["Ngày sinh"]', '["Mã OTP"]', "filings[lam-the].the.sinh.labels: “Mã OTP” is never filled (code)"),
    (PORTAL, '["dob"]', '["txtPassword"]', "filings[lam-the].the.sinh.labels: “Ngày sinh” is never filled (login)"),
    (PORTAL, '["Loại thẻ"]\nnames = ["kind"]', '["ngày sinh:"]\nnames = ["dob"]',
     "filings[lam-the].the.loai: stands beside “ngày sinh:” like the.sinh"),
    (PORTAL, 'evidence = "seen"\nform', 'evidence = "inferred"\nform',
     "filings[lam-the].confidence: what is only concluded"),
    (PORTAL, 'evidence = "seen"\ngroups', 'evidence = "inferred"\ngroups',
     "filings[lam-the].evidence: its fields cannot"),
    (PORTALS, '["dang-nhap.vn"]', '["dang-nhap.vn", "https://dang-nhap.vn"]',
     "login_hosts[1]: `https://dang-nhap.vn`"),
    (PORTALS, "H\\d{2}", "H\\d+", "code_patterns[0]: repeats without an end"),
    (PORTALS, '"đã lưu nháp"', '"lưu nháp, đã nộp xong sau"',
     "words.draft: “lưu nháp, đã nộp xong sau” holds a word of success"),
    (PORTALS, '"đã lưu nháp"', '"xong"', "words.draft: “xong” is one word: it stands on many pages"),
    (PORTALS, '"đã nộp xong"', '"đã lưu nháp xong"', "words.success: “đã lưu nháp xong” holds a word of a draft"),
    (PORTALS, 'secrecy = "login"', "", "steps: missing: a step of the login"),
    (PORTALS, '["Trên 18 tuổi"]', '["người  lớn"]', "rows.loai.Người lớn: “người  lớn” reads the same as"),
    (PORTALS, 'called = "ho-ten"', 'called = "ten"',
     "filings[lam-the].nguoi-nop.ten.called: no list of labels is called"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "said"), [*OF_ANY_FILE, *OF_A_PROCEDURE, *OF_A_FORM, *OF_OTHERS, *OF_A_PORTAL]
)
def test_each_broken_rule_is_named_with_file_and_place(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    faults = found(write_whole_pack(tmp_path, file, old, new))
    lines = [": ".join(filter(None, (each["file"], each["path"], each["expected"]))) for each in faults]
    named = [line for line in lines if said in line]
    assert named, lines
    assert named[0].startswith(("places", "portals", file))
    assert [each for each in faults if each["expected_vi"] in {"", each["expected"]}] == [], "said in English only"


def test_the_name_of_a_file_has_no_marks_and_no_capitals(tmp_path: Path) -> None:
    pack = write_whole_pack(tmp_path, NOTICE, 'id = "chao"', 'id = "Chao_1"')
    (pack / NOTICE).rename(pack / "notices" / "Chao_1.toml")
    assert "notices/Chao_1.toml: the name of a file is small letters" in check(pack)


def test_a_procedure_that_other_names_hide_is_named(tmp_path: Path) -> None:
    """Four procedures of one name: the search shows three of them first."""
    pack = write_whole_pack(tmp_path)
    text = (pack / PROCEDURE).read_text("utf-8")
    for number in (2, 3, 4):
        other = text.replace('id = "lam-the"', f'id = "lam-the-{number}"').replace("1.000001", f"1.00000{number}")
        (pack / "procedures" / f"lam-the-{number}.toml").write_text(other, "utf-8")
    assert "official_name: the search does not find it among the first 3 by this name" in check(pack)


def test_a_pack_without_what_all_portals_share_is_told_so_and_one_without_portals_files_nothing(
    tmp_path: Path,
) -> None:
    pack = write_whole_pack(tmp_path)
    (pack / PORTALS).unlink()
    assert "portals.toml: missing: what all portals share" in check(pack)
    (pack / PORTAL).unlink()
    assert check(pack) == "content is right\n"


def test_a_procedure_filed_at_two_portals_or_at_none_is_named(tmp_path: Path) -> None:
    pack = write_whole_pack(tmp_path)
    text = (pack / PORTAL).read_text("utf-8")
    (pack / "portals" / "hai.toml").write_text(text.replace('id = "cong"', 'id = "hai"'), "utf-8")
    told = check(pack)
    assert "portals/hai.toml: filings[lam-the]: is filed in `cong` already" in told
    assert "portals/hai.toml: groups: `cong` takes `ho-tich` already" in told
    assert "portals/hai.toml: everything_else: `cong` takes everything else already" in told
    (pack / "portals" / "hai.toml").unlink()
    text = text.replace('groups = ["ho-tich"]', "")
    (pack / PORTAL).write_text(text.replace("everything_else = true", "").partition("[[filings]]")[0], "utf-8")
    assert "portals/cong.toml: filings: `khai-sinh` is filed online; no portal takes it" in check(pack)


def test_a_guide_nobody_could_look_for_and_one_that_is_none_are_named(tmp_path: Path) -> None:
    pack = write_whole_pack(tmp_path)
    aliases = (pack / "aliases.toml").read_text("utf-8")
    (pack / "aliases.toml").write_text(aliases.partition("[guides]")[0] + '[guides]\nkhong-co = ["mất"]\n', "utf-8")
    told = check(pack)
    assert "aliases.toml: guides.khong-co: no guide is called `khong-co`" in told
    assert "aliases.toml: guides.mat-khau: missing: what people call it, for the search" in told


def test_what_is_done_elsewhere_is_checked_like_all_content_and_found_by_its_name(tmp_path: Path) -> None:
    pack = write_whole_pack(tmp_path)
    (pack / "elsewhere.toml").write_text(
        '[elsewhere.ly-hon]\nname.vi = "Ly hôn"\nname.en = "Divorce"\nwhere.vi = "Đến Tòa án."\nwhere.en = ""\n'
        'also = []\nsource = "Luật"\nchecked = 2026-07-20\nconfidence = "high"\n',
        "utf-8",
    )
    told = check(pack)
    assert "elsewhere.toml: elsewhere.ly-hon.where.en: missing translation `en`" in told
    assert "elsewhere.toml: elsewhere.ly-hon.name.vi: missing: what people call it, for the search" in told


def test_a_rule_by_which_no_file_of_a_register_can_be_named_is_told(tmp_path: Path) -> None:
    pack = write_whole_pack(tmp_path)
    (pack / "registers.toml").write_text(
        '[rule]\nname = "{kind}-sổ-{year}"\nresolution = 72\nsource = "Luật"\nchecked = 2026-07-20\n'
        'confidence = "high"\n[[kinds]]\nid = "K S"\nname.vi = "Sổ khai sinh"\nname.en = "Births"\n'
        'source = "Luật"\nchecked = 2026-07-20\nconfidence = "high"\n',
        "utf-8",
    )
    told = check(pack)
    assert "registers.toml: rule.name: needs {book}, {kind}, {number}, {year}" in told
    assert "registers.toml: rule.name: plain letters, digits, dots and dashes only" in told
    assert "registers.toml: rule.resolution: expected 150 to 600 dots an inch" in told
    assert "registers.toml: kinds[0].id: plain letters" in told


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 12, 31), date(2027, 2, 28)])
def test_no_rule_depends_on_the_day(tmp_path: Path, day: date) -> None:
    pack = write_whole_pack(tmp_path)
    assert check(pack, str(day)) == "content is right\n"


def test_the_trial_of_an_update_applies_the_same_rules(tmp_path: Path) -> None:
    pack = write_whole_pack(tmp_path / "pack", PROCEDURE, '["online", "desk"]', '["desk"]')
    told = faults_in(
        pack, read_settings(overrides=tmp_path / "etc"), tmp_path / "scratch", stopped(date.fromisoformat(DAY))
    )
    assert told == [FileFault(**each).in_both() for each in found(pack)]


@pytest.mark.parametrize(
    "file",
    [PORTAL, PORTALS, PROCEDURE, FORM, GUIDE, "guides/vneid.toml", "procedures/khai-sinh.toml", "counters.toml"],
)
def test_a_file_that_cannot_be_read_is_one_fault_and_not_one_more_at_each_mention(tmp_path: Path, file: str) -> None:
    pack = write_whole_pack(tmp_path)
    (pack / file).write_text((pack / file).read_text("utf-8") + "\n[[[\n", "utf-8")
    told = check(pack).splitlines()
    assert len(told) == 2, told
    assert told[0].startswith(f"{file}: line ")
    assert told[1] == "1 fault"
