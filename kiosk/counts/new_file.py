"""The tables of a new counting file, written out: what all of `migrations` make of an empty one, in one transaction.

A test holds the two against each other. It saves the first start of a station the loading of a library that only an
old file needs. Two programs may lay the same file down at once: the second finds everything there.
"""

from __future__ import annotations

TABLES = 2
"""How many steps `migrations` has; the file keeps the number as its `user_version`."""

NEW_FILE = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX IF NOT EXISTS "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
INSERT OR IGNORE INTO "_sqlite_migrations" ("migration_set", "name", "applied_at") VALUES
    ('counts', 'm001_events', strftime('%Y-%m-%d %H:%M:%f000+00:00', 'now')),
    ('counts', 'm002_day_totals', strftime('%Y-%m-%d %H:%M:%f000+00:00', 'now'));
CREATE TABLE IF NOT EXISTS "events" (
   "id" INTEGER PRIMARY KEY,
   "hour" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "subject" TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS "closed_days" (
   "day" TEXT PRIMARY KEY
) STRICT;
CREATE TABLE IF NOT EXISTS "totals" (
   "id" INTEGER PRIMARY KEY,
   "day" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "subject" TEXT NOT NULL,
   "count" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS "idx_totals_day_kind_subject"
    ON "totals" ("day", "kind", "subject");
CREATE TRIGGER IF NOT EXISTS totals_no_update BEFORE UPDATE ON totals
    BEGIN SELECT RAISE(ABORT, 'a closed day is immutable'); END;
CREATE TRIGGER IF NOT EXISTS totals_no_delete BEFORE DELETE ON totals
    BEGIN SELECT RAISE(ABORT, 'a closed day is immutable'); END;
CREATE TABLE IF NOT EXISTS "outbox" (
   "total" INTEGER PRIMARY KEY,
   "refused" TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE IF NOT EXISTS "entered" (
   "day" TEXT,
   "kind" TEXT,
   "count" INTEGER,
   PRIMARY KEY ("day", "kind")
) STRICT;
CREATE TABLE IF NOT EXISTS "serials" (
   "name" TEXT PRIMARY KEY,
   "value" INTEGER
) STRICT;
PRAGMA user_version=2;
COMMIT;
"""
