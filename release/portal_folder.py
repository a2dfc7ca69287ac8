"""The portal's own folder: frozen by PyInstaller, then without everything that the kiosk's frozen folder has.

Both are built from the same wheels by the same Python, so what lies at the same place is the same file; where it is
not, the build stops. What is left is QtWebEngine, the program and its screens.
"""

from __future__ import annotations

import filecmp
import importlib.util
import marshal
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from release.folder import ROOT, source_date, strip

FROZEN = ROOT / "dist" / "kiosk-dvc-portal"
OWN = ROOT / "build" / "portal-own"
PORTAL_WORK = ROOT / "build" / "portal-pyinstaller"
PROGRAM = "kiosk-dvc-portal"


class DifferentError(Exception):
    """A file of the portal is not the kiosk's at the same place; names it."""


def build_portal_folder(kiosk: Path) -> Path:
    """Freeze the portal and take out what `kiosk`, the kiosk's frozen folder, has. Raises `DifferentError`."""
    shutil.rmtree(FROZEN, ignore_errors=True)
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places]
    fixed = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(source_date())}
    subprocess.run([*command, "portal-pyinstaller.spec"], cwd=ROOT, check=True, env={**os.environ, **fixed})
    strip(FROZEN / "_internal")
    return without(FROZEN, kiosk, OWN)


def without(frozen: Path, kiosk: Path, own: Path) -> Path:
    """The files of `frozen` that `kiosk` does not have, copied to `own`. Raises `DifferentError`."""
    shutil.rmtree(own, ignore_errors=True)
    for file in sorted(path for path in frozen.rglob("*") if path.is_file() or path.is_symlink()):
        place = file.relative_to(frozen)
        there = kiosk / place
        if there.exists() or there.is_symlink():
            _must_be_the_same(file, there, place)
            continue
        (own / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, own / place, follow_symlinks=False)
    return own


def _must_be_the_same(file: Path, there: Path, place: Path) -> None:
    if file.is_symlink() or there.is_symlink():
        same = file.is_symlink() and there.is_symlink() and file.readlink() == there.readlink()
    else:
        same = filecmp.cmp(file, there, shallow=False) or (place.suffix == ".zip" and same_byte_code(file, there))
    if not same:
        raise DifferentError(f"{place} differs from the kiosk's")


def same_byte_code(one: Path, other: Path) -> bool:
    """Whether two archives hold the same modules. Python writes equal code in different bytes: which constants are
    marked for a second use hangs on what else the compiling process held."""
    with zipfile.ZipFile(one) as ours, zipfile.ZipFile(other) as theirs:
        return ours.namelist() == theirs.namelist() and all(
            _code(ours.read(name)) == _code(theirs.read(name)) for name in ours.namelist()
        )


def _code(member: bytes) -> object:
    """What a `.pyc` says, without its head (PEP 552)."""
    return marshal.loads(member[16:]) if member[:4] == importlib.util.MAGIC_NUMBER else member  # noqa: S302 our own build
