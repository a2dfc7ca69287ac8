"""The project's own sources, each read and parsed once in a process: the rules of the architecture walk them all."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file below these folders of the repository, sorted within each."""
    return tuple(file for folder in folders for file in sorted((ROOT / folder).rglob("*.py")))


@cache
def text_of(file: Path) -> str:
    """What stands in a source."""
    return file.read_text("utf-8")


@cache
def tree_of(source: str) -> ast.Module:
    """The syntax tree of a source, for reading only: it is shared. Raises `SyntaxError`."""
    return ast.parse(source)


@cache
def nodes_of(source: str) -> tuple[ast.AST, ...]:
    """Every node of that tree, in the order of `ast.walk`."""
    return tuple(ast.walk(tree_of(source)))


def lines_against(rule: Callable[[str], Iterable[str]], *folders: str, excused: Iterable[str] = ()) -> list[str]:
    """`FILE: LINE` for each line that `rule` finds in a source below these folders, but in the excused places, which
    are named by how their paths begin."""
    return [
        f"{name}: {line}"
        for path in python_files(*folders)
        if not (name := str(path.relative_to(ROOT))).startswith(tuple(excused))
        for line in rule(text_of(path))
    ]
