"""What the list check says: columns, outcomes, differences and notes, on the screen and in the copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from kiosk.counts.events import ListOutcome
from kiosk.i18n import Text, joined
from kiosk.officer.roster.columns import ListColumn
from kiosk.officer.roster.matching import Difference, Note
from kiosk.officer.roster.messages import BesideRow, ListAnswer
from kiosk.officer.roster.old_fonts import Writing

COLUMNS: Mapping[ListColumn, Text] = {
    ListColumn.NAME: Text("Họ và tên", "Full name"),
    ListColumn.FAMILY_NAME: Text("Họ và tên đệm", "Family and middle names"),
    ListColumn.GIVEN_NAME: Text("Tên", "Given name"),
    ListColumn.BIRTH: Text("Ngày hoặc năm sinh", "Day or year of birth"),
    ListColumn.BIRTH_MALE: Text("Năm sinh của nam", "Birth, men"),
    ListColumn.BIRTH_FEMALE: Text("Năm sinh của nữ", "Birth, women"),
    ListColumn.NUMBER: Text("Số căn cước (12 số)", "Personal number (12 digits)"),
    ListColumn.OLD_NUMBER: Text("Số chứng minh cũ (9 số)", "Old identity number (9 digits)"),
    ListColumn.ADDRESS: Text("Nơi ở", "Address"),
}
SIZE = Text("{size} MB", "{size} MB")
NOT_COMPARED = Text("không so", "not compared")
OUTCOMES: Mapping[ListOutcome, Text] = {
    ListOutcome.SAME: Text("Khớp", "As on the card"),
    ListOutcome.DIFFERS: Text("Khác", "Differs"),
    ListOutcome.ABSENT: Text("Không có trong danh sách", "Not on the list"),
}
FIELDS: Mapping[Difference, Text] = {
    Difference.NAME: Text("họ tên", "name"),
    Difference.BIRTH: Text("ngày sinh", "birth"),
    Difference.NUMBER: Text("số giấy tờ", "number"),
    Difference.ADDRESS: Text("nơi ở", "address"),
}
NOTES: Mapping[Note, Text] = {
    Note.OLD_NUMBER: Text("tìm theo số chứng minh cũ", "found by the old number"),
    Note.ONLY_YEAR: Text("danh sách chỉ ghi năm sinh", "the list has the year of birth only"),
    Note.OTHER_ORDER: Text("tên ghi thứ tự khác", "the names are in another order"),
    Note.NO_MARKS: Text("tên ghi không dấu", "the name is written without marks"),
    Note.OLD_PLACE: Text("nơi ở ghi tên xã cũ", "the address has an old commune name"),
    Note.PLACE_UNSURE: Text("chưa so được nơi ở, xem bằng mắt", "the address could not be compared; look yourself"),
    Note.UNREAD_BIRTH: Text(
        "không đọc được ngày sinh trong danh sách, xem bằng mắt", "the list's birth could not be read; look yourself"
    ),
    Note.UNREAD_NUMBER: Text("số trong danh sách bị cắt, xem bằng mắt", "the list's number was cut; look yourself"),
    Note.TWICE: Text("có hơn một dòng của người này", "more than one row for this person"),
}
WRITINGS: Mapping[Writing, Text] = {
    Writing.UNICODE: Text("Chữ Unicode", "Unicode text"),
    Writing.TCVN3: Text(
        "Phông cũ TCVN3 (.VnTime), đã chuyển để đối chiếu", "Old font TCVN3 (.VnTime), converted to compare"
    ),
    Writing.VNI: Text("Phông cũ VNI, đã chuyển để đối chiếu", "Old font VNI, converted to compare"),
}
ADDED = (
    Text("Kết quả đối chiếu thẻ", "Card check"),
    Text("Khác ở đâu, ghi chú", "Differences and notes"),
    Text("Ngày đối chiếu", "Checked on"),
)
"""Headings of the columns beside a copy."""


def differences(told: ListAnswer) -> Text:
    """ "họ tên, ngày sinh"; empty where there are none."""
    return joined(", ", [FIELDS[field] for field in told.differs])


def notes(told: ListAnswer) -> Text:
    """What was tolerated; empty where nothing was."""
    return joined("; ", [NOTES[note] for note in told.notes])


def beside_row(told: ListAnswer, say: Callable[[Text], str], day: date) -> BesideRow:
    """What the copy of the list has beside the row of a card that was held against it on `day`."""
    details = [say(text) for text in (differences(told), notes(told))]
    return BesideRow(
        outcome=say(OUTCOMES[told.outcome]), details="; ".join(filter(None, details)), day=f"{day:%d/%m/%Y}"
    )
