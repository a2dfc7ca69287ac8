"""The folder that is installed on Windows: CPython's embeddable package, the wheels, the program, all as they are.

    kiosk-dvc.exe kiosk-dvcw.exe   the launchers, with and without a console
    kiosk-dvc-chosen.exe …-screen.exe   what the installer lays beside the releases
    python311.dll …                CPython
    site/                          the wheels, judged by the same allow-list as Debian's package
    app/                           kiosk, devices, ui, assets, config
    doc/                           licences, notices, bill of materials

The same sources and wheels give the same files: every file carries the date of the last commit.
"""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from kiosk.paths import version
from release.allow_list import belongs
from release.bundle import described
from release.folder import ROOT, source_date
from release.notices import write_windows_notices
from release.sbom import write_sbom
from release.windows.wheels import fetch

OWN = ("kiosk", "devices", "ui", "assets", "config")
HERE = Path(__file__).resolve().parent
DEPLOYMENT = ROOT / "config" / "deployment" / "windows"
LAUNCHERS = {
    "kiosk-dvc": ("launcher.c", "console"),
    "kiosk-dvcw": ("launcher.c", "windows"),
    "kiosk-dvc-chosen": ("chosen.c", "console"),
    "kiosk-dvc-screen": ("screen.c", "windows"),
    "kiosk-dvc-rights": ("rights.c", "console"),
    "kiosk-dvc-voice": ("voice.c", "console"),
    "kiosk-dvc-wia": ("wia.c", "console"),
}
"""Name, source and whether Windows opens a console for it."""
LIBRARIES = ("-ladvapi32", "-lole32", "-loleaut32", "-lsapi", "-luuid", "-lwinmm")
"""Windows' own that any of them may call; what one does not call is not linked."""
COMPILER = "x86_64-w64-mingw32-gcc-win32"
NO_PYTHON = re.compile(r"\.(cat|lib)$|^(_msi\.pyd|winsound\.pyd|python\.exe|pythonw\.exe)$")
"""Of CPython's package: the launchers of ours take the place of its own."""
NO_PROGRAM = re.compile(
    r"\.(pyi|pxd|pyx|h|hpp|lib|pdb|a|exe|qmltypes|cmake|metainfo)$"
    r"|(^|/)(tests?|include|typesystems|glue|metatypes|doc|scripts|examples)/"
    r"|^PySide6/(translations|support|Qt/translations|resources)/"
    r"|^PySide6/(opengl32sw|d3dcompiler_\d+|av[a-z]+-\d+|sw[a-z]+-\d+)\.dll$"
    r"|^numpy/(f2py|_core/lib)/|^typst-stubs/"
)
"""Of wheels: what is for compiling, testing or for the parts of Qt that the allow-list leaves out."""
MADE = ["__pycache__", "*.ts", "*.qmlc", "*.jsc"]
"""Made from the sources; `ui/portal` is a program of its own, which Windows has not."""
SEARCHED = "python311.zip\r\n.\r\nsite\r\napp\r\n"


def assemble(out: Path) -> Path:
    """Lay the folder `out` anew. Raises `CalledProcessError` when a download or the compiler fails."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    python, *wheels = fetch()
    _lay(_embedded(python), out)
    for wheel in wheels:
        _lay(_program_of(wheel), out / "site")
    _lay_program(out / "app")
    _lay_documents(out)
    (out / "python311._pth").write_text(SEARCHED, "utf-8", newline="")
    _compile(out)
    _build_launchers(out)
    _date(out)
    return out


def _embedded(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as source:
        data = source.extractfile(next(name for name in source.getnames() if name.endswith("/data.zip")))
        assert data is not None
        with zipfile.ZipFile(BytesIO(data.read())) as files:
            for each in files.infolist():
                name = each.filename.partition("/")[2]
                if name and not each.is_dir() and not NO_PYTHON.search(name):
                    yield name, files.read(each)


def _program_of(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """Place and content of each file of a wheel that the program needs (binary distribution format, PEP 427)."""
    with zipfile.ZipFile(wheel) as files:
        for each in files.infolist():
            place = each.filename
            if inside := re.match(r"[^/]+\.data/(?:purelib|platlib)/(.*)", place):
                place = inside[1]
            elif re.match(r"[^/]+\.data/", place):
                continue
            if not each.is_dir() and belongs(place) and not NO_PROGRAM.search(place):
                yield place, files.read(each)


def _lay(files: Iterator[tuple[str, bytes]], folder: Path) -> None:
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _lay_program(app: Path) -> None:
    """The program as it stands in the repository, its content read once and its start beside it."""
    for name in OWN:
        made = [*MADE, "portal"] if name == "ui" else MADE
        shutil.copytree(ROOT / name, app / name, ignore=shutil.ignore_patterns(*made))
    shutil.copyfile(HERE / "start.py", app / "start.py")
    shutil.copyfile(ROOT / "LICENSE", app / "LICENSE")


def _lay_documents(out: Path) -> None:
    """What of others is in it, with its licences, and the bill of materials."""
    found = [described(one) for one in importlib.metadata.distributions(path=[str(out / "site")])]
    libraries = sorted(found, key=lambda one: one.name.lower())
    doc = out / "doc"
    doc.mkdir()
    write_windows_notices(libraries, doc)
    write_sbom(libraries, [], version(), doc / "sbom.cdx.json")


def _compile(out: Path) -> None:
    """Byte code in place of the sources, naming no folder of this machine: half the room, and no start compiles."""
    command = [sys.executable, "-m", "compileall", "-q", "-b", "--invalidation-mode", "unchecked-hash", "-s", out]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPYCACHEPREFIX"}
    for part in ("site", "app"):
        subprocess.run([*command, out / part], check=True, env={**kept, "PYTHONHASHSEED": "1"})
        for source in (out / part).rglob("*.py"):
            if source.with_suffix(".pyc").exists():
                source.unlink()


def _build_launchers(out: Path) -> None:
    for name, (source, subsystem) in LAUNCHERS.items():
        flags = ["-O2", "-s", "-municode", f"-m{subsystem}", "-Wl,--no-insert-timestamp"]
        subprocess.run([COMPILER, *flags, "-o", out / f"{name}.exe", DEPLOYMENT / source, *LIBRARIES], check=True)


def _date(out: Path) -> None:
    moment = source_date()
    for path in (*out.rglob("*"), out):
        os.utime(path, (moment, moment))
