"""The counting database's tables, each change a named step (`sqlite_utils.Migrations`)."""

from __future__ import annotations

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
