"""The whole way up the line over a real PostgreSQL 15, and what the holder of a stolen PC key could try."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import psycopg
import pytest

from kiosk.clock import Clock
from kiosk.counts import authority, province, province_roles
from kiosk.counts.catalogue import NO_SUBJECT
from kiosk.counts.drain import drain
from kiosk.counts.events import EventKind
from kiosk.counts.outbox import Outbox
from kiosk.counts.stations_seen import stations
from kiosk.counts.store import CountStore
from kiosk.counts.totals import Total
from kiosk.counts.uplink import Identity, Uplink, UplinkError
from kiosk.errors import KioskError
from tests.helpers import postgres
from tests.helpers.counting import TurnedClock, monday_morning, shipped_catalogue, store_in

pytestmark = pytest.mark.real("postgresql")
PC, OTHER = "pc-17842-may-1", "pc-16681-may-2"
MONDAY = date(2026, 11, 23)
NOW = Clock().utc()
"""Certificates are judged by the server's own clock."""
KEY = "day, kind, subject, count"
GOOD = f"INSERT INTO counts.day_total ({KEY}) VALUES ('2026-11-23', 'form-printed', 'ct01', 3) ON CONFLICT DO NOTHING"


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    if missing := postgres.missing_programs():
        pytest.skip(f"not installed: {', '.join(missing)}")
    with postgres.server() as made:
        yield made


@pytest.fixture(scope="module")
def thief(server: postgres.Server, tmp_path_factory: pytest.TempPathFactory) -> Identity:
    """Somebody who took the whole folder of an enrolled PC; another PC's row is there to be stolen."""
    other = server.enrol(OTHER, tmp_path_factory.mktemp("other"))
    with psycopg.connect(**other.parameters(), autocommit=True) as wire:  # type: ignore[arg-type]
        wire.execute(GOOD)
    return server.enrol(PC, tmp_path_factory.mktemp("thief"))


@pytest.fixture
def clean(server: postgres.Server) -> postgres.Server:
    with server.admin() as database:
        database.execute("TRUNCATE counts.day_total, counts.delivery")
    return server


def a_day(folder: Path, clock: TurnedClock | None = None) -> CountStore:
    store = store_in(folder, clock)
    for kind, subject in (
        (EventKind.FORM_PRINTED, "ct01"),
        (EventKind.VISIT_STARTED, ""),
        (EventKind.HELP_CALLED, ""),
    ):
        store.count(kind, subject)
    store.close_today()
    return store


def rows_of(server: postgres.Server) -> list[tuple[str, date, str, str, int]]:
    with server.admin() as database:
        query = "SELECT pc_id, day, kind, subject, count FROM counts.day_total ORDER BY 1, 2, 3, 4"
        return database.execute(query).fetchall()  # type: ignore[return-value]


def drained(store: CountStore, identity: Identity, **more: int) -> tuple[int, int, str]:
    done = drain(
        Outbox(store.connection), lambda: Uplink(identity), sleep=lambda _: None, random=random.random, **more
    )
    return done.sent, done.set_aside, done.fault


def test_closed_days_arrive_once_however_often_they_are_sent(clean: postgres.Server, tmp_path: Path) -> None:
    identity = clean.enrol(PC, tmp_path / "province")
    store = a_day(tmp_path)
    waiting = Outbox(store.connection).take(10)
    assert drained(store, identity) == (4, 0, "")
    with Uplink(identity) as wire:
        wire.send([row.total for row in waiting])
    expected = [(PC, MONDAY, kind, subject, 1) for kind, subject in sorted(store.totals())]
    assert rows_of(clean) == expected
    assert Outbox(store.connection).state().waiting == 0
    store.close()


def test_a_row_the_province_refuses_is_set_aside_and_the_others_arrive(
    clean: postgres.Server, tmp_path: Path
) -> None:
    identity = clean.enrol(PC, tmp_path / "province")
    store = a_day(tmp_path)
    store.connection.execute(
        "INSERT INTO totals (day, kind, subject, count) VALUES ('2026-11-22', 'form-printed', 'gone', 2)"
    )
    store.connection.execute("INSERT INTO outbox (total) SELECT max(id) FROM totals")
    assert drained(store, identity) == (4, 1, "")
    assert Outbox(store.connection).state().set_aside == 1
    with clean.admin() as database:
        database.execute("INSERT INTO counts.catalogue VALUES ('form-printed', 'gone', '\\x00000001')")
    assert Outbox(store.connection).try_again() == 1
    assert drained(store, identity) == (1, 0, "")
    assert (PC, date(2026, 11, 22), "form-printed", "gone", 2) in rows_of(clean)
    store.close()


