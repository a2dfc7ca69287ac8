"""A hand at the kiosk's screen: a keyboard and a mouse plugged in, as the compositor sees them, and eyes for windows
and clipboard.

Keys are those of linux/input-event-codes.h, under the keymap that a keyboard of the kiosk has (`srvrkeys:none`).
"""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tests.escapes.wire import Wire, text_of, words_of

NEEDED: Final = {
    "wl_seat": 1,
    "zwp_virtual_keyboard_manager_v1": 1,
    "zwlr_virtual_pointer_manager_v1": 1,
    "zwlr_foreign_toplevel_manager_v1": 2,
    "zwlr_data_control_manager_v1": 2,
}
_ROWS: Final = {
    1: "Esc 1 2 3 4 5 6 7 8 9 0 Minus Equal Backspace Tab q w e r t y u i o p BracketLeft BracketRight Enter Ctrl "
    "a s d f g h j k l Semicolon Apostrophe Grave Shift Backslash z x c v b n m Comma Period Slash ShiftRight "
    "KeypadStar Alt Space CapsLock F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 NumLock ScrollLock",
    87: "F11 F12",
    99: "Print AltGr Linefeed Home Up PageUp Left Right End Down PageDown Insert Delete Macro Mute VolumeDown "
    "VolumeUp Power KeypadEqual KeypadPlusMinus Pause Scale",
    125: "Super SuperRight Menu Stop Again Props Undo Front Copy Open Paste Find Cut Help MenuKey Calculator Setup "
    "Sleep WakeUp File SendFile DeleteFile Xfer Prog1 Prog2 Browser Documents ScreenLock Rotate CycleWindows Mail "
    "Bookmarks Computer Back Forward CloseCd EjectCd",
}
"""Keys that follow one another, by the number of the first."""
_OTHERS: Final = {
    "Zenkaku": 85, "Katakana": 90, "HomePage": 172, "Refresh": 173, "New": 181, "Redo": 182, "F13": 183, "F24": 194,
    "Suspend": 205, "Close": 206, "Play": 207, "Search": 217, "BrightnessUp": 225, "Display": 227, "Battery": 236,
    "Bluetooth": 237, "Wifi": 238, "RfKill": 247, "Compose": 127,
}  # fmt: skip
KEYS: Final[Mapping[str, int]] = _OTHERS | {
    name: first + n for first, row in _ROWS.items() for n, name in enumerate(row.split())
}
MODIFIERS: Final = {"Shift": 1, "Ctrl": 4, "Alt": 8, "Super": 64, "AltGr": 128}
BUTTONS: Final = {"left": 0x110, "right": 0x111, "middle": 0x112, "side": 0x113, "extra": 0x114, "task": 0x117}
_SPAN = 10_000
_FULLSCREEN = 3


@dataclass(slots=True)
class Toplevel:
    """A window as the compositor lists it."""

    number: int
    title: str = ""
    states: tuple[int, ...] = ()
    closed: bool = False

    @property
    def is_fullscreen(self) -> bool:
        """Whether it fills the screen."""
        return _FULLSCREEN in self.states

    def heard(self, opcode: int, arguments: bytes) -> None:
        """What is told of it."""
        if opcode == 0:
            self.title = text_of(arguments)
        elif opcode == 4:
            self.states = words_of(arguments)[1:]
        elif opcode == 6:
            self.closed = True


