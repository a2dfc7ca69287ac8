"""What the page of the register scans shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.officer.registers.entry import IndexField
from kiosk.officer.registers.index_typing import ORDER
from kiosk.officer.registers.stage import RegisterStage


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistersProps:
    """`page` counts from 1, 0 without one; `step` of `steps` fields; `records`, `written`: on the stick."""

    stage: RegisterStage = RegisterStage.KIND
    busy: bool = False
    register: str = ""
    unconfirmed: bool = False
    page: int = 0
    page_count: int = 0
    picture: str = ""
    clear: bool = False
    accepted: bool = False
    fault: str = ""
    advice: str = ""
    may_index: bool = False
    may_take_same_page: bool = False
    asked: IndexField | None = None
    label: str = ""
    hint: str = ""
    value: str = field(default="", repr=False)
    longest: int = 0
    error: str = ""
    step: int = 0
    steps: int = len(ORDER)
    differing: int = 0
    oddities: str = ""
    may_write: bool = False
    records: int = 0
    written: str = ""
    list_name: str = ""
    unlisted: bool = False
    released: bool = False
    trouble: str = ""
    remedy: str = ""
