"""Whatever the doctor may have seen has words in both languages; none is told by the name it has in the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import kiosk.doctor
from kiosk.doctor.examination import ready
from kiosk.doctor.fact_words import FOR_STAFF, FOR_TECHNICIAN, in_words
from kiosk.i18n import Language

MAKERS = {"ready", "attention", "broken"}


def facts_in(source: str) -> Iterator[str]:
    """The names of facts that a module hands to a finding: keywords, or keys of a table called `facts` or `told`."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name), keywords=keywords) if name in MAKERS:
                yield from (each.arg for each in keywords if each.arg)
            case ast.Assign(targets=[ast.Name(id="facts" | "told")]) | ast.AnnAssign(target=ast.Name(id="facts")):
                keys = (each.keys for each in ast.walk(node) if isinstance(each, ast.Dict))
                yield from (str(key.value) for found in keys for key in found if isinstance(key, ast.Constant))


def test_every_fact_has_its_words() -> None:
    rooms = [Path(kiosk.doctor.__path__[0]), Path(kiosk.doctor.__path__[0]).parent / "station"]
    told = {name for room in rooms for file in room.glob("*.py") for name in facts_in(file.read_text("utf-8"))}
    assert {"free_mb", "security_patch", "certificate", "model"} <= told, "the rule is no empty one"
    assert told <= set(FOR_TECHNICIAN)
    assert set(FOR_STAFF) <= told


def test_facts_are_said_in_the_language_asked_for() -> None:
    found = ready(free_mb=4210, rows=0, model="")
    assert in_words(found, FOR_TECHNICIAN, Language.VI) == "còn trống 4210 MB"
    assert in_words(found, FOR_TECHNICIAN, Language.EN) == "4210 MB free"
    assert in_words(ready(secrets=3), FOR_STAFF, Language.VI) == ""
