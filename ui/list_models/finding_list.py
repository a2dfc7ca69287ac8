"""What the doctor found, one row a service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from devices.status import Readiness
from kiosk.doctor.examination import NAMES, ServiceState
from kiosk.errors import Mend
from kiosk.i18n import Language, Text
from ui.shown.records import RecordList
from ui.staff.staff_side import StaffSide

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1
FACTS: Mapping[str, Text] = {
    "age_days": Text("kiểm tra {} ngày trước", "checked {} days ago"),
    "free_mb": Text("còn trống {} MB", "{} MB free"),
    "pixels_per_millimetre": Text("{} điểm ảnh một mm", "{} pixels a mm"),
    "roots": Text("{} chứng thư gốc", "{} root certificates"),
    "seconds_off": Text("lệch {} giây", "{} s off"),
    "reader": Text("{}", "{}"),
    "model": Text("{}", "{}"),
    "fitted": Text("trạm không có", "not fitted"),
    "sound": Text("đã tắt", "switched off"),
}
"""Facts that say something to the staff; the rest are for the technician's command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One service; `remedy` is empty where it is ready. `mend` is the button for this role, TECHNICIAN where
    there is none."""

    name: str
    readiness: Readiness
    facts: str = ""
    title: str = ""
    remedy: str = ""
    mend: Mend = Mend.TECHNICIAN


@QmlElement
class FindingList(RecordList):
    """What the doctor found, service by service."""

    record = FindingRow


def finding_row(side: StaffSide, finding: ServiceState) -> FindingRow:
    """One line of the sheet, in the language of the window."""
    words = side.failure(finding.found.code) if finding.found.code else None
    return FindingRow(
        name=side.say(NAMES[finding.service]),
        readiness=finding.found.readiness,
        facts=facts_of(finding, side.visit.language),
        title=words.title if words else "",
        remedy=words.remedy if words else "",
        mend=side.mend_of(finding.found.code) if finding.found.code else Mend.TECHNICIAN,
    )


def facts_of(finding: ServiceState, language: Language) -> str:
    """The facts of a finding as one line, like `còn trống 4210 MB`."""
    facts = finding.found.facts
    return ", ".join(FACTS[key].say(language).format(value) for key, value in facts.items() if key in FACTS and value)
