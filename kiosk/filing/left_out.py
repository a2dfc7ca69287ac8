"""Values that a page has no field for, though the rest of their block stands there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kiosk.filing.entry import ControlKind, Entry


def left_out(entries: Sequence[Entry], on_page: Collection[str]) -> tuple[Entry, ...]:
    """Values whose block stands on the page while no field of it takes them, in this way or another; `on_page` are
    the ids whose field is there. A file is the person's own tap, a row of a table is told by itself."""
    blocks = {each.block for each in entries if each.id in on_page}
    reached = {part for each in entries if each.id in on_page for part in (each.id, *each.instead_of)}
    for whole in entries:
        if reached & set(whole.instead_of):  # which country, and whether it is this one, not every page asks
            reached |= {
                each.id for each in entries if each.id in whole.instead_of and each.kind is ControlKind.CHOICE
            }
    return tuple(
        each
        for each in entries
        if each.value
        and (each.labels or each.names)
        and not each.instead_of
        and each.kind is not ControlKind.FILE
        and not each.row
        and each.block in blocks
        and each.id not in reached
    )
