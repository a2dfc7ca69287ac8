"""The process that sets the papers of one visit: typst outside the window's memory, gone with the visit.

Decision 36. Hears on standard input and answers on standard output until its input ends; reads nothing but templates
and fonts, writes nothing anywhere. `Asked` and its data go down, `Made` and its pages come up.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import BinaryIO

import msgspec

from devices import json_message
from kiosk.typesetting.compiler import Compiler, TypesettingError, TypstCompiler


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A paper of `template`, whose data follow in `size` bytes; pictures of it where `dots_per_inch` is given."""

    template: str
    size: int
    printed_on: date
    tagged: bool = True
    dots_per_inch: float = 0.0


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """Files of these sizes follow; or none, because of this `fault`, which holds no value of the data."""

    sizes: tuple[int, ...] = ()
    fault: str = ""


def serve(requests: BinaryIO, answers: BinaryIO, compiler: Compiler) -> None:
    """Answer until the input ends."""
    while line := requests.readline():
        asked = json_message.decode(line, Asked)
        data = requests.read(asked.size).decode()
        files: tuple[bytes, ...] = ()
        try:
            files = _files(compiler, asked, data)
            made = Made(sizes=tuple(map(len, files)))
        except TypesettingError as fault:
            made = Made(fault=str(fault))
        answers.write(msgspec.json.encode(made) + b"\n" + b"".join(files))
        answers.flush()


def _files(compiler: Compiler, asked: Asked, data: str) -> tuple[bytes, ...]:
    if asked.dots_per_inch:
        return compiler.png(asked.template, data, dots_per_inch=asked.dots_per_inch)
    return (compiler.pdf(asked.template, data, printed_on=asked.printed_on, tagged=asked.tagged),)


def main(assets: Path) -> None:
    """Serve the station that started this, with the templates and fonts of `assets`. No core file: it would hold the
    person's papers."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(sys.stdin.buffer, sys.stdout.buffer, TypstCompiler(assets))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
