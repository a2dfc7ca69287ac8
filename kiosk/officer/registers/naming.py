"""The name of a record's file by the rule of the content: plain ASCII that every file system takes."""

from __future__ import annotations

import re
from typing import Final

from kiosk.i18n import fold
from kiosk.officer.registers.entry import RegisterEntry
from kiosk.officer.registers.kinds import NamingRule

DIGITS: Final = 4
"""Numbers are filled up with zeros, so that files lie in the order of the book."""
_NOT_PLAIN: Final = re.compile(r"[^A-Za-z0-9]+")


def file_name(rule: NamingRule, entry: RegisterEntry) -> str:
    """The name of a scanned entry's file by the official rule, such as `KS.2005.01-2005.0012.pdf`."""
    name = rule.name.format(
        kind=_plain(entry.kind),
        year=_plain(entry.year),
        book=_plain(entry.book),
        number=_filled(entry.number),
        page=_filled(entry.page),
    )
    return f"{name}.pdf"


def _filled(number: str) -> str:
    plain = _plain(number)
    return plain.rjust(DIGITS + (not plain[-1:].isdigit()), "0")


def _plain(text: str) -> str:
    return _NOT_PLAIN.sub("-", fold(text).upper()).strip("-")
