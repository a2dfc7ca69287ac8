"""Real printing for tests: ippeveprinter as the device, cupsd as the queue, both on loopback with every file in one
folder; each fault is made for real (paper taken out, supplies emptied, device killed, jam reported by its driver).

`ippeveprinter` will not start without a DNS-SD daemon, so a private D-Bus and Avahi stand beside it.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from kiosk.paths import shipped_config
from tests.helpers.ports import free_port
from tests.helpers.waiting import wait_until

PROGRAMS = ("ippeveprinter", "cupsd", "lpadmin", "avahi-daemon", "dbus-daemon")
_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <auth>ANONYMOUS</auth>
  <allow_anonymous/>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/>
    <allow send_type="method_call"/><allow send_type="signal"/>
  </policy>
</busconfig>
"""
_AVAHI = """[server]
host-name=paper-test
allow-interfaces={interfaces}
use-ipv4=yes
use-ipv6=no
enable-dbus=yes
disallow-other-stacks=no
[publish]
disable-publishing=no
"""
_CUPS_FILES = """ServerRoot {root}
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
Sandboxing relaxed
AccessLog {root}/access_log
ErrorLog {root}/error_log
PageLog {root}/page_log
FileDevice Yes
SystemGroup lpadmin
User {user}
Group {group}
"""


def missing_programs() -> list[str]:
    """What has to be installed before any of this can run."""
    return [name for name in PROGRAMS if shutil.which(name, path=_PATH) is None]


