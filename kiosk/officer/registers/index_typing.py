"""The index of one record while it is typed: field after field, then once more, then both typings side by side."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.officer.registers.entry import EntryFault, IndexField, RegisterEntry, Typed, differing, entry_of, fault_of
from kiosk.officer.registers.stage import RegisterStage

ORDER = tuple(IndexField)


class IndexTyping:
    """Both typings of one record, and which field is asked for."""

    def __init__(self) -> None:
        self.first: Typed = {}
        self.second: Typed = {}
        self.stage = RegisterStage.PAGE
        self.at = 0
        self.retyping = False
        """Whether one field alone is typed once more."""
        self.fault: EntryFault | None = None
        """Why what was typed last cannot be."""

    @property
    def asked(self) -> IndexField:
        """The field that is being typed."""
        return ORDER[self.at]

    @property
    def typed(self) -> Typed:
        """What this typing has so far."""
        return self.second if self.stage is RegisterStage.AGAIN else self.first

    @property
    def differing(self) -> tuple[IndexField, ...]:
        """What the two typings have differently."""
        return differing(self.first, self.second)

    def agreed(self, kind: str) -> RegisterEntry | None:
        """The index of a record of this register, once both typings agree."""
        complete = len(self.second) == len(ORDER) and not self.differing
        return entry_of(kind, self.first) if complete else None

    def begin(self, offered: Mapping[IndexField, str]) -> None:
        """Type it, with what is `offered` at the first typing, or go on where it was left."""
        self.first = {**offered, **self.first}
        self.stage = RegisterStage.COMPARE if len(self.second) == len(ORDER) else RegisterStage.FIRST
        self.at = 0

    def give(self, text: str, year_now: int) -> None:
        """The field that is asked for: refused where it cannot be, else the next one."""
        self.fault = fault_of(self.asked, text, year_now)
        if self.fault is not None:
            return
        if self.stage is RegisterStage.AGAIN:
            self.second = {**self.second, self.asked: text}
        else:
            self.first = {**self.first, self.asked: text}
        self._go_on()

    def _go_on(self) -> None:
        again = self.stage is RegisterStage.AGAIN
        if self.at + 1 < len(ORDER) and not self.retyping:
            self.at += 1
        elif again:
            self.stage, self.retyping = RegisterStage.COMPARE, False
        else:
            self.stage, self.at = RegisterStage.AGAIN, self.at if self.retyping else 0

    def step_back(self) -> None:
        """To the field before, from the first one to the page."""
        self.fault = None
        if self.stage is RegisterStage.COMPARE:
            self.stage, self.at = RegisterStage.AGAIN, len(ORDER) - 1
        elif self.retyping:
            self.stage, self.retyping = RegisterStage.COMPARE, False
        elif self.at:
            self.at -= 1
        elif self.stage is RegisterStage.AGAIN:
            self.stage, self.at = RegisterStage.FIRST, len(ORDER) - 1
        else:
            self.stage = RegisterStage.PAGE

    def take(self, field: IndexField, *, of_first: bool) -> None:
        """Of two that differ, this one is right."""
        right = (self.first if of_first else self.second)[field]
        self.first, self.second = {**self.first, field: right}, {**self.second, field: right}

    def retype(self, field: IndexField) -> None:
        """Neither is right, or one that agrees is wrong: this field once more, and twice again."""
        self.at, self.stage, self.retyping, self.fault = ORDER.index(field), RegisterStage.FIRST, True, None
