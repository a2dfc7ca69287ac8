"""A made-up visitor whose every answer is another one, so that a value in the wrong field is seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from kiosk.filing.catalogue import FiledAt
from kiosk.filing.entries import Known
from kiosk.filing.entry import Attachment, ControlKind, Entry
from kiosk.filing.messages import Look, PortalVisit
from kiosk.filing.visit import portal_visit
from kiosk.forms import Answers, Context, Journey, QuestionKind
from kiosk.forms.definition import Column, Question
from kiosk.i18n import Language
from tests.portal.standins.forms import Form, Hole, lists
from tests.portal.walks import BY_HAND
from tests.unit.kiosk.filing.filled import DAY, filed_at, forms, places

SYLLABLES = (
    "An",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hạnh",
    "Khôi",
    "Lam",
    "Minh",
    "Nga",
    "Oanh",
    "Phúc",
    "Quý",
    "Sơn",
)
FAMILY = "Hoàng Yến"
"""In every name: what must be found nowhere after the visit."""
BY_KIND = {
    QuestionKind.PERSON_NAME: f"{FAMILY} {{first}} {{last}}",
    QuestionKind.DATE: "{day:02}/{month:02}/{year}",
    QuestionKind.TIME: "{hour:02}:{n:02}",
    QuestionKind.PERSONAL_NUMBER: "0401850{n:05}",
    QuestionKind.PHONE: "09123{n:05}",
    QuestionKind.EMAIL: "mau{n}@example.vn",
    QuestionKind.ADDRESS: "Xóm {n}, Xã Vân Tụ, Tỉnh Nghệ An",
    QuestionKind.YES_NO: "yes",
    QuestionKind.NUMBER: "{small}",
}
LOOK = Look(width=1080, height=1920, fullscreen=False)
DAY_OF = "{day:02}/{month:02}"
ENDINGS = {
    "dan_toc": "Kinh",
    "quoc_tich": "Việt Nam",
    "giay_to": f"Hộ chiếu số {{card}}, cấp ngày {DAY_OF}/2021, Phòng {{n}}A",
    "so_quyen": f"số {{n}}/2001, quyển số 0{{small}}, ngày {DAY_OF}/2001",
    "cu_so": f"số {{n}}/1985, quyển số 2{{small}}, ngày {DAY_OF}/1985",
    "giay_goc": f"số {{n}}/2002, quyển số 1{{small}}, ngày {DAY_OF}/2002, UBND xã {{last}}",
    "bao_tu": f"Giấy báo tử số {{n}}/BV, ngày {DAY_OF}/2025, Bệnh viện {{last}}",
}
ROWS = 2
CELLS = {"quan_he": "Con"}


def visit_of(
    procedure: str,
    *,
    look: Look = LOOK,
    given: Mapping[str, str] | None = None,
    attachments: tuple[Attachment, ...] = (),
) -> PortalVisit:
    """Everything answered; `given` by the key of the question."""
    at = filed_at(procedure)
    known = Known(journey=_answered(at, given or {}), attachments=attachments)
    return portal_visit(at, known, places, Language.VI, look=look, silence_s=900)


def _answered(at: FiledAt, given: Mapping[str, str]) -> Journey:
    assert at.filing is not None
    code = at.procedure.code or None
    journey = Journey(forms()[at.filing.form], Answers(), Context(today=DAY, procedure=code))
    numbers = count(1)
    done: set[str] = set()
    while (page := next((each for each in journey.pages if each.key not in done), None)) is not None:
        done.add(page.key)
        if page.kind is QuestionKind.ROWS:
            journey = journey.answered(page.key, rows=tuple(_row(page, numbers) for _ in range(ROWS)))
        else:
            journey = journey.answered(page.key, given.get(page.key) or _value(page, numbers))
    return journey


def _row(question: Question, numbers: Iterator[int]) -> tuple[str, ...]:
    return tuple(CELLS.get(column.key) or _value(column, numbers) for column in question.columns)


def _value(question: Question | Column, numbers: Iterator[int]) -> str:
    said = next((value for ending, value in ENDINGS.items() if question.key.endswith(ending)), "")
    if said and "{" not in said:
        return said
    if question.options:
        return question.options[0].value
    number = next(numbers)
    return (said or BY_KIND.get(question.kind, "Lời khai {n}")).format(
        card=f"C{number:07}",
        n=number,
        first=SYLLABLES[number % 14],
        last=SYLLABLES[number // 14 % 14],
        day=number % 28 + 1,
        month=number % 12 + 1,
        year=2023 if question.key.endswith("ngay_cap") else 1960 + number,
        hour=number % 24,
        small=number % 9 + 1,
    )


def wrong(form: Form, posted: Mapping[str, object], entries: tuple[Entry, ...]) -> list[str]:
    """Values that stand in a field which asks for another one. Empty fields are not wrong."""
    by_name = {hole.name: hole for hole in form.holes}
    found = []
    for name, value in posted.items():
        hole = by_name.get(name)
        if (
            not value  # Form.io sends an empty list as an empty record
            or hole is None
            or name.startswith(tuple(BY_HAND))
            or "given" in hole.marks
            or "from" in hole.marks
            or "looked" in hole.marks
        ):
            continue
        wanted = [entry for entry in entries if name in entry.names]
        if wanted and not any(_means(entry, value) for entry in wanted):
            found.append(f"{name} holds another value than {[entry.id for entry in wanted]}")
        heads = (hole.section, _choice_before(form, hole))
        if not wanted and not any(_belongs(entry, heads) and _means(entry, value) for entry in entries):
            found.append(f"{name} ({hole.section}: {hole.label}) holds what is nobody's")
    return found


def left_empty(form: Form, posted: Mapping[str, object], entries: tuple[Entry, ...]) -> list[str]:
    """Fields whose answer is known and that take it, and that stayed empty all the same."""
    shown = [paragraph for paragraph in form.paragraphs if form.shows(paragraph, posted)]
    holes = [part for paragraph in shown for part in paragraph.parts if isinstance(part, Hole)]
    return [
        hole.name
        for hole in holes
        if hole.name not in posted and any(hole.name in entry.names and _takes(hole, entry) for entry in entries)
    ]


def _means(entry: Entry, value: object) -> bool:
    if isinstance(value, bool):
        return entry.kind is ControlKind.TICK
    said = {entry.value.casefold(), *(word.casefold() for word in entry.options)}
    return str(value).casefold() in said or _plain_date(str(value)) == _plain_date(entry.value)


def _plain_date(value: str) -> str:
    return "/".join(part.lstrip("0") for part in value.split("/"))


def _belongs(entry: Entry, heads: tuple[str, ...]) -> bool:
    said = [head.casefold() for head in heads]
    return not entry.sections or any(section.casefold() in head for section in entry.sections for head in said)


def _choice_before(form: Form, hole: Hole) -> str:
    """What stands behind "Nơi sinh: Trong nước" is the address of that place."""
    before = ""
    for each in form.holes:
        if each is hole:
            return before
        if each.section != hole.section:
            continue
        before = each.label if each.kind in {"radio", "x-radio"} else before
    return before


def _takes(hole: Hole, entry: Entry) -> bool:
    """Whether the field has a row for this answer, where it has rows."""
    rows: list[str] = []
    if "one" in hole.marks:
        rows = [one.partition("=")[2] for one in hole.marks["one"].split("|")]
    elif "list" in hole.marks:
        offered = lists()[hole.marks["list"]]
        rows = (
            list(offered)
            if isinstance(offered, list)
            else [row for each in offered.items() for row in (each[0], *each[1])]
        )
    return not rows or any(_means(entry, row) for row in rows)
