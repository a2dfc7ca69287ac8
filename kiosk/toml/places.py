"""How a place in a file is written: `fees[0].text.vi`, with quotes around a key that TOML wants quoted."""

from __future__ import annotations

import json
import re

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def inside(path: str, key: str) -> str:
    """The path of the key `key` in the table at `path`; an empty path is the file itself."""
    written = key if _BARE.fullmatch(key) else json.dumps(key[:60], ensure_ascii=False)
    return f"{path}.{written}" if path else written
