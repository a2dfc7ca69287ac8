"""A control of a page as a scan of a frame tells it, and controls put together into the fields a person sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from kiosk.filing.words import label

_DATA_KEY = re.compile(r"^data\[(.+)\]$")
_VERSION = re.compile(r"__\d+$")
_ROW = re.compile(r"[-_\[]?\d+\]?$")
_PART = re.compile(r"-(?:day|month|year)$")
_CHOOSERS = frozenset({"select", "select-one", "select-multiple", "listbox", "combobox", "list"})
_TEXTS = frozenset({"", "text", "textarea", "search", "tel", "number", "email", "url", "date", "month", "editable"})


class Control(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One control of one frame. Words are as a person reads them, not folded; a value is a person's and is not shown
    by `repr`."""

    frame: int
    """Number of the frame in the page, the main one 0."""
    index: int
    """Number of the control in its frame's scan."""
    tag: str = ""
    type: str = ""
    """The input's type; for boxes that are no `input`: `list` (a list that opens), `radio`, `checkbox`, `button`."""
    label: str = ""
    """Words beside it; of a radio button or box of a group: of this one choice."""
    group: str = ""
    """Words of the group of radio buttons or boxes it belongs to."""
    section: str = ""
    """The nearest heading before it."""
    outer: tuple[str, ...] = ()
    """Headings of the blocks that contain it, the innermost first; a dialog's title too."""
    row: int = 0
    """Its row in a table that has a head, from 1 and counted as it is shown; 0: in none."""
    part: str = ""
    """`day`, `month`, `year`: one cell of a date."""
    name: str = ""
    names: tuple[str, ...] = ()
    """What else names it: id, `data-name`, key of a form component."""
    placeholder: str = ""
    autocomplete: str = ""
    max_length: int = 0
    """0: none."""
    value: str = ""
    checked: bool = False
    read_only: bool = False
    """Read-only or disabled."""
    required: bool = False
    visible: bool = True
    """Whether a person sees it; hidden copies are known and never used. Of a button drawn by its label, the label."""
    complaint: str = ""
    """What the page says beside it is wrong."""
    options: tuple[str, ...] = ()
    """Rows of its list, where they are known."""

    def __repr__(self) -> str:
        return f"<Control {self.frame}.{self.index} {self.type or self.tag}>"

    @property
    def is_choice(self) -> bool:
        """A radio button or a box to tick."""
        return self.type in {"radio", "checkbox"}

    @property
    def is_list(self) -> bool:
        """A list of which one row is chosen."""
        return self.type in _CHOOSERS or self.tag.casefold() == "select"

    @property
    def is_file(self) -> bool:
        """Whether the control takes a file."""
        return self.type == "file"

    @property
    def is_text(self) -> bool:
        """Whether text can be typed into the control."""
        return self.type in _TEXTS and not self.is_list

    @property
    def known_as(self) -> frozenset[str]:
        """Every name, without what changes from version to version or belongs to one cell of a date, or to one row of
        a table: that number counts on when a row is taken away."""
        steady = (steady_name(name) for name in (self.name, *self.names) if name)
        return frozenset(_ROW.sub("", name) if self.row else name for name in steady)


def steady_name(name: str) -> str:
    """A control's name without `data[…]`, the version behind two underscores, and the cell of a date."""
    inner = _DATA_KEY.sub(r"\1", name.strip())
    return _PART.sub("", _VERSION.sub("", inner))


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What a person sees as one field: one control, the three cells of a date, or the buttons of one choice."""

    controls: tuple[Control, ...]
    labels: frozenset[str]
    """Folded words that stand beside the whole; of a choice, those of the group."""
    after: str = ""
    """Folded words of the choice before it under the same heading: what stands behind "Nơi sinh: trong nước" is the
    address of the birthplace, though nothing says so."""
    turn: int = 0
    """Of lists behind it that have no words at all, as which it stands, from 1."""

    @property
    def first(self) -> Control:
        """The control at which it begins."""
        return self.controls[0]

    @property
    def is_choice(self) -> bool:
        """Whether one of several buttons or boxes is pressed."""
        return self.first.is_choice and bool(self.first.group or len(self.controls) > 1)

    @property
    def known_as(self) -> frozenset[str]:
        """Names of all its controls."""
        return frozenset().union(*(control.known_as for control in self.controls))


def fields_of(controls: Iterable[Control]) -> tuple[Field, ...]:
    """The fields a person sees, in the order of the page; hidden controls are left out."""
    fields: dict[tuple[object, ...], list[Control]] = {}
    for control in controls:
        if control.visible or control.is_file:
            fields.setdefault(_free_place(_belongs_to(control), control, fields), []).append(control)
    return tuple(_after_choices([_field(tuple(together)) for together in fields.values()]))


def _after_choices(fields: Iterable[Field]) -> Iterator[Field]:
    """Each field with the choice that stands before it."""
    before: Field | None = None
    wordless = 0
    for field in fields:
        follows = before is not None and _place(before) == _place(field)
        said = min(before.labels, default="") if before is not None and follows else ""
        if field.is_choice:
            before, wordless = field, 0
            yield field
        elif follows and field.first.is_list and not field.labels:
            wordless += 1
            yield replace(field, after=said, turn=wordless)
        else:
            yield replace(field, after=said)


def _place(field: Field) -> tuple[int, str]:
    return field.first.frame, label(field.first.section)


def _free_place(
    key: tuple[object, ...], control: Control, fields: dict[tuple[object, ...], list[Control]]
) -> tuple[object, ...]:
    """The key, or a further one where a second date of the same name begins."""
    while control.part and any(other.part == control.part for other in fields.get(key, ())):
        key = (*key, "again")
    return key


def _belongs_to(control: Control) -> tuple[object, ...]:
    """Equal for controls of one field."""
    base = steady_name(control.name) or (steady_name(control.names[0]) if control.names else "")
    if control.part:
        return control.frame, "date", base or label(control.label) or control.section
    if control.is_choice and (control.group or control.type == "radio"):
        return control.frame, "choice", label(control.group) or base, control.section, control.outer
    return control.frame, "one", control.index


def _field(controls: tuple[Control, ...]) -> Field:
    grouped = controls[0].is_choice and (controls[0].group or len(controls) > 1)
    said = [control.group if grouped else control.label for control in controls]
    return Field(controls=controls, labels=frozenset(folded for folded in map(label, said) if folded))
