"""A compiler in a process of its own, begun with the first paper of a visit and ended when it shall forget.

typst takes 60 MB, which the window would keep for ever after its first paper; and what it keeps of a person's pages
goes with its process. A process that dies or hangs is a paper that could not be made; the next one begins another.
"""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from kiosk.piped_process import PipedProcess, ProcessEndedError, ProcessSlowError, command
from kiosk.typesetting.compiler import TypesettingError
from kiosk.typesetting.compiling import Asked, Made

DEADLINE_S: Final = 60.0
"""Thirty times what a form of four pages takes on a slow PC, the start of the process with it."""
MODULE: Final = "kiosk.typesetting.compiling"
COMMAND: Final = "typesetter-process"
"""The same as a command of the packed program."""


class CompilerProcess:
    """As `Compiler` says, for one thread at a time."""

    def __init__(self, assets: Path) -> None:
        """Nothing is started, and so nothing is missed, before the first paper."""
        self._assets = assets
        self._process: PipedProcess | None = None

    def pdf(self, template: str, data: str, *, printed_on: date, tagged: bool) -> bytes:
        content = data.encode()
        asked = Asked(template=template, size=len(content), printed_on=printed_on, tagged=tagged)
        files = self._ask(asked, content)
        if len(files) != 1:
            raise TypesettingError(f"{template}: expected one PDF")
        return files[0]

    def png(self, template: str, data: str, *, dots_per_inch: float) -> tuple[bytes, ...]:
        content = data.encode()
        asked = Asked(template=template, size=len(content), printed_on=date.min, dots_per_inch=dots_per_inch)
        return self._ask(asked, content)

    def forget(self) -> None:
        """End the process; its memory is the system's again, which hands none on unwiped."""
        if self._process is not None:
            self._process.close()
            self._process = None

    def _ask(self, asked: Asked, content: bytes) -> tuple[bytes, ...]:
        until = time.monotonic() + DEADLINE_S
        try:
            process = self._process = self._process or self._begun()
            process.write(msgspec.json.encode(asked) + b"\n" + content, until)
            made = json_message.decode(process.line(until), Made)
            files = tuple(process.read(size, until) for size in made.sizes)
        except (OSError, ProcessEndedError, ProcessSlowError, JsonMessageError):
            self.forget()
            raise TypesettingError(f"{self._assets}: the process that sets papers gave no answer") from None
        if made.fault:
            raise TypesettingError(made.fault)
        return files

    def _begun(self) -> PipedProcess:
        return PipedProcess((*command(MODULE, COMMAND), str(self._assets)))
