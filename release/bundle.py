"""What of others lies in the frozen folder: read from PyInstaller's own list of what it collected.

A distribution is a wheel of the environment; it counts when one of its files was collected. Nothing is guessed from
names. The Debian packages the program needs are not bundled; `release.debian` lists them as dependencies.
"""

from __future__ import annotations

import ast
import importlib.metadata
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from release.folder import WORK

LICENCE_NAMES = ("licen", "copying", "notice", "authors", "copyright")

SAID_MORE_EXACTLY = {"pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception"}
"""Where a wheel's own field is short: what of PyInstaller is frozen may be used with a program of any licence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundled:
    """One wheel in the folder, in the words of its own metadata."""

    name: str
    version: str
    licence: str
    home: str
    notices: tuple[Path, ...]
    """Licence and notice files of the wheel."""


def bundled(work: Path = WORK) -> list[Bundled]:
    """Every wheel that a file of the frozen folder comes from, by name. Raises `ValueError` where this environment is
    not the one that froze it: no licence may be missing from a package."""
    site = Path(sysconfig.get_paths()["purelib"]).resolve()
    sources = {path for toc in ("COLLECT-00.toc", "PYZ-00.toc") for path in _sources(work / toc, site)}
    found = [described(dist) for dist in importlib.metadata.distributions(path=[str(site)]) if _holds(dist, sources)]
    if not found:
        raise ValueError(f"the folder was frozen from another environment than {site}")
    return sorted(found, key=lambda one: one.name.lower())


def _sources(toc: Path, site: Path) -> set[str]:
    """The collected files below the wheels' folder, relative to it."""
    listed = ast.literal_eval(toc.read_text(encoding="utf-8"))
    rows = [row for part in listed if isinstance(part, list) for row in part if isinstance(row, tuple)]
    files = [Path(row[1]) for row in rows if len(row) > 1 and isinstance(row[1], str) and row[1].startswith("/")]
    return {str(path.relative_to(site)) for path in files if path.is_relative_to(site)}


def _holds(dist: importlib.metadata.Distribution, sources: set[str]) -> bool:
    return any(str(path) in sources for path in dist.files or () if ".dist-info" not in str(path))


def described(dist: importlib.metadata.Distribution) -> Bundled:
    """A wheel in the words of its own metadata."""
    classes = dist.metadata.get_all("Classifier") or []
    told = [line.rpartition(" :: ")[2] for line in classes if line.startswith("License ::")]
    licence = (
        SAID_MORE_EXACTLY.get(dist.name)
        or _field(dist, "License-Expression")
        or "; ".join(told)
        or _field(dist, "License")
    )
    files = [Path(str(dist.locate_file(path))) for path in dist.files or () if _is_notice(str(path))]
    home = _field(dist, "Home-page") or _field(dist, "Project-URL").rpartition(", ")[2]
    return Bundled(
        name=dist.name,
        version=dist.version,
        licence=(licence or "see the notices").splitlines()[0][:200],
        home=home,
        notices=tuple(sorted(path for path in files if path.is_file())),
    )


def _field(dist: importlib.metadata.Distribution, name: str) -> str:
    return str((dist.metadata.get_all(name) or [""])[0])


def _is_notice(place: str) -> bool:
    parts = place.lower().split("/")
    inside = ".dist-info" in parts[0] and (parts[-1].startswith(LICENCE_NAMES) or "licenses" in parts)
    return inside and not parts[-1].endswith(".py")
