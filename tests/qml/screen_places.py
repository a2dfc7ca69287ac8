"""The places a screen touches, and which of them are missing; part of `./station check`.

1. its member of `Screen` in `kiosk/screens.py`, with what reports call it, and in `FREE` if it needs nothing chosen
2. its view model, `HoursViewModel` in `ui/view_models/hours.py` for `Screen.HOURS`
3. its page, `ui/qml/Kiosk/Screens/HoursScreen.qml`
4. a way to it: a button of another page, whose view model or the session opens `Screen.HOURS`
5. its English in `ui/translations`

A page of the staff has its member in `StaffPage` (`ui/staff/pages.py`; a step of the wizard in `WIZARD` too, which is
its way, one of the officer's work in `OFFICER`); its view model and its file begin with `staff`, those of a step with
`setup`, those of the officer's work with `officer`. The rest is found by the name: file, model, compiling and, for a
screen in `FREE`, the tour of the audit.
Reads the files of the screens, so that what does not import yet is named too. Run: `screen_places.py [ROOT]`.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from ui.shown.snapshot import capitals

ROOT = Path(__file__).resolve().parents[2]
SCREENS = Path("kiosk/screens.py")
STAFF = Path("ui/staff/pages.py")
MODELS = Path("ui/view_models")
PAGES = Path("ui/qml/Kiosk/Screens")
QML = (Path("ui/qml"), Path("ui/portal/qml"))
ENGLISH = Path("ui/translations")
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")
_OWN_MODEL = re.compile(r"^    required property (\w+)ViewModel model$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One member and what belongs to it by its name; `has_way` where it is led to by its order."""

    member: str
    module: Path
    model: str
    page: Path
    has_way: bool = False


def members(file: Path, owner: str) -> list[str]:
    """The members of an enumeration, in their order."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == owner)
    names = [node.targets[0] for node in body if isinstance(node, ast.Assign)]
    return [name.id for name in names if isinstance(name, ast.Name)]


def screens(root: Path) -> Iterator[Screen]:
    """Those of a visit, then those of the staff."""
    for name in members(root / SCREENS, "Screen"):
        yield _screen(f"Screen.{name}", "", name)
    steps, officer = (_listed(root, name) for name in ("WIZARD", "OFFICER"))
    for name in members(root / STAFF, "StaffPage"):
        if name != "CLOSED":
            kind = "setup" if name in steps else "officer" if name in officer else "staff"
            yield _screen(f"StaffPage.{name}", kind, name, has_way=name in steps)


def _listed(root: Path, name: str) -> list[str]:
    """The members in a tuple of pages."""
    found = re.search(rf"^{name} = \((.*?)\)$", (root / STAFF).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return re.findall(r"StaffPage\.(\w+)", found[1]) if found else []


def _screen(member: str, kind: str, name: str, *, has_way: bool = False) -> Screen:
    return Screen(
        member=member,
        module=MODELS / f"{kind}{'_' if kind else ''}{name.lower()}.py",
        model=f"{capitals(name)}ViewModel",
        page=PAGES / f"{kind.capitalize()}{capitals(name)}Screen.qml",
        has_way=has_way,
    )


def missing_member(root: Path) -> Iterator[str]:
    """Pages with a view model of their own that no member belongs to."""
    known = {screen.page.name for screen in screens(root)}
    for file in sorted((root / PAGES).glob("*Screen.qml")):
        model = _OWN_MODEL.search(file.read_text(encoding="utf-8"))
        if model and file.name not in known:
            yield f"{file.name}: no screen: add its member to Screen in {SCREENS}, or to StaffPage in {STAFF}"


def missing_of(root: Path, screen: Screen) -> Iterator[str]:
    """View model, page and way of one screen."""
    module = root / screen.module
    if not module.exists() or f"class {screen.model}(" not in module.read_text(encoding="utf-8"):
        yield f"{screen.member}: no view model: write {screen.model} in {screen.module}"
    if not (root / screen.page).exists():
        yield f"{screen.member}: no page: draw it in {screen.page}"
    if not screen.has_way and not _is_opened(root, screen):
        yield f"{screen.member}: no way to it: let another page open it (a slot of its view model in {MODELS})"


def _is_opened(root: Path, screen: Screen) -> bool:
    """Whether the session, the staff side or the view model of another page opens it."""
    opened = re.compile(rf"(?:\bgo\(|\b_turn\(|\bscreen ?= ?|\belse |\breturn ){re.escape(screen.member)}\b")
    rooms = ("kiosk/session", "ui/visit", "ui/staff", str(MODELS))
    files = [file for room in rooms for file in (root / room).glob("*.py") if file != root / screen.module]
    return any(opened.search(file.read_text(encoding="utf-8")) for file in files)


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


def pages_of(root: Path) -> list[Path]:
    """Every QML file of the program and of the portal's."""
    return [page for folder in QML for page in sorted((root / folder).rglob("*.qml"))]


def missing_english(root: Path) -> Iterator[str]:
    """Fixed words of any page or component that Qt's own tool finds and no file of words translates."""
    with tempfile.TemporaryDirectory(prefix="words-") as folder:
        fresh = Path(folder) / "fresh.ts"
        sources = [str(file) for file in pages_of(root)]
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
    of_screens = [told for screen in screens(root) for told in missing_of(root, screen)]
    return [*missing_member(root), *of_screens, *missing_english(root)]


if __name__ == "__main__":
    found = missing(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)
