"""The person at the screen, from the test's side: looks for words, taps what bears them, types, waits."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TextIO, TypeVar

from kiosk.filing.messages import Look

PATIENCE_S = 20.0
MOST_LOOKS = 8
"""Of a page that never stands still."""
SIGHT = Path(__file__).with_name("sight.js").read_text("utf-8")
Found = TypeVar("Found")


class NotThereError(AssertionError):
    """What a person looks for is not on the screen; the message says what is."""


class Window(Protocol):
    """A program's window with a hand on it, whoever started it."""

    @property
    def home(self) -> Path:
        """The home of the user it runs under."""
        ...

    @property
    def hand(self) -> TextIO:
        """The line to its hand."""
        ...

    def complaints(self) -> str:
        """What the program complained of last."""
        ...


class Person:
    """Uses the window of one started program."""

    def __init__(self, started: Window) -> None:
        self.started = started
        self._lines = started.hand

    def ask(self, **command: Any) -> Any:
        """One command to the hand in the process."""
        try:
            self._lines.write(json.dumps(command, ensure_ascii=False) + "\n")
            self._lines.flush()
            line = self._lines.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise NotThereError(f"the program has ended: {self.started.complaints()}")
        answer = json.loads(line)
        if isinstance(answer, dict) and "error" in answer:
            raise NotThereError(answer["error"])
        return answer

    def until(self, look: Callable[[], Found | None], what: str, patience_s: float = PATIENCE_S) -> Found:
        """What `look` finds at last. Raises `NotThereError`."""
        ends = time.monotonic() + patience_s
        while True:
            try:
                found = look()
            except NotThereError:
                found = None
            if found:
                return found
            if time.monotonic() > ends:
                raise NotThereError(f"no {what}; {self._shown()}; {self.started.complaints()[-600:]}")
            time.sleep(0.1)

    # ---------------------------------------------------------------- the kiosk's own controls

    def names(self) -> list[str]:
        """The words of the kiosk's own controls."""
        return [thing["name"] for thing in self.ask(do="things")]

    def press(self, name: str, patience_s: float = PATIENCE_S) -> None:
        """Tap the kiosk's control of this name."""
        thing = self.until(lambda: self._still(name), f"control named {name!r}", patience_s)
        self.ask(do="tap", x=thing["x"], y=thing["y"])

    def can_press(self, name: str) -> bool:
        """Whether the kiosk shows such a control."""
        return self._thing(name) is not None

    def sees(self, words: str, patience_s: float = PATIENCE_S) -> None:
        """Wait until the kiosk itself says so."""
        self.until(lambda: any(words in name for name in self.names()), f"words {words!r} of the kiosk", patience_s)

    def _still(self, name: str) -> dict[str, Any] | None:
        """The control once it no longer moves: a person does not tap while the screen is being laid out."""
        before = self._thing(name)
        time.sleep(0.15)
        return before if before is not None and before == self._thing(name) else None

    def _thing(self, name: str) -> dict[str, Any] | None:
        for thing in self.ask(do="things"):
            if thing["pressable"] and thing["name"] == name:
                return dict(thing)
        return None

    # ---------------------------------------------------------------- the page

    def reads(self, words: str, patience_s: float = PATIENCE_S) -> None:
        """Wait until the page shows these words, in whichever frame."""
        self.until(lambda: words in self.page_text(), f"words {words!r} of the page", patience_s)

    def page_text(self) -> str:
        """What every frame of the page in front shows."""
        said = [self.look(frame["path"], "document.body ? document.body.innerText : ''") for frame in self.frames()]
        return "\n".join(text for text in said if isinstance(text, str))

    def frames(self) -> list[dict[str, Any]]:
        """The frames of the page in front."""
        return list(self.ask(do="frames")["frames"])

    def address(self) -> str:
        """The address of the page in front."""
        return str(self.ask(do="frames").get("address", ""))

    def look(self, frame: list[int], code: str, world: int = 2) -> Any:
        """What a look into the frame returns."""
        return self.ask(do="page", frame=frame, code=code, world=world)

    def tap(self, words: str, patience_s: float = PATIENCE_S) -> None:
        """Tap what bears exactly these words in the page."""
        self._tap_place({"words": words}, f"{words!r} in the page", patience_s)

    def tap_on(self, css: str, patience_s: float = PATIENCE_S) -> None:
        """Tap the control that this selector names."""
        self._tap_place({"css": css}, f"{css} in the page", patience_s)

    def enter(self, css: str, text: str) -> None:
        """Tap a field of the page and type into it, as on a keyboard that belongs to the window."""
        self.tap_on(css)
        time.sleep(0.15)
        self.ask(do="type", text=text)

    def _tap_place(self, what: dict[str, str], said: str, patience_s: float) -> None:
        x, y = self.until(lambda: self._place_at_rest(what), said, patience_s)
        self.ask(do="tap", x=x, y=y)
        time.sleep(0.15)

    def _place_at_rest(self, what: dict[str, str]) -> tuple[float, float] | None:
        """Where it stands once it no longer moves."""
        before = self._place(what)
        if before is None:
            return None
        time.sleep(0.05)
        return before if before == self._place(what) else None

    def _place(self, what: dict[str, str]) -> tuple[float, float] | None:
        """Where in the window it stands, brought into view in every frame around it."""
        seen = self.ask(do="frames")
        for frame in seen["frames"]:
            at = self.look(frame["path"], f"{SIGHT}({json.dumps(what)})")
            if not isinstance(at, dict) or "x" not in at:
                continue
            x, y = at["x"], at["y"]
            path = frame["path"]
            while path:
                *path, index = path
                corner = self.look(path, f"{SIGHT}({json.dumps({'frame': index, 'y': y})})")
                x, y = x + corner["x"], y + corner["y"]
            if 0 <= x * seen["zoom"] <= seen["width"] and 0 <= y * seen["zoom"] <= seen["height"]:
                return seen["x"] + x * seen["zoom"], seen["y"] + y * seen["zoom"]
        return None

    def picture(self, into: Path) -> None:
        """The window as it looks now."""
        self.ask(do="picture", into=str(into))

    def wears(self, look: Look) -> None:
        """Another shape of the screen and other letters; waits until page and guide have found their places."""
        self.ask(do="shape", width=look.width, height=look.height, text_size=look.text_size)
        file, before = Path(self.started.home) / "shape.png", b""
        for _ in range(MOST_LOOKS):
            time.sleep(0.7)
            self.picture(file)
            before, now = file.read_bytes(), before
            if now == before:
                return

    def _shown(self) -> str:
        try:
            return f"the kiosk shows {self.names()[:40]}, the page {self.address()} {self.page_text()[:500]!r}"
        except (NotThereError, OSError, ValueError) as error:
            return f"nothing is shown: {error}"
