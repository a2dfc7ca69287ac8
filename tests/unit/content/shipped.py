"""The procedures of the shipped pack, decoded once for the tests that go through all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kiosk.content.fact import Confidence
from kiosk.i18n import Text
from kiosk.procedures.procedure import Procedure

ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "assets" / "content"
PATHS = sorted((CONTENT / "procedures").glob("*.toml"))
RANK = {Confidence.LOW: 0, Confidence.MEDIUM: 1, Confidence.HIGH: 2}


def load(path: Path) -> Procedure:
    """One procedure, decoded strictly."""
    return msgspec.toml.decode(path.read_bytes(), type=Procedure)


PROCEDURES = [load(path) for path in PATHS]
BY_ID = pytest.mark.parametrize("procedure", PROCEDURES, ids=[p.id for p in PROCEDURES])


def texts(value: object) -> Iterator[Text]:
    """Every text a visitor can read, wherever it hangs."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
