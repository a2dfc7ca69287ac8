"""A page played without a browser: controls that take what is entered, and habits of real portals.

`played` drives a coroutine of `ui/portal/work.py` by answering each script from the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from kiosk.filing.control import Control
from ui.portal.frames import Frame
from ui.portal.page import PortalPage
from ui.portal.work import Pause, Script

ADDRESS = "https://dichvucong.gov.vn/nop-ho-so"
MAIN = Frame(number=0, path=(), address=ADDRESS)
CALL = re.compile(r"kioskForm\.(\w+)\((.*)\)\) : 'absent'$", re.DOTALL)


@dataclass
class PlayedPage:
    """Controls by name; `habit` is called after each value with the page and the name."""

    controls: list[dict[str, Any]]
    habit: Callable[[PlayedPage, str], None] = lambda _page, _name: None
    rows: dict[str, list[str]] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    waited: int = 0
    later: list[tuple[int, Callable[[], None]]] = field(default_factory=list)
    deaf_to_letters: bool = False
    tapped: list[int] = field(default_factory=list)
    native: dict[str, Any] | None = None
    picked: list[int] = field(default_factory=list)
    quiet_ms: int = 0
    scans: int = 0
    says: str = ""
    way_out: bool = False
    """Whether the page has a button that signs out."""
    address: str = ADDRESS
    early: int = 0
    """So many touches of a row come too late: the list has closed under the finger."""
    in_view: int = 1000
    """So many rows does a list draw; the next ones when it is scrolled."""
    opened: int = 0
    _focus: int = -1
    _open: int = -1
    _scrolled: int = 0
    _met: bool = True

    def frames(self) -> tuple[Frame, ...]:
        return (MAIN,)

    def named(self, name: str) -> dict[str, Any]:
        return next(each for each in self.controls if each["name"] == name)

    # input
    def tap(self, x: float, _y: float) -> None:
        if self._open >= 0 and x >= 1000:
            self._row_touched(int(x - 1000))
            return
        index = int(x)
        self.tapped.append(index)
        control = self.controls[index]
        if control["type"] in {"radio", "checkbox"}:
            for other in self.controls:
                if other["type"] == control["type"] and other.get("group") == control.get("group"):
                    other["checked"] = other is control
            self._after(index)
        elif control["type"] == "list":
            self._open, self._scrolled = index, 0
            self.opened += 1

    def _row_touched(self, row: int) -> None:
        index, self._open, self._met = self._open, -1, self.early == 0
        if self.early:
            self.early -= 1
            return
        control = self.controls[index]
        control["value"] = self.rows[control["name"]][self._scrolled + row]
        self._after(index)

    def put(self, text: str) -> None:
        if self._focus >= 0 and not self.deaf_to_letters:
            self.controls[self._focus]["value"] = text
            self._after(self._focus)

    def escape(self) -> None:
        self._open = -1

    def look_here(self) -> None:
        self.log.append("look")

    def _after(self, index: int) -> None:
        name = self.controls[index]["name"]
        self.log.append(name)
        self.habit(self, name)

    # the script's answers
    def answer(self, script: Script) -> str:
        found = CALL.search(script.code)
        assert found, script.code
        arguments = json.loads(f"[{found[2]}]")
        name = {"focus": "focused", "put": "value_put"}.get(found[1], found[1])
        return json.dumps(getattr(self, f"_{name}")(*arguments))

    def _scan(self) -> dict[str, Any]:
        self.scans += 1
        told = [{"index": index, **each} for index, each in enumerate(self.controls)]
        return {"address": ADDRESS, "quiet": 500, "controls": told}

    def _words(self) -> dict[str, Any]:
        return {"address": self.address, "words": self.says, "quiet": self.quiet_ms, "keys": False}

    def _asked(self) -> dict[str, Any] | None:
        return self.native

    def _pick(self, row: int) -> None:
        self.native = None
        self.picked.append(row)

    def _renewal(self) -> None:
        return None

    def _signOut(self) -> bool:
        self.log.append("signed out")
        return self.way_out

    def _quiet(self) -> int:
        return 500

    def _frames(self) -> list[Any]:
        return []

    def _place(self, index: int) -> dict[str, Any]:
        return {"x": index, "y": 0, "free": True, "settled": True}

    def _touched(self, _index: int) -> bool:
        return True

    def _touchedRow(self, _row: int) -> bool:
        return self._met

    def _furtherRows(self) -> bool:
        before = self._scrolled
        every = len(self.rows[self.controls[self._open]["name"]]) if self._open >= 0 else 0
        self._scrolled = max(0, min(self._scrolled + self.in_view, every - self.in_view))
        return self._scrolled > before

    def _placeOfRow(self, row: int) -> dict[str, Any]:
        return {"x": 1000 + row, "y": 0, "free": True, "still": True}

    def _openRows(self) -> dict[str, Any]:
        every = self.rows[self.controls[self._open]["name"]] if self._open >= 0 else []
        return {"rows": every[self._scrolled : self._scrolled + self.in_view], "search": False}

    def _rowStands(self, _row: int) -> bool:
        return self._open >= 0

    def _focused(self, index: int) -> dict[str, Any]:
        self._focus = index
        return {"focused": True, "covered": False, "value": self.controls[index]["value"]}

    def _leave(self) -> bool:
        self._focus = -1
        return True

    def _changeAgain(self, index: int) -> bool:
        told = self.controls[index].get("tag") == "select"
        if told:
            self._after(index)
        return told

    def _press(self, index: int) -> dict[str, Any]:
        self.tap(index, 0)
        return {"checked": True}

    def _value_put(self, index: int, value: str) -> dict[str, Any]:
        self.controls[index]["value"] = value
        self._after(index)
        return {"value": value}

    def _choose(self, index: int, row: int) -> dict[str, Any]:
        return self._value_put(index, self.controls[index]["options"][row])

    def wait(self, ms: int) -> None:
        self.waited += ms
        due = [each for each in self.later if each[0] <= self.waited]
        self.later = [each for each in self.later if each[0] > self.waited]
        for _, act in due:
            act()


def text(name: str, label: str, **more: Any) -> dict[str, Any]:
    """A text field."""
    return {"name": name, "label": label, "type": "text", "tag": "input", "value": "", **more}


def radio(name: str, label: str, group: str) -> dict[str, Any]:
    """One button of a group."""
    return {"name": name, "label": label, "group": group, "type": "radio", "tag": "input", "checked": False}


def opening_list(name: str, label: str) -> dict[str, Any]:
    """A box that opens a list."""
    return {"name": name, "label": label, "type": "list", "tag": "div", "value": ""}


def controls_of(page: PlayedPage) -> tuple[Control, ...]:
    """As a scan tells them."""
    return tuple(Control(frame=0, index=index, **each) for index, each in enumerate(page.controls))


def played(page: PlayedPage, work: Callable[[PortalPage], Coroutine[Any, Any, Any]]) -> Any:
    """What the work returns, every script answered by the page and every pause taken at once."""
    going = work(PortalPage(page, page))
    answer: Any = None
    while True:
        try:
            asked = going.send(answer)
        except StopIteration as end:
            return end.value
        answer = None
        if isinstance(asked, Pause):
            page.wait(asked.ms)
        else:
            answer = page.answer(asked)
