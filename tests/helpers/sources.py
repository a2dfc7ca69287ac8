"""The project's own sources, each read and parsed once in a process: the rules of the architecture walk them all."""

from __future__ import annotations

import ast
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
