"""Which columns an officer said yes to, by the names of the columns: kept between sign-ins, and no value of a list.

A hash of the headings stands for them, because a list without headings would put its first row there.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from devices.system.files import replace_settled
from kiosk.officer.roster.columns import ListColumn

MOST: Final = 100
"""Kinds of lists; the one used longest ago goes first."""
_Kept = dict[str, dict[int, ListColumn]]


class RememberedColumns:
    """The file `roster-columns.json` of the state folder."""

    def __init__(self, state: Path) -> None:
        self._path = state / "roster-columns.json"

    def of(self, fingerprint: str) -> Mapping[int, ListColumn] | None:
        """What was agreed for such headings, if it was."""
        return self._read().get(fingerprint)

    def keep(self, fingerprint: str, columns: Mapping[int, ListColumn]) -> None:
        """For the next such list; a disk that takes nothing costs only that."""
        kept = self._read()
        kept.pop(fingerprint, None)
        kept[fingerprint] = dict(columns)
        latest = dict(list(kept.items())[-MOST:])
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_settled(self._path, msgspec.json.encode(latest))

    def _read(self) -> _Kept:
        try:
            return json_message.decode(self._path.read_bytes(), _Kept)
        except (OSError, JsonMessageError):
            return {}
