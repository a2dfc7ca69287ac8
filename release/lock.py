"""`./station lock`: `requirements.lock` from `pyproject.toml`, with uv's resolver; `--upgrade` takes newer versions.

One resolution for every system and every extra. Of each package the lock holds the hashes of the files that a
promised system takes (Linux x86_64 and Windows amd64, Python 3.11 to 3.13), of the source where one has no wheel.
What stands in the lock already stays, unless `pyproject.toml` asks otherwise. No address of a registry is written.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from packaging.markers import Marker
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

from bootstrap.lock_file import LOCK, ROOT, RUN, digest_of, read_lock, requirements

HEAD = """\
# Made by `./station lock` from pyproject.toml; not written by hand. Installed with pip's --require-hashes.
# Linux x86_64 and Windows amd64, Python 3.11 to 3.13; a size is that of the file for Linux and Python 3.11.
# requirements: sha256 {digest}
"""
PYTHONS = ((3, 11), (3, 12), (3, 13))
GLIBC = 36
"""Debian 12 has glibc 2.36: a wheel that wants a newer one is not taken."""
LINUX = [f"manylinux_2_{minor}_x86_64" for minor in range(GLIBC, 4, -1)]
LINUX += ["manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"]
SYSTEMS = {"linux": LINUX, "win32": ["win_amd64"]}
NAMES = {"linux": ("posix", "Linux", "x86_64"), "win32": ("nt", "Windows", "AMD64")}


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file a registry offers; `size` in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A system the program is promised for."""

    platform: str
    python: tuple[int, int]

    def tags(self) -> list[Tag]:
        """What wheels may be tagged with, best first."""
        places = SYSTEMS[self.platform]
        interpreter = f"cp{self.python[0]}{self.python[1]}"
        return [*cpython_tags(self.python, platforms=places), *compatible_tags(self.python, interpreter, places)]

    def takes(self, marker: str) -> bool:
        """Whether a requirement with this marker is for it."""
        os_name, platform_system, machine = NAMES[self.platform]
        version = f"{self.python[0]}.{self.python[1]}"
        return not marker or Marker(marker).evaluate(
            {
                "sys_platform": self.platform,
                "os_name": os_name,
                "platform_system": platform_system,
                "platform_machine": machine,
                "python_version": version,
                "python_full_version": f"{version}.0",
                "implementation_name": "cpython",
                "platform_python_implementation": "CPython",
            }
        )


ALL = [System(platform=platform, python=python) for platform in SYSTEMS for python in PYTHONS]


def best_wheel(files: Iterable[File], system: System) -> File | None:
    """The one pip takes there."""
    order = {tag: place for place, tag in enumerate(system.tags())}
    ranked = [
        (min(order[tag] for tag in tags), file)
        for file in files
        if file.name.endswith(".whl") and (tags := parse_wheel_filename(file.name)[3] & order.keys())
    ]
    return min(ranked, key=lambda pair: (pair[0], pair[1].name))[1] if ranked else None


def files_of(package: dict[str, Any]) -> tuple[list[File], list[File]]:
    """Wheels and source of one package of a `pylock.toml` (PEP 751)."""
    offered = [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else [])]
    files = [
        File(name=each["url"].rpartition("/")[2], sha256=each["hashes"]["sha256"], size=each["size"])
        for each in offered
    ]
    return [file for file in files if file.name.endswith(".whl")], [
        file for file in files if not file.name.endswith(".whl")
    ]


