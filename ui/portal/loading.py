"""How the page that is being loaded stands, as Chromium tells it."""

from __future__ import annotations

from typing import Final

BEGUN: Final = 0
STOPPED: Final = 1
DONE: Final = 2
FAILED: Final = 3
