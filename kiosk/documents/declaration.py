"""A filled form on paper: like the official sheet where its layout is confirmed, else honestly something else.

What the law and `forms.md` ask: order, labels and numbers of the sheet; dotted lines for what is blank; signature
blocks that stay blank; an older text marked as such; an unconfirmed layout never printed as the official one.
"""

from __future__ import annotations

import re
from datetime import date
from typing import assert_never

from kiosk.documents.qr import qr
from kiosk.documents.sheet_items import rows_of
from kiosk.documents.sheet_signatures import signature_of
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import SPECIMEN, day
from kiosk.errors import KioskError
from kiosk.forms.printed import Layout, PrintedForm, SheetStatus
from kiosk.i18n import Text

_CODE = re.compile(r"^(?:\d{2}[-/]|[A-ZĐ]{1,4}\d)")
"""CT01, 05-ĐKT, 01/2025/LLTP: numbers of forms; anything else that is no "Mẫu …" is a name of ours for one."""
_NAMED = ("Mẫu", "Phụ lục")
_REMARK = re.compile(r"\s*\([^)]*\)")
_OFFICE = re.compile(r"cơ quan|công an", re.IGNORECASE)
_DATE = re.compile(r"ngày (\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})")
_IN_FORCE = re.compile(r"\s*\((?:hiệu lực|eff)[^)]*\)")


_NOTHING_ON_PAPER = Text("{form}: tờ khai này không điền trên giấy.", "{form}: nothing to be filled in on paper.")


class EmptySheetError(KioskError):
    """The form has no layout on paper: what would come out is a heading that nobody can fill in."""


QR_WORDS = Text("Quét mã QR để mở thủ tục trên Cổng Dịch vụ công quốc gia.", "Scan to open the procedure.")


def declaration(
    typesetter: Typesetter,
    form: PrintedForm,
    *,
    printed_on: date,
    commune: str = "",
    specimen: bool = False,
    portal_url: str = "",
    procedure_code: str = "",
) -> TypesetDocument:
    """The sheet for `form`. `commune` names where it was printed; `specimen` marks every page of a demo person;
    the QR of `portal_url` appears only on sheets that are not official ones, which have no room for it. Raises
    `EmptySheetError` for a form without a layout, `TypesettingError`."""
    if all(item.layout is Layout.SECTION for item in form.items):
        raise EmptySheetError(_NOTHING_ON_PAPER.filled(form=form.form_id))
    data: dict[str, object] = {
        "title": _title(form),
        "heading": heading_lines(form),
        "mark": _mark(form.status),
        "explanation": _explanation(form.status),
        "specimen": specimen,
        "specimen_words": SPECIMEN,
        "addressed": form.addressed or bool(form.addressed_to) or form.template == "ct01",
        "addressed_label": _addressed_label(form),
        "addressed_to": form.addressed_to,
        "rows": rows_of(form.items),
        "statements": list(form.statements),
        "signatures": [signature_of(block) for block in form.signatures],
        "notes": list(form.notes),
        "qr": qr(portal_url, QR_WORDS, code=procedure_code) if portal_url else None,
        "footer": _footer(form, printed_on, commune),
        "page_word": "Trang",
    }
    return typesetter.typeset(_template(form), data, printed_on=printed_on)


def _addressed_label(form: PrintedForm) -> str:
    """ "Kính gửi", with the mark of the note that says who is meant, if the sheet has one."""
    noted = form.template == "ct01" or any(note.startswith("(1)") and _OFFICE.search(note) for note in form.notes)
    return "Kính gửi(1)" if noted else "Kính gửi"


def heading_lines(form: PrintedForm) -> list[str]:
    """The lines above the name of the state: number of the form and the instrument that prescribes it, with the
    date written out and without the remark on when it took effect."""
    instrument = re.sub(r"^Thông tư (?=\d)", "Thông tư số ", _IN_FORCE.sub("", form.instrument).strip())
    if not _CODE.match(form.form_no):
        number = _REMARK.sub("", form.form_no) if form.form_no.startswith(_NAMED) else ""
        return [line for line in (number, instrument) if line]
    dated = _DATE.search(instrument)
    if not dated:
        return [f"Mẫu {form.form_no}", instrument]
    named = instrument[: dated.start()].strip()
    spelled = f"ngày {int(dated[1])} tháng {int(dated[2])} năm {dated[3]}"
    return [f"Mẫu {form.form_no} ban hành kèm theo {named}", spelled + instrument[dated.end() :]]


def _template(form: PrintedForm) -> str:
    match form.status:
        case SheetStatus.OFFICIAL | SheetStatus.OLDER:
            return form.template
        case SheetStatus.DATA_SHEET | SheetStatus.PREPARATION:
            return "datasheet"
    assert_never(form.status)


def _title(form: PrintedForm) -> str:
    if form.status in (SheetStatus.OFFICIAL, SheetStatus.OLDER):
        return form.title.upper()
    return form.title


def _mark(status: SheetStatus) -> str:
    match status:
        case SheetStatus.OFFICIAL:
            return ""
        case SheetStatus.OLDER:
            return "Mẫu cũ, hỏi cán bộ trước khi nộp"
        case SheetStatus.DATA_SHEET:
            return "Bản khai hỗ trợ"
        case SheetStatus.PREPARATION:
            return "Phiếu chuẩn bị khai trực tuyến"
    assert_never(status)


def _explanation(status: SheetStatus) -> str:
    match status:
        case SheetStatus.DATA_SHEET:
            return "Bản khai hỗ trợ, không thay mẫu chính thức. Đưa giấy này cho cán bộ."
        case SheetStatus.PREPARATION:
            return "Thủ tục này khai trên mạng. Chép theo thứ tự dưới đây; không nộp giấy này."
        case SheetStatus.OFFICIAL | SheetStatus.OLDER:
            return ""
    assert_never(status)


def _footer(form: PrintedForm, printed_on: date, commune: str) -> str:
    parts = [f"In ngày {day(printed_on)}" + (f" tại {commune}" if commune else "")]
    if form.checked_on:
        parts.append(f"mẫu kiểm tra ngày {day(form.checked_on)}")
    if form.valid_until:
        parts.append(f"dùng đến {day(form.valid_until)}")
    return " · ".join(parts)
