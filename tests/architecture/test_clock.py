"""One clock: only `kiosk.clock` asks the system for a date or a time of day; everybody else is handed it.

Found in the syntax tree, so that a reference passed on counts like a call, under whatever name it was imported.
Monotonic clocks measure durations and are free.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import Final

import pytest

from tests.helpers.sources import ROOT, nodes_of, python_files, text_of

CLOCK = ROOT / "kiosk" / "clock.py"
ROOMS = ("kiosk", "devices", "ui", "bootstrap", "release", "tests")
MACHINE = ("kiosk", "devices", "ui")
QT = "PySide6.QtCore."
READINGS = {
    *(f"datetime.{name}" for name in ("date.today", "datetime.today", "datetime.now", "datetime.utcnow")),
    *(f"time.{name}" for name in ("time", "time_ns", "CLOCK_REALTIME")),
    *(f"email.utils.{name}" for name in ("localtime", "formatdate")),
    *(f"{QT}QDate.{name}" for name in ("currentDate",)),
    *(f"{QT}QTime.{name}" for name in ("currentTime",)),
    *(f"{QT}QDateTime.currentDateTime{name}" for name in ("", "Utc")),
    *(f"{QT}QDateTime.current{name}sSinceEpoch" for name in ("MSec", "Sec")),
}
CONVERTERS = {"time.localtime": 1, "time.gmtime": 1, "time.ctime": 1, "time.asctime": 1, "time.strftime": 2}
"""Read the clock too, unless they are called with so many arguments: then they only convert."""
LAST_NAMES = "|".join(sorted(name.rpartition(".")[2] for name in {*READINGS, *CONVERTERS}))
READ_BY = re.compile(rf"\b(?:{LAST_NAMES})\b|import\s+\*")
"""Stands in every source that reads a clock, under whatever name it was imported: others need not be walked."""
ELSEWHERE = {
    ".qml": re.compile(r"new\s+Date\s*\(\s*\)|Date\.now"),
    ".js": re.compile(r"new\s+Date\s*\(\s*\)|Date\.now"),
    ".typ": re.compile(r"datetime\.today"),
}
"""The same in the languages of the screens and the papers."""
IN_SQL: Final = re.compile(r"""'now'|\bCURRENT_(?:TIMESTAMP|DATE|TIME)\b""")
"""SQLite's own readings. What PostgreSQL calls now() is the province's clock."""


class Names:
    """What the names of one module stand for, as dotted names of the modules they come from."""

    def __init__(self, nodes: Sequence[ast.AST]) -> None:
        self._stands: dict[str, str] = {}
        for node in nodes:
            match node:
                case ast.Import(names=names):
                    for each in names:
                        whole = each.name if each.asname else each.name.partition(".")[0]
                        self._stands[each.asname or whole] = whole
                case ast.ImportFrom(module=str(module), names=names, level=0):
                    for each in names:
                        self._stands[each.asname or each.name] = f"{module}.{each.name}"
        for node in nodes:
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=value)
                    | ast.NamedExpr(target=ast.Name(id=name), value=value)
                ) if stands := self.of(value):
                    self._stands.setdefault(name, stands)

    def of(self, node: ast.AST) -> str:
        """The dotted name an expression stands for, or ""."""
        match node:
            case ast.Name(id=name):
                return self._stands.get(name, "")
            case ast.Attribute(value=owner, attr=name):
                return f"{stands}.{name}" if (stands := self.of(owner)) else ""
            case ast.Call(func=ast.Name(id="getattr"), args=[owner, ast.Constant(value=str(name)), *_]):
                return f"{stands}.{name}" if (stands := self.of(owner)) else ""
            case ast.Call(
                func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                return name
        return ""


def readings(source: str) -> Iterator[str]:
    """One line for each place of a Python source that reads the system's clock, or could pass it on."""
    nodes = nodes_of(source)
    names = Names(nodes)
    converting = {
        id(node.func)
        for node in nodes
        if isinstance(node, ast.Call) and len(node.args) >= CONVERTERS.get(names.of(node.func), 99)
    }
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            for each in node.names:
                if (said := f"{node.module}.{each.name}") in READINGS or said in {"time.*", "datetime.*"}:
                    yield f"line {node.lineno}: {said}"
        elif isinstance(node, ast.Attribute | ast.Name | ast.Call) and id(node) not in converting:
            said = names.of(node)
            if said in READINGS or said in CONVERTERS:
                yield f"line {node.lineno}: {said}"


