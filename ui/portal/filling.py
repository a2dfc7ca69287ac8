"""Fills a page with what is known, one field after the other, as a person would: drivers first, and reads it back.

A driver (relation, domestic, province) rebuilds other fields when it changes, some only seconds later. So entries go
by their order, the page is waited for, and what does not stand as it should is entered again, a few times at most. A
driver that the portal has set by itself is chosen anew where the list that hangs on it never came.
What a portal has filled by itself is left as it is. Nothing is entered that two fields, or two rows, could mean.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.messages import PortalVisit
from kiosk.filing.reading_back import FieldState
from ui.portal.entering import Entering
from ui.portal.page import PortalPage
from ui.portal.sight import EntrySight, Sight, sight
from ui.portal.work import Pause

ROUNDS = 4
"""Once, and three times to mend what did not stay."""
LATE_MS = 2200
"""A page that copies or empties blocks does so up to two seconds after a driver."""
MOST_WAIT_MS = 5000
LISTS_READ = 2
"""A list that twice held no row for a value is not opened again: rows may come late."""
WRONG = frozenset({FieldState.EMPTY, FieldState.DIFFERS, FieldState.REFUSED})


@dataclass(slots=True, kw_only=True)
class Filling:
    """How far it has got; `typed` holds ids, no values."""

    typed: set[str] = field(default_factory=set)
    failures: dict[str, int] = field(default_factory=dict)
    """By entry, how often it did not stand right after it was entered."""
    sight: Sight = field(default_factory=Sight)
    done: int = 0
    of: int = 0


def order_of(entries: tuple[Entry, ...]) -> list[Entry]:
    """As they are entered: drivers first, else as the content lists them. Files are the person's own tap."""
    return sorted((each for each in entries if each.kind is not ControlKind.FILE), key=lambda each: each.order)


def wants(seen: EntrySight, *, again: bool, asked: bool) -> bool:
    """Whether this entry should be entered now. `again`: in a round that mends. `asked`: the person pressed "Sửa"."""
    if seen.field is None or seen.entry.kind is ControlKind.FILE or not seen.entry.value:
        return False
    if all(control.read_only for control in seen.field.controls):
        return False
    if asked and seen.state is FieldState.DEFAULT:
        return not again
    return seen.state in WRONG


async def fill(
    page: PortalPage,
    visit: PortalVisit,
    filling: Filling,
    told: Callable[[str, Filling], None],
    only: frozenset[str] = frozenset(),
) -> Filling:
    """Fill this page; `only` these entries where the person asked for them. `told` hears each entry before it is
    entered, and "" when the page is read back."""
    entering = Entering(page)
    filling.failures.clear()
    anew: set[str] = set()
    for again in range(ROUNDS):
        await _look(page, visit, filling)
        wanted = [
            each.entry
            for each in _in_order(filling.sight)
            if entering.without_row[each.entry.id] < LISTS_READ and _is_wanted(each, only, again)
        ]
        filling.done, filling.of = 0, sum(each.field is not None for each in filling.sight.entries)
        entered = [entry for entry in wanted if await _one(entering, visit, filling, told, entry, only, again)]
        for driver in _silent_drivers(filling, entering, anew):
            entered += await _choose_anew(entering, visit, driver)
        unread = any(times < LISTS_READ for times in entering.without_row.values())
        if not entered and not unread:
            break
        told("", filling)
        await page.quiet(visit.rules.quiet_ms)
        if unread or any(map(_drives, entered)):
            await Pause(ms=LATE_MS)
            await page.quiet(visit.rules.quiet_ms)
    await _look(page, visit, filling)
    return filling


def _silent_drivers(filling: Filling, entering: Entering, anew: set[str]) -> list[EntrySight]:
    """Drivers that stood right from the beginning, with an entry behind them whose list never came; each once."""
    found: list[EntrySight] = []
    for waiting in (each.entry for each in filling.sight.entries if each.entry.id in entering.without_list):
        before = [
            each
            for each in filling.sight.shown
            if _drives(each.entry) and each.entry.block == waiting.block and each.entry.order < waiting.order
        ]
        driver = max(before, key=lambda each: each.entry.order, default=None)
        if driver is not None and driver.state is FieldState.FILLED and driver.entry.id not in filling.typed | anew:
            anew.add(driver.entry.id)
            found.append(driver)
    return found


async def _choose_anew(entering: Entering, visit: PortalVisit, driver: EntrySight) -> list[Entry]:
    if driver.field is None:
        return []
    await entering.choose_anew(driver.entry, driver.field)
    await Pause(ms=min(driver.entry.waits_ms, MOST_WAIT_MS))
    await entering.page.quiet(visit.rules.quiet_ms)
    return [driver.entry]


def _drives(entry: Entry) -> bool:
    """Whether other fields may be rebuilt after it."""
    return entry.waits_ms > 0


def _in_order(seen: Sight) -> list[EntrySight]:
    by_id = {each.entry.id: each for each in seen.entries}
    return [by_id[entry.id] for entry in order_of(tuple(each.entry for each in seen.entries))]


def _is_wanted(seen: EntrySight, only: frozenset[str], again: int) -> bool:
    asked = seen.entry.id in only
    return (asked or not only) and (seen.field is None or wants(seen, again=again > 0, asked=asked))


async def _one(
    entering: Entering,
    visit: PortalVisit,
    filling: Filling,
    told: Callable[[str, Filling], None],
    entry: Entry,
    only: frozenset[str],
    again: int,
) -> bool:
    """Enter one value if the page asks for it now; whether it did. What did not stay goes another way next time."""
    page = entering.page
    seen = _seen(filling, entry)
    filling.done += seen.field is not None
    if seen.field is None or not wants(seen, again=again > 0, asked=entry.id in only):
        return False
    told(entry.id, filling)
    if not await entering.enter(entry, seen.field, attempt=filling.failures.get(entry.id, 0)):
        return False
    filling.typed.add(entry.id)
    if _drives(entry):
        entering.without_row.clear()
        await Pause(ms=min(entry.waits_ms, MOST_WAIT_MS))
        await page.quiet(visit.rules.quiet_ms)
    await _look(page, visit, filling)
    if _seen(filling, entry).state in WRONG:
        filling.failures[entry.id] = filling.failures.get(entry.id, 0) + 1
    return True


def _seen(filling: Filling, entry: Entry) -> EntrySight:
    return next(each for each in filling.sight.entries if each.entry.id == entry.id)


async def _look(page: PortalPage, visit: PortalVisit, filling: Filling) -> None:
    """Scan anew; step and secrecy stay what the words of the page said before."""
    seen = sight(visit, await page.scan(), (), filling.typed)
    filling.sight = replace(filling.sight, entries=seen.entries, fields=seen.fields, host=seen.host)
