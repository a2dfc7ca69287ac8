"""Published test vectors, read from `tests/vectors`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "vectors"


def vector(name: str) -> dict[str, Any]:
    """One vector file by its path below `tests/vectors`, without suffix."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def exchanges(name: str) -> list[tuple[str, str]]:
    """Command and response of each exchange of a vector file, in hex."""
    return [(each["command"], each["response"]) for each in vector(name)["exchange"]]