def test_a_server_that_crashed_is_tried_again_and_nothing_is_lost_or_doubled(
    clean: postgres.Server, tmp_path: Path
) -> None:
    identity = clean.enrol(PC, tmp_path / "province")
    store = a_day(tmp_path)
    clean.crash()
    naps: list[float] = []

    def sleep(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 2:
            clean.start()

    done = drain(Outbox(store.connection), lambda: Uplink(identity), sleep=sleep, random=lambda: 0.0)
    assert (done.sent, done.fault) == (4, "")
    assert naps == [1.0, 2.0]
    assert len(rows_of(clean)) == 4
    store.close()


def test_a_province_that_stays_away_leaves_everything_in_the_outbox(tmp_path: Path, server: postgres.Server) -> None:
    identity = server.enrol(PC, tmp_path / "province")
    store = a_day(tmp_path)
    assert drained(store, replace(identity, port=1), attempts=2) == (0, 0, "province.no-answer")
    assert Outbox(store.connection).state().waiting == 4
    store.close()


STOLEN = {
    "read rows": "SELECT * FROM counts.day_total",
    "read back what is inserted": f"{GOOD} RETURNING count",
    "learn by conflict": GOOD.replace("DO NOTHING", "(pc_id, day, kind, subject) DO UPDATE SET count = 1"),
    "update": "UPDATE counts.day_total SET count = 9",
    "delete": "DELETE FROM counts.day_total",
    "truncate": "TRUNCATE counts.day_total",
    "lock out others": "LOCK TABLE counts.day_total IN ACCESS EXCLUSIVE MODE",
    "another PC's id": "INSERT INTO counts.day_total (pc_id, day, kind, subject, count) "
    f"VALUES ('{OTHER}', '2026-11-20', 'form-printed', 'ct01', 3)",
    "its own id said aloud": "INSERT INTO counts.day_total (pc_id, day, kind, subject, count) "
    f"VALUES ('{PC}', '2026-11-20', 'form-printed', 'ct01', 3)",
    "the time of arrival": "INSERT INTO counts.day_total (day, kind, subject, count, received_at) "
    "VALUES ('2026-11-20', 'form-printed', 'ct01', 3, now())",
    "free text as subject": GOOD.replace("'ct01'", "'Nguyễn Văn An, 0912345678'"),
    "free text as kind": GOOD.replace("'form-printed'", "'Nguyễn Văn An'"),
    "a count below one": GOOD.replace(", 3)", ", -3)"),
    "a huge count": GOOD.replace(", 3)", ", 2000000000)"),
    "a day to come": GOOD.replace("2026-11-23", "2036-11-23"),
    "a day long ago": GOOD.replace("2026-11-23", "1990-11-23"),
    "read the PCs": "SELECT * FROM counts.pc",
    "enrol a PC": "INSERT INTO counts.pc (pc_id, commune) VALUES ('pc-00000-x', '00000')",
    "widen the catalogue": "INSERT INTO counts.catalogue VALUES ('x', 'y', '\\x00000000')",
    "read the catalogue": "SELECT * FROM counts.catalogue",
    "forge a delivery": f"INSERT INTO counts.delivery VALUES ('{PC}', 1, decode(repeat('00', 32), 'hex'))",
    "become the superuser": "SET ROLE postgres",
    "become the reader": "SET ROLE counts_reader",
    "become another PC": f'SET SESSION AUTHORIZATION "{OTHER}"',
    "play another PC": f'SET ROLE "{OTHER}"',
    "make a role": "CREATE ROLE thief",
    "make a table": "CREATE TABLE counts.notes (said text)",
    "make a table in public": "CREATE TABLE public.notes (said text)",
    "make a temporary table": "CREATE TEMP TABLE notes (said text)",
    "make a schema": "CREATE SCHEMA thief",
    "make a large object": "SELECT lo_from_bytea(0, 'free text')",
    "run a program": "COPY (SELECT 1) TO PROGRAM 'id'",
    "read a file": "SELECT pg_read_file('pg_hba.conf')",
    "cut others off": "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
    "copy in": "COPY counts.pc FROM STDIN",
    "copy out": "COPY counts.day_total TO STDOUT",
}


def _try(wire: psycopg.Connection, statement: str) -> None:
    if not statement.startswith("COPY counts"):
        wire.execute(statement)  # type: ignore[arg-type]
        return
    with wire.cursor().copy(statement) as copy:  # type: ignore[arg-type]
        copy.read() if "STDOUT" in statement else copy.write(b"")


@pytest.mark.parametrize("attempt", STOLEN)
def test_a_stolen_key_is_refused(server: postgres.Server, thief: Identity, attempt: str) -> None:
    before = rows_of(server)
    with psycopg.connect(**thief.parameters(), autocommit=True) as wire:  # type: ignore[arg-type]
        with pytest.raises(psycopg.Error), server.admin():
            _try(wire, STOLEN[attempt])
        assert wire.execute("SELECT session_user::text").fetchone() == (PC,)
    assert rows_of(server) == before


WAYS_IN: dict[str, dict[str, object]] = {
    "without TLS": {"sslmode": "disable"},
    "with TLS 1.2": {"ssl_min_protocol_version": "TLSv1.2", "ssl_max_protocol_version": "TLSv1.2"},
    "without a certificate": {"sslcert": "/none", "sslkey": "/none", "sslmode": "require"},
    "as another PC": {"user": OTHER},
    "as the superuser": {"user": "postgres"},
    "as the group": {"user": "counts_pc"},
    "as the reader": {"user": "counts_reader"},
    "into another database": {"dbname": "postgres"},
    "as a replica": {"replication": "database"},
    "with a password": {"user": "postgres", "password": "postgres", "sslcert": "/none", "sslkey": "/none"},
}


@pytest.mark.parametrize("way", WAYS_IN)
def test_a_stolen_key_opens_no_other_door(thief: Identity, way: str) -> None:
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(**{**thief.parameters(), **WAYS_IN[way]}).execute("SELECT 1")  # type: ignore[arg-type]


def test_the_server_must_prove_itself_too(server: postgres.Server, thief: Identity, tmp_path: Path) -> None:
    shutil.copytree(thief.folder, tmp_path / "pc")
    stranger = authority.new_authority("Somebody else", NOW)
    (tmp_path / "pc" / "ca.crt").write_bytes(authority.certificate_pem(stranger.certificate))
    with pytest.raises(UplinkError):
        Uplink(replace(thief, folder=tmp_path / "pc"))
    elsewhere = {**thief.parameters(), "host": "counts.example", "hostaddr": "127.0.0.1"}
    with pytest.raises(psycopg.OperationalError, match="does not match host name"):
        psycopg.connect(**elsewhere)  # type: ignore[arg-type]


def test_a_certificate_of_a_strange_authority_is_refused(thief: Identity, tmp_path: Path) -> None:
    shutil.copytree(thief.folder, tmp_path / "pc")
    stranger, key = authority.new_authority("Test province", NOW), authority.new_key()
    forged = authority.client_certificate(stranger, key.public_key(), PC, NOW)
    (tmp_path / "pc" / "pc.crt").write_bytes(authority.certificate_pem(forged))
    (tmp_path / "pc" / "pc.key").write_bytes(authority.key_pem(key))
    with pytest.raises(UplinkError):
        Uplink(replace(thief, folder=tmp_path / "pc"))


def test_a_certificate_for_a_name_that_is_no_pc_opens_nothing(server: postgres.Server, tmp_path: Path) -> None:
    with server.admin() as database:
        database.execute("CREATE ROLE odd LOGIN IN ROLE counts_pc")
    key = authority.new_key()
    made = {
        "pc.crt": authority.certificate_pem(authority.client_certificate(server.root, key.public_key(), "odd", NOW))
    }
    made |= {"pc.key": authority.key_pem(key), "ca.crt": authority.certificate_pem(server.root.certificate)}
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
        (tmp_path / name).chmod(0o600)
    with pytest.raises(UplinkError):
        Uplink(Identity(host="127.0.0.1", port=server.port, pc_id="odd", folder=tmp_path))


def test_a_revoked_pc_is_cut_off_at_once_and_its_rows_stay(clean: postgres.Server, tmp_path: Path) -> None:
    identity = clean.enrol("pc-17842-may-9", tmp_path / "province")
    total = Total(day=MONDAY, kind=EventKind.VISIT_STARTED, subject=NO_SUBJECT, count=7)
    with Uplink(identity) as wire:
        wire.send([total])
        with clean.admin() as database:
            province.revoke(database, identity.pc_id)
        with pytest.raises(UplinkError):
            wire.send([total])
    with pytest.raises(UplinkError):
        Uplink(identity)
    assert [row[4] for row in rows_of(clean)] == [7]
    with pytest.raises(KioskError, match="revoked"):  # the stolen certificate bears this name
        clean.enrol("pc-17842-may-9", tmp_path / "province")
    with pytest.raises(UplinkError):
        Uplink(identity)


def test_a_new_certificate_for_the_same_pc_goes_on_where_it_was(clean: postgres.Server, tmp_path: Path) -> None:
    total = Total(day=MONDAY, kind=EventKind.VISIT_STARTED, subject=NO_SUBJECT, count=7)
    for folder in ("first", "second"):
        with Uplink(clean.enrol("pc-17842-may-8", tmp_path / folder)) as wire:
            wire.send([total])
    assert len(rows_of(clean)) == 1


@pytest.mark.parametrize("name", ["postgres", "pc-1-x", 'pc-17842-"; DROP', "pc-17842-MAY", ""])
def test_a_name_that_is_no_pc_is_not_enrolled(server: postgres.Server, name: str) -> None:
    with server.admin() as database, pytest.raises(KioskError):
        province.enrol(database, server.root, b"{}", name, province.Models(), NOW)


def test_making_the_province_ready_again_changes_nothing(clean: postgres.Server, tmp_path: Path) -> None:
    identity = clean.enrol(PC, tmp_path / "province")
    store = a_day(tmp_path, monday_morning())
    assert drained(store, identity) == (4, 0, "")
    before = rows_of(clean)
    with clean.admin() as database:
        province.prepare(database, store.catalogue, postgres.SHIPPED)
    assert rows_of(clean) == before
    with Uplink(identity) as wire:
        wire.send([])
    store.close()


def as_thief(thief: Identity) -> psycopg.Connection:
    return psycopg.connect(**thief.parameters(), autocommit=True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "act",
    [
        "SELECT pg_logical_emit_message(false, 'x', 'free text')",
        "SELECT pg_notify('x', 'free text')",
        "DO $$ BEGIN RAISE LOG 'free text'; END $$",
        "SET temp_file_limit = -1",
        "SET log_min_messages = debug5",
        f'ALTER ROLE "{PC}" SET temp_file_limit = -1',
        f'ALTER ROLE "{PC}" SET log_min_messages = debug5',
        "SELECT * FROM pg_roles",
        "SELECT * FROM pg_db_role_setting",
        "SELECT * FROM counts.taken",
        f"UPDATE counts.taken SET rows = 0 WHERE pc_id = '{PC}'",
        "CREATE TEMP TABLE t (x text)",
    ],
)
def test_a_stolen_key_finds_no_place_for_free_text_and_lifts_no_limit(thief: Identity, act: str) -> None:
    with as_thief(thief) as wire, pytest.raises(psycopg.errors.InsufficientPrivilege):
        wire.execute(act.encode())


def test_a_sort_that_would_fill_the_disk_ends_at_the_limit_of_temporary_files(thief: Identity) -> None:
    with as_thief(thief) as wire, pytest.raises(psycopg.errors.ConfigurationLimitExceeded):
        wire.execute("SELECT count(*) FROM (SELECT md5(n::text) FROM generate_series(1, 1000000) n ORDER BY 1) s")


def test_what_a_pc_set_for_its_own_role_is_put_back_and_gone_once_it_is_revoked(
    server: postgres.Server, tmp_path: Path
) -> None:
    own = server.enrol("pc-17842-may-7", tmp_path / "own")
    kept = "SELECT setconfig::text FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole WHERE rolname = %s"
    for end in (province_roles.tidy, lambda database: province.revoke(database, own.pc_id)):
        with as_thief(own) as wire:
            wire.execute(b"ALTER ROLE CURRENT_USER SET application_name = 'free text'")
            for other in ("counts", "postgres"):
                wire.execute(f"ALTER ROLE CURRENT_USER IN DATABASE {other} SET search_path = 'free text'".encode())
        with server.admin() as database:
            assert "free text" in str(database.execute(kept, (own.pc_id,)).fetchall())
            end(database)
            assert "free text" not in str(database.execute(kept, (own.pc_id,)).fetchall())


def test_no_text_of_a_pc_reaches_the_log_of_the_server(server: postgres.Server, thief: Identity) -> None:
    for act in ("SELECT 'a stranger s words'::int", "SELECT 'a stranger s words' FROM nowhere"):
        with as_thief(thief) as wire, pytest.raises(psycopg.Error):
            wire.execute(act.encode())
    assert b"a stranger s words" not in (server.folder / "log").read_bytes()


def test_one_key_sends_at_most_so_many_rows_a_day_and_the_rest_waits_for_the_next(
    clean: postgres.Server, thief: Identity
) -> None:
    poison = (
        f"INSERT INTO counts.day_total ({KEY}) SELECT current_date - n, kind, subject, 20000 "
        "FROM generate_series(%s::int, %s::int) n, unnest(%s::text[], %s::text[]) AS c (kind, subject) "
        "ON CONFLICT DO NOTHING"
    )
    with clean.admin() as database:
        database.execute("TRUNCATE counts.taken")
        pairs = database.execute("SELECT kind, subject FROM counts.catalogue LIMIT 1000").fetchall()
    columns = [kind for kind, _ in pairs], [subject for _, subject in pairs]
    with as_thief(thief) as wire:
        wire.execute(poison.encode(), (0, 19, *columns))
        with pytest.raises(psycopg.errors.ProgramLimitExceeded):
            wire.execute(poison.encode(), (20, 20, *columns))
    assert len(rows_of(clean)) == 20_000
    with clean.admin() as database:
        database.execute("UPDATE counts.taken SET day = day - 1")
    with as_thief(thief) as wire:
        wire.execute(poison.encode(), (20, 20, *columns))
    with clean.admin() as database:
        database.execute("TRUNCATE counts.taken")


BEYOND = ("current_date, 'form-printed', 'ct01', 20001", "current_date - 401, 'form-printed', 'ct01', 1")


@pytest.mark.parametrize("row", BEYOND)
def test_a_number_or_a_day_that_no_station_can_have_is_refused(
    clean: postgres.Server, thief: Identity, row: str
) -> None:
    with as_thief(thief) as wire, pytest.raises(psycopg.errors.CheckViolation):
        wire.execute(f"INSERT INTO counts.day_total ({KEY}) VALUES ({row})".encode())
    assert rows_of(clean) == []


def test_the_rows_of_a_stolen_key_are_taken_out_again_and_no_other(clean: postgres.Server, thief: Identity) -> None:
    with as_thief(thief) as wire:
        wire.execute(GOOD.encode())
        wire.execute(GOOD.replace("2026-11-23", "2026-11-20").encode())
    with clean.admin() as database:
        others = GOOD.replace("day_total (", "day_total (pc_id, ").replace("VALUES (", f"VALUES ('{OTHER}', ")
        database.execute(others.encode())
        assert province.remove_rows(database, PC, date(2026, 11, 21), date(2026, 11, 29)) == 1
        with pytest.raises(KioskError, match="never enrolled"):
            province.remove_rows(database, "pc-17842-may-99", MONDAY, MONDAY)
    assert [(pc, day.day) for pc, day, *_ in rows_of(clean)] == [(OTHER, 23), (PC, 20)]


def test_the_tables_are_made_ready_though_a_pc_sits_in_an_open_transaction(
    clean: postgres.Server, thief: Identity
) -> None:
    with psycopg.connect(**thief.parameters()) as wire:  # type: ignore[arg-type]
        wire.execute(GOOD.encode())
        with clean.admin() as database:
            assert province.prepare(database, shipped_catalogue(), postgres.SHIPPED) > 100
        with pytest.raises(psycopg.OperationalError):
            wire.execute(b"SELECT 1")


def test_making_the_tables_ready_waits_no_longer_than_its_limit_for_somebody_else(
    clean: postgres.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(province, "LOCK_TIMEOUT", "100ms")
    with psycopg.connect(clean.dsn()) as holder, clean.admin() as database:
        holder.execute("LOCK TABLE counts.day_total IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            province.prepare(database, shipped_catalogue(), postgres.SHIPPED)


def test_a_connection_of_a_pc_that_lasts_too_long_is_cut_off(
    clean: postgres.Server, thief: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    with as_thief(thief) as wire, clean.admin() as database:
        assert province_roles.tidy(database) == 0
        monkeypatch.setattr(province_roles, "LONGEST_VISIT_S", 0)
        assert province_roles.tidy(database) == 1
        with pytest.raises(psycopg.OperationalError):
            wire.execute(b"SELECT 1")


def test_the_province_sees_which_stations_live_and_with_which_versions(
    clean: postgres.Server, thief: Identity
) -> None:
    with Uplink(thief) as wire:
        wire.tell_versions("0.1.0", "2026.11.23")
        wire.tell_versions("9.9.9", "2027.01.01")  # the first of a day counts
        wire.tell_versions("'; DROP TABLE", "free text")  # of another shape: not stored, and no fault of the station
        wire.send([Total(day=MONDAY, kind=EventKind.DEVICE_TROUBLE, subject="printer.jam", count=3)])
    with clean.admin() as database:
        found = {one.pc_id: one for one in stations(database, date(2026, 11, 25))}
    assert (found[PC].program, found[PC].content, found[PC].troubles) == ("0.1.0", "2026.11.23", 3)
    assert found[OTHER].last_heard is None
    assert found[OTHER].is_silent(MONDAY)
    with Uplink(thief) as wire, pytest.raises(psycopg.errors.InsufficientPrivilege):
        wire._wire.execute("SELECT * FROM counts.seen")
