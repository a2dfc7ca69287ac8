"""The procedures of the shipped pack, decoded once for the tests that go through all of them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kiosk.procedures.procedure import Procedure

ROOT = Path(__file__).parents[3]
PROCEDURES = [
    msgspec.toml.decode(path.read_bytes(), type=Procedure)
    for path in sorted((ROOT / "assets" / "content" / "procedures").glob("*.toml"))
]
