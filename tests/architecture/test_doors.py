"""One door per outside library: only the named rooms import it."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.helpers.sources import ROOT, nodes_of, python_files, text_of

DOORS = {
    "smartcard": ("devices/card_reader/pcsc",),
    "httpx": (
        "devices/bounded_http.py",
        "devices/deadline_transport.py",
        "devices/printer/",
        "devices/scanner/",
        "kiosk/content/",
        "kiosk/doctor/",
    ),
    "httpcore": ("devices/bounded_http.py", "devices/deadline_transport.py"),
    "xml": ("devices/xml_message.py", "ui/window/marked_words.py"),  # what comes from outside, and our own words
    "sqlite_utils": ("kiosk/counts/",),
    "structlog": ("kiosk/logs.py",),
    "qrcode": ("kiosk/qr_modules.py",),
    "pypdfium2": ("devices/printer/pdf_pages.py",),
    "tomllib": ("kiosk/toml/",),
    "tomlkit": ("kiosk/toml/",),
    "typst": ("kiosk/typesetting/compiler.py",),
    "python_calamine": ("kiosk/officer/roster/tables.py",),
    "pyzipper": ("kiosk/officer/sealing.py",),
    "PySide6": ("ui/",),
    "psycopg": ("kiosk/counts/",),
    "tuf": ("kiosk/content/",),
    "threading": (
        "ui/portal/channel.py",
        "ui/portal/chromium.py",
        "ui/portal/uncaught.py",
        "ui/visit/executor.py",
        "ui/program/crash.py",
        "devices/card_reader/simulator.py",
        "devices/timed_call.py",
    ),
    "concurrent": ("devices/timed_call.py",),
}


@cache
def imports_of(path: Path) -> set[str]:
    """Top-level names of every module a file imports, also inside functions."""
    names: set[str] = set()
    for node in nodes_of(text_of(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("library", DOORS)
def test_a_library_is_imported_only_at_its_door(library: str) -> None:
    strangers = [
        str(path.relative_to(ROOT))
        for path in python_files("kiosk", "devices", "ui")
        if library in imports_of(path) and not str(path.relative_to(ROOT)).startswith(DOORS[library])
    ]
    assert strangers == [], f"{library} has its door in {DOORS[library]}; go through the room behind it"


def test_the_browser_is_known_to_the_portal_s_program_alone() -> None:
    strangers = [
        str(path.relative_to(ROOT))
        for storey in ("kiosk", "devices", "ui")
        for kind in ("*.py", "*.qml")
        for path in (ROOT / storey).rglob(kind)
        if re.search(r"^\s*(?:from|import) [\w.]*QtWebEngine", path.read_text(encoding="utf-8"), re.MULTILINE)
        and not str(path.relative_to(ROOT)).startswith("ui/portal/")
    ]
    assert strangers == [], "demo and core run without it"


def test_toml_is_read_at_its_door_and_not_through_msgspec() -> None:
    strangers = [
        str(path.relative_to(ROOT))
        for path in python_files("kiosk", "devices", "ui")
        if "msgspec.toml" in text_of(path)
    ]
    assert strangers == [], "read it with kiosk.toml, which tells all faults and bounds what it reads"


def test_json_that_somebody_else_wrote_is_read_at_one_door() -> None:
    """msgspec's own faults are not all that its decoder raises: deep nesting and odd bytes end otherwise."""
    reads = re.compile(r"json\.decode\(|json\.Decoder\b|json\.loads?\(|from msgspec\.json import")
    strangers = [
        str(path.relative_to(ROOT))
        for path in python_files("kiosk", "devices", "ui")
        if reads.search(text_of(path)) and path.name != "json_message.py"
    ]
    assert strangers == [], "read it with devices.json_message, which turns every fault into a typed one"


def opens_pictures(source: str) -> bool:
    """Whether a source calls Pillow's `Image.open`, by whatever name, or an opener of one format."""
    for node in nodes_of(source):
        if isinstance(node, ast.Attribute) and node.attr == "open" and "Image" in ast.unparse(node.value):
            return True
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PIL"):
            names = {alias.name for alias in node.names}
            if "open" in names or any(name.endswith("ImagePlugin") for name in (*names, node.module or "")):
                return True
    return False


def test_picture_files_are_opened_at_one_door() -> None:
    """Pillow guesses a decoder from the bytes unless it is told which ones may be: one starts Ghostscript."""
    strangers = [
        str(path.relative_to(ROOT))
        for path in python_files("kiosk", "devices", "ui", "release", "bootstrap")
        if opens_pictures(text_of(path))
    ]
    assert strangers == ["devices/pictures.py"]


@pytest.mark.parametrize(
    "line",
    [
        "Image.open('x')",
        "PIL.Image.open('x')",
        "from PIL.Image import open",
        "from PIL import EpsImagePlugin",
        "from PIL import Image as ImageFile\nImageFile.open('x')",
    ],
)
def test_each_way_around_the_door_of_pictures_is_seen(line: str) -> None:
    assert opens_pictures(line)
