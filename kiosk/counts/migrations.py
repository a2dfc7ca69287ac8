"""The counting database's tables, each change a named step (`sqlite_utils.Migrations`).

A closed day's totals are immutable: the database itself refuses to change or delete them.
"""

from __future__ import annotations

import json
from contextlib import closing

from sqlite_utils import Database, Migrations

migrations = Migrations("counts")


@migrations()
def m001_events(db: Database) -> None:
    """One row an event: hour, kind, subject. Nothing in it tells who."""
    db.table("events").create(
        {"id": int, "hour": str, "kind": str, "subject": str},
        pk="id",
        not_null={"hour", "kind", "subject"},
        strict=True,
    )
    db.table("events").create_index(["hour", "kind", "subject"])


@migrations()
def m002_day_totals(db: Database) -> None:
    """Closed days, their totals, what of them still has to go up the line, and numbers typed by the staff.

    The index of the events goes: they live for a day, and without it a count writes one page instead of two.
    """
    db.execute("DROP INDEX IF EXISTS idx_events_hour_kind_subject")
    db.table("closed_days").create({"day": str}, pk="day", strict=True)
    whole = {"id": int, "day": str, "kind": str, "subject": str, "count": int}
    needed = {"day", "kind", "subject", "count"}
    db.table("totals").create(whole, pk="id", not_null=needed, strict=True)
    db.table("totals").create_index(["day", "kind", "subject"], unique=True)
    for verb in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER totals_no_{verb.lower()} BEFORE {verb} ON totals "
            "BEGIN SELECT RAISE(ABORT, 'a closed day is immutable'); END"
        )
    db.table("outbox").create(
        {"total": int, "refused": str}, pk="total", not_null={"refused"}, defaults={"refused": ""}, strict=True
    )
    db.table("entered").create({"day": str, "kind": str, "count": int}, pk=("day", "kind"), strict=True)
    db.table("serials").create({"name": str, "value": int}, pk="name", strict=True)


@migrations()
def m003_no_order(db: Database) -> None:
    """The numbers of events no longer tell what was counted after what."""
    db.execute("UPDATE events SET id = abs(random() % 4611686018427387904)")


def prepared_tables() -> bytes:
    """What all steps make of an empty file, as statements: JSON of `kiosk.counts.database.PreparedTables`.

    Written when the program is made, so that the first start of a station need not load this library.
    """
    with closing(Database(memory=True)) as made:
        migrations.apply(made)
        made.execute("UPDATE _sqlite_migrations SET applied_at = ''")  # the same bytes whenever it is made
        statements = list(made.conn.iterdump())[1:-1]  # without its own BEGIN and COMMIT
        steps = made.table("_sqlite_migrations").count
    return json.dumps({"steps": steps, "statements": statements}, indent=1).encode()
