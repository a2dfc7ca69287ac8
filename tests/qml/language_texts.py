"""The texts of content and program that a further language says: its file in `assets/content/languages`.

Every `Text` there is: in the content, in the failures, in the constants of the modules and where a function writes
one. Those that are translated are kept, those that no longer exist leave, new ones stand there empty: until
somebody writes them they are said in Vietnamese.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import ModuleType

import msgspec

import kiosk
import ui
from kiosk.cli.pack_contents import read_contents
from kiosk.content.languages import FOLDER, LanguageFile
from kiosk.content.pack import Pack
from kiosk.content.walk import walk
from kiosk.errors import failure_book
from kiosk.i18n import Text


def texts_of_program(root: Path) -> set[str]:
    """The Vietnamese of every text that stands in the program."""
    found = {text.vi for failure in failure_book().values() for text in _within(failure)}
    for package in (kiosk, ui):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                found |= {text.vi for text in _within(vars(_imported(module.name)))}
    for file in (*(root / "kiosk").rglob("*.py"), *(root / "ui").rglob("*.py")):
        found |= set(_written(ast.parse(file.read_text(encoding="utf-8"))))
    return found


def _imported(name: str) -> ModuleType:
    """The module; an empty one where it needs the browser, which is an extra and says no text of its own."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as missing:
        if not (missing.name or "").startswith("PySide6.QtWebEngine"):
            raise
        return ModuleType(name)


def texts_of_content(root: Path) -> set[str]:
    """The Vietnamese of every text of the shipped content."""
    values = [value for _, value in read_contents(Pack(root / "assets" / "content")).files()]
    return {text.vi for value in values for _, text in walk(value) if isinstance(text, Text)}


def _within(value: object, depth: int = 0) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, type):
        if issubclass(value, Enum):
            yield from (text for member in value for text in _within(member.value, depth + 1))
    elif depth < 6:
        for inside in _inside(value):
            yield from _within(inside, depth + 1)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return [each for key, each in value.items() if not str(key).startswith("__")]
    if isinstance(value, (tuple, list, frozenset)):
        return value
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.astuple(value)
    if is_dataclass(value):
        return [getattr(value, field.name, None) for field in fields(value)]
    return ()


def _written(tree: ast.AST) -> Iterator[str]:
    """The first argument of each `Text("…", "…")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            said = node.args[0] if node.args else next((k.value for k in node.keywords if k.arg == "vi"), None)
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield said.value


def write_texts(root: Path, language: str | None = None) -> list[str]:
    """Write the file of each further language anew; one sentence for each in which something is missing."""
    folder = root / "assets" / "content" / FOLDER
    known = Pack(root / "assets" / "content").folder(FOLDER, LanguageFile)
    wanted = sorted({*known, *((language,) if language not in (None, "vi", "en") else ())} - {None})
    if not wanted:
        return []
    texts = sorted(texts_of_content(root) | texts_of_program(root))
    folder.mkdir(exist_ok=True)
    told = []
    for code in wanted:
        file = known.get(code) or LanguageFile(name=code, invitation=code, decimal=",", texts={})
        said = {vi: file.texts.get(vi, "") for vi in texts if vi.strip()}
        (folder / f"{code}.toml").write_text(_toml(file, said), encoding="utf-8")
        empty = sum(not text.strip() for text in said.values())
        told += [f"assets/content/{FOLDER}/{code}.toml: {empty} without translation"] if empty else []
    return told


def _toml(file: LanguageFile, said: Mapping[str, str]) -> str:
    quoted = {key: json.dumps(getattr(file, key), ensure_ascii=False) for key in ("name", "invitation", "decimal")}
    head = [f"{key} = {value}" for key, value in quoted.items()]
    rows = [
        f"{json.dumps(vi, ensure_ascii=False)} = {json.dumps(text, ensure_ascii=False)}" for vi, text in said.items()
    ]
    return "\n".join([*head, "", "[texts]", *rows, ""])
