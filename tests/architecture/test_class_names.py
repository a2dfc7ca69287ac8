"""No public class has the name of another: who reads it anywhere knows which one is meant.

The virtual card stands apart. It is the chip's side of the same standard, uses the standard's own words too, and is
imported by nothing that imports the terminal's side under these names.
"""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.helpers.sources import ROOT, python_files, text_of, tree_of

PROGRAM = ("kiosk", "devices", "ui", "bootstrap", "release")
CHIP_SIDE = "devices/card_reader/virtual_card/"


def named_twice(sources: dict[str, str]) -> dict[str, list[str]]:
    """Public class names that stand in more than one module, with those modules; `sources` by path."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, source in sources.items():
        if not path.startswith(CHIP_SIDE):
            for node in tree_of(source).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    found[node.name].append(path)
    return {name: paths for name, paths in found.items() if len(paths) > 1}


def test_no_public_class_has_the_name_of_another() -> None:
    files = python_files(*PROGRAM)
    assert len(files) > 100
    sources = {file.relative_to(ROOT).as_posix(): text_of(file) for file in files}
    assert named_twice(sources) == {}


def test_a_name_given_twice_is_found() -> None:
    sources = {
        "kiosk/a.py": "class Page: ...\nclass _Own: ...",
        "ui/b.py": "class Page: ...\nclass _Own: ...",
        f"{CHIP_SIDE}c.py": "class Pace: ...",
        "devices/emrtd/pace.py": "class Pace: ...",
    }
    assert named_twice(sources) == {"Page": ["kiosk/a.py", "ui/b.py"]}
