"""`docs/province.md` typed from its first block to its last, on a cluster of Debian's own making with peer login."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from kiosk.clock import Clock
from tests.fresh.guide import Desk, blocks, stand_ins
from tests.helpers.ports import free_port
from tests.helpers.postgres import VERSION

pytestmark = pytest.mark.real("postgresql")
HOST = "localhost"
PC = "pc-17842-may-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """The server's desk, a PC's desk, and the superuser's way in."""

    at_the_province: Desk
    at_the_pc: Desk
    at_the_second_pc: Desk
    etc: Path
    dsn: str
    settings: Path
    stick: Path

    def play(self, where: str, text: str) -> str:
        """A block at the desk it is meant for."""
        desks = {"province": self.at_the_province, "pc": self.at_the_pc, "pc2": self.at_the_second_pc}
        return desks[where].works(text)

    def rows(self) -> list[tuple[object, ...]]:
        """What the province has been sent."""
        with psycopg.connect(self.dsn) as database:
            return database.execute("SELECT pc_id, day, kind, subject, count FROM counts.day_total").fetchall()


@pytest.fixture(scope="module")
def province() -> Iterator[Province]:
    if os.geteuid() != 0:
        pytest.fail("./station fresh makes a cluster as Debian does: it needs root")
    with tempfile.TemporaryDirectory(prefix="province-") as name:
        folder, port = Path(name), free_port()
        folder.chmod(0o755)
        (folder / "etc").mkdir()
        os.environ["PG_CLUSTER_CONF_ROOT"] = str(folder / "etc")
        shutil.chown(folder, "postgres")
        places = ["-d", f"{name}/data", "-s", f"{name}/run", "-l", f"{name}/log", "-p", str(port)]
        made = ["pg_createcluster", "-u", "postgres", *places, VERSION, "main", "--", "--no-sync"]
        subprocess.run(made, check=True, capture_output=True)
        try:
            yield desks(folder, port)
        finally:
            subprocess.run(["pg_ctlcluster", VERSION, "main", "stop", "-m", "immediate"], check=False)
            del os.environ["PG_CLUSTER_CONF_ROOT"]


def desks(folder: Path, port: int) -> Province:
    for place in ("stick", "pc-etc", "state", "pc2-etc"):
        (folder / place).mkdir()
    programs = stand_ins(folder / "programs")
    stick = str(folder / "stick")
    names = {"/media/usb": stick, "/run/media/sda1": stick, "counts.example.vn": HOST}
    authority = {
        f"province {one}": f"province {one} --ca {folder / 'ca'}" for one in ("set-up", "enrol", "stations make")
    }
    server = {"PGHOST": f"{folder / 'run'}", "PGPORT": str(port), "KIOSK_STATE": f"{folder / 'province-state'}"}
    station = {"KIOSK_CONFIG": str(folder / "pc-etc"), "KIOSK_STATE": str(folder / "state")}
    second = {"KIOSK_CONFIG": str(folder / "pc2-etc"), "KIOSK_STATE": str(folder / "state2")}
    return Province(
        at_the_second_pc=Desk(programs=programs, instead=names, environment=second),
        stick=folder / "stick",
        at_the_province=Desk(programs=programs, instead=names | authority, environment=server),
        at_the_pc=Desk(programs=programs, instead=names, environment=station),
        etc=folder / "etc" / VERSION / "main",
        dsn=f"host={folder / 'run'} port={port} dbname=counts user=postgres",
        settings=folder / "pc-etc" / "kiosk.toml",
    )


def set_host(province: Province, text: str) -> None:
    """The settings of the guide, with the port of this cluster."""
    port = psycopg.conninfo.conninfo_to_dict(province.dsn)["port"]
    province.settings.write_text(text.replace("counts.example.vn", HOST) + f"port = {port}\n", "utf-8")


def add_the_port(province: Province) -> None:
    """The port of this cluster stands in no list of stations."""
    port = psycopg.conninfo.conninfo_to_dict(province.dsn)["port"]
    made = province.stick / "tram" / "pc-17842-may-2" / "kiosk.toml"
    made.write_text(made.read_text("utf-8").replace("[province]\n", f"[province]\nport = {port}\n"), "utf-8")


def refused(province: Province, command: str) -> str:
    done = province.at_the_pc.type(command)
    assert done.returncode == 1
    return done.stderr


