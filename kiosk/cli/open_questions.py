"""What is not confirmed, question by question: why, what would settle it, and every fact that waits for it.

For `kiosk content facts --unconfirmed`. Layouts of forms stand apart: a form is settled by seeing its sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kiosk.cli.pack_contents import PackContents
from kiosk.content.doubts import Doubts, OpenQuestion
from kiosk.content.fact import Fact
from kiosk.content.walk import all_facts
from kiosk.forms.definition import FormDefinition
from kiosk.forms.printed import SheetStatus
from kiosk.i18n import Text
from kiosk.procedures.procedure import FormUse

_UNEXPLAINED: Final = OpenQuestion(why=Text("", ""), settled_by=Text("", ""))
_MISSING: Final = {
    SheetStatus.OFFICIAL: Text("chưa so với công báo", "not compared with the official gazette"),
    SheetStatus.OLDER: Text(
        "mới có bản cũ, chưa thấy mẫu đang dùng", "only an older text, the form in force is missing"
    ),
    SheetStatus.DATA_SHEET: Text("chưa thấy mẫu, chỉ in phiếu thông tin", "the form is missing, only a data sheet"),
    SheetStatus.PREPARATION: Text("chỉ kê khai qua mạng", "filled in online only"),
}
"""What is missing of a layout, by what the station prints in its place."""


def open_questions(contents: PackContents) -> list[dict[str, object]]:
    """The questions, those that hold back most first, each with the facts that wait for it."""
    doubts = (contents.doubts or Doubts()).doubts
    waiting: dict[str, list[dict[str, object]]] = {}
    for file, path, fact in _doubtful(contents):
        waiting.setdefault(fact.doubt, []).append(_row(file, path, fact))
    order = sorted(waiting, key=lambda key: (-len(waiting[key]), key))
    return [{"doubt": key, **_said(doubts.get(key, _UNEXPLAINED)), "facts": waiting[key]} for key in order]


def open_layouts(forms: Mapping[str, FormDefinition]) -> list[dict[str, object]]:
    """Every form whose layout is not confirmed, with what is missing."""
    return [
        {
            "form": key,
            "form_no": form.form_no,
            "status": form.status.value,
            "missing": _MISSING[form.status].vi,
            "missing_en": _MISSING[form.status].en,
            "source": form.source,
            "checked": str(form.checked),
            "confidence": form.confidence.value,
        }
        for key, form in forms.items()
        if not form.is_confirmed
    ]


def _doubtful(contents: PackContents) -> Iterator[tuple[str, str, Fact]]:
    for file, value in contents.files():
        if file.startswith("forms/"):
            continue
        for path, fact in all_facts(value):
            if not fact.is_confirmed and not isinstance(fact, FormUse):
                yield file, path, fact


def _said(doubt: OpenQuestion) -> dict[str, object]:
    return {
        "why": doubt.why.vi,
        "why_en": doubt.why.en,
        "settled_by": doubt.settled_by.vi,
        "settled_by_en": doubt.settled_by.en,
    }


def _row(file: str, path: str, fact: Fact) -> dict[str, object]:
    note = {"staff_note": fact.staff_note.vi} if fact.staff_note else {}
    days = {key: str(day) for key in ("valid_from", "valid_until") if (day := getattr(fact, key)) is not None}
    return {
        "file": file,
        "path": path,
        "source": fact.source,
        "checked": str(fact.checked),
        "confidence": fact.confidence.value,
        **days,
        **note,
    }
