"""What a command says, of a fault or of what it did, stands in Vietnamese and English: no `KioskError` has words of
one language, and nothing is written to a terminal that is not made from a text of two."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.helpers.sources import ROOT, python_files, text_of, tree_of

IN_ONE_LANGUAGE = {
    "LeaseUnreachableError": "caught where the turn is asked for, and told as a turn that nobody could ask for",
    "TypesettingError": "a broken installation: the program's own templates and fonts",
}
"""Class -> why its words are nobody's to read."""
SPEAKERS = {"echo", "secho", "prompt", "confirm", "ClickException", "UsageError", "BadParameter", "CommandFault"}
"""What brings words to a terminal as they are."""
NO_WORDS = {"kiosk-dvc", "PC", "crt"}
"""The name of the program, of a thing, of a file."""


def parsed() -> dict[str, ast.Module]:
    return {path.relative_to(ROOT).as_posix(): tree_of(text_of(path)) for path in python_files("kiosk")}


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


def spoken_in_one(tree: ast.Module) -> Iterator[int]:
    """Lines that bring words of one language to a terminal, or hide a fault's two languages behind `str`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        if name not in SPEAKERS:
            continue
        given = [*node.args, *(each.value for each in node.keywords if each.arg in ("text", "message"))]
        if any(any(map(_has_words, _literals(each))) for each in given) or any(map(_is_str_of_a_fault, given)):
            yield node.lineno


def _literals(said: ast.expr) -> Iterator[str]:
    """What stands in quotes in a sentence and is said: not the keys, formats and names that calls in it take."""
    if isinstance(said, ast.Constant) and isinstance(said.value, str):
        yield said.value
    elif isinstance(said, ast.JoinedStr):
        for part in said.values:
            yield from _literals(part.value if isinstance(part, ast.FormattedValue) else part)
    elif isinstance(said, ast.BoolOp | ast.BinOp | ast.IfExp):
        for part in ast.iter_child_nodes(said):
            if isinstance(part, ast.expr) and not isinstance(part, ast.Compare):
                yield from _literals(part)


def _has_words(text: str) -> bool:
    return any(word not in NO_WORDS for word in re.findall(r"[^\W\d_](?:[-\w]*[^\W\d_])", text))


def _is_str_of_a_fault(said: ast.expr) -> bool:
    return isinstance(said, ast.Call) and isinstance(said.func, ast.Name) and said.func.id == "str" and any(
        isinstance(each, ast.Name) and each.id == "fault" for each in said.args
    )  # fmt: skip


def spoken_modules() -> dict[str, ast.Module]:
    """Where commands are: not the program behind the portal, which no person starts."""
    places = [
        ROOT / "ui" / "__main__.py",
        *(ROOT / "ui" / "program").rglob("*.py"),
        *(ROOT / "ui" / "played").rglob("*.py"),
    ]
    return {name: tree for name, tree in parsed().items() if name.startswith("kiosk/cli/")} | {
        path.relative_to(ROOT).as_posix(): tree_of(text_of(path)) for path in places
    }


def test_nothing_is_said_by_a_command_in_one_language_only() -> None:
    found = [f"{name}:{line}" for name, tree in spoken_modules().items() for line in spoken_in_one(tree)]
    assert found == []


def test_a_sentence_in_one_language_would_be_found() -> None:
    planted = (
        'click.echo(f"{day} is closed")\nclick.prompt("Passphrase", hide_input=True)\n'
        'raise click.ClickException(str(fault))\nclick.echo(f"{number:>7}  {name}")\n'
        """click.echo(f"{shown or 'never'}")\nclick.echo(words["key"].say(language))\n"""
        'raise click.UsageError("give one")\n'
    )
    assert list(spoken_in_one(ast.parse(planted))) == [1, 2, 3, 5, 7]
