"""`tests/vectors/procedures/records.tsv`, read: one record of the national portal a row, in figures."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.fact import Confidence

FILE = Path(__file__).parents[2] / "vectors" / "procedures" / "records.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row; amounts in đồng, `numbers` those of the time limit as they are written."""

    procedure: str
    code: str | None
    essential: int | None
    confidence: Confidence
    online: int | None
    desk: int | None
    amounts: tuple[int, ...]
    numbers: frozenset[str]
    page: str | None
    name: str


def read_records() -> list[Record]:
    """Every row of the file."""
    lines = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [_record(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _record(row: dict[str, str]) -> Record:
    said = {key: value if value != "-" else "" for key, value in row.items()}
    return Record(
        procedure=said["procedure"],
        code=said["code"] or None,
        essential=_whole(said["essential"]),
        confidence=Confidence(said["confidence"]),
        online=_whole(said["online"]),
        desk=_whole(said["desk"]),
        amounts=tuple(int(amount) for amount in said["amounts"].split(",") if amount),
        numbers=frozenset(said["numbers"].split(",")) - {""},
        page=said["page"] or None,
        name=said["name"],
    )


def _whole(text: str) -> int | None:
    return int(text) if text else None
