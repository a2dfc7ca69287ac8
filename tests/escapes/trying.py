"""Trying a way out: its steps done by a hand, and what is seen of the kiosk afterwards.

A step is a chord of keys (`Ctrl+Alt+t`), or begins with one of these words: `times N`, `hold KEY`, `type TEXT`,
`with KEY` (held during the rest), `click`, `drag`, `wheel`, `move`, `ask`, `pull out`, `plug in LAYOUT`.
"""

from __future__ import annotations

import json
import time
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.escapes.hand import Hand, keymap
from tests.escapes.wire import Wire
from tests.helpers.shown_screen import ShownScreen

TABLE = Path(__file__).with_name("ways_out.toml")
PATIENCE = 60.0
HELD_S = 0.8
USB_S = 0.002
"""A keyboard is asked once a millisecond: a press and its release take two. Faster ones would only try how much a
compositor keeps for a program that does not read: it cuts that off, and the launch begins anew."""
_SHIFTED = dict(zip('!@#$%^&*()_+{}:"|<>?~', "1234567890-=[];'\\,./`", strict=True))
_NAMES = {" ": "Space", "-": "Minus", "=": "Equal", "[": "BracketLeft", "]": "BracketRight", ";": "Semicolon",
          "'": "Apostrophe", "\\": "Backslash", ",": "Comma", ".": "Period", "/": "Slash", "`": "Grave",
          "\n": "Enter", "\t": "Tab", "\x1b": "Esc"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """One row of the table. `only_booted`: why nothing but a booted machine can show it."""

    id: str
    what: str
    at: str = "search"
    do: tuple[str, ...] = ()
    only_booted: str = ""


def ways_out() -> tuple[WayOut, ...]:
    """Every row of the table."""
    rows = tomllib.loads(TABLE.read_text("utf-8"))["way"]
    return tuple(WayOut(**{**row, "do": tuple(row.get("do", ()))}) for row in rows)


@dataclass(slots=True, kw_only=True)
class AtRisk:
    """The kiosk on its screen, and a hand before it."""

    screen: ShownScreen
    hand: Hand
    program: int

    def state(self) -> dict[str, Any]:
        """How the program says it stands."""
        found: dict[str, Any] = json.loads((self.screen.folder / "state").read_text())
        return found

    def go(self, place: str) -> None:
        """To a place of the kiosk, with a visit of its own."""
        went = self.state()["went"]
        order = self.screen.folder / "order"
        order.write_text(place)
        order.replace(self.screen.folder / "go")
        self.wait(lambda state: state["went"] > went, f"the way to {place}")

    def wait(self, holds: Any, what: str) -> dict[str, Any]:
        """Until the state is so. Raises `TimeoutError`."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            state = self.state()
            if holds(state):
                return state
            time.sleep(0.02)
        raise TimeoutError(what)

    def wait_for_the_keyboard(self) -> None:
        """Until a key reaches the window: it hears of a keyboard that was just plugged in a moment late. Raises
        `TimeoutError`."""
        until = time.monotonic() + PATIENCE
        while not self.state()["keys"]:
            if time.monotonic() > until:
                raise TimeoutError("no key reaches the window")
            self.hand.chord("Shift")
            time.sleep(0.2)

    def try_out(self, way: WayOut) -> Mapping[str, int]:
        """Do its steps; how much of it reached the program."""
        before = self.state()
        pressed = sum(do(self.hand, step) for step in way.do)
        self.hand.wire.round_trip()
        beat = self.state()["beat"]
        after = self.wait(lambda state: state["beat"] > beat + 3, "the program to go on")
        if pressed and "ask" not in way.do[0]:
            names = ("keys", "buttons", "moves", "wheels")
            after = self.wait(lambda state: any(state[n] > before[n] for n in names), "anything of it to arrive")
        return {name: after[name] - before[name] for name in ("keys", "buttons", "moves", "wheels", "closes")}

    def gives_way(self) -> list[str]:
        """Everything that is not as it must be."""
        wrong = [] if self.screen.launch.poll() is None else ["the launch has ended"]
        wrong += [] if Path(f"/proc/{self.program}").exists() else ["the program has ended"]
        if wrong:
            return wrong
        state, windows = self.state(), self.hand.windows()
        looks = {
            "more than one window, or none, in the compositor's list": len(windows) == 1,
            "the window does not fill the screen": all(window.is_fullscreen for window in windows),
            "the program has more than one window": state["windows"] == 1,
            "the program thinks that it does not fill the screen": state["fullscreen"],
            "the window has lost the keyboard": state["active"],
            "the program has started another": state["children"] == 0,
            "somebody is on the staff's side": not state["staff"],
        }
        return [what for what, holds in looks.items() if not holds]


@contextmanager
def at_risk(screen: ShownScreen) -> Iterator[AtRisk]:
    """The hand before this screen, once the program in it says how it stands."""
    screen.wait_for(screen.folder / "state")
    wire = Wire(next(screen.runtime.glob("wayland-?")))
    try:
        hand = Hand(wire, keymap())
        risk = AtRisk(screen=screen, hand=hand, program=int((screen.folder / "pid").read_text()))
        hand.move(0.5, 0.9)
        risk.wait_for_the_keyboard()
        yield risk
    finally:
        wire.close()


def do(hand: Hand, step: str) -> int:
    """One step; how many keys, buttons and turns of the wheel that were."""
    verb, _, rest = step.partition(" ")
    match verb:
        case "times":
            count, _, again = rest.partition(" ")
            return sum(_as_by_usb(hand, again) for _ in range(int(count)))
        case "hold":
            hand.press(rest)
            hand.wire.round_trip()
            time.sleep(HELD_S)
            hand.release(rest)
            return 1
        case "type":
            return sum(_type(hand, sign) for sign in rest.encode().decode("unicode_escape"))
        case "with":
            key, _, again = rest.partition(" ")
            hand.press(key)
            done = do(hand, again)
            hand.release(key)
            return done + 1
        case "plug":
            hand.plugged(keymap(rest.removeprefix("in "), options=""))
            return 0
        case "pull":
            hand.pull_out_keyboard()
            return 0
        case "down":
            hand.press(rest)
            return 1
        case "ask":
            hand.ask(rest)
            return 1
        case "click" | "drag" | "wheel" | "move":
            return _mouse(hand, verb, rest.split())
    return hand.chord(step)


def _as_by_usb(hand: Hand, step: str) -> int:
    done = do(hand, step)
    hand.wire.round_trip()
    time.sleep(done * USB_S)
    return done


def _mouse(hand: Hand, verb: str, words: list[str]) -> int:
    if verb == "wheel":
        hand.move(0.5, 0.5)
        hand.wheel(int(words[-1]), sideways="sideways" in words)
    elif verb == "move":
        hand.move(float(words[0]), float(words[1]))
    elif verb == "click":
        hand.click(words[0], float(words[1]), float(words[2]), int(words[3]) if len(words) > 3 else 1)
    else:
        numbers = [float(word) for word in words[1:]]
        hand.drag(words[0], list(zip(numbers[::2], numbers[1::2], strict=True)))
    return 1


def _type(hand: Hand, sign: str) -> int:
    shift = sign.isupper() or sign in _SHIFTED
    plain = _SHIFTED.get(sign, sign.lower())
    if ord(sign) < 27 and sign not in _NAMES:
        return hand.chord(f"Ctrl+{chr(ord(sign) + 96)}")
    return hand.chord(f"{'Shift+' if shift else ''}{_NAMES.get(plain, plain)}")
