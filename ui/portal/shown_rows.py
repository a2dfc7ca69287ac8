"""The guide's rows: each value of the visit, how it stands on the page, and what it is called. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import Enum

from kiosk.filing.entry import ControlKind
from kiosk.filing.reading_back import FieldState
from ui.portal.sight import EntrySight, Sight


class RowState(Enum):
    """How a row is drawn: colour, icon and word."""

    TO_DO = "to-do"
    DOING = "doing"
    FILLED = "filled"
    DEFAULT = "default"
    """The portal wrote something else there by itself."""
    EMPTY = "empty"
    WRONG = "wrong"
    """The page complains, or something else stands there."""
    ELSEWHERE = "elsewhere"
    """Not on this page: to be typed by hand, or for another one."""


_STATES = {
    FieldState.FILLED: RowState.FILLED,
    FieldState.DEFAULT: RowState.DEFAULT,
    FieldState.EMPTY: RowState.EMPTY,
    FieldState.REFUSED: RowState.WRONG,
    FieldState.DIFFERS: RowState.WRONG,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One row; values are a person's and are not shown by `repr`."""

    key: str
    says: str
    stands: RowState
    value: str = field(default="", repr=False)
    on_page: str = field(default="", repr=False)
    """What stands on the page where it differs."""
    is_file: bool = False
    can_mend: bool = False
    needs_row: bool = False
    """The page's table has no row for it yet: the person adds one."""
    inferred: bool = False
    """Only concluded, where others of the page are seen."""


def rows_of(
    seen: Sight, doing: str = "", *, filled_once: bool = False, answered: Collection[str] = ()
) -> tuple[EntryRow, ...]:
    """What this page asks for, in its order, then values whose field nobody knows; on a page the map does not know,
    everything, to be typed by hand. `answered` are the entries that the person has filled.

    Behind the curtain nothing: values do not stand beside a login.
    """
    if seen.curtain:
        return ()
    shown = tuple(each for each in seen.entries if each.field is not None or not each.entry.instead_of)
    if not seen.by_hand:
        by_hand = (*seen.left_out, *_without_field(seen)) if seen.shown else ()
        shown = (*seen.shown, *_without_row(seen), *by_hand)
        shown += tuple(each for each in _received_unseen(seen) if each not in shown)
    rows = (_row(_as_it_stands(each, seen, answered), doing, filled_once) for each in shown)
    return tuple(replace(row, inferred=False) if seen.concluded else row for row in rows)


def _received_unseen(seen: Sight) -> tuple[EntrySight, ...]:
    """Papers that the page has taken through a control that nobody sees."""
    return tuple(each for each in seen.entries if each.entry.id in seen.received and each.field is None)


def _as_it_stands(each: EntrySight, seen: Sight, answered: Collection[str]) -> EntrySight:
    """A paper that the page names stands there, whatever its control says: portals empty it. So does what the person
    has answered where the visit knows nothing."""
    own = each.stands and not each.entry.value and each.entry.id in answered
    return replace(each, state=FieldState.FILLED) if own or each.entry.id in seen.received else each


def _without_field(seen: Sight) -> tuple[EntrySight, ...]:
    """Values that the content gives no words and no names for: they are only ever typed by hand."""
    return tuple(each for each in seen.entries if not (each.entry.labels or each.entry.names))


def _without_row(seen: Sight) -> tuple[EntrySight, ...]:
    """Cells for which the table on this page has no row yet."""
    has_table = any(each.entry.row for each in seen.shown)
    return tuple(each for each in seen.entries if has_table and each.entry.row and each.field is None)


def _row(seen: EntrySight, doing: str, filled_once: bool) -> EntryRow:  # noqa: FBT001 handed on as it is
    state = _STATES[seen.state]
    if seen.field is None and state is not RowState.FILLED:
        state = RowState.ELSEWHERE
    elif seen.entry.id == doing:
        state = RowState.DOING
    elif state is RowState.EMPTY and not filled_once:
        state = RowState.TO_DO
    is_file = seen.entry.kind is ControlKind.FILE
    mending = state in {RowState.DEFAULT, RowState.EMPTY, RowState.WRONG}
    return EntryRow(
        key=seen.entry.id,
        says=seen.entry.says,
        stands=state,
        value=seen.entry.value or (seen.on_page if state is RowState.FILLED else ""),
        on_page=seen.on_page if state in {RowState.DEFAULT, RowState.WRONG} else "",
        is_file=is_file,
        needs_row=seen.field is None and seen.entry.row > 0,
        can_mend=mending and not is_file and seen.field is not None,
        inferred=seen.entry.inferred,
    )
