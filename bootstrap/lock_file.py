"""Reads `requirements.lock`: a pip requirements file whose comments say what each package is for and how large it is.

    # for run, test; 16.6 MB
    numpy==2.4.6 \\
        --hash=sha256:...

A size is that of the file that Linux with Python 3.11 takes; `not on Linux` stands for what only Windows needs.
The head carries a digest of the requirements in `pyproject.toml`, so that a lock left behind is noticed.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = "requirements.lock"
RUN = "run"
"""What the program itself needs; the other words are the extras of `pyproject.toml`."""
BUILD = "build"
"""What pyscard is built with, where it has no wheel."""
DIGEST = re.compile(r"^# requirements: sha256 ([0-9a-f]{64})$", re.MULTILINE)
ENTRY = re.compile(
    r"^# for (?P<purposes>[a-z, ]+); (?P<size>[\d.]+ MB|not on Linux)\n"
    r"(?P<line>(?P<name>[a-z0-9-]+)==(?P<version>\S+)[^\n]*\\\n(?:    --hash=[^\n]+\n)+)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """One package: `line` is its text for pip; `size` in bytes, None when Linux does not take it."""

    name: str
    version: str
    purposes: frozenset[str]
    size: float | None
    line: str

    @property
    def hashes(self) -> list[str]:
        """SHA-256 of each file that may be taken, in hexadecimal."""
        return re.findall(r"--hash=sha256:([0-9a-f]{64})", self.line)


def read_lock(text: str) -> list[Locked]:
    """Every package of the lock, in its order."""
    return [
        Locked(
            name=found["name"],
            version=found["version"],
            purposes=frozenset(found["purposes"].split(", ")),
            size=None if found["size"] == "not on Linux" else float(found["size"].removesuffix(" MB")) * 1e6,
            line=found["line"],
        )
        for found in ENTRY.finditer(text)
    ]


def chosen(packages: list[Locked], purposes: set[str]) -> list[Locked]:
    """What Linux needs for these purposes: the extras named and, always, the program and its build."""
    wanted = {RUN, BUILD, *purposes}
    return [package for package in packages if package.purposes & wanted and package.size is not None]


def requirements(pyproject: str) -> dict[str, list[str]]:
    """What `pyproject.toml` asks for, by purpose."""
    project = tomllib.loads(pyproject)["project"]
    return {RUN: project["dependencies"], **project["optional-dependencies"]}


def digest_of(pyproject: str) -> str:
    """Changes when a requirement does, and with nothing else of the file."""
    lines = [
        f"{purpose}: {line}" for purpose, asked in sorted(requirements(pyproject).items()) for line in sorted(asked)
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def fits(lock: str, pyproject: str) -> bool:
    """Whether the lock was made from these requirements."""
    found = DIGEST.search(lock)
    return found is not None and found[1] == digest_of(pyproject)
