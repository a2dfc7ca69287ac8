"""A fresh Debian 12 with its own systemd: debootstrap makes it, systemd-nspawn boots it, root only.

Its systemd is the real one: users, masks, notify, watchdog, start limits and OnFailure= are not imitated. There is
no screen, no input device, no kernel of its own; kernel settings (SysRq) and device rules cannot be seen here.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

SUITE = "bookworm"
BASE = "systemd,systemd-sysv,dbus,udev"
CGROUPS = (Path("/sys/fs/cgroup/systemd"), Path("/sys/fs/cgroup/unified"), Path("/sys/fs/cgroup"))
MEMORY = Path("/sys/fs/cgroup/memory")
GROUP = "kiosk-verify"
PLAIN = ("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive")


class Machine:
    """One machine in a folder. Made by `made`, then `boot`, `run`, `halt`; use as a context manager."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._nspawn: subprocess.Popen[bytes] | None = None
        self.beside: list[subprocess.Popen[bytes]] = []
        """Programs of this PC that stand beside the machine, such as a printer; they end with it."""

    @classmethod
    def made(cls, root: Path, cache: Path, also: Sequence[str] = ()) -> Machine:
        """A fresh minimal Debian 12 in `root` with these packages too; downloaded ones are kept in `cache`."""
        cache.mkdir(parents=True, exist_ok=True)
        options = ["--variant=minbase", f"--include={','.join((BASE, *also))}", f"--cache-dir={cache}"]
        subprocess.run(["debootstrap", *options, SUITE, root], check=True, stdout=subprocess.DEVNULL)
        return cls(root)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.halt()
        shutil.rmtree(self.root, ignore_errors=True)

    def change_root(self, command: str) -> None:
        """Run a shell command in the machine while it is off, with this PC's network. Raises `RuntimeError`."""
        if code := self._start("--console=pipe", "--as-pid2", *PLAIN, "sh", "-ec", command).wait():
            raise RuntimeError(
                f"{command!r} ended with {code}:\n" + self._console.read_text(errors="replace")[-3000:]
            )

    def boot(self) -> None:
        """Start its systemd as PID 1, without network, and wait until it is up."""
        self._nspawn = self._start("--boot", "--private-network", "--console=pipe")
        wait_for(lambda: self._leader() is not None, "the machine's first process", 20)
        up = ("running", "degraded")
        wait_for(lambda: self.run("systemctl is-system-running", check=False).strip() in up, "a running system", 90)
        self._have_memory_held()

    def _have_memory_held(self) -> None:
        """Where this PC's kernel still counts memory in a hierarchy of its own (cgroup v1), a container may only look
        at it. Opened for its systemd, that takes it up and holds every unit's limit."""
        if (self.opened / MEMORY.relative_to("/") / "tasks").exists():
            self.run(f"mount -o remount,bind,rw {MEMORY}; systemctl daemon-reexec")

    @property
    def _console(self) -> Path:
        return self.root.parent / "console.log"

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        machine = ["systemd-nspawn", "--quiet", "-D", str(self.root), *words]
        if not Path("/run/systemd/system").exists():
            machine[1:1] = ["--register=no", "--keep-unit"]
        moved = "".join(f"echo $$ >{place}; " for place in _group())
        command = ["sh", "-c", f'{moved}exec "$@"', "sh", *machine]
        with self._console.open("ab") as log:
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def run(self, command: str, *, check: bool = True) -> str:
        """What a shell command inside the running machine prints. Raises `CalledProcessError` when it fails."""
        inside = self._entered("-m", "-u", "-i", "-n", "-p", "-C", "-r", "-w")
        done = subprocess.run([*inside, *PLAIN, "sh", "-ec", command], capture_output=True, text=True, check=False)
        if check and done.returncode:
            raise RuntimeError(
                f"{command!r} ended with {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
            )
        return done.stdout

    def in_its_network(self, command: list[str]) -> list[str]:
        """This PC's command, to be run with the machine's network and this PC's files."""
        return [*self._entered("-n"), *command]

    def _entered(self, *spaces: str) -> list[str]:
        return ["nsenter", "-t", str(self.leader), *spaces]

    @property
    def leader(self) -> int:
        """This PC's number of its first process. Raises `RuntimeError` while it is off."""
        leader = self._leader()
        if leader is None:
            raise RuntimeError("the machine is off")
        return leader

    def processes(self, program: str, *words: str) -> list[int]:
        """This PC's numbers of the machine's processes that run `program` with exactly these words."""
        leader = self._leader()
        if leader is None:
            return []
        space = str(Path(f"/proc/{leader}/ns/pid").readlink())
        return [pid for pid in _pids() if _runs(pid, space, program, words)]

    @property
    def opened(self) -> Path:
        """Its root as it sees it while it runs, with everything mounted inside."""
        return Path(f"/proc/{self._leader()}/root")

    def halt(self) -> None:
        """Switch the machine off, and what stands beside it; by force when it does not go."""
        while self.beside:
            self.beside.pop().kill()
        if self._nspawn is None:
            return
        if self._nspawn.poll() is None and (leader := self._leader()) is not None:
            os.kill(leader, signal.SIGRTMIN + 4)  # systemd(1): start poweroff.target
        try:
            self._nspawn.wait(timeout=60)
        except subprocess.TimeoutExpired:
            if (leader := self._leader()) is not None:
                os.kill(leader, signal.SIGKILL)
            self._nspawn.kill()
            self._nspawn.wait()
        self._nspawn = None
        _leave_no_group()

    def _leader(self) -> int | None:
        if self._nspawn is None:
            return None
        children = Path(f"/proc/{self._nspawn.pid}/task/{self._nspawn.pid}/children")
        found = [int(word) for word in children.read_text().split()] if children.exists() else []
        booted = [pid for pid in found if _name(pid) in {"systemd", "init"}]
        return booted[0] if booted else None


def wait_for(seen: Callable[[], bool], what: str, seconds: float) -> float:
    """Seconds until `seen`; raises `TimeoutError` naming `what`."""
    started = time.monotonic()
    while not seen():
        if time.monotonic() - started > seconds:
            raise TimeoutError(f"not seen in {seconds:.0f} s: {what}")
        time.sleep(0.3)
    return time.monotonic() - started


def _group() -> list[Path]:
    """Where nspawn notes itself before it starts, so that the machine's control groups hang below a group of ours."""
    if Path("/run/systemd/system").exists():
        return []
    groups = [top / GROUP for top in CGROUPS if (top / "cgroup.procs").exists()]
    groups += [own / GROUP for own in _own_memory()]
    for group in groups:
        group.mkdir(exist_ok=True)
    return [group / "cgroup.procs" for group in groups]


def _own_memory() -> list[Path]:
    """The group in which this process's memory is counted: below it whatever limits us limits the machine too."""
    rows = [line.split(":", 2) for line in Path("/proc/self/cgroup").read_text().splitlines()]
    return [MEMORY / path.lstrip("/") for _, controllers, path in rows if controllers == "memory"]


def _leave_no_group() -> None:
    for own in _own_memory():
        for folder, _, _ in os.walk(own / GROUP, topdown=False):
            with suppress(OSError):  # somebody is still in it
                Path(folder).rmdir()


def _pids() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def _runs(pid: int, space: str, program: str, words: tuple[str, ...]) -> bool:
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").rstrip("\0").split("\0")
        return str(Path(f"/proc/{pid}/ns/pid").readlink()) == space and line == [program, *words]
    except OSError:
        return False
