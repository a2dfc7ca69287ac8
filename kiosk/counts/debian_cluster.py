"""The PostgreSQL of a Debian server made the province's: settings, who may come in, certificates, restart.

Debian keeps a cluster's settings in /etc/postgresql/VERSION/NAME and starts it with `pg_ctlcluster`. What stood in a
file of ours before is kept beside it once; a server that will not start with the new files gets the old ones back.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from devices.system.files import replace_private
from kiosk.errors import KioskError
from kiosk.i18n import Text

SHIPPED_IN_SETTINGS = {
    "pg_hba.conf": "pg_hba.conf",
    "pg_ident.conf": "pg_ident.conf",
    "postgresql.conf": "conf.d/kiosk-counts.conf",
}
"""Shipped file -> its place below the folder of settings."""
CERTIFICATES = ("ca.crt", "server.crt", "server.key")
"""From the folder of the authority into the folder of the data, where `ssl_cert_file` and its kin look."""
OLDEST = 15
KEPT = ".before-kiosk"
START_S = 120


_NOT_INSTALLED = Text(
    "Chưa cài PostgreSQL của Debian: sudo apt install postgresql",
    "PostgreSQL of Debian is not installed: sudo apt install postgresql",
)
_NO_LIST = Text("pg_lsclusters không trả lời: {reason}", "pg_lsclusters does not answer: {reason}")
_WHICH = Text("Cụm nào? --cluster nhận một trong: {named}", "Which cluster? --cluster names one of: {named}")
_TOO_OLD = Text("{cluster}: cần PostgreSQL {oldest} trở lên.", "{cluster}: PostgreSQL {oldest} or newer is needed.")
_SHARED = Text(
    "{cluster} còn phục vụ cơ sở dữ liệu khác ({others}). Cho số đếm một cụm riêng: pg_createcluster {version} "
    "counts, rồi thêm --cluster {version}/counts",
    "{cluster} serves other databases too ({others}); give the counts a cluster of their own: "
    "pg_createcluster {version} counts, then --cluster {version}/counts",
)


class ClusterError(KioskError):
    """No cluster to work on, or one that does not start; the message says which and why."""


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """A cluster as `pg_lsclusters --json` tells of it."""

    version: int | str
    name: str = msgspec.field(name="cluster")
    port: str
    settings: str = msgspec.field(name="configdir")
    data: str = msgspec.field(name="pgdata")
    socket: str = msgspec.field(name="socketdir")
    owner: int = msgspec.field(name="owneruid")
    group: int = msgspec.field(name="ownergid")

    @property
    def called(self) -> str:
        """As Debian writes it: 15/main."""
        return f"{self.version}/{self.name}"

    def dsn(self, database: str) -> str:
        """The superuser's way in over the socket, in libpq's words."""
        return f"host={self.socket} port={self.port} dbname={database} user=postgres"


def find_cluster(called: str | None = None) -> Cluster:
    """The cluster of this name, or the only one there is. Raises `ClusterError`."""
    if not shutil.which("pg_lsclusters"):
        raise ClusterError(_NOT_INSTALLED)
    try:
        told = subprocess.run(["pg_lsclusters", "--json"], capture_output=True, check=True, timeout=30).stdout
        found = json_message.decode(told, tuple[Cluster, ...])
    except (subprocess.SubprocessError, JsonMessageError) as fault:
        raise ClusterError(_NO_LIST.filled(reason=fault)) from fault
    fitting = [each for each in found if called in (None, each.called)]
    if len(fitting) != 1:
        named = ", ".join(each.called for each in found) or "none"
        raise ClusterError(_WHICH.filled(named=named))
    if int(str(fitting[0].version).partition(".")[0]) < OLDEST:
        raise ClusterError(_TOO_OLD.filled(cluster=fitting[0].called, oldest=OLDEST))
    return fitting[0]


def demand_no_other_databases(cluster: Cluster, database: str) -> None:
    """Who may come in is said for the whole server: it serves nothing but the counts. Raises `ClusterError`."""
    _control(cluster, "start")
    asked = "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'"
    words = ["psql", "-XAtq", "-h", cluster.socket, "-p", cluster.port, "-d", "postgres", "-c", asked]
    as_owner = {"user": cluster.owner, "group": cluster.group, "extra_groups": []} if os.geteuid() == 0 else {}
    told = subprocess.run(words, capture_output=True, text=True, check=False, cwd="/", timeout=START_S, **as_owner)  # type: ignore[call-overload]
    if told.returncode:
        raise ClusterError(f"{cluster.called}: {told.stderr.strip().splitlines()[-1]}")
    if others := sorted(set(told.stdout.split()) - {database}):
        raise ClusterError(_SHARED.filled(cluster=cluster.called, others=", ".join(others), version=cluster.version))


def lay(cluster: Cluster, shipped: Path, authority: Path) -> tuple[Path, ...]:
    """Put settings and certificates in their places and restart the cluster when one of them changed: which ones.

    Raises `ClusterError` when it does not start, after putting back what was there, and `OSError`.
    """
    wanted = _wanted(cluster, shipped, authority)
    before = {path: path.read_bytes() if path.exists() else None for path in wanted}
    changed = tuple(path for path, content in wanted.items() if before[path] != content)
    for path in changed:
        _keep_the_first(path, before[path], cluster)
        _put(path, wanted[path], cluster)
    try:
        _control(cluster, "restart" if changed else "start")
    except ClusterError:
        for path in changed:
            _put_back(path, before[path], cluster)
        _control(cluster, "restart")
        raise
    return changed


def _wanted(cluster: Cluster, shipped: Path, authority: Path) -> Mapping[Path, bytes]:
    settings = {
        Path(cluster.settings) / to: (shipped / name).read_bytes() for name, to in SHIPPED_IN_SETTINGS.items()
    }
    return settings | {Path(cluster.data) / name: (authority / name).read_bytes() for name in CERTIFICATES}


def _keep_the_first(path: Path, content: bytes | None, cluster: Cluster) -> None:
    kept = path.with_name(path.name + KEPT)
    if content is not None and not kept.exists():
        _put(kept, content, cluster)


def _put(path: Path, content: bytes, cluster: Cluster) -> None:
    """Whole or not at all, for the server's own user alone."""
    replace_private(path, content, owner=(cluster.owner, cluster.group) if os.geteuid() == 0 else None)


def _put_back(path: Path, content: bytes | None, cluster: Cluster) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        _put(path, content, cluster)


def _control(cluster: Cluster, action: str) -> None:
    """`start` of a cluster that runs is no fault (Debian's own code for it is 2)."""
    words = ["pg_ctlcluster", str(cluster.version), cluster.name, action]
    # To a file: the server inherits the output, and a pipe would never end.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            words, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd="/", check=False, timeout=START_S
        )
        output.seek(0)
        told = output.read().decode(errors="replace").strip()
    if done.returncode not in ((0, 2) if action == "start" else (0,)):
        raise ClusterError(f"{cluster.called}: {told.splitlines()[-1] if told else action}")
