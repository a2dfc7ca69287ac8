"""What a command tells of a fault stands in Vietnamese and English: no `KioskError` has words of one language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IN_ONE_LANGUAGE = {
    "LeaseUnreachableError": "caught where the turn is asked for, and told as a turn that nobody could ask for",
    "TypesettingError": "a broken installation: the program's own templates and fonts",
}
"""Class -> why its words are nobody's to read."""


def parsed() -> dict[str, ast.Module]:
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted((ROOT / "kiosk").rglob("*.py"))
    }


def kinds(modules: dict[str, ast.Module]) -> set[str]:
    """`KioskError` and the classes made of it that take their message as it does. One with a `code` has its words in
    the failure book."""
    found = {"KioskError"}
    classes = [node for tree in modules.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    while True:
        more = {
            each.name
            for each in classes
            if any(isinstance(base, ast.Name) and base.id in found for base in each.bases)
            and not any(_told_otherwise(part) for part in each.body)
        }
        if more <= found:
            return found
        found |= more


def _told_otherwise(part: ast.stmt) -> bool:
    named = part.targets[0] if isinstance(part, ast.Assign) else getattr(part, "target", None)
    coded = isinstance(named, ast.Name) and named.id == "code"
    return coded or (isinstance(part, ast.FunctionDef) and part.name == "__init__")


def with_words(tree: ast.Module, raised: set[str]) -> Iterator[int]:
    """Lines that raise one of these with a text of the program's own."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Raise) or not isinstance(node.exc, ast.Call) or not node.exc.args:
            continue
        called, said = node.exc.func, node.exc.args[0]
        if not isinstance(called, ast.Name) or called.id not in raised:
            continue
        own = [part for part in ast.walk(said) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if isinstance(said, ast.Constant | ast.JoinedStr) and any(any(map(str.isalpha, one.value)) for one in own):
            yield node.lineno


def test_every_fault_with_words_has_them_in_both_languages() -> None:
    modules = parsed()
    raised = kinds(modules)
    assert {"PublishingError", "KeyFileError", "SheetError", "ClusterError"} <= raised
    found = [
        f"{name}:{line}" for name, tree in modules.items() for line in with_words(tree, raised - set(IN_ONE_LANGUAGE))
    ]
    assert found == []


def test_a_fault_in_one_language_would_be_found() -> None:
    planted = ast.parse('raise KioskError(f"{path}: expected a key")\nraise KioskError(f"{path}: {reason}")')
    assert list(with_words(planted, {"KioskError"})) == [1]
