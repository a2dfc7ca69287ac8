"""QEMU's machine protocol (QMP, a line of JSON a message): pictures, fingers, keys, devices that come and go."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path
from typing import Any

FULL_SCALE = 0x7FFF
"""InputMoveEvent of QMP: an absolute axis runs from 0 to this."""
PRESSED_S = 0.12


class RefusedError(Exception):
    """QEMU refused a command; the text is its own."""


class MachineControl:
    """The control socket of one machine."""

    def __init__(self, place: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(120)
        self._socket.connect(str(place))
        self._lines = self._socket.makefile("rw", encoding="utf-8")
        self._lines.readline()  # its greeting
        self.ask("qmp_capabilities")

    def close(self) -> None:
        """Let go of the socket; the machine runs on."""
        self._lines.close()
        self._socket.close()

    def ask(self, command: str, **words: Any) -> Any:
        """The answer to one command; what QEMU tells in between is passed over. Raises `RefusedError`."""
        self._lines.write(json.dumps({"execute": command, "arguments": words}) + "\n")
        self._lines.flush()
        while True:
            told = json.loads(self._lines.readline())
            if "error" in told:
                raise RefusedError(f"{command}: {told['error']['desc']}")
            if "return" in told:
                return told["return"]

    def save_moment(self, name: str) -> None:
        """Memory, devices and disk as they are now, into the machine's overlay; `-loadvm` begins there again."""
        told = self.ask("human-monitor-command", **{"command-line": f"savevm {name}"})
        if told:
            raise RefusedError(f"savevm: {told}")

    def picture(self, file: Path) -> bytes:
        """What the screen shows now, as a PNG, written to `file` too, whose folder is made."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self.ask("screendump", filename=str(file.resolve()), format="png")
        return file.read_bytes()

    def touch(self, across: float, down: float) -> None:
        """One touch; both from 0 to 1. An absolute pointer: QEMU 7.2 has no touch screen."""
        places = {"x": across, "y": down}
        moved = [
            {"type": "abs", "data": {"axis": axis, "value": round(at * FULL_SCALE)}} for axis, at in places.items()
        ]
        self.ask("input-send-event", events=moved)
        for down_now in (True, False):
            button = {"type": "btn", "data": {"button": "left", "down": down_now}}
            self.ask("input-send-event", events=[button])
            time.sleep(PRESSED_S)

    def keys(self, chord: str) -> None:
        """Keys pressed together, by QEMU's names: `ctrl-alt-f2`."""
        self.ask("send-key", keys=[{"type": "qcode", "data": name} for name in chord.split("-")])

    def plug(self, name: str, image: Path) -> None:
        """A USB stick with the bytes of `image`, as device `name`."""
        file = {"driver": "file", "filename": str(image.resolve())}
        self.ask("blockdev-add", **{"driver": "raw", "node-name": f"{name}-disk", "file": file})
        self.ask("device_add", driver="usb-storage", id=name, drive=f"{name}-disk", bus="xhci.0", removable=True)

    def unplug(self, name: str) -> None:
        """Pull device `name` out as a hand does: without a word to the guest."""
        self.ask("device_del", id=name)
        time.sleep(2)
        self.ask("blockdev-del", **{"node-name": f"{name}-disk"})
