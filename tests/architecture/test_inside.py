"""No test, bench or helper reads outside the repository: what they need stands in it, so a clone is enough.

Paths are worked out from the source: `__file__`, `.parent`, `.parents[n]`, `/`, the rooms of `kiosk.paths`, names
given to such paths, also those taken from another file of the tests. System folders are the machine's and not meant.
"""

from __future__ import annotations

import ast
import os.path
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.helpers.sources import ROOT, nodes_of, python_files, text_of

SOURCES = python_files("tests")
ROOMS = {"root": ROOT, "assets": ROOT / "assets", "shipped_config": ROOT / "config"}
BESIDE = re.compile(r"\.\./shared\b")
"""The folder of working papers that lay beside the repository while it was written."""
FROM_THE_ENVIRONMENT = {"PATH", "KIOSK_KEEP_PAGES", "PYTEST_XDIST_WORKER", "PIP_CERT"}
"""All that tests may take from it: no folder can be handed in.

`PIP_CERT` names whom pip trusts on this machine; a bare Debian made on it must trust them too."""


class Paths:
    """What can be known of the paths in one file."""

    def __init__(self, file: Path, source: str) -> None:
        self._file = file
        self.nodes = nodes_of(source)
        self.names: dict[str, str] = {}
        for node in self.nodes:
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("tests."):
                self._take_over(node)
            elif isinstance(node, ast.Assign) and (place := self.of(node.value)) is not None:
                self.names |= {name.id: place for name in node.targets if isinstance(name, ast.Name)}

    def _take_over(self, node: ast.ImportFrom) -> None:
        file = ROOT / f"{str(node.module).replace('.', '/')}.py"
        if file.is_file():
            names = paths_of(file).names
            self.names |= {(a.asname or a.name): names[a.name] for a in node.names if a.name in names}

    def of(self, node: ast.expr) -> str | None:
        """The path an expression stands for; None when the source alone does not tell."""
        match node:
            case ast.Name(id="__file__"):
                return str(self._file)
            case ast.Name(id=name):
                return self.names.get(name)
            case ast.Attribute(value=inner, attr="parent"):
                return self._up(inner, 1)
            case ast.Subscript(value=ast.Attribute(value=inner, attr="parents"), slice=ast.Constant(value=int(up))):
                return self._up(inner, up + 1)
            case ast.BinOp(left=left, op=ast.Div(), right=ast.Constant(value=str(more))):
                return self._down(left, [more])
            case ast.Call(func=ast.Attribute(value=inner, attr="joinpath"), args=arguments):
                more = [part.value for part in arguments if isinstance(part, ast.Constant)]
                return self._down(inner, [str(part) for part in more])
            case ast.Call(func=ast.Attribute(value=inner, attr="resolve" | "absolute")):
                return self.of(inner)
            case ast.Call(func=ast.Name(id="Path"), args=[inner, *_]):
                return self.of(inner)
            case ast.Call(func=ast.Name(id=room) | ast.Attribute(attr=room), args=[]) if room in ROOMS:
                return str(ROOMS[room])
        return None

    def _up(self, node: ast.expr, steps: int) -> str | None:
        place = self.of(node)
        return place and os.path.normpath(Path(place, *[".."] * steps))

    def _down(self, node: ast.expr, parts: list[str]) -> str | None:
        place = self.of(node)
        return place and os.path.normpath(Path(place, *parts))


@cache
def paths_of(file: Path) -> Paths:
    """The paths in a file of the tests."""
    return Paths(file, text_of(file))


@pytest.fixture(scope="module", autouse=True)
def _paths_go_with_these_tests() -> Iterator[None]:
    """With the trees that they hold (`conftest.py`)."""
    yield
    paths_of.cache_clear()


def outside(file: Path, source: str) -> Iterator[str]:
    """One line for each place of a source that leads out of the repository."""
    paths = Paths(file, source)
    for node in paths.nodes:
        place = paths.of(node) if isinstance(node, ast.expr) else None
        if place is not None and not Path(place).is_relative_to(ROOT):
            yield f"line {node.lineno}: {os.path.relpath(place, ROOT)}"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and BESIDE.search(node.value):
            yield f"line {node.lineno}: names a folder beside the repository"
        if (name := _asked_of_the_environment(node)) and name not in FROM_THE_ENVIRONMENT:
            yield f"line {node.lineno}: takes {name} from the environment"


def _asked_of_the_environment(node: ast.AST) -> str | None:
    match node:
        case ast.Subscript(value=ast.Attribute(attr="environ"), slice=ast.Constant(value=str(name)), ctx=ast.Load()):
            return name
        case ast.Call(func=ast.Attribute(attr="getenv"), args=[ast.Constant(value=str(name)), *_]):
            return name
        case ast.Call(
            func=ast.Attribute(value=ast.Attribute(attr="environ"), attr="get"),
            args=[ast.Constant(value=str(name)), *_],
        ):
            return name
    return None


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_of_the_tests_stays_inside_the_repository(file: Path) -> None:
    if file != Path(__file__).resolve():
        assert list(outside(file, text_of(file))) == []


@pytest.mark.parametrize(
    "line",
    [
        "Path(__file__).parents[3]",
        "Path(__file__).resolve().parent.parent.parent.parent / 'x'",
        "HERE = Path(__file__).parents[2]\nFACTS = HERE.parent / 'facts'",
        "HERE = Path(__file__).parents[2]\nHERE.joinpath('..', 'facts')",
        "paths.root().parent",
        "assets() / '../../facts'",
        "from tests.helpers.side_by_side import ROOT\nROOT.parent",
        "'../shared/facts/procedures.json'",
        "Path(os.environ['STATION_FACTS'])",
        "Path(os.environ.get('STATION_FACTS', '.'))",
        "os.getenv('STATION_FACTS')",
    ],
)
def test_each_way_out_is_seen(line: str) -> None:
    assert list(outside(ROOT / "tests" / "unit" / "test_thu.py", line))


@pytest.mark.parametrize(
    "line",
    [
        "Path(__file__).parents[2] / 'assets'",
        "paths.assets().parent",
        "assets() / 'content' / '..' / 'icons'",
        "os.environ['TZ'] = 'UTC'",
    ],
)
def test_what_stays_inside_is_let_alone(line: str) -> None:
    assert list(outside(ROOT / "tests" / "unit" / "test_thu.py", line)) == []
