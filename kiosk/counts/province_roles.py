"""The login roles of the PCs in the province's database: what each may do, and what it may not set for itself."""

from __future__ import annotations

import psycopg
from psycopg import sql

LONGEST_VISIT_S = 600
"""A PC's connection takes seconds; one that lasts longer is cut off by `tidy`."""
FIXED_SETTINGS = {
    "temp_file_limit": "16MB",
    "log_min_messages": "panic",
    "statement_timeout": "60s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "30s",
}
"""Of each PC's role. The first two only a superuser may change, also within a connection; with the second, no text
that a PC makes up reaches the server's log."""


def make_role(database: psycopg.Connection, pc_id: str) -> None:
    """The PC may log in and insert, four connections at once, and nothing else. Raises `psycopg.Error`."""
    role = sql.Identifier(pc_id)
    found = database.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (pc_id,)).fetchone()
    if not found:
        database.execute(sql.SQL("CREATE ROLE {} IN ROLE counts_pc").format(role))
    database.execute(
        sql.SQL("ALTER ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 4").format(
            role
        )
    )
    _settle_role(database, pc_id)


def tidy(database: psycopg.Connection) -> int:
    """Put the settings of every PC's role back and cut off connections that last too long; how many were cut off."""
    fix_settings(database)
    return cut_off(database, sql.SQL("backend_start < now() - make_interval(secs => {})").format(LONGEST_VISIT_S))


def cut_off(database: psycopg.Connection, which: sql.SQL | sql.Composed) -> int:
    """End the connections of PCs for which this condition holds."""
    query = sql.SQL("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename ~ '^pc-' AND {}")
    found = database.execute(query.format(which)).fetchone()
    return int(found[0]) if found else 0


def fix_settings(database: psycopg.Connection) -> None:
    """Put the settings of the role of every PC that is not shut out back to ours."""
    for (pc_id,) in database.execute("SELECT pc_id FROM counts.pc WHERE revoked_on IS NULL").fetchall():
        _settle_role(database, pc_id)


def _settle_role(database: psycopg.Connection, pc_id: str) -> None:
    """Nothing but our own settings: what a PC has set for its own role is gone."""
    role = sql.Identifier(pc_id)
    with database.transaction():
        forget_settings(database, pc_id)
        for name, value in FIXED_SETTINGS.items():
            change = sql.SQL("ALTER ROLE {} SET {} = {}")
            database.execute(change.format(role, sql.Identifier(name), sql.Literal(value)))


def forget_settings(database: psycopg.Connection, pc_id: str) -> None:
    """In every database of the server: a role may set something for itself in each."""
    role = sql.Identifier(pc_id)
    where = (
        "SELECT datname FROM pg_db_role_setting JOIN pg_roles r ON r.oid = setrole "
        "JOIN pg_database d ON d.oid = setdatabase WHERE rolname = %s"
    )
    for (name,) in database.execute(where.encode(), (pc_id,)).fetchall():
        database.execute(sql.SQL("ALTER ROLE {} IN DATABASE {} RESET ALL").format(role, sql.Identifier(name)))
    database.execute(sql.SQL("ALTER ROLE {} RESET ALL").format(role))
