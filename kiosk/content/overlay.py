"""The commune's own folder laid over the pack: tables merge key by key, everything else is replaced whole.

So `[[fees]]` in an overlay replaces the whole list of fees, and must again carry source, date and confidence.
"""

from __future__ import annotations

from kiosk.toml.parsing import Tree


def laid_over(base: Tree, overlay: Tree) -> Tree:
    """`base` with the overlay's keys put in; neither argument is changed."""
    merged = dict(base)
    for key, value in overlay.items():
        below = merged.get(key)
        merged[key] = laid_over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged
