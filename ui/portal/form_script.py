"""The script that runs in an isolated world of every frame: the page neither sees it nor is changed by it until
something is entered.

It finds controls by what a person reads beside them and answers `page` (`kiosk.filing.control.Control`). Its parts in
`scripts` are bodies of one function, one after the other; each may use what an earlier one names.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

SCRIPTS: Final = Path(__file__).with_name("scripts")
PARTS: Final = (
    "finding", "labels", "describing", "reaching", "entering", "lists", "keyboard", "frames", "native_lists",
    "called",
)  # fmt: skip
"""In their order."""


@cache
def form_script() -> str:
    """The text that makes `kioskForm` in a frame; in one that has it already, it does nothing."""
    parts = "\n".join((SCRIPTS / f"{part}.js").read_text("utf-8") for part in PARTS)
    return f'(() => {{\n"use strict";\nif (globalThis.kioskForm)\n    return;\n\n{parts}\n}})();\n'
