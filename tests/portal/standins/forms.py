"""The electronic forms of the practice portals: running text with holes, as the real ones are.

A form is a text file. Its first lines are `key: value`; then each line is a paragraph, `== …` begins a section, and a
paragraph after `? NAME=value |` stands there only when that control has that value. A hole is `<kind name …>`:
`*` required, `list=` the list it offers, `of=` the control that its list depends on, `one="v=Words|…"` its choices,
`given=` what of the account the portal fills in and locks, `says=` the label where the page has no bare text,
`empties=`/`copies=` the sections that the portal empties or copies from the first `after=` milliseconds later.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "forms"
HOLE = re.compile(r"<(?P<kind>[a-z0-9-]+) (?P<name>\S+?)(?P<rest>(?:\s[^<>]*)?)>")
MARK = re.compile(r'(?P<key>\w+)=(?:"(?P<quoted>[^"]*)"|(?P<word>\S+))|(?P<star>\*)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """One control: `label` is the bare text before it, in the same paragraph."""

    kind: str
    name: str
    label: str
    section: str
    required: bool = False
    marks: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of the form: texts and holes in turn; there only when `when` (a name and a value) is chosen."""

    section: str
    parts: tuple[str | Hole, ...]
    when: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of one system."""

    id: str
    head: dict[str, str]
    paragraphs: tuple[Paragraph, ...]

    @property
    def holes(self) -> list[Hole]:
        """Every control, in the order of the page."""
        return [part for paragraph in self.paragraphs for part in paragraph.parts if isinstance(part, Hole)]

    def shows(self, paragraph: Paragraph, posted: Mapping[str, object]) -> bool:
        """Whether it is there after what was chosen; what is posted are words, the form's condition is a value."""
        if paragraph.when is None:
            return True
        name, value = paragraph.when
        choice = next(hole for hole in self.holes if hole.name == name)
        words = dict(one.split("=") for one in choice.marks.get("one", "").split("|") if one)
        return posted.get(name) == words.get(value, value)

    def as_data(self) -> dict[str, Any]:
        """What the pages are given."""
        return {"id": self.id, "head": self.head, "paragraphs": [asdict(paragraph) for paragraph in self.paragraphs]}


@cache
def form(name: str) -> Form:
    """The form of this file."""
    head: dict[str, str] = {}
    paragraphs: list[Paragraph] = []
    section = ""
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            section = line[3:]
        elif not section:
            key, _, value = line.partition(": ")
            head[key] = value
        elif line.strip():
            paragraphs.append(_paragraph(line, section))
    return Form(id=name, head=head, paragraphs=tuple(paragraphs))


@cache
def lists() -> dict[str, Any]:
    """The lists that the forms offer."""
    return tomllib.loads((FOLDER / "lists.toml").read_text("utf-8"))


def _paragraph(line: str, section: str) -> Paragraph:
    when = None
    if line.startswith("? "):
        condition, _, line = line[2:].partition(" | ")
        name, _, value = condition.partition("=")
        when = (name, value)
    parts: list[str | Hole] = []
    at = 0
    for found in HOLE.finditer(line):
        text = line[at : found.start()]
        parts += [text] if text.strip() else []
        parts.append(_hole(found, text.strip(), section))
        at = found.end()
    if line[at:].strip():
        parts.append(line[at:])
    return Paragraph(section=section, parts=tuple(parts), when=when)


def _hole(found: re.Match[str], label: str, section: str) -> Hole:
    marks = {}
    required = False
    for mark in MARK.finditer(found["rest"]):
        if mark["star"]:
            required = True
        else:
            marks[mark["key"]] = mark["quoted"] if mark["quoted"] is not None else mark["word"]
    return Hole(
        kind=found["kind"],
        name=found["name"],
        label=marks.get("says", label),
        section=section,
        required=required,
        marks=marks,
    )
