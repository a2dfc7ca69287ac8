"""The slip of an identity check: when and where, who was looked at, what came of it. No number, no photo. A5.

It proves what an officer did at the counter, not who somebody is: it says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.counts.events import CheckOutcome
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import PAGE, SPECIMEN, paired
from kiosk.i18n import Text
from kiosk.settings import CommuneSettings

TITLE = Text("PHIẾU ĐỐI CHIẾU NGƯỜI VỚI THẺ", "IDENTITY CHECK")
OUTCOMES = {
    CheckOutcome.SAME_PERSON: Text(
        "Cán bộ xác nhận: đúng người trên thẻ", "The officer says: the person on the card"
    ),
    CheckOutcome.OTHER_PERSON: Text(
        "Cán bộ xác nhận: không đúng người trên thẻ", "The officer says: not the person on the card"
    ),
    CheckOutcome.UNSURE: Text(
        "Cán bộ chưa kết luận, cần giấy tờ khác", "The officer is not sure; other papers are needed"
    ),
    CheckOutcome.NOT_READ: Text("Không đọc được thẻ", "The card could not be read"),
}
NOT_ANSWERED = Text("Cán bộ chưa trả lời", "Not answered by the officer")
NOTE = Text(
    "So ảnh bằng mắt người, máy không nhận dạng khuôn mặt. Phiếu không ghi số thẻ và không thay giấy tờ.",
    "Compared by a person's eyes; no face recognition. Carries no number and replaces no paper.",
)
_LABELS = {
    "born": Text("Ngày sinh", "Date of birth"),
    "chip": Text("Chip của thẻ", "The card's chip"),
    "signed": Text("Cán bộ ký, ghi rõ họ tên", "Officer's signature and name"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPerson:
    """Name and birth as the chip has them, the officer's answer or none, and what the chip proved."""

    name: str = field(repr=False)
    born: str = field(repr=False)
    outcome: CheckOutcome | None
    findings: tuple[Text, ...]
    advice: Text


def identity_slip(
    typesetter: Typesetter,
    people: Sequence[SlipPerson],
    *,
    commune: CommuneSettings,
    at: datetime,
    specimen: bool,
) -> TypesetDocument:
    """One slip for all who were looked at together. `at` is local time. Raises `TypesettingError`."""
    data: dict[str, object] = {
        "title": paired(TITLE),
        "place": f"{commune.counter.vi} · {commune.name.vi}",
        "when": f"{at:%H:%M %d/%m/%Y}",
        "labels": {key: paired(label) for key, label in _LABELS.items()},
        "people": [
            {
                "name": person.name,
                "born": person.born,
                "outcome": paired(OUTCOMES[person.outcome] if person.outcome else NOT_ANSWERED),
                "advice": paired(person.advice),
                "findings": [paired(finding) for finding in person.findings],
            }
            for person in people
        ],
        "note": paired(NOTE),
        "page_word": PAGE.vi,
        "specimen": specimen,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("identity_slip", data, printed_on=at.date())
