"""What the station knows and counts: content and its updates, trust list, counting file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

from kiosk import disk
from kiosk.content.fact import Fact
from kiosk.counts import days
from kiosk.counts.outbox import Outbox
from kiosk.doctor.examination import Found, attention, broken, ready
from kiosk.identification import TrustStore

OLD_CONTENT = timedelta(days=180)
"""At least eight instruments changed in half of 2026."""
SOON = timedelta(days=30)
"""Before something ends: an update of content takes days to be written and to arrive."""
OLD_TRUST = timedelta(days=400)
OLD_UPDATE = timedelta(days=45)
"""A release is believed for 35 days, so a source that was not heard for longer has something to tell."""

LONG_WAIT = timedelta(days=7)
"""Counts are sent every night where there is a way up."""


def examine_content(facts: Iterable[Fact], faults: int, today: date, *, ending: int = 0) -> Found:
    """Faulty files, places that end within `SOON` with nothing after them, and how long ago the newest fact was
    checked."""
    checked = [fact.checked for fact in facts]
    if not checked:
        return broken("doctor.content-missing")
    age = (today - max(checked)).days
    if faults:
        return attention("doctor.content-faulty", faults=faults, age_days=age)
    if ending:
        return attention("doctor.content-ending", places=ending, age_days=age)
    return attention("doctor.content-old", age_days=age) if age > OLD_CONTENT.days else ready(age_days=age)


def examine_updates(age: int | None, *, expected: bool) -> Found:
    """Days since the source of updates was last heard; nothing is wrong with a station that was given none."""
    if not expected and age is None:
        return ready(fitted="no")
    if age is None:
        return attention("doctor.updates-never")
    return attention("doctor.updates-old", age_days=age) if age > OLD_UPDATE.days else ready(age_days=age)


def examine_trust(store: TrustStore, now: datetime) -> Found:
    """Roots an authority gave, their list's age, and files that could not be used."""
    roots = sum(not root.specimen for root in store.roots)
    if store.problems:
        return attention("doctor.trust-faulty", files=len(store.problems))
    if not roots:
        return attention("doctor.trust-none")
    if store.listed_at and now - store.listed_at > OLD_TRUST:
        return attention("doctor.trust-old", age_days=(now - store.listed_at).days)
    return ready(roots=roots)


def examine_counts(path: Path) -> Found:
    """Whether the counting file opens, its pages are whole (`PRAGMA quick_check`), and every event has a day."""
    if not path.exists():
        return ready(rows=0)
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=2)
        try:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            held = sum(number for _, number in days.held(connection)) if verdict == "ok" else 0
        finally:
            connection.close()
    except sqlite3.Error:
        return broken(disk.CODE if disk.has_little_room(path.parent) else "doctor.counts-broken")
    if verdict != "ok":
        return broken("doctor.counts-broken")
    return attention("doctor.counts-held", events=held) if held else ready()


def examine_outbox(path: Path, today: date, *, expected: bool, enrolled: bool = True) -> Found:
    """How long counts have waited for the province; whether the file is whole is `examine_counts`' business.

    Without a way up (`expected`) they go on a stick or on the day sheet, and nothing is wrong with those that wait.
    With one, the province must have `enrolled` the PC, else none would ever go.
    """
    if not expected:
        return ready(fitted="no")
    if not enrolled:
        return attention("province.not-enrolled")
    if not path.exists():
        return ready(waiting=0)
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=2)
        try:
            state = Outbox(connection).state()
        finally:
            connection.close()
    except sqlite3.Error:
        return ready(waiting=0)
    if state.set_aside:
        return attention("doctor.outbox-refused", rows=state.set_aside)
    waited = today - state.oldest if state.oldest else timedelta(0)
    if waited > LONG_WAIT:
        return attention("doctor.outbox-old", age_days=waited.days)
    return ready(waiting=state.waiting)
