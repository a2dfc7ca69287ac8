"""The portals that ship, on pages made of their own labels: each entry finds its field, and no other takes it."""

from __future__ import annotations

import random
from datetime import date

import pytest

from kiosk.filing.control import Control
from kiosk.filing.entries import Known, entries
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.matching import choose_control, match
from kiosk.filing.never import guarded
from kiosk.filing.outcome import Page
from kiosk.filing.steps import step_of
from kiosk.filing.visit import rules_of
from kiosk.i18n import Language
from kiosk.procedures.in_time import Filing
from tests.unit.content.shipped import PROCEDURES
from tests.unit.kiosk.filing.filled import answered, filed_at, places, portals

FILED = sorted(
    (filing.id for portal in portals().by_id.values() for filing in portal.filings if filing.form), key=str
)


def entries_of(procedure: str, **given: str) -> list[Entry]:
    at = filed_at(procedure)
    assert at.filing is not None
    journey = answered(at.filing.form, at.procedure.code, **given)
    return [each for each in entries(at, Known(journey=journey), places, Language.VI) if each.labels]


def controls_for(number: int, entry: Entry, *, named: bool) -> list[Control]:
    """How a page may show one entry: a number before the label, a star behind it."""
    said = f"({number % 30 + 1}) {entry.labels[0]} *:"
    heading = f"II. {entry.sections[0]}" if entry.sections else ""
    name = f"{entry.names[0]}__19" if named and entry.names else f"field{number}"
    if entry.kind is ControlKind.TICK:
        return [Control(frame=0, index=number * 10, type="checkbox", label=said, section=heading, name=name)]
    if entry.kind is ControlKind.DATE:
        return [
            Control(frame=0, index=number * 10 + cell, type="text", label=said, section=heading,
                    name=f"{name}-{part}", part=part)
            for cell, part in enumerate(("day", "month", "year"))
        ]  # fmt: skip
    if entry.kind is ControlKind.CHOICE:
        return [
            Control(
                frame=0, index=number * 10 + place, type="radio", group=said, label=row, section=heading, name=name
            )
            for place, row in enumerate(("Không rõ", entry.value, "Kháng"))
        ]
    return [Control(frame=0, index=number * 10, type="text", label=said, section=heading, name=name)]


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("procedure", FILED)
def test_each_entry_finds_its_own_field_or_none_in_whatever_order_the_page_stands(
    procedure: str,
    named: bool,
) -> None:
    known = entries_of(procedure)
    shown = [controls_for(number, entry, named=named) for number, entry in enumerate(known)]
    random.Random(procedure).shuffle(shown)
    controls = [control for group in shown for control in group]
    rules = rules_of(filed_at(procedure), Language.VI)
    assert guarded(controls, {0: rules.start}, rules) == {}
    found = match(known, controls)
    for number, entry in enumerate(known):
        if field := found.fields.get(entry.id):
            assert field.first.index // 10 == number, entry.id
            if entry.kind is ControlKind.CHOICE and entry.value:
                chosen = choose_control(field, entry)
                assert chosen is not None
                assert chosen.label == entry.value
    if named:
        unfound = {*found.ambiguous, *found.missing}
        assert not [entry.id for entry in known if entry.id in unfound and entry.names]


@pytest.mark.parametrize("procedure", FILED)
def test_a_page_of_quite_another_procedure_takes_nothing_by_accident(procedure: str) -> None:
    """Labels of the page all changed: nothing is filled, however the controls are named."""
    known = entries_of(procedure)
    shown = [
        Control(frame=0, index=number, type="text", label=f"Mục khác {number}", name=entry.names[0])
        for number, entry in enumerate(known)
        if entry.names and entry.kind is not ControlKind.TICK
    ]
    assert match(known, shown).fields == {}


JOINT = "https://lienthong.dichvucong.gov.vn/"
FORM = f"{JOINT}#/ke-khai/2.000986"


@pytest.mark.parametrize(
    ("address", "words", "step"),
    [
        (f"{JOINT}#/?vneid=1", "Chọn dịch vụ", "mo-thu-tuc"),
        (FORM, "Thông tin người yêu cầu", "dien-to-khai"),
        (f"{FORM}?buoc=2", "Thông tin người được khai sinh", "dien-to-khai"),
        (f"{FORM}?buoc=3", "Giấy tờ kèm theo: không bắt buộc", "giay-to"),
        (f"{FORM}?buoc=4", "Tôi cam đoan những nội dung trên", "cam-doan"),
        (f"{FORM}?buoc=5", "Quay lại\nHoàn thành", "nop"),
        (f"{FORM}?buoc=5", "Số hồ sơ. Vui lòng ghi nhớ. Ngày hẹn trả dự kiến", "ma-ho-so"),
    ],
)
def test_the_joint_services_are_one_page_whose_steps_are_told_apart(address: str, words: str, step: str) -> None:
    rules = rules_of(filed_at("lien-thong-khai-sinh-thuong-tru-bhyt"), Language.VI)
    found = step_of(Page(address=address, words=words), rules)
    assert found is not None
    assert found.id == step


@pytest.mark.parametrize("day", [date(2026, 11, 29), date(2027, 1, 1), date(2027, 3, 2)])
def test_whatever_is_filed_online_leads_to_a_page_that_may_be_opened(day: date) -> None:
    filed = [procedure for procedure in PROCEDURES if Filing.ONLINE in procedure.filing_on(day)]
    assert [procedure.id for procedure in filed if portals().of(procedure, day) is None] == []
    assert len(filed) > 100
