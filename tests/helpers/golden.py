"""Compare a rendered page with the one that was looked at and kept.

`KIOSK_KEEP_PAGES=1` keeps what is rendered now: look at the changed PNG files before committing them.
"""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image, ImageChops

TILE = 16
"""Side in pixels: about a word at 50 dpi."""
MOST_DIFFERENCE = 12.0
"""Of 255 grey levels in the worst tile; another build of the renderer moves edges by less, a lost word by more."""


def keeping() -> bool:
    """Whether this run keeps pages instead of comparing."""
    return bool(os.environ.get("KIOSK_KEEP_PAGES"))


def difference(kept: Path, page: Image.Image, found: Path) -> float | None:
    """Difference of the worst tile in grey levels; None when the sizes differ or nothing was kept. `found` receives
    the page when it is not the same."""
    if keeping():
        kept.parent.mkdir(parents=True, exist_ok=True)
        page.convert("L").quantize(16).save(kept, optimize=True)
        return 0.0
    if not kept.exists():
        page.save(found)
        return None
    before = Image.open(kept).convert("L")
    if before.size != page.size:
        page.save(found)
        return None
    apart = ImageChops.difference(before, page.convert("L").quantize(16).convert("L"))
    tiles = apart.resize((-(-page.width // TILE), -(-page.height // TILE)), Image.Resampling.BOX)
    worst = float(tiles.getextrema()[1])  # type: ignore[arg-type]
    if worst > MOST_DIFFERENCE:
        page.save(found)
    return worst
