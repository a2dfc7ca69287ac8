"""The catalogue of events as a page of documentation, in Vietnamese and English (`kiosk counts events`)."""

from __future__ import annotations

from kiosk.counts.catalogue import CountCatalogue
from kiosk.counts.events import EventKind
from kiosk.counts.kinds import DERIVED, ENTERED, MEANINGS, Family, Meaning
from kiosk.i18n import Text

_HEAD = """# Danh mục sự kiện được đếm · The events that are counted

Máy chỉ đếm những việc trong bảng này. Không có chỗ nào cho chữ tự do: mỗi mục là mã trong gói nội dung, mã lỗi hoặc
một trong vài lựa chọn cố định. Máy chỉ giữ giờ, không giữ phút; hết ngày chỉ còn tổng của ngày. Ngoài điểm hỗ trợ,
số nhỏ hơn 5 được ghi là “<5”.

The station counts what is in this table and nothing else. There is no free text anywhere: a subject is a key of the
content pack, a failure code, or one of a few fixed words. The hour is kept, never the minute; when a day is closed
only its totals stay. Outside the station a number below 5 is shown as “<5”.

Tệp này được tạo bằng lệnh / This page is made by: `./station kiosk counts events --out docs/events.md`

| Mã · Key | Nghĩa | Meaning | Kèm theo · Subject | Cách đếm · How |
|---|---|---|---|---|
"""
_HOW = {
    "counted": Text("đếm từng lượt", "one by one"),
    "derived": Text("tính khi chốt ngày", "made when the day is closed"),
    "entered": Text("cán bộ nhập số", "typed in by the staff"),
}
_LISTED = (
    Family.AID,
    Family.BAND,
    Family.LENGTH,
    Family.SCREEN,
    Family.DEVICE_STATE,
    Family.ROLE,
    Family.CHECK_OUTCOME,
    Family.LIST_OUTCOME,
    Family.STORE_TROUBLE,
)


def page(catalogue: CountCatalogue) -> str:
    """The whole of `docs/events.md`, made from the catalogue."""
    rows = [_row(kind, MEANINGS[kind]) for kind in EventKind]
    lists = [_list(catalogue, family) for family in _LISTED]
    return _HEAD + "\n".join(rows) + "\n\n" + "\n\n".join(lists) + "\n"


def _row(kind: EventKind, meaning: Meaning) -> str:
    how = _HOW["derived" if kind in DERIVED else "entered" if kind in ENTERED else "counted"]
    subject = "; ".join(f"{family.value.vi} · {family.value.en}" for family in meaning.families)
    return f"| `{kind.value}` | {meaning.text.vi} | {meaning.text.en} | {subject} | {how.vi} · {how.en} |"


def _list(catalogue: CountCatalogue, family: Family) -> str:
    lines = [f"## {family.value.vi} · {family.value.en}", ""]
    lines += [f"- `{key}`: {said.text.vi} · {said.text.en}" for key, said in catalogue.family(family)]
    return "\n".join(lines)
