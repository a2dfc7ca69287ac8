"""The registers a station scans and the rule by which their files are named: `registers.toml` of the content.

What no letter of a ministry confirms carries its doubt; a province lays its own rule over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from kiosk.content.fact import Fact
from kiosk.content.pack import Pack
from kiosk.i18n import Text
from kiosk.officer.registers import words

FILE: Final = "registers.toml"
GAPS: Final = frozenset({"kind", "year", "book", "number", "page"})
NEEDED: Final = frozenset({"kind", "year", "book", "number"})
"""Without these two records would get one name."""
_GAP: Final = re.compile(r"\{(\w*)\}")
_PLAIN: Final = re.compile(r"[A-Za-z0-9._-]*")
RESOLUTIONS: Final = range(150, 601)


class NamingRule(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a file is named, and how finely a page is scanned (dots an inch)."""

    name: str
    resolution: int


class RegisterKind(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One kind of register; `id` stands in the names of files."""

    id: str
    name: Text


class Registers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`registers.toml`: the kinds of civil-status register, and how their scanned pages are named."""

    rule: NamingRule
    kinds: tuple[RegisterKind, ...]

    @property
    def is_confirmed(self) -> bool:
        """Whether all of it was read in an official text."""
        return self.rule.is_confirmed and all(kind.is_confirmed for kind in self.kinds)

    def kind(self, wanted: str) -> RegisterKind | None:
        """The register of that id."""
        return next((kind for kind in self.kinds if kind.id == wanted), None)


def read_registers(pack: Pack) -> Registers:
    """The registers of this content. Raises `ContentError` where the file is absent or broken."""
    return pack.file(FILE, Registers)


def faults_of(registers: Registers) -> Iterator[tuple[str, str, Text]]:
    """What no file could be named by: file, key path, expectation."""
    named = registers.rule.name
    gaps = set(_GAP.findall(named))
    if not NEEDED <= gaps <= GAPS:
        yield FILE, "rule.name", words.RULE_GAPS.filled(needed=", ".join(f"{{{gap}}}" for gap in sorted(NEEDED)))
    if not _PLAIN.fullmatch(_GAP.sub("", named)):
        yield FILE, "rule.name", words.RULE_PLAIN
    if registers.rule.resolution not in RESOLUTIONS:
        yield FILE, "rule.resolution", words.RULE_RESOLUTION
    for place, kind in enumerate(registers.kinds):
        if not kind.id or not kind.id.isascii() or not kind.id.isalnum():
            yield FILE, f"kinds[{place}].id", words.RULE_PLAIN
