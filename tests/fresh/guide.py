"""The code blocks of a guide, typed by bash as they stand there, with Debian's own programs stood in for by words of
what they would have done."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(\w+)(?: (\w+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STAND_INS = {
    "sudo": 'exec "$@"',
    # What the guide has apt install is installed here already, or the test says so.
    "apt": 'shift; for one in "$@"; do case $one in -*|./*) ;; *) dpkg -s "$one" >/dev/null || exit 1 ;; esac; done',
    "kiosk-dvc": 'cd "$PROGRAM" && exec "$PYTHON" -P -m ui "$@"',
    # Starts what the packaged unit starts.
    "systemctl": "unit=$PROGRAM/config/deployment/tree/lib/systemd/system/${*: -1}; "
    'exec $(sed -n "s:^ExecStart=/opt/kiosk-dvc/current/::p" "$unit")',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One fenced block: language, at whose place it is typed, its text."""

    language: str
    where: str
    text: str


def blocks(name: str) -> list[Block]:
    """The blocks of a guide in `docs`, in their order."""
    text = (ROOT / "docs" / name).read_text("utf-8")
    return [Block(language=one, where=two, text=three) for one, two, three in BLOCK.findall(text)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A place where somebody types: which words stand for which here, and what the environment holds."""

    programs: Path
    instead: dict[str, str]
    environment: dict[str, str] = field(default_factory=dict)

    def type(self, text: str) -> subprocess.CompletedProcess[str]:
        """Type a block in the folder of the program; the first line that fails ends it."""
        for word, here in self.instead.items():
            text = text.replace(word, here)
        environment = {
            **os.environ,
            **self.environment,
            "PATH": f"{self.programs}:{os.environ['PATH']}",
            "PROGRAM": str(ROOT),
            "PYTHON": sys.executable,
            "PYTHONPATH": str(ROOT),
        }
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", text],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def works(self, text: str) -> str:
        """Type it; it must end well. What it said."""
        done = self.type(text)
        assert done.returncode == 0, f"{text}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr


def stand_ins(folder: Path) -> Path:
    """A folder of small programs for the front of PATH."""
    folder.mkdir()
    for name, body in STAND_INS.items():
        program = folder / name
        program.write_text(f"#!/bin/bash\n{body}\n", "utf-8")
        program.chmod(0o755)
    return folder
