"""Starts a portal program as an ordinary user with Chromium's sandbox on, and speaks the kiosk's messages to it."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.filing.messages import Alive, FromKiosk, FromPortal, Outcome, PortalVisit, Ready
from kiosk.filing.wire import packed, read_from_portal

ROOT = Path(__file__).resolve().parents[3]
ORDINARY = 65534
"""The uid and gid of a user who may nothing."""


@dataclass(slots=True)
class Home:
    """A private home of the ordinary user; its NSS database trusts this authority. Removed by `remove`."""

    authority: bytes
    folder: Path = field(init=False)

    def __post_init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="portal-home-"))
        store = self.folder / ".pki" / "nssdb"
        store.mkdir(parents=True)
        pem = self.folder / "authority.pem"
        pem.write_bytes(self.authority)
        database = f"sql:{store}"
        for words in (
            ["-N", "--empty-password"],
            ["-A", "-n", "practice portals", "-t", "C,,", "-i", str(pem)],
        ):
            subprocess.run(["certutil", "-d", database, *words], check=True, capture_output=True)
        if os.geteuid() == 0:
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, ORDINARY, ORDINARY)

    def files(self) -> dict[Path, bytes]:
        """Every file in it, and what stands in it."""
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def remove(self) -> None:
        """With all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Started:
    """One process of `module`; its messages are collected by a thread of its own."""

    def __init__(self, home: Home, module: str, words: Sequence[str]) -> None:
        self.home = home.folder
        self._here, there = socket.socketpair()
        os.set_inheritable(there.fileno(), True)
        command = [sys.executable, "-m", "tests.portal.hand.inside", str(there.fileno()), module, *words]
        command = [*as_ordinary(), *command]
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115 -- `close` closes it
        self.process = subprocess.Popen(
            command,
            cwd=home.folder,
            env=environment_of(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            pass_fds=[there.fileno()],
            start_new_session=True,
        )
        there.close()
        self._here.settimeout(30)
        self.hand = self._here.makefile("rw", encoding="utf-8")
        self.messages: queue.Queue[FromPortal | None] = queue.Queue()
        self.heard: list[FromPortal] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def say(self, message: FromKiosk) -> None:
        """To the process, as the kiosk says it."""
        assert self.process.stdin is not None
        self.process.stdin.write(packed(message))
        self.process.stdin.flush()

    def wait_for(self, holds: Callable[[FromPortal], bool], patience_s: float = 30.0) -> FromPortal:
        """The first message that fits, those heard before included. Raises `TimeoutError` with what went wrong."""
        for message in self.heard:
            if holds(message):
                return message
        ends = time.monotonic() + patience_s
        while (left := ends - time.monotonic()) > 0:
            try:
                heard = self.messages.get(timeout=left)
            except queue.Empty:
                break
            if heard is None:
                raise EOFError(f"the process has ended: {self.complaints()}")
            self.heard.append(heard)
            if holds(heard):
                return heard
        raise TimeoutError(f"heard {self.heard[-5:]}; {self.complaints()}")

    def begin(self, visit: PortalVisit) -> None:
        """Wait for the browser, then hand over the visit."""
        self.wait_for(lambda message: isinstance(message, Ready), 60)
        self.say(visit)

    def outcome(self, patience_s: float = 30.0) -> FromPortal:
        """How it ended; the process is over afterwards."""
        told = self.wait_for(lambda message: isinstance(message, Outcome), patience_s)
        self.process.wait(15)
        return told

    def alive(self) -> bool:
        """Whether it still says so: a new sign of life within a few seconds."""
        while not self.messages.empty():
            if (message := self.messages.get()) is not None:
                self.heard.append(message)
        try:
            while (message := self.messages.get(timeout=6)) is not None:
                self.heard.append(message)
                if isinstance(message, Alive):
                    return self.process.poll() is None
        except queue.Empty:
            return False
        return False

    def complaints(self) -> str:
        """The end of what it wrote to standard error."""
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")[-1500:]

    def processes(self) -> list[int]:
        """This process and everything that came from it."""
        return processes_of_session(self.process.pid)

    def kill(self) -> None:
        """With kill -9, as a power cut ends it; Chromium's processes follow by themselves or are ended too."""
        for number in self.processes():
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.process.wait(15)

    def close(self) -> None:
        """Ended if it still lives, and nothing of it kept."""
        self.kill()
        self._reader.join(10)
        for each in (self.process.stdin, self.process.stdout, self.errors, self.hand, self._here):
            if each is not None:
                with suppress(OSError):
                    each.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        stream = self.process.stdout
        try:
            while (message := read_from_portal(lambda most: os.read(stream.fileno(), most))) is not None:
                self.messages.put(message)
        finally:
            self.messages.put(None)


def processes_of_session(session: int) -> list[int]:
    """Every living process of this session; Chromium's own ones stay in it."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(folder.name))
    return found


def as_ordinary() -> tuple[str, ...]:
    """Before a command of root: what makes it an ordinary user's, so that Chromium's sandbox is on."""
    if os.geteuid() != 0:
        return ()
    return ("setpriv", f"--reuid={ORDINARY}", f"--regid={ORDINARY}", "--clear-groups", "--no-new-privs", "--")


def environment_of(home: Home) -> dict[str, str]:
    """Only what an ordinary user's session has."""
    compiled = {"PYTHONPYCACHEPREFIX": sys.pycache_prefix} if sys.pycache_prefix else {}  # read, never written
    return compiled | {
        "HOME": str(home.folder),
        "XDG_RUNTIME_DIR": str(home.folder),
        "TMPDIR": str(home.folder),
        "PATH": f"{home.folder}/bin:{os.defpath}",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