class Hand:
    """Plugs in keyboard and mouse; the end of its connection pulls them out."""

    def __init__(self, wire: Wire, keymap: str) -> None:
        self.wire, self.keymap = wire, keymap
        self.toplevels: list[Toplevel] = []
        self._selection: list[int] = []
        self._mimes: dict[int, list[str]] = {}
        self._held = 0
        self._seat = self.wire.bind("wl_seat", 1)
        self._keyboards = self.wire.bind("zwp_virtual_keyboard_manager_v1", 1)
        mice = self.wire.bind("zwlr_virtual_pointer_manager_v1", 1)
        self._keyboard = self.plugged(self.keymap)
        self._mouse = self.wire.made()
        self.wire.send(mice, 0, self._seat, self._mouse)
        self.wire.bind("zwlr_foreign_toplevel_manager_v1", 2, self._window)
        clipboards = self.wire.bind("zwlr_data_control_manager_v1", 2)
        self._clipboard = self.wire.made(self._clipboard_says)
        self.wire.send(clipboards, 1, self._clipboard, self._seat)
        self.wire.round_trip()

    def plugged(self, keymap: str) -> int:
        """One more keyboard, with this keymap."""
        keyboard = self.wire.made()
        self.wire.send(self._keyboards, 0, self._seat, keyboard)
        raw = keymap.encode() + b"\0"
        file = os.memfd_create("keymap")
        try:
            os.write(file, raw)
            self.wire.send(keyboard, 0, 1, len(raw), file=file)
        finally:
            os.close(file)
        return keyboard

    # ------------------------------------------------------------ keys
    def chord(self, text: str) -> int:
        """Press and release keys together, as `Ctrl+Alt+Delete`; how many keys that were."""
        names = text.split("+")
        for name in names:
            self.press(name)
        for name in reversed(names):
            self.release(name)
        self.wire.round_trip()
        return len(names)

    def press(self, name: str) -> None:
        """Down."""
        self._key(name, down=True)

    def release(self, name: str) -> None:
        """Up."""
        self._key(name, down=False)

    def _key(self, name: str, *, down: bool) -> None:
        self.wire.send(self._keyboard, 1, _now(), KEYS[name], int(down))
        if bit := MODIFIERS.get(name, 0):
            self._held = self._held | bit if down else self._held & ~bit
            self.wire.send(self._keyboard, 2, self._held, 0, 0, 0)

    def pull_out_keyboard(self) -> None:
        """With whatever is held down; another is plugged in."""
        self.wire.send(self._keyboard, 3)
        self._held = 0
        self._keyboard = self.plugged(self.keymap)
        self.wire.round_trip()

    # ------------------------------------------------------------ mouse
    def move(self, x: float, y: float) -> None:
        """To a place of the screen, each from 0 to 1."""
        self.wire.send(self._mouse, 1, _now(), round(x * _SPAN), round(y * _SPAN), _SPAN, _SPAN)
        self.wire.send(self._mouse, 4)

    def button(self, name: str, *, down: bool) -> None:
        """A button of the mouse."""
        self.wire.send(self._mouse, 2, _now(), BUTTONS[name], int(down))
        self.wire.send(self._mouse, 4)

    def click(self, name: str, x: float, y: float, times: int = 1) -> None:
        """There, so often."""
        self.move(x, y)
        for _ in range(times):
            self.button(name, down=True)
            self.button(name, down=False)
        self.wire.round_trip()

    def drag(self, name: str, way: Sequence[tuple[float, float]]) -> None:
        """From the first place over the others."""
        self.move(*way[0])
        self.button(name, down=True)
        for (x0, y0), (x1, y1) in pairwise(way):
            for part in range(1, 11):
                self.move(x0 + (x1 - x0) * part / 10, y0 + (y1 - y0) * part / 10)
        self.button(name, down=False)
        self.wire.round_trip()

    def wheel(self, steps: int, *, sideways: bool = False) -> None:
        """Turn it; a negative number turns it back."""
        for _ in range(abs(steps)):
            self.wire.send(self._mouse, 5, 0)
            self.wire.send(self._mouse, 3, _now(), int(sideways), (15 if steps > 0 else -15) * 256)
            self.wire.send(self._mouse, 4)
        self.wire.round_trip()

    # ------------------------------------------------------------ what a window manager may ask
    def ask(self, what: str) -> None:
        """Of every window: to close, to become small, to leave the full screen …"""
        requests = {"maximize": 0, "unmaximize": 1, "minimize": 2, "close": 5, "leave-full-screen": 9}
        for window in self.windows():
            self.wire.send(window.number, requests[what])
        self.wire.round_trip()

    def windows(self) -> list[Toplevel]:
        """Those that stand open."""
        self.wire.round_trip()
        return [window for window in self.toplevels if not window.closed]

    def _window(self, opcode: int, arguments: bytes) -> None:
        if opcode == 0:
            window = Toplevel(words_of(arguments)[0])
            self.toplevels.append(window)
            self.wire.listen(window.number, window.heard)

    # ------------------------------------------------------------ clipboard
    def _clipboard_says(self, opcode: int, arguments: bytes) -> None:
        (offer,) = words_of(arguments)[:1]
        if opcode == 0:
            mimes = self._mimes[offer] = []
            self.wire.listen(offer, lambda _opcode, text: mimes.append(text_of(text)))
        elif opcode in (1, 3):
            self._selection = [offer] if offer else []

    def clipboard(self) -> bytes:
        """What anybody could paste now."""
        self.wire.round_trip()
        found = b""
        for offer in self._selection:
            for mime in self._mimes[offer]:
                found += self._received(offer, mime)
        return found

    def _received(self, offer: int, mime: str) -> bytes:
        ours, theirs = os.pipe()
        self.wire.send_text(offer, 0, mime, file=theirs)
        os.close(theirs)
        self.wire.round_trip()
        with os.fdopen(ours, "rb") as pipe:
            return pipe.read()


def _now() -> int:
    return int(time.monotonic() * 1000) & 0xFFFFFFFF


class _Names(ctypes.Structure):
    """xkbcommon.h, struct xkb_rule_names."""

    _fields_ = [(name, ctypes.c_char_p) for name in ("rules", "model", "layout", "variant", "options")]


def keymap(layout: str = "us", options: str = "srvrkeys:none") -> str:
    """The keymap of such a keyboard, as the compositor wants to be told."""
    xkb = ctypes.CDLL("libxkbcommon.so.0")
    xkb.xkb_context_new.restype = xkb.xkb_keymap_new_from_names.restype = ctypes.c_void_p
    xkb.xkb_keymap_get_as_string.restype = ctypes.c_char_p
    context = ctypes.c_void_p(xkb.xkb_context_new(0))
    names = _Names(None, b"pc105", layout.encode(), None, options.encode())
    made = ctypes.c_void_p(xkb.xkb_keymap_new_from_names(context, ctypes.byref(names), 0))
    return str(xkb.xkb_keymap_get_as_string(made, 1).decode())