def listens(port: int) -> bool:
    """Whether somebody answers on loopback."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


@contextmanager
def _running(
    argv: list[str], log: Path, environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    # A test run that is killed takes its daemons with it.
    with log.open("ab") as output:
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *argv],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env={"PATH": _PATH, "LC_ALL": "C.UTF-8", **(environment or {})},
            start_new_session=True,
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


@dataclass(kw_only=True)
class Device:
    """One ippeveprinter. What it has printed lies in `tray`."""

    folder: Path
    port: int
    environment: dict[str, str]
    formats: str = "application/pdf"
    _stack: ExitStack = field(default_factory=ExitStack)

    @property
    def uri(self) -> str:
        """Where the device is asked and printed to."""
        return f"ipp://localhost:{self.port}/ipp/print"

    @property
    def tray(self) -> Path:
        """The output tray: one PDF a job, written by the device's own command."""
        return self.folder / "tray"

    def papers(self) -> list[Path]:
        """What has been printed, in order."""
        return sorted(self.tray.glob("*.pdf"), key=lambda paper: paper.stat().st_mtime_ns)

    def switch_on(self) -> None:
        """Start it and load A4."""
        for name in ("tray", "spool"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        argv = ["ippeveprinter", "-d", str(self.folder / "spool"), "-p", str(self.port), "-n", "localhost"]
        argv += ["-f", self.formats, "-r", "off", "-c", str(self._command()), "Paper test"]
        self._stack.enter_context(_running(argv, self.folder / "log", self.environment))
        wait_until(lambda: listens(self.port), "ippeveprinter listens")
        self.load_paper(250)

    def switch_off(self) -> None:
        """Pull the plug."""
        self._stack.close()

    def load_paper(self, sheets: int) -> None:
        """Put A4 into the trays; 0 takes it out."""
        self._press("media", size1="iso_a4_210x297mm", type1="stationery", level1=str(sheets),
                    size3="iso_a4_210x297mm", type3="stationery", level3="25" if sheets else "0")  # fmt: skip

    def set_toner(self, percent: int) -> None:
        """Fill or empty the supplies."""
        self._press("supplies", supply0=str(percent), supply1=str(percent), supply2=str(percent))

    def hold(self, reason: str) -> None:
        """Let the next job meet a fault that its driver reports, until `release`."""
        (self.folder / "fault").write_text(reason, encoding="utf-8")

    def release(self) -> None:
        """Somebody mended it."""
        (self.folder / "fault").unlink(missing_ok=True)

    def spooled(self) -> list[Path]:
        """Documents the device has kept."""
        return [file for file in (self.folder / "spool").rglob("*") if file.is_file()]

    def _press(self, page: str, **values: str) -> None:
        with urlopen(f"http://localhost:{self.port}/{page}?{urlencode(values)}", timeout=10) as answer:
            answer.read()

    def _command(self) -> Path:
        """The device's driver: reports the fault as long as there is one, then drops the sheet into the tray."""
        command = self.folder / "print.sh"
        command.write_text(
            f"""#!/bin/sh
fault={self.folder}/fault
if [ -e "$fault" ]; then
    reason=$(cat "$fault")
    [ "$reason" = abort ] && {{ rm -f "$fault"; exit 1; }}
    [ "$reason" = slow ] || echo "STATE: +$reason" >&2
    while [ -e "$fault" ]; do sleep 0.1; done
    [ "$reason" = slow ] || echo "STATE: -$reason" >&2
fi
cp "$1" "{self.tray}/.$$" && mv "{self.tray}/.$$" "{self.tray}/$(date +%s%N).pdf"
""",
            encoding="utf-8",
        )
        command.chmod(0o755)
        return command


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """One CUPS queue before a device."""

    folder: Path
    port: int
    name: str
    pid: int
    """Of cupsd."""

    @property
    def uri(self) -> str:
        """Where jobs are sent."""
        return f"ipp://localhost:{self.port}/printers/{self.name}"

    def spooled(self) -> list[Path]:
        """Documents the queue has kept (`d…`); control files (`c…`) hold the neutral title only."""
        return [file for file in (self.folder / "spool").rglob("d*") if file.is_file()]


def _own_run_folder() -> list[str]:
    """Avahi's one PID file is compiled in; a mount namespace lets several daemons run beside each other. Where the
    kernel gives none there can be only one at a time."""
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    place = 'mkdir -p /run/avahi-daemon && mount -t tmpfs tmpfs /run/avahi-daemon && exec "$@"'
    mounted = [*alone, "sh", "-c", place, "sh"]
    tried = subprocess.run([*mounted, "true"], env={"PATH": _PATH}, capture_output=True, timeout=10, check=False)
    return mounted if tried.returncode == 0 else []


@contextmanager
def name_service(folder: Path, interfaces: str = "lo") -> Iterator[dict[str, str]]:
    """A D-Bus and an Avahi of their own on these network interfaces; what a program needs in its environment to ask
    them."""
    folder.mkdir(parents=True, exist_ok=True)
    bus = folder / "bus"
    (folder / "bus.conf").write_text(_BUS.format(socket=bus), encoding="utf-8")
    (folder / "avahi.conf").write_text(_AVAHI.format(interfaces=interfaces), encoding="utf-8")
    environment = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={bus}"}
    with ExitStack() as stack:
        argv = ["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork", "--nopidfile"]
        stack.enter_context(_running(argv, folder / "bus.log"))
        wait_until(bus.exists, "dbus-daemon listens")
        argv = [*_own_run_folder(), "avahi-daemon", "-f", str(folder / "avahi.conf")]
        argv += ["--no-drop-root", "--no-chroot", "--no-rlimits"]
        stack.enter_context(_running(argv, folder / "avahi.log", environment))
        wait_until(lambda: b"Server startup complete" in (folder / "avahi.log").read_bytes(), "avahi-daemon is up")
        yield environment


@contextmanager
def device(folder: Path, formats: str = "application/pdf", interfaces: str = "lo") -> Iterator[Device]:
    """A printer that is switched on and takes these formats, with its own D-Bus and Avahi."""
    with name_service(folder, interfaces) as environment, ExitStack() as stack:
        printer = Device(folder=folder, port=free_port(), environment=environment, formats=formats)
        stack.callback(printer.switch_off)
        printer.switch_on()
        yield printer


def _shipped_configuration(port: int, *, shared: bool) -> str:
    """`config/cups/cupsd.conf` or the one for two PCs, on a port of its own; who runs the tests may administer it."""
    name = "cupsd-shared.conf" if shared else "cupsd.conf"
    shipped = (shipped_config() / "cups" / name).read_text(encoding="utf-8")
    listens_at = {"Port 631": f"Port {port}"} if shared else {"Listen localhost:631": f"Listen 127.0.0.1:{port}"}
    own = listens_at | {
        "Listen /run/cups/cups.sock": "",
        "DefaultAuthType Basic": "DefaultAuthType None",
        "    AuthType Default\n    Require user @SYSTEM\n": "",
        "  AuthType Default\n  Require user @SYSTEM\n": "",
    }
    for theirs, ours in own.items():
        if theirs not in shipped:
            raise RuntimeError(f"config/cups/{name} no longer holds {theirs!r}")
        shipped = shipped.replace(theirs, ours)
    return shipped


def _let_through(folder: Path) -> None:
    """The filters run as `lp` and must pass every temporary folder above theirs, however deep it lies."""
    temporary = Path(tempfile.gettempdir()).resolve()
    for parent in folder.resolve().parents:
        if temporary not in parent.parents:
            return
        parent.chmod(parent.stat().st_mode | 0o011)


@contextmanager
def queue(folder: Path, before: Device, name: str = "kiosk", *, shared: bool = False) -> Iterator[Queue]:
    """A cupsd of our own with one driverless queue before the device; `shared` with the other PC."""
    for part in ("", "spool", "spool/tmp", "cache", "state", "ppd", "ssl"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    port = free_port()
    root = os.geteuid() == 0
    user, group = ("lp", "lp") if root else (str(os.geteuid()), str(os.getegid()))
    (folder / "cupsd.conf").write_text(_shipped_configuration(port, shared=shared), encoding="utf-8")
    files = _CUPS_FILES.format(root=folder, user=user, group=group)
    (folder / "cups-files.conf").write_text(files, encoding="utf-8")
    if root:
        for place in (folder, *folder.rglob("*")):
            shutil.chown(place, group="lp")
            place.chmod(0o770 if place.is_dir() else 0o640)
        _let_through(folder)
    argv = ["cupsd", "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
    with _running(argv, folder / "log", before.environment) as process:
        wait_until(lambda: listens(port), "cupsd listens")
        command = ["lpadmin", "-h", f"127.0.0.1:{port}", "-p", name, "-v", before.uri, "-m", "everywhere", "-E"]
        command += ["-o", f"printer-is-shared={str(shared).lower()}"]
        command += ["-o", "printer-error-policy=retry-current-job"]  # else one refused connection stops the queue
        done = subprocess.run(command, env={"PATH": _PATH}, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode:
            raise RuntimeError(f"lpadmin: {done.stderr}")
        yield Queue(folder=folder, port=port, name=name, pid=process.pid)
