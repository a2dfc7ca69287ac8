"""`kiosk province set-up | init`: the province's server from Debian's PostgreSQL to "PCs may be enrolled".

Both may be run again at any time: after an update of the content, with another name of the server, after a fault.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.faults import refused
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenCommand
from kiosk.cli.progress import waiting
from kiosk.cli.province_options import ca_option, database_of, dsn_option, hosts_option
from kiosk.cli.spoken import say
from kiosk.clock import Clock
from kiosk.countable import read_countable
from kiosk.counts import authority_folder, debian_cluster, province, province_database, tidy_timer
from kiosk.i18n import Text
from kiosk.station.content import station_pack

DATABASE = "counts"
USUAL_PORT = "5432"
_CERTIFICATES = Text(
    "Chứng thư ở {ca}. Giữ ca.key ở nơi khác, không nối mạng, khi không thêm máy.",
    "Certificates are in {ca}. Keep ca.key elsewhere, offline, while no PC is enrolled.",
)
_LAID = Text("{cluster}: đã đặt {files}", "{cluster}: put {files} in place")
_AS_BEFORE = Text("{cluster}: thiết lập đã đúng", "{cluster}: settings are right already")
_READY = Text(
    "Cơ sở dữ liệu {database} sẵn sàng, đếm được {pairs} mục.",
    "The database {database} is ready, {pairs} pairs may be counted.",
)
_TIDIED = Text(
    "Hẹn giờ dọn mỗi phút: kiosk-counts-tidy.timer", "The timer that tidies every minute: kiosk-counts-tidy.timer"
)
_NO_SYSTEMD = Text(
    "Không có systemd ở đây: tự cho chạy mỗi phút: {command}",
    "There is no systemd here: run this every minute: {command}",
)
_NEXT = Text(
    "Máy ở xã gọi máy chủ này bằng tên {host}, cổng {port}. Thêm một máy: {enrol}",
    "PCs call this server by the name {host}, port {port}. Enrol one: {enrol}",
)
_INIT_NEXT = Text(
    "Tiếp theo: đặt server.crt, server.key, ca.crt của {ca} vào thư mục dữ liệu của máy chủ, cùng pg_hba.conf, "
    "pg_ident.conf và postgresql.conf của {files}.",
    "Next: put server.crt, server.key and ca.crt of {ca} into the server's data folder, with pg_hba.conf, "
    "pg_ident.conf and postgresql.conf of {files}.",
)


@click.command("set-up", cls=SpokenCommand)
@hosts_option
@ca_option
@click.option("--cluster", "called", help="Debian's name of the PostgreSQL, like 15/main; else the only one.")
@given_clock
def set_up(clock: Clock, hosts: tuple[str, ...], ca: Path, called: str | None) -> None:
    """Make Debian's PostgreSQL of this computer the province's: settings, certificates, database, roles, timer."""
    if os.geteuid() != 0:
        raise refused("Cần quyền root: chạy lại bằng sudo.", "This needs root: run it again with sudo.")
    cluster = debian_cluster.find_cluster(called)
    debian_cluster.demand_no_other_databases(cluster, DATABASE)
    authority_folder.make(ca, hosts, clock.utc())
    say(_CERTIFICATES, ca=ca)
    with waiting():
        laid = debian_cluster.lay(cluster, paths.shipped_config() / "province", ca)
    say(_LAID if laid else _AS_BEFORE, cluster=cluster.called, files=", ".join(path.name for path in laid))
    with database_of(cluster.dsn("postgres")) as database:
        province_database.make_database(database, DATABASE)
    say(_READY, database=DATABASE, pairs=_prepared(cluster.dsn(DATABASE)))
    _keep_tidy(() if cluster.port == USUAL_PORT else ("--dsn", f"port={cluster.port} dbname=counts user=postgres"))
    say(_NEXT, host=hosts[0], port=cluster.port, enrol="sudo ./station kiosk province enrol --help")


def _keep_tidy(further: Sequence[str]) -> None:
    command = (*_program(), "province", "tidy", *further)
    if tidy_timer.install(command, paths.root()):
        say(_TIDIED)
    else:
        say(_NO_SYSTEMD, command=" ".join(command))


def _program() -> tuple[str, ...]:
    """How this very program is started."""
    return (sys.executable,) if paths.is_installed() else (sys.executable, "-P", "-m", "ui")


@click.command(cls=SpokenCommand)
@dsn_option
@ca_option
@hosts_option
@given_clock
def init(clock: Clock, dsn: str, ca: Path, hosts: tuple[str, ...]) -> None:
    """Tables, roles and catalogue only, on a server that somebody else sets up; the authority if there is none."""
    _make_authority_and(dsn, ca, hosts, clock.utc())
    say(_INIT_NEXT, ca=ca, files=paths.shipped_config() / "province")


def _make_authority_and(dsn: str, ca: Path, hosts: Sequence[str], now: datetime) -> None:
    pairs = _prepared(dsn)
    authority_folder.make(ca, hosts, now)
    say(_READY, database=DATABASE, pairs=pairs)


def _prepared(dsn: str) -> int:
    """Tables, roles and the catalogue of the content in force."""
    pack = station_pack(paths.state())
    with database_of(dsn) as database:
        return province.prepare(database, read_countable(pack), paths.shipped_config() / "province")
