"""The smallest sound pack: one file of every kind, to be broken one place at a time."""

from __future__ import annotations

from pathlib import Path

FACT = 'source = "Cổng Dịch vụ công"\nchecked = 2026-07-20\nconfidence = "high"\n'

FILES = {
    "groups.toml": """
[[agencies]]
id = "uy-ban"
name.vi = "Ủy ban"
name.en = "Committee"
[[groups]]
id = "ho-tich"
agency = "uy-ban"
name.vi = "Hộ tịch"
name.en = "Civil status"
""",
    "life-events.toml": """
[[life_events]]
id = "sinh-con"
illustration = "event-birth"
name.vi = "Sinh con"
name.en = "Having a baby"
hint.vi = "Khai sinh"
hint.en = "Birth certificate"
""",
    "popular.toml": 'procedures = ["khai-sinh"]\n',
    "aliases.toml": 'filler = ["tôi"]\n[abbreviations]\ngks = "giấy khai sinh"\n[aliases]\nkhai-sinh = ["đẻ con"]\n'
    '[guides]\nvneid = ["cài ứng dụng"]\n',
    "plain-language.toml": """
longest_sentence = 19
longest_button = 8
known_abbreviations = ["BHYT"]
button_verbs = ["in", "đọc"]
[jargon]
"xuất trình" = "đưa ra"
""",
    "counters.toml": f"""
[counters.mot-cua]
name.vi = "Một cửa"
name.en = "One-stop desk"
where.vi = "Tầng 1"
where.en = "Ground floor"
hours.vi = "Giờ hành chính"
hours.en = "Office hours"
{FACT}""",
    "procedures/khai-sinh.toml": f"""
id = "khai-sinh"
code = "1.001193"
official_name = "Đăng ký khai sinh"
name.vi = "Làm giấy khai sinh"
name.en = "Register a birth"
summary.vi = "Dành cho trẻ mới sinh."
summary.en = "For a newborn child."
group = "ho-tich"
life_events = ["sinh-con"]
agency.vi = "Ủy ban nhân dân xã"
agency.en = "Commune committee"
level = "commune"
who.vi = "Cha mẹ"
who.en = "Parents"
filing = ["online", "desk"]
place.vi = "Một cửa"
place.en = "One-stop desk"
guide = "vneid"
[status]
{FACT}
[portal]
name = "Cổng"
search_url = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=khai%20sinh"
{FACT}
[[fees]]
online_vnd = 0
desk_vnd = 0
text.vi = "0 đồng."
text.en = "0 đồng."
{FACT}valid_until = 2027-02-28
[[fees]]
online_vnd = 0
desk_vnd = 5000
text.vi = "5.000 đồng."
text.en = "5,000 đồng."
{FACT}valid_from = 2027-03-01
[[time_limits]]
text.vi = "Trong ngày."
text.en = "Same day."
{FACT}
[[cases]]
id = "chung"
name.vi = "Chung"
name.en = "General"
{FACT}
[[cases.documents]]
id = "chung-sinh"
name.vi = "Giấy chứng sinh"
name.en = "Birth notice"
""",
    "guides/vneid.toml": f"""
id = "vneid"
topic = "vneid"
order = 1
title.vi = "Mở VNeID"
title.en = "Open VNeID"
summary.vi = "Một bước."
summary.en = "One step."
illustration = "touch"
start = "mo"
minutes = 1
[status]
{FACT}
[[steps]]
id = "mo"
text.vi = "Mở ứng dụng."
text.en = "Open the app."
illustration = "touch"
next = "xong"
trouble = "quay"
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
    "notices/chao.toml": f"""
id = "chao"
order = 1
heading.vi = "Chào ông/bà"
heading.en = "Welcome"
points = []
illustration = "touch"
guide = "vneid"
{FACT}""",
}


def write_pack(root: Path, changes: dict[str, tuple[str, str]] | None = None) -> Path:
    """The pack under `root`; each change replaces one text of one file, which must be there."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for name, (old, new) in (changes or {}).items():
        text = (root / name).read_text("utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        (root / name).write_text(text.replace(old, new, 1), "utf-8")
    return root
