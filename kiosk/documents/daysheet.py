"""The day sheet of the closing routine: one A4 page with the day's main numbers and its signed code.

The code holds every total of the day, so a phone's photo carries them to the province where there is no network. The
numbers in words are those of the report: below 5 they stay hidden; in the code they are whole, for the sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kiosk.counts.days import is_closed
from kiosk.counts.period import WEEKDAYS, day_of
from kiosk.counts.report import Report, figures_of
from kiosk.counts.report_sections import report_for
from kiosk.counts.report_table import COLUMNS, lines_of
from kiosk.counts.sheet_code import codes_of
from kiosk.counts.station_keys import pc_name, signing_key
from kiosk.counts.station_report import scope_of
from kiosk.counts.store import CountStore
from kiosk.documents.qr import drawing
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import day
from kiosk.errors import KioskError
from kiosk.i18n import Language, Text
from kiosk.settings import CommuneSettings

SHOWN = ("visits", "papers", "troubles", "volunteers")
SCALE = 1.45
"""0.65 mm a module: read from a photo taken by hand of the whole page."""
TITLE = Text("Phiếu cuối ngày", "Day sheet")
HOW = Text(
    "Không có mạng: chụp rõ cả tờ, gửi ảnh cho đầu mối của tỉnh. Mã chỉ có số đếm đã ký, không có thông tin ai.",
    "No network: photograph the whole sheet, send it to the province. The code holds signed counts, nobody's data.",
)
PART = Text("Mã {part}/{parts}", "Code {part}/{parts}")
SIGNER = Text("Người trực ký", "Signed by the helper on duty")


class DayOpenError(KioskError):
    """The day's totals are not final yet; `CountStore.close_today` makes today's so."""


def day_sheet(
    typesetter: Typesetter,
    report: Report,
    codes: Sequence[str],
    commune: CommuneSettings,
    pc_id: str,
    *,
    language: Language = Language.VI,
) -> TypesetDocument:
    """The sheet of one closed day: `report` covers that day only, `codes` are `sheet_code.codes_of` it."""
    wanted = {section.title.say(language) for section in report.sections if section.key in SHOWN}
    lines = [line for line in lines_of(report, language) if line.section in wanted]
    sections = list(dict.fromkeys(line.section for line in lines))
    data: dict[str, object] = {
        "language": language.code,
        "title": TITLE.say(language),
        "place": f"{commune.counter.say(language)} · {commune.name.say(language)}, {commune.province.say(language)}",
        "pc": pc_id,
        "day": _weekday(report.period.first, language),
        "columns": [COLUMNS[1].say(language), COLUMNS[3].say(language)],
        "sections": [
            {
                "title": title,
                "rows": [{"label": each.label, "now": each.now} for each in lines if each.section == title],
            }
            for title in sections
        ],
        "codes": [_code(text, n, len(codes), language) for n, text in enumerate(codes, start=1)],
        "how": HOW.say(language),
        "signer": SIGNER.say(language),
        "specimen": False,
        "specimen_words": "",
    }
    return typesetter.typeset("daysheet", data, printed_on=report.made_on)


def closed_day_sheet(
    typesetter: Typesetter,
    store: CountStore,
    day: date,
    commune: CommuneSettings,
    keys: Path,
    *,
    language: Language = Language.VI,
) -> TypesetDocument:
    """The sheet of a day that is closed, signed with this PC's key (made now if there is none).

    Raises `DayOpenError`, `SheetError` for a day too long for a sheet, `sqlite3.Error`, `KioskError`, `OSError`.
    """
    if not is_closed(store.connection, day):
        raise DayOpenError(Text("Ngày {day} chưa chốt.", "{day} is not closed.").filled(day=day))
    pc_id = pc_name(commune.code, commune.station)
    totals = store.day_totals(day, day)
    codes = codes_of(pc_id, day, totals, signing_key(keys))
    figures, scope = figures_of(totals), scope_of(commune)
    report = report_for(day_of(day), figures, figures_of(()), store.catalogue, scope, made_on=day)
    return day_sheet(typesetter, report, codes, commune, pc_id, language=language)


def _code(text: str, part: int, parts: int, language: Language) -> dict[str, object]:
    svg, millimetres = drawing(text)
    said = PART.say(language).format(part=part, parts=parts)
    return {"svg": svg, "millimetres": millimetres * SCALE, "alt": said, "said": said}


def _weekday(when: date, language: Language) -> str:
    return f"{WEEKDAYS[when.weekday()].say(language)}, {day(when)}"
