"""Enumerations in QML: a table keyed by one has a row for every member; no page compares a string instead."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

import pytest

from devices.status import DeviceFamily, Readiness
from kiosk.counts.events import Role
from kiosk.doctor.card import RungState
from kiosk.documents import LeafletSize
from kiosk.errors import Mend
from kiosk.guides.guide import Topic
from kiosk.identification import Rung
from kiosk.officer.advice import Advice
from kiosk.session.paper_step import Paper
from tests.qml.screen_places import ROOT
from ui.staff.pages import WIZARD
from ui.view_models.person_words import Trust
from ui.view_models.staff_numbers import Span

ORIGINALS: dict[str, list[Enum]] = {
    "Chip.Trust": list(Trust),
    "Climb.RungState": list(RungState),
    "Counts.Span": list(Span),
    "JudgedCard.Advice": list(Advice),
    "Ladder.Rung": list(Rung),
    "Mending.Mend": list(Mend),
    "Printed.LeafletSize": list(LeafletSize),
    "Printed.Paper": list(Paper),
    "Staff.Device": list(DeviceFamily),
    "Staff.Page": list(WIZARD),
    "Staff.Readiness": list(Readiness),
    "Staff.Role": list(Role),
    "Visit.Topic": list(Topic),
}
"""What a table of that enumeration has rows for; of the staff's pages only the steps of the wizard are named."""
TABLE = re.compile(r"readonly property var (\w+): \(\{\n(.*?)\n    \}\)", re.DOTALL)
ROW = re.compile(r"^        \[(\w+\.\w+)\.(\w+)\]:", re.MULTILINE)


def tables(page: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """The tables of one page: name, and (enumeration, member) of each row."""
    found = TABLE.findall(page.read_text(encoding="utf-8"))
    return [(name, rows) for name, body in found if (rows := ROW.findall(body))]


TABLES = [
    pytest.param(rows, id=f"{page.stem}.{name}")
    for page in sorted((ROOT / "ui/qml").rglob("*.qml"))
    for name, rows in tables(page)
]


def test_there_are_tables_to_look_at() -> None:
    assert len(TABLES) >= 9


@pytest.mark.parametrize("rows", TABLES)
def test_every_member_has_its_row(rows: list[tuple[str, str]]) -> None:
    (kind,) = {kind for kind, _ in rows}
    assert sorted(member for _, member in rows) == sorted(one.name for one in ORIGINALS[kind])


@pytest.mark.parametrize("page", sorted((ROOT / "ui/qml/Kiosk/Screens").glob("*.qml")), ids=lambda page: page.stem)
def test_no_page_compares_what_a_model_says_with_a_string(page: Path) -> None:
    compared = re.findall(r"\.\w+ [!=]==? [\"\']\w.*", page.read_text(encoding="utf-8"))
    assert compared == []