def test_the_guide_of_the_province_is_typed_from_its_first_line_to_its_last(province: Province) -> None:
    played = 0
    for block in blocks("province.md"):
        if block.language == "toml":
            # A day at the station, before anybody has set where it sends.
            for day in ("", " --day 2026-11-03"):
                province.play("pc", f"sudo kiosk-dvc counts hours --volunteers 2 --hours 5{day}")
            assert province.play("pc", "sudo systemctl start kiosk-counts-send.service") == ""
            set_host(province, block.text)
            assert "counts enrol-reply" in refused(province, "kiosk-dvc counts send")
            continue
        if block.language == "csv":
            (province.stick / "stations.csv").write_text(block.text, "utf-8")
            continue
        if "config take" in block.text:
            add_the_port(province)
        said = province.play(block.where, block.text)
        played += block.text.count("sudo ")
        if "counts send" in block.text:
            assert "rows sent, 0 set aside" in said
        if "enrol-reply" in block.text:
            sent_again(province)
            asked_by_a_wrong_name(province)
        if "set-up" in block.text:
            set_up_again(province)
        if "report --silent" in block.text:
            assert f"{Clock().today()}  17842  {PC}" in said.splitlines()
        if block.text.count("province stations\n"):
            assert f"{Clock().today()}  17842  {PC}" in said
            assert json.loads(said.splitlines()[-1])["stations"][0]["pc"] == "pc-16681-may-1"
        if " import " in block.text:
            assert "0 new, 6 known already" in said
    assert played >= 14
    assert "shut this PC out" in refused(
        province, "kiosk-dvc counts hours --day 2026-11-02 --volunteers 1 --hours 1 && kiosk-dvc counts send"
    )


def sent_again(province: Province) -> None:
    """By hand, by the unit of the package, by an outbox that was never told: nothing is counted twice."""
    rows = province.rows()
    assert {row[0] for row in rows} == {PC}
    assert len(rows) == 4
    assert "0 rows sent" in province.play("pc", "sudo systemctl start kiosk-counts-send.service")
    station = province.at_the_pc.environment["KIOSK_STATE"]
    with closing(sqlite3.connect(f"{station}/counts.sqlite", isolation_level=None)) as store:
        store.execute("INSERT INTO outbox (total, refused) SELECT id, '' FROM totals")
    assert "4 rows sent" in province.play("pc", "sudo kiosk-dvc counts send")
    assert province.rows() == rows


def asked_by_a_wrong_name(province: Province) -> None:
    """It is told apart from a PC that was shut out, and what waits goes up once the name is right."""
    right = province.settings.read_text("utf-8")
    province.settings.write_text(right.replace(HOST, "127.0.0.1"), "utf-8")
    a_row_waits = "kiosk-dvc counts hours --day 2026-11-01 --volunteers 1 --hours 1"
    assert "certificate bears another name" in refused(province, f"{a_row_waits} && kiosk-dvc counts send")
    province.settings.write_text(right, "utf-8")
    assert "2 rows sent" in province.play("pc", "kiosk-dvc counts send")


def set_up_again(province: Province) -> None:
    """It says that all is right, restarts nothing, and keeps what Debian had put there."""
    before = started(province)
    again = province.play("province", "sudo ./station kiosk province set-up --host counts.example.vn")
    assert "settings are right already" in again
    assert started(province) == before
    assert "scram-sha-256" in (province.etc / "pg_hba.conf.before-kiosk").read_text("utf-8")
    assert (province.etc / "pg_hba.conf").stat().st_uid == (province.etc / "postgresql.conf").stat().st_uid


def started(province: Province) -> str:
    with psycopg.connect(province.dsn) as database:
        found = database.execute("SELECT pg_postmaster_start_time()::text").fetchone()
    assert found
    return str(found[0])


def test_a_server_of_other_databases_is_refused_and_left_as_it_is(province: Province) -> None:
    with psycopg.connect(province.dsn, autocommit=True) as database:
        database.execute("CREATE DATABASE land_register")
    before = (province.etc / "pg_hba.conf").read_bytes()
    done = province.at_the_province.type("sudo ./station kiosk province set-up --host counts.example.vn")
    assert done.returncode == 1
    assert "land_register" in done.stderr
    assert f"pg_createcluster {VERSION} counts" in done.stderr
    assert (province.etc / "pg_hba.conf").read_bytes() == before
