"""The virtual environment: made, filled from the lock with `--require-hashes`, made anew when it was left half-way.

While something is written into it a mark lies in it; whoever finds the mark, or an environment whose pip does not
answer, throws it away and begins again: a package half unpacked looks installed to pip for ever. What was fetched
before is in pip's cache. Packages are fetched first, all of them, and unpacked then: without a network, or cut while
fetching, the environment stays as it was.

pyscard has no wheel for Linux. What it is built with stands in the lock too and is put into the environment before,
because pip does not check the hashes of what it fetches for a build by itself.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bootstrap.lock_file import BUILD, Locked
from bootstrap.pip import COMPILED, PipError, fetch, unpack
from bootstrap.words import megabytes, say

HALF = ".station-half"
"""The mark: somebody writes into this environment, or was cut doing so."""
BUILT_FROM_SOURCE = "pyscard"
FETCHED = "fetched-"
"""Begin of the name of a folder in the environment that holds what pip has fetched."""


class Venv:
    """The environment in this folder, which need not be there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "bin" / "python"

    def holds(self, packages: list[Locked]) -> bool:
        """Whether each is in it, whole and in this version; what else is in it does no harm."""
        if (self.folder / HALF).exists() or not self.python.exists():
            return False
        return {(package.name, package.version) for package in packages} <= set(installed(self.folder))

    def is_half(self) -> bool:
        """Something is there that was cut: by the mark, or because its pip does not answer."""
        if not self.folder.exists():
            return False
        if (self.folder / HALF).exists() or not self.python.exists():
            return True
        asked = [str(self.python), "-m", "pip", "--version"]
        return subprocess.run(asked, capture_output=True, check=False).returncode != 0

    def make(self) -> None:
        """From this Python, empty but for pip. Raises `PipError` when the folder is somebody's, or Python cannot."""
        if self.folder.exists():
            if not is_ours(self.folder):
                raise PipError(f"{self.folder} is not a virtual environment and not empty")
            say("môi trường Python dở dang, làm lại từ đầu", "the virtual environment is half made: made anew")
            shutil.rmtree(self.folder)
        say("đang tạo môi trường Python riêng", "making the virtual environment")
        self.folder.mkdir(parents=True)
        with self._being_written():
            made = subprocess.run([sys.executable, "-m", "venv", str(self.folder)], capture_output=True, check=False)
            if made.returncode != 0:
                raise PipError((made.stderr or made.stdout).decode(errors="replace")[-2000:])

    def fill(self, packages: list[Locked]) -> None:
        """Put in what is not there yet. Raises `PipError`."""
        there = set(installed(self.folder))
        missing = [package for package in packages if (package.name, package.version) not in there]
        first = [package for package in missing if BUILD in package.purposes]
        then = [package for package in missing if BUILD not in package.purposes]
        size = sum(package.size or 0 for package in missing)
        if missing:
            say(
                f"đang cài {len(missing)} gói Python, {megabytes(size)}",
                f"installing {len(missing)} Python packages, {megabytes(size)}",
            )
        for part, source in ((first, ""), (then, BUILT_FROM_SOURCE)):
            if part:
                self._put_in(part, source)

    def _put_in(self, packages: list[Locked], source: str) -> None:
        for left in self.folder.glob(f"{FETCHED}*"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(prefix=FETCHED, dir=self.folder) as folder:
            fetch(self.python, packages, Path(folder), source=source)
            with self._being_written():
                unpack(self.python, packages, Path(folder), site=site_packages(self.folder))

    @contextmanager
    def _being_written(self) -> Iterator[None]:
        """The mark lies there until the end was reached: a cut or a failure leaves it."""
        mark = self.folder / HALF
        mark.touch()
        yield
        mark.unlink()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else sets up this environment meanwhile; waits for who does."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    held = os.open(folder.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("một lệnh khác đang cài đặt, xin chờ", "another command is setting up; waiting for it")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def is_ours(folder: Path) -> bool:
    """An environment, whole or half, or an empty folder: never somebody's own files."""
    names = {path.name for path in folder.iterdir()}
    return names <= {COMPILED} or HALF in names or "pyvenv.cfg" in names


def site_packages(folder: Path) -> Path:
    """The folder that the interpreter of the environment `folder` imports from, whatever its minor version."""
    return next(folder.glob("lib/python3*/site-packages"))


def installed(folder: Path) -> Iterator[tuple[str, str]]:
    """Name (as the lock writes it) and version of each package in it that is whole."""
    for path in folder.glob("lib/python3*/site-packages/*.dist-info"):
        name, _, version = path.name.removesuffix(".dist-info").partition("-")
        if (path / "RECORD").exists():
            yield re.sub(r"[-_.]+", "-", name).lower(), version
