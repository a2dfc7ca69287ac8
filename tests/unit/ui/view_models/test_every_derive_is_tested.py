"""Every function that makes the props of a screen has tests of its own, beside those of its module."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import ui.view_models

MODELS = Path(ui.view_models.__path__[0])
HERE = Path(__file__).parent
DERIVES = [
    (module.stem, node.name)
    for module in sorted(MODELS.glob("*.py"))
    for node in ast.parse(module.read_text(encoding="utf-8")).body
    if isinstance(node, ast.FunctionDef) and node.name.startswith("derive_")
]


def test_there_are_functions_to_look_for() -> None:
    assert len(DERIVES) >= 15


@pytest.mark.parametrize(("module", "name"), DERIVES, ids=lambda value: value)
def test_a_derive_is_called_in_the_tests_of_its_module(module: str, name: str) -> None:
    tests = HERE / f"test_{module}.py"
    assert tests.exists(), f"{name}: no tests/unit/ui/view_models/{tests.name}"
    calls = [node for node in ast.walk(ast.parse(tests.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert any(isinstance(call.func, ast.Name) and call.func.id == name for call in calls), f"{name} is not called"
