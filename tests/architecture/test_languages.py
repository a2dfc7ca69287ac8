"""No text is chosen between two languages in code: a third one is data.

Outside `kiosk/i18n.py` no branch asks which language it is, and no `Text` is put together from the halves of others:
`filled` and `joined` do both for every language there may be.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.helpers.sources import ROOT, python_files, text_of, tree_of

SAID_TO_WRITERS = "toml"
"""`kiosk/toml` tells what is wrong in a file to whoever writes it, in the languages in which files are written."""
REASONS = {
    "kiosk/session/moving.py": "the counts have a kind for English",
    "kiosk/documents/wording.py": "a paper has room for Vietnamese and one more",
    "kiosk/documents/leaflet.py": "the official name is Vietnamese and is not said twice",
}
"""Where a language is asked for by name, and why that is no text for a person."""
SOURCES = tuple(
    file
    for file in python_files("kiosk", "ui")
    if file != ROOT / "kiosk" / "i18n.py" and file.parent.name != SAID_TO_WRITERS
)


def is_language(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr in {"VI", "EN"}
        and isinstance(node.value, ast.Name)
        and node.value.id == "Language"
    )


def is_code(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value in {"vi", "en"}


def branches(tree: ast.AST) -> Iterator[int]:
    """Lines that compare with a language, or look one up by its code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and any(
            is_language(n) or is_code(n) for n in (node.left, *node.comparators)
        ):
            yield node.lineno
        if isinstance(node, ast.match_case) and any(
            isinstance(n, ast.MatchValue) and is_language(n.value) for n in ast.walk(node.pattern)
        ):
            yield node.pattern.lineno


def halves(tree: ast.AST) -> Iterator[int]:
    """Lines that make a `Text` of anything but what is written there or handed in whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            made = [*node.args, *(keyword.value for keyword in node.keywords)]
            if any(not isinstance(each, (ast.Constant, ast.Name)) for each in made):
                yield node.lineno


def test_no_branch_asks_which_of_two_languages_it_is() -> None:
    asked = {
        str(file.relative_to(ROOT)): lines for file in SOURCES if (lines := list(branches(tree_of(text_of(file)))))
    }
    assert {name: lines for name, lines in asked.items() if name not in REASONS} == {}
    assert set(REASONS) <= set(asked), "a reason for nothing"


def test_no_text_is_put_together_from_the_halves_of_others() -> None:
    made = {str(file.relative_to(ROOT)): lines for file in SOURCES if (lines := list(halves(tree_of(text_of(file)))))}
    assert made == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a.vi if language is Language.VI else a.en", 1),
        ("'Page' if Language.EN == spoken else 'Trang'", 1),
        ("voice = 'x' if code == 'vi' else 'y'", 1),
        ("match spoken:\n    case Language.EN: ...", 1),
        ("text.say(language)", 0),
    ],
)
def test_a_planted_branch_is_seen(source: str, found: int) -> None:
    assert len(list(branches(ast.parse(source)))) == found


def test_a_planted_half_is_seen() -> None:
    assert list(halves(ast.parse("Text(f'{a.vi}: {b.vi}', f'{a.en}: {b.en}')"))) == [1]
    assert list(halves(ast.parse("Text('Quay lại', 'Back')"))) == []


def test_the_pages_ask_for_no_language_by_name() -> None:
    pages = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "ui" / "qml").rglob("*.qml")}
    named = [name for name, text in pages.items() if "Look.english" in text or "Look.English" in text]
    assert named == []
