"""The staff reads what no visitor does: notes of the content, and why something is not confirmed."""

from __future__ import annotations

from datetime import date

import msgspec

from kiosk.content.doubts import OpenQuestion
from kiosk.content.fact import Confidence
from kiosk.i18n import Text
from kiosk.procedures.staff_notes import noted
from tests.unit.content.shipped import PROCEDURES

DAY = date(2026, 11, 29)
QUESTION = OpenQuestion(why=Text("Hai nguồn.", "Two sources."), settled_by=Text("Công báo.", "The gazette."))
ONE = next(each for each in PROCEDURES if each.id == "dang-ky-tam-tru")
BARE = msgspec.structs.replace(ONE, staff_notes=None)


def fee_with(**changes: object) -> tuple[object, ...]:
    return (msgspec.structs.replace(ONE.fees[0], **changes),)


def test_a_procedure_tells_its_notes_and_those_of_its_facts() -> None:
    own, of_the_fee = Text("Mã cũ.", "Old code."), Text("Mức cũ.", "Old rate.")
    told = noted([msgspec.structs.replace(BARE, staff_notes=own, fees=fee_with(staff_note=of_the_fee))], {}, DAY)
    assert [(each.name, each.code, each.notes) for each in told] == [(ONE.name, ONE.code, (own, of_the_fee))]


def test_what_is_not_confirmed_is_told_with_its_reason_and_what_would_settle_it() -> None:
    doubted = fee_with(confidence=Confidence.LOW, doubt="hai-nguon", staff_note=None)
    (told,) = noted([msgspec.structs.replace(BARE, fees=doubted)], {"hai-nguon": QUESTION}, DAY)
    assert [note.vi for note in told.notes] == ["Chưa xác minh: lệ phí. Hai nguồn. Để chắc: Công báo."]


def test_a_note_on_what_is_over_and_a_procedure_without_notes_are_left_out() -> None:
    over = fee_with(staff_note=Text("Mức cũ.", "Old rate."), valid_until=date(2026, 11, 28))
    assert noted([BARE, msgspec.structs.replace(BARE, fees=over)], {}, DAY) == ()


def test_the_shipped_notes_stand_by_name_and_no_visitor_field_holds_one() -> None:
    told = noted(PROCEDURES, {}, DAY)
    assert [each.name.vi for each in told if each.code == "3.000333"] == ["Phiếu lý lịch tư pháp"]
    assert len({each.name for each in told}) == len(told) > 20
