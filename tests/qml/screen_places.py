"""The places a screen of a visit touches, and which of them are missing; part of `./station check`.

1. its member of `Screen` in `kiosk/screens.py`, with what reports call it, and in `FREE` if it needs nothing chosen
2. its view model, `HoursViewModel` in `ui/view_models/hours.py` for `Screen.HOURS`
3. its page, `ui/qml/Kiosk/Screens/HoursScreen.qml`
4. a way to it: a button of another page, whose view model or the session opens `Screen.HOURS`
5. its English in `ui/translations`

The rest is found by the screen's name: file, model, compiling and, for a screen in `FREE`, the tour of the audit.
Reads the files of the screens, so that what does not import yet is named too. Run: `screen_places.py [ROOT]`.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from ui.shown.snapshot import capitals

ROOT = Path(__file__).resolve().parents[2]
MEMBERS = Path("kiosk/screens.py")
MODELS = Path("ui/view_models")
PAGES = Path("ui/qml/Kiosk/Screens")
ENGLISH = Path("ui/translations")
_MODEL = re.compile(r"^class (\w+)ViewModel\(ScreenModel\[", re.MULTILINE)
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")


def members(root: Path) -> list[str]:
    """The members of `Screen`, in their order."""
    tree = ast.parse((root / MEMBERS).read_text(encoding="utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Screen")
    return [
        node.targets[0].id for node in body if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    ]


def missing_member(root: Path) -> Iterator[str]:
    """View models and pages of a visit that no member belongs to."""
    known = {capitals(member) for member in members(root)}
    for file in sorted((root / MODELS).glob("*.py")):
        for name in _MODEL.findall(file.read_text(encoding="utf-8")):
            if name not in known:
                yield f"{name}ViewModel: no screen: add its member to Screen in {MEMBERS}"
    for file in sorted((root / PAGES).glob("*Screen.qml")):
        name = file.stem.removesuffix("Screen")
        is_page = re.search(r"^VisitScreen \{", file.read_text(encoding="utf-8"), re.MULTILINE)
        if is_page and name not in known:
            yield f"{file.name}: no screen: add its member to Screen in {MEMBERS}"


def missing_model(root: Path, member: str) -> Iterator[str]:
    """The view model, in the module of the screen's name."""
    file = MODELS / f"{member.lower()}.py"
    wanted = f"class {capitals(member)}ViewModel("
    if not (root / file).exists() or wanted not in (root / file).read_text(encoding="utf-8"):
        yield f"{member}: no view model: write {capitals(member)}ViewModel in {file}"


def missing_page(root: Path, member: str) -> Iterator[str]:
    """The file that draws it."""
    file = PAGES / f"{capitals(member)}Screen.qml"
    if not (root / file).exists():
        yield f"{member}: no page: draw it in {file}"


def missing_way(root: Path, member: str) -> Iterator[str]:
    """Whether the session or the view model of another page opens it."""
    opened = re.compile(rf"(?:\bgo\(|\bscreen ?= ?|\belse |\breturn )Screen\.{member}\b")
    own = {root / MEMBERS, root / MODELS / f"{member.lower()}.py"}
    files = [*(root / "kiosk/session").glob("*.py"), *(root / MODELS).glob("*.py"), *(root / "ui/visit").glob("*.py")]
    if not any(opened.search(file.read_text(encoding="utf-8")) for file in files if file not in own):
        yield f"{member}: no way to it: let a page open Screen.{member} (a slot of its view model in {MODELS})"


def english(ts: Path) -> dict[tuple[str, str], bool]:
    """(context, source) of one file of words, and whether its translation is there and marked as done."""
    found = {}
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            text = "".join(translation.itertext()).strip() if translation is not None else ""
            done = bool(text) and translation is not None and translation.get("type") is None
            found[context.findtext("name", ""), message.findtext("source", "")] = done
    return found


def missing_english(root: Path) -> Iterator[str]:
    """Fixed words of any page or component that Qt's own tool finds and no file of words translates."""
    with tempfile.TemporaryDirectory(prefix="words-") as folder:
        fresh = Path(folder) / "fresh.ts"
        sources = [str(file) for file in sorted((root / "ui/qml").rglob("*.qml"))]
        command = [str(LUPDATE), "-silent", "-locations", "none", *sources, "-ts", str(fresh)]
        subprocess.run(command, check=True, capture_output=True)
        wanted = english(fresh)
    done: dict[tuple[str, str], bool] = {}
    for ts in sorted((root / ENGLISH).glob("*.ts")):
        done |= english(ts)
    for context, source in wanted:
        if not done.get((context, source)):
            yield f"{context}.qml: no English for “{source}”: add it in {ENGLISH}"


def missing(root: Path) -> list[str]:
    """One sentence for each place that is missing."""
    told = list(missing_member(root))
    for member in members(root):
        for look in (missing_model, missing_page, missing_way):
            told += look(root, member)
    return [*told, *missing_english(root)]


if __name__ == "__main__":
    found = missing(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)