def entry(package: dict[str, Any], purposes: Iterable[str]) -> str:
    """Its lines in the lock. Raises `ClickException` when a system that takes it finds no file."""
    name, version, marker = package["name"], package["version"], package.get("marker", "")
    wheels, source = files_of(package)
    wanted: set[str] = set()
    linux: File | None = None
    for system in (system for system in ALL if system.takes(marker)):
        found = best_wheel(wheels, system) or next(iter(source), None)
        if found is None:
            raise click.ClickException(f"{name} {version} has no file for {system}")
        wanted.add(found.sha256)
        linux = found if system.platform == "linux" and linux is None else linux
    if not wanted:
        return ""
    size = f"{max(linux.size / 1e6, 0.1):.1f} MB" if linux else "not on Linux"
    condition = f" ; {marker}" if marker else ""
    hashes = " \\\n".join(f"    --hash=sha256:{each}" for each in sorted(wanted))
    return f"# for {', '.join(sorted(purposes))}; {size}\n{name}=={version}{condition} \\\n{hashes}\n"


class Resolver:
    """uv, over the requirements of this `pyproject.toml` and what the lock holds already."""

    def __init__(self, pyproject: Path, kept: Iterable[str], scratch: Path) -> None:
        self._pyproject = pyproject
        self._scratch = scratch
        self._resolved = scratch / "resolved.txt"
        self._resolved.write_text("".join(f"{line}\n" for line in kept), "utf-8")
        self._uv("--all-extras", "--output-file", str(self._resolved))

    def all_packages(self) -> list[dict[str, Any]]:
        """With every file a registry offers."""
        out = self._scratch / "pylock.toml"
        self._uv("--all-extras", "--constraints", str(self._resolved), "--format", "pylock.toml", "-o", str(out))
        packages: list[dict[str, Any]] = tomllib.loads(out.read_text("utf-8"))["packages"]
        return packages

    def names_for(self, purpose: str) -> set[str]:
        """What one purpose needs, by itself."""
        source = self._scratch / f"{purpose}.in"
        source.write_text("\n".join(requirements(self._pyproject.read_text("utf-8"))[purpose]), "utf-8")
        out = self._scratch / f"{purpose}.txt"
        self._uv("--constraints", str(self._resolved), "--no-annotate", "-o", str(out), source=source)
        return set(names_in(out.read_text("utf-8")))

    def _uv(self, *words: str, source: Path | None = None) -> None:
        uv = Path(sys.executable).parent / "uv"
        asked = [str(uv), "pip", "compile", str(source or self._pyproject), "--universal", "--python-version", "3.11"]
        run = subprocess.run([*asked, "--no-header", "--quiet", *words], capture_output=True, text=True, check=False)
        if run.returncode != 0:
            raise click.ClickException(run.stderr.strip())


def names_in(text: str) -> Iterator[str]:
    """The packages of a requirements file."""
    for found in re.finditer(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==", text, re.MULTILINE):
        yield canonicalize_name(found[1])


def make(pyproject: Path, old: str) -> str:
    """The text of the lock. `old` is the lock whose versions are kept; empty for none."""
    text = pyproject.read_text("utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        kept = sorted({f"{package.name}=={package.version}" for package in read_lock(old)})
        resolver = Resolver(pyproject, kept, Path(scratch))
        needed = {purpose: resolver.names_for(purpose) for purpose in sorted(requirements(text))}
        entries = []
        for package in resolver.all_packages():
            purposes = {purpose for purpose, names in needed.items() if package["name"] in names}
            entries.append(entry(package, purposes or {RUN}))
    return "\n".join([HEAD.format(digest=digest_of(text)), *(each for each in entries if each)])


@click.command
@click.option("--upgrade", is_flag=True, help="Take the newest of what pyproject.toml does not pin.")
def main(*, upgrade: bool) -> None:
    """Write requirements.lock anew from pyproject.toml."""
    place = ROOT / LOCK
    old = place.read_text("utf-8") if place.exists() else ""
    new = make(ROOT / "pyproject.toml", "" if upgrade else old)
    place.write_text(new, "utf-8")
    before, after = ({f"{each.name} {each.version}" for each in read_lock(text)} for text in (old, new))
    for line in sorted(before - after):
        click.echo(f"- {line}")
    for line in sorted(after - before):
        click.echo(f"+ {line}")
    click.echo(f"{LOCK}: {len(after)} packages")


if __name__ == "__main__":
    main()
