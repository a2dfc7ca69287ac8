"""A real PostgreSQL for tests, in a temporary folder, under the shipped configuration and with real certificates.

Runs as `postgres` when the tests run as root, because the server refuses root. `crash` is `pg_ctl stop -m immediate`:
no checkpoint, recovery at the next start.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psycopg

from kiosk import paths
from kiosk.clock import Clock
from kiosk.counts import authority, province
from kiosk.counts.authority import CertificateAuthority
from kiosk.counts.province import Models
from kiosk.counts.station_keys import enrol_request, take_reply
from kiosk.counts.uplink import Identity
from tests.helpers.counting import shipped_catalogue
from tests.helpers.ports import free_port

VERSION = max((path.name for path in Path("/usr/lib/postgresql").glob("[1-9]*")), key=int, default="15")
"""Debian 12 has 15, Debian 13 has 17."""
PROGRAMS = Path("/usr/lib/postgresql") / VERSION / "bin"
SHIPPED = paths.shipped_config() / "province"


def missing_programs() -> list[str]:
    """What has to be installed before any of this can run."""
    return [name for name in ("initdb", "pg_ctl") if not (PROGRAMS / name).exists()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """One cluster. `folder` holds its data, its socket and the authority's files."""

    folder: Path
    port: int
    root: CertificateAuthority

    def dsn(self, database: str = "counts") -> str:
        """The superuser's way in, over the socket."""
        return f"host={self.folder} port={self.port} dbname={database} user=postgres"

    def admin(self, database: str = "counts") -> psycopg.Connection:
        """The superuser's connection; close it."""
        return psycopg.connect(self.dsn(database), autocommit=True)

    def start(self) -> None:
        """Up and answering."""
        self._pg_ctl("start", "-l", str(self.folder / "log"), "-t", "60")

    def crash(self) -> None:
        """Stop without a checkpoint, as a power cut does."""
        self._pg_ctl("stop", "-m", "immediate")

    def stop(self) -> None:
        """Stop in order."""
        self._pg_ctl("stop", "-m", "fast")

    def enrol(self, pc_id: str, folder: Path, models: Models | None = None) -> Identity:
        """A PC with its own keys in `folder`, enrolled as the commands do it."""
        request = enrol_request(folder, pc_id)
        with self.admin() as database:
            reply = province.enrol(database, self.root, request, pc_id, models or Models(), Clock().utc())
        take_reply(folder, pc_id, reply)
        return Identity(host="127.0.0.1", port=self.port, pc_id=pc_id, folder=folder)

    def keep(self, name: str, content: bytes) -> None:
        """A file the server itself may read."""
        (self.folder / name).write_bytes(content)
        (self.folder / name).chmod(0o600)
        _own(self.folder)

    def _pg_ctl(self, *arguments: str) -> None:
        _as_postgres([str(PROGRAMS / "pg_ctl"), "-D", str(self.folder / "data"), "-w", "-s", *arguments])


def _as_postgres(argv: list[str]) -> None:
    """Run, not as root. Output goes to a file: the server inherits it, and a pipe would never end."""
    owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            check=False,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            **owner,  # type: ignore[call-overload]
        )
        if done.returncode:
            output.seek(0)
            raise RuntimeError(output.read().decode(errors="replace"))


def _own(path: Path) -> None:
    if os.geteuid() == 0:
        for place in (path, *path.rglob("*")):
            shutil.chown(place, "postgres", "postgres")


def _configure(server: Server) -> None:
    data = server.folder / "data"
    key = authority.new_key()
    certificate = authority.server_certificate(
        server.root, key.public_key(), ["localhost", "127.0.0.1"], Clock().utc()
    )
    (data / "server.key").write_bytes(authority.key_pem(key))
    (data / "server.key").chmod(0o600)
    (data / "server.crt").write_bytes(authority.certificate_pem(certificate))
    (data / "ca.crt").write_bytes(authority.certificate_pem(server.root.certificate))
    own = f"\nlisten_addresses = '127.0.0.1'\nport = {server.port}\nunix_socket_directories = '{server.folder}'\n"
    own += "max_wal_size = '4GB'\nlogging_collector = off\n"
    with (data / "postgresql.conf").open("a", encoding="utf-8") as settings:
        settings.write((SHIPPED / "postgresql.conf").read_text(encoding="utf-8") + own)
    hba = (SHIPPED / "pg_hba.conf").read_text(encoding="utf-8")
    (data / "pg_hba.conf").write_text("local all postgres trust\n" + hba, encoding="utf-8")
    shutil.copyfile(SHIPPED / "pg_ident.conf", data / "pg_ident.conf")
    _own(data)


@cache
def _new_cluster() -> Path:
    """A cluster as `initdb` makes it, once in a process, to be copied. It goes at the end of the process."""
    folder = Path(tempfile.mkdtemp(prefix="counts-pg-new-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _own(folder)
    initdb = [str(PROGRAMS / "initdb"), "-D", str(folder / "data"), "-U", "postgres", "-E", "UTF8", "-A", "trust"]
    _as_postgres([*initdb, "--no-sync", "--locale=C.UTF-8"])
    return folder / "data"


@contextmanager
def server(root: CertificateAuthority | None = None) -> Iterator[Server]:
    """A province's server: shipped schema and roles in the database `counts`, no PC yet."""
    folder = Path(tempfile.mkdtemp(prefix="counts-pg-"))
    _own(folder)
    made = Server(
        folder=folder, port=free_port(), root=root or authority.new_authority("Test province", Clock().utc())
    )
    try:
        shutil.copytree(_new_cluster(), folder / "data")
        _configure(made)
        made.start()
        with made.admin("postgres") as database:
            database.execute("CREATE DATABASE counts")
        with made.admin() as database:
            province.prepare(database, shipped_catalogue(), SHIPPED)
        yield made
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            made.crash()
        shutil.rmtree(folder, ignore_errors=True)
