"""The index of a register's record on its page: the field that is asked for, and both typings beside each other.

Pure functions of the officer's work and the window's language.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.officer.registers import words
from kiosk.officer.registers.entry import LONGEST, IndexField
from kiosk.officer.registers.stage import RegisterStage
from ui.list_models.register_list import IndexRow
from ui.officer.register_scans import RegisterScans
from ui.staff.staff_side import StaffSide
from ui.view_models.registers_props import RegistersProps


def with_field(side: StaffSide, scans: RegisterScans, props: RegistersProps) -> RegistersProps:
    """What is asked while the index is typed; a field typed anew is not filled in the second time."""
    say = side.say
    if scans.stage not in (RegisterStage.FIRST, RegisterStage.AGAIN):
        return props
    index = scans.index
    blind = index.retyping and scans.stage is RegisterStage.AGAIN
    return replace(
        props,
        asked=index.asked,
        label=say(words.FIELDS[index.asked]),
        hint=say(words.HINTS[index.asked]),
        value="" if blind else index.typed.get(index.asked, ""),
        longest=LONGEST[index.asked],
        error=say(words.FAULTS[index.fault]) if index.fault else "",
        step=index.at + 1,
    )


def index_rows(side: StaffSide, scans: RegisterScans) -> list[IndexRow]:
    """Each field as it was typed the first and the second time; nothing before both are there."""
    if scans.stage is not RegisterStage.COMPARE:
        return []
    index = scans.index
    return [
        IndexRow(
            asked=each,
            label=side.say(words.FIELDS[each]),
            first=index.first.get(each, ""),
            second=index.second.get(each, ""),
            differs=each in index.differing,
        )
        for each in IndexField
    ]