def test_nobody_but_the_clock_reads_the_system_s_clock() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {line}"
        for path in python_files(*ROOMS)
        if path != CLOCK and READ_BY.search(text_of(path))
        for line in readings(text_of(path))
    }
    assert found == set(), "take the day or the time from the `kiosk.clock.Clock` that is handed in"


def test_no_statement_of_sqlite_reads_a_clock() -> None:
    assert [str(path) for path in python_files(*MACHINE) if IN_SQL.search(text_of(path))] == []
    assert IN_SQL.search("UPDATE steps SET at = strftime('%s', 'now')")
    assert IN_SQL.search("at TEXT DEFAULT CURRENT_TIMESTAMP")
    assert not IN_SQL.search("backend_start < now() - make_interval(secs => 90)")


def test_the_clock_itself_is_found_so_that_the_rule_is_no_empty_one() -> None:
    assert list(readings(CLOCK.read_text("utf-8"))) != []


def test_neither_screens_nor_papers_read_a_clock() -> None:
    files = [path for room in ("ui", "assets") for path in (ROOT / room).rglob("*") if path.suffix in ELSEWHERE]
    assert {path.suffix for path in files} >= {".qml", ".typ"}
    assert [str(path) for path in files if ELSEWHERE[path.suffix].search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "fault",
    [
        "from datetime import date\nday = date.today()",
        "from datetime import date\nmake(today=date.today)",
        "from datetime import date as d\nday = d.today()",
        "import datetime\nat = datetime.datetime.now(datetime.UTC)",
        "import datetime as dt\nmake(lambda: dt.datetime.utcnow())",
        "from datetime import datetime, UTC\nmake(partial(datetime.now, UTC))",
        "from datetime import datetime\ndef make(now=datetime.now): ...",
        "from datetime import datetime\nKind = datetime\nat = Kind.now()",
        'from datetime import datetime\nat = getattr(datetime, "now")()',
        "import time\nat = time.time()",
        "import time as t\nmake(clock=t.time)",
        "from time import time\nmake(time)",
        "from time import time_ns as ns\nat = ns()",
        "from time import *\nat = time()",
        "import time\nat = time.clock_gettime(time.CLOCK_REALTIME)",
        "import time\nat = time.localtime()",
        "import time\nmake(time.gmtime)",
        'import time\nsaid = time.strftime("%Y")',
        "import time\nsaid = time.ctime()",
        'at = __import__("time").time()',
        'import importlib\nat = importlib.import_module("datetime").date.today()',
        "from email.utils import formatdate\nsaid = formatdate()",
        "from PySide6.QtCore import QDate\nday = QDate.currentDate()",
    ],
)
def test_a_planted_reading_is_found(fault: str) -> None:
    assert list(readings(fault)) != []
    assert READ_BY.search(fault)


@pytest.mark.parametrize(
    "sound",
    [
        "import time\nstarted = time.monotonic()",
        "import time\nmake(clock=time.perf_counter)\ntime.sleep(1)",
        "import time\nsince = time.clock_gettime(time.CLOCK_BOOTTIME)",
        'import time\nsaid = time.strftime("%Y", time.gmtime(0))',
        "from datetime import datetime, UTC\nat = datetime.fromtimestamp(0, UTC)",
        "from datetime import date\nday = date.fromisoformat(text)",
        "day = services.today()\nat = clock.now()\nsince = self.time()",
    ],
)
def test_a_duration_and_a_clock_handed_in_are_not(sound: str) -> None:
    assert list(readings(sound)) == []


@pytest.mark.parametrize(
    ("suffix", "fault"),
    [(".qml", "text: new Date()"), (".js", "return Date.now()"), (".typ", "#datetime.today().display()")],
)
def test_a_planted_reading_of_a_screen_or_a_paper_is_found(suffix: str, fault: str) -> None:
    assert ELSEWHERE[suffix].search(fault)
