"""A Wine prefix of its own, made once a process: 64-bit, "Windows 10", with what Wine 8 lacks of a Windows 10.

Standing streams are pipes (Wine 8's Python dies with a file or nothing there), and no display is set, so that the
prefix and the program agree on having none.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from release.folder import ROOT
from tests.windows.missing_libraries import put_into

PROGRAM, SERVER = "/usr/lib/wine/wine64", "/usr/lib/wine/wineserver64"
LIBRARIES = "usr/lib/x86_64-linux-gnu/wine/x86_64-windows"
TIMEOUT_S = 1800
OVERRIDES = "mscoree,mshtml=;ucrtbase=n,b"
"""No .NET, no browser; the C library with complex numbers before Wine's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wine:
    """How a Wine and its server are called, and where its own libraries for Windows lie."""

    program: tuple[str, ...]
    server: tuple[str, ...]
    libraries: Path


OF_THIS_MACHINE = Wine(program=(PROGRAM,), server=(SERVER,), libraries=Path("/", LIBRARIES))


def of_another_debian(root: Path) -> Wine:
    """The Wine of the Debian in the folder `root`, which sees the places of this one that tests use.

    Each call has its own mounts, which nobody else sees and which end with it: no root is needed, where the kernel
    lets everybody have a name space.
    """
    places = ["/dev", "/proc", "/sys", str(ROOT), str(Path(tempfile.gettempdir()).resolve())]
    script = (
        'root=$1; shift; while [ "$1" != -- ]; do mkdir -p "$root$1"; mount --rbind "$1" "$root$1"; shift; done\n'
    )
    script += 'shift; exec chroot "$root" "$@"'
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    called = (*alone, "sh", "-ec", script, "sh", str(root), *places, "--")
    return Wine(program=(*called, PROGRAM), server=(*called, SERVER), libraries=root / LIBRARIES)


class Prefix:
    """`folder` is the prefix; paths of Windows are strings, `C:\\…`."""

    def __init__(self, folder: Path, wine: Wine = OF_THIS_MACHINE) -> None:
        self.folder = folder
        self._wine = wine
        self.drive = folder / "drive_c"

    @contextmanager
    def served(self) -> Iterator[None]:
        """Keep Wine's server and Windows' services running meanwhile; else each program starts its own, and waits."""
        self.folder.mkdir(parents=True, exist_ok=True)
        environment = self._environment(OVERRIDES, {})
        with subprocess.Popen([*self._wine.server, "-f", "-p"], env=environment, stdin=subprocess.DEVNULL) as server:
            try:
                # The services keep the standard streams of who starts them: a pipe of ours would never end.
                nowhere = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
                booted = [*self._wine.program, "wineboot", "-i"]
                subprocess.run(
                    booted, env=environment, stdin=subprocess.DEVNULL, **nowhere, timeout=TIMEOUT_S, check=False
                )
                yield
            finally:
                subprocess.run([*self._wine.server, "-k"], env=environment, check=False)
                server.wait(TIMEOUT_S)

    def make(self, program: Path) -> None:
        """Lay the prefix and the libraries that `program`, a folder for Windows, needs and Wine has not.

        Not while it is served: what is booted meanwhile would hold our pipes.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self.run("wineboot", "-i", overrides="mscoree,mshtml=")
        self.run("winecfg", "-v", "win10", overrides="mscoree,mshtml=")
        put_into(self.drive / "windows" / "system32", program, self._wine.libraries)

    def run(self, *words: str, overrides: str = OVERRIDES, folder: Path | None = None, **more: str) -> Done:
        """Run one program to its end, at most half an hour; in a folder of this system, where one is named."""
        done = subprocess.run(
            [*self._wine.program, *words],
            env=self._environment(overrides, more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT_S,
            check=False,
            cwd=folder,
        )
        return Done(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    @contextmanager
    def started(self, *words: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
        """A program that runs meanwhile; it is ended at the latest when the block is left."""
        environment = self._environment(OVERRIDES, more)
        with subprocess.Popen(
            [*self._wine.program, *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as program:
            try:
                yield program
            finally:
                program.kill()

    def _environment(self, overrides: str, more: Mapping[str, str]) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LC_ALL"}}
        told = {"WINEPREFIX": str(self.folder), "WINESERVER": SERVER, "WINEDEBUG": "-all"}
        return {**kept, **told, "WINEDLLOVERRIDES": overrides, "QT_QPA_PLATFORM": "offscreen", **more}

    def registered(self, key: str, value: str) -> str:
        """A value of the registry as `reg` tells it, such as `0x1`; empty when there is none."""
        told = self.run("reg", "query", key, "/v", value)
        return told.out.split()[-1] if told.code == 0 else ""

    def at(self, place: str) -> Path:
        """Where a path of Windows on `C:` lies here."""
        return self.drive.joinpath(*place.removeprefix("C:\\").split("\\"))


class Done:
    """How a program ended, and what it said."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err
