"""What the doctor found, one row a service."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from devices.status import Readiness
from kiosk.doctor.examination import NAMES, ServiceState
from kiosk.doctor.fact_words import FOR_STAFF, in_words
from kiosk.errors import Mend
from ui.shown.records import RecordList
from ui.staff.staff_side import StaffSide

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


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
        facts=in_words(finding.found, FOR_STAFF, side.visit.language),
        title=words.title if words else "",
        remedy=words.remedy if words else "",
        mend=side.mend_of(finding.found.code) if finding.found.code else Mend.TECHNICIAN,
    )
