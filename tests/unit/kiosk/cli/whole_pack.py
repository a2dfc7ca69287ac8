"""The small pack and what other rules need: an essential procedure, a form, a secret step, a poster, places."""

from __future__ import annotations

from pathlib import Path

from tests.unit.kiosk.cli.small_pack import FACT, write_pack

PROCEDURE = "procedures/lam-the.toml"
FORM, OLD_FORM = "forms/to-khai.toml", "forms/to-khai-cu.toml"
GUIDE, NOTICE, POSTER = "guides/mat-khau.toml", "notices/chao.toml", "posters/mo.toml"
ALIASES = "aliases.toml"
PORTAL, PORTALS = "portals/cong.toml", "portals.toml"

FILES = {
    PROCEDURE: f"""
id = "lam-the"
code = "1.000001"
official_name = "Cấp thẻ thư viện cho bạn đọc"
name.vi = "Làm thẻ đọc sách"
name.en = "Get a reader's card"
summary.vi = "Dành cho người muốn mượn sách."
summary.en = "For people who want to borrow books."
group = "ho-tich"
essential = 3
agency.vi = "Thư viện xã"
agency.en = "Commune library"
level = "commune"
who.vi = "Người muốn mượn sách"
who.en = "Everybody"
filing = ["online", "desk"]
place.vi = "Thư viện"
place.en = "The library"
legal_basis = ["Luật Thư viện 46/2019/QH14"]
[status]
{FACT}
[portal]
name = "Cổng"
search_url = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=th%E1%BA%BB%20th%C6%B0%20vi%E1%BB%87n"
{FACT}
[[fees]]
online_vnd = 7000
desk_vnd = 15000
text.vi = "Qua mạng 7.000 đồng. Tại quầy 15.000 đồng."
text.en = "7,000 đồng online, 15,000 đồng at the desk."
source = "Thư viện"
checked = 2026-07-20
confidence = "medium"
[[time_limits]]
working_days = 3
text.vi = "3 ngày làm việc."
text.en = "3 working days."
{FACT}
[[cases]]
id = "chung"
name.vi = "Chung"
name.en = "General"
{FACT}
[[cases.documents]]
id = "to-khai"
name.vi = "Tờ khai"
name.en = "Form"
form = "to-khai"
[[cases.documents]]
id = "anh"
name.vi = "Ảnh"
name.en = "Photograph"
optional = true
hint.vi = "Khi thư viện chưa có."
hint.en = "If the library has none."
[[forms]]
form = "to-khai"
printed = true
source = "Thư viện"
checked = 2026-07-20
confidence = "medium"
valid_from = 2026-07-01
valid_until = 2027-06-30
[[online_steps]]
text.vi = "Mở cổng."
text.en = "Open the portal."
[[online_steps]]
text.vi = "Khai thông tin."
text.en = "Fill it in."
[[online_steps]]
text.vi = "Bấm gửi."
text.en = "Send it."
[[pitfalls]]
text.vi = "Ảnh bị mờ."
text.en = "The photograph is blurred."
""",
    FORM: """
id = "to-khai"
form_no = ""
title = "TỜ KHAI LÀM THẺ"
name.vi = "Tờ khai làm thẻ"
name.en = "Reader's card form"
instrument = "x"
status = "official"
source = "Thư viện"
checked = 2026-07-20
confidence = "medium"
valid_from = 2026-07-01
valid_until = 2027-06-30
groups = [{ id = "g", name.vi = "Bạn đọc", name.en = "Reader" }]
items = [
    { label = "Họ và tên", value = "{ten}" },
    { label = "Ngày sinh", value = "{ngay_sinh}" },
    { label = "Loại thẻ", layout = "choices", value = "{loai}", options = ["Người lớn", "Trẻ em"] },
]
signatures = [{ who = "Người khai" }]

[[questions]]
key = "ten"
kind = "person-name"
group = "g"
prefill = "full_name"
label = { vi = "Họ và tên", en = "Name" }
heading = { vi = "Họ và tên là gì?", en = "What is the name?" }

[[questions]]
key = "ngay_sinh"
kind = "date"
group = "g"
prefill = "date_of_birth"
event = "birth"
whose = "ban-doc"
partial = true
label = { vi = "Ngày sinh", en = "Date of birth" }
heading = { vi = "Sinh ngày nào?", en = "Born on which day?" }

[[questions]]
key = "loai"
kind = "choice"
group = "g"
label = { vi = "Loại thẻ", en = "Kind" }
heading = { vi = "Thẻ cho ai?", en = "Whose card?" }
options = [
    { value = "lon", label.vi = "Người lớn", label.en = "Adult" },
    { value = "nho", label.vi = "Trẻ em", label.en = "Child" },
]
""",
    OLD_FORM: """
id = "to-khai-cu"
form_no = ""
title = "TỜ KHAI CŨ"
name.vi = "Tờ khai cũ"
name.en = "Old form"
instrument = "x"
status = "preparation"
printable = false
replaced_by = "to-khai"
source = "Thư viện"
checked = 2026-07-20
confidence = "medium"
valid_until = 2026-06-30
items = [{ label = "Họ và tên" }]
""",
    GUIDE: f"""
id = "mat-khau"
topic = "vneid"
order = 2
title.vi = "Đặt mật khẩu"
title.en = "Set a password"
summary.vi = "Một bước."
summary.en = "One step."
illustration = "touch"
start = "dat"
minutes = 1
[status]
{FACT}
[[steps]]
id = "dat"
text.vi = "Ông/bà tự nhập mật khẩu."
text.en = "Type your own password."
after = {{ vi = "Xong hiện ra.", en = "It is done." }}
helper.vi = "Người hỗ trợ quay mặt đi."
helper.en = "Helpers look away."
secret = true
next = "xong"
trouble = "quay"
screen = {{ app = {{ vi = "VNeID", en = "VNeID" }}, drawn = 2026-07-20, lines = [
    {{ kind = "dots", text.vi = "Mật khẩu", text.en = "Password", lit = true }},
] }}
[[exits]]
id = "xong"
kind = "done"
text.vi = "Xong."
text.en = "Done."
[[exits]]
id = "quay"
kind = "hand-over"
text.vi = "Đến quầy."
text.en = "Go to the desk."
counter = "mot-cua"
""",
    POSTER: f"""
id = "mo"
title.vi = "Mở sách"
title.en = "Open a book"
intro.vi = "Ai cũng đọc được."
intro.en = "Everybody can read."
{FACT}
[[steps]]
name.vi = "Chọn sách"
name.en = "Choose a book"
detail.vi = "Trên giá."
detail.en = "On the shelf."
""",
    PORTALS: f"""
login_hosts = ["dang-nhap.vn"]
code_patterns = ['H\\d{{2}}-\\d{{4}}']
words = {{ success = ["đã nộp xong"], draft = ["đã lưu nháp"] }}
labels = {{ ho-ten = ["Họ tên"] }}
rows = {{ loai = {{ "Người lớn" = ["Trên 18 tuổi"] }} }}
{FACT}
[[steps]]
id = "dang-nhap"
says.vi = "Ông/bà tự đăng nhập."
says.en = "Sign in yourself."
secrecy = "login"
hosts = ["dang-nhap.vn"]
[[blocks]]
id = "nguoi-nop"
headings = ["Người nộp"]
fields = [{{ id = "ten", called = "ho-ten", value = "{{ten}}" }}]
""",
    PORTAL: f"""
id = "cong"
name.vi = "Cổng thư viện"
name.en = "Library portal"
evidence = "seen"
groups = ["ho-tich"]
everything_else = true
hosts = ["dichvucong.gov.vn", "nop.thu-vien.vn"]
payment_hosts = ["tra-tien.vn"]
sign_out = "https://nop.thu-vien.vn/ra"
tracking = "https://nop.thu-vien.vn/tra-cuu?ma={{code}}"
success_addresses = ['^https://nop\\.thu-vien\\.vn/xong']
{FACT}
[[steps]]
id = "dien"
says.vi = "Bấm “Điền giúp tôi”."
says.en = "Press fill in for me."
actor = "kiosk"
hosts = ["nop.thu-vien.vn"]
addresses = ['/nop/\\d{{1,6}}']
[[steps]]
id = "nop"
says.vi = "Ông/bà tự bấm nộp."
says.en = "Press the button yourself."
secrecy = "submit"
[[filings]]
id = "lam-the"
evidence = "seen"
form = "to-khai"
shared = ["nguoi-nop"]
papers = {{ anh = ["Ảnh thẻ"] }}
{FACT}
[[filings.blocks]]
id = "the"
headings = ["Thẻ"]
[[filings.blocks.fields]]
id = "sinh"
labels = ["Ngày sinh"]
names = ["dob"]
value = "{{ngay_sinh}}"
[[filings.blocks.fields]]
id = "loai"
labels = ["Loại thẻ"]
names = ["kind"]
value = "{{loai}}"
rows = "loai"
when = [{{ question = "loai", is = ["lon"] }}]
options = {{ "Trẻ em" = ["Thiếu nhi"] }}
""",
    "places/provinces.toml": """
source = "x"
checked = 2026-07-20
confidence = "low"
provinces = [
    { code = "01", name = "Mẫu", kind = "tỉnh" },
    { code = "02", name = "Thử", kind = "tỉnh" },
]
""",
    "places/countries.toml": """
source = "Sách mẫu"
checked = 2026-01-01
confidence = "high"
countries = [
    { code = "FR", name.vi = "Pháp", name.en = "France" },
    { code = "AT", name.vi = "Áo", name.en = "Austria" },
]
""",
    "places/mau.toml": """
province = "01"
source = "x"
checked = 2026-07-20
confidence = "low"
former_source = "x"
former_confidence = "low"

[communes]
"00001" = "Xã Đông"
"00002" = "Xã Tây"

[[districts]]
name = "Huyện Mẫu"
units = { "00001" = ["Xã Cũ"], "00001 00002" = ["Xã Kia"] }
""",
}


def write_whole_pack(root: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """The pack under `root`, with one text of one file replaced; it must be there."""
    write_pack(root)
    aliases = root / ALIASES
    called = aliases.read_text("utf-8").replace("[guides]\n", 'lam-the = ["mượn truyện"]\n[guides]\n')
    aliases.write_text(called + 'mat-khau = ["quên chữ"]\n', "utf-8")
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    if file:
        text = (root / file).read_text("utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        (root / file).write_text(text.replace(old, new, 1), "utf-8")
    return root
