"""The lodging list on paper: where, when it was made, each guest with the stay, children under their adult. A4.

It is the officer's own list for the police; what the police's form looks like is not known, and the paper says so
once while that holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import PAGE, SPECIMEN, day, paired
from kiosk.i18n import Text
from kiosk.settings import CommuneSettings

TITLE = Text("DANH SÁCH NGƯỜI LƯU TRÚ", "OVERNIGHT GUESTS")
_LABELS = {
    "house": Text("Nơi lưu trú", "Place of stay"),
    "number": Text("TT", "No."),
    "person": Text("Người lưu trú", "Guest"),
    "paper": Text("Số giấy tờ", "Paper number"),
    "from": Text("Nơi cư trú", "Residence"),
    "stay": Text("Phòng, ngày, lý do", "Room, dates, reason"),
    "guests": Text("Số người", "Guests"),
    "signed": Text("Người lập danh sách ký, ghi rõ họ tên", "Signature and name of whoever made the list"),
}
WITH = Text("Đi cùng {name}", "With {name}")
ROOM = Text("Phòng {room}", "Room {room}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGuest:
    """One guest as the paper shows it; what is not known is empty."""

    name: str = field(repr=False)
    born: str = field(repr=False)
    sex: str = field(repr=False)
    nationality: str = field(repr=False)
    number: str = field(repr=False)
    residence: str = field(repr=False)
    room: str = field(repr=False)
    arrival: str = field(repr=False)
    departure: str = field(repr=False)
    reason: str = field(repr=False)
    company: str = field(repr=False)
    """The name of the adult whom a child belongs to."""


def lodging_list(
    typesetter: Typesetter,
    guests: Sequence[ListedGuest],
    *,
    house: str,
    commune: CommuneSettings,
    at: datetime,
    unconfirmed: Text | None,
    specimen: bool,
) -> TypesetDocument:
    """The whole list. `at` is local time; `unconfirmed` is said at the foot. Raises `TypesettingError`."""
    data: dict[str, object] = {
        "title": paired(TITLE),
        "place": f"{commune.name.vi}, {commune.province.vi}",
        "when": f"{at:%H:%M} {day(at.date())}",
        "house": house,
        "labels": {key: paired(label) for key, label in _LABELS.items()},
        "count": str(len(guests)),
        "guests": [_row(number, guest) for number, guest in enumerate(guests, start=1)],
        "note": paired(unconfirmed) if unconfirmed else {"vi": "", "other": "", "lang": "vi"},
        "page_word": PAGE.vi,
        "specimen": specimen,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("lodging_list", data, printed_on=at.date())


def _row(number: int, guest: ListedGuest) -> dict[str, object]:
    dates = f"{guest.arrival} – {guest.departure}" if guest.departure else guest.arrival
    room = ROOM.vi.format(room=guest.room) if guest.room else ""
    return {
        "number": str(number),
        "name": guest.name,
        "about": ", ".join(part for part in (guest.born, guest.sex, guest.nationality) if part),
        "company": WITH.vi.format(name=guest.company) if guest.company else "",
        "paper": guest.number,
        "residence": guest.residence,
        "stay": [part for part in (room, dates, guest.reason) if part],
    }
