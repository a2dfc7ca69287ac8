"""The recipes of docs/development.md: their blocks, and how somebody plays them who knows only that page.

play(tree, "Add a form")        # every block in its order in a copy of the project
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")
COMPILED = Path(sys.prefix) / "compiled"
"""Where `./station` keeps what Python compiles."""
RECIPES = PAGE.partition("## Recipes\n")[2].partition("\n## ")[0]
_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_COPIED = shutil.ignore_patterns(
    ".*", "__pycache__", "build", "out", "dist", "parsed", "pages", "vectors", "pictures", "*.qmlc", "*.jsc"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block: `bash`, `diff`, or the language of a file with the file's name."""

    kind: str
    name: str
    text: str


def recipe(title: str) -> list[Block]:
    """The blocks of one recipe."""
    told = RECIPES.partition(f"### {title}\n")[2].partition("\n### ")[0]
    blocks = [Block(kind=kind, name=name, text=text) for kind, name, text in _BLOCK.findall(told)]
    assert blocks, f"the page has no recipe called {title!r}"
    return blocks


def change(tree: Path, diff: str) -> None:
    """Change each hunk's lines where they stand; they must stand there once."""
    file = tree
    for part in re.split(r"^(?=--- a/|@@)", diff, flags=re.MULTILINE):
        if part.startswith("--- a/"):
            file = tree / part.split()[1].removeprefix("a/")
        elif part.startswith("@@"):
            lines = part.splitlines()[1:]
            before = "\n".join(line[1:] for line in lines if line[:1] != "+")
            after = "\n".join(line[1:] for line in lines if line[:1] != "-")
            text = file.read_text(encoding="utf-8")
            assert text.count(before) == 1, f"{file.name}: not there once: {before}"
            file.write_text(text.replace(before, after), encoding="utf-8")


def environment(tree: Path) -> dict[str, str]:
    """As in a fresh terminal: nothing of this machine's station but the environment in which the tests run."""
    own = {
        "KIOSK_STATE": str(tree / "out/state"),
        "KIOSK_CONFIG": str(tree / "out/own"),
        "QT_QPA_PLATFORM": "offscreen",
        "STATION_VENV": sys.prefix,
    }
    left = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYTEST", "KIOSK"))}
    return left | own


def type_in(tree: Path, command: str) -> str:
    """What it says on the way; it must end well."""
    (tree / "out").mkdir(exist_ok=True)
    shell = ["bash", "-euo", "pipefail", "-c", command]
    done = subprocess.run(shell, cwd=tree, env=environment(tree), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout + done.stderr


def play(tree: Path, title: str) -> str:
    """Every block of a recipe; what the typed ones said."""
    said = []
    for block in recipe(title):
        if block.kind == "bash":
            said.append(type_in(tree, block.text))
        elif block.kind == "diff":
            change(tree, block.text)
        else:
            place = tree / block.name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.text, encoding="utf-8")
    return "\n".join(said)


def look(tree: Path, play: str, *, settings: str = "") -> None:
    """Run lines of Python over the copy's own window, `window`."""
    (tree / "look.py").write_text(
        "from pathlib import Path\n"
        "from PySide6.QtQuick import QQuickItem\n"
        "from kiosk.session import Screen\n"
        "from tests.helpers.kiosk_window import kiosk_window\n"
        f"state = Path({str(tree / 'out' / 'window')!r})\n{settings}\n"
        "with kiosk_window(state) as window:\n"
        "    app, user = window.app, window.user\n"
        "    app.visit.begin()\n" + "".join(f"    {line}\n" for line in play.strip().splitlines()),
        encoding="utf-8",
    )
    around = environment(tree) | {"PYTHONPATH": str(tree), "PYTHONPYCACHEPREFIX": str(COMPILED)}
    done = subprocess.run(
        [sys.executable, "look.py"], cwd=tree, env=around, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
