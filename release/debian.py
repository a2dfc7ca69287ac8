"""The Debian package: the frozen folder, the session's files, licences and bill of materials, packed by dpkg-deb.

Dependencies on libraries are worked out by dpkg-shlibdeps from the files themselves; programs that are started are
listed in `programs`, what is opened by name or spoken to is named here. Nothing below /etc is a conffile but the
files beside CUPS's own.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from release.bundle import bundled
from release.folder import ROOT, source_date
from release.notices import write_notices, write_portal_notices
from release.portal_folder import PORTAL_WORK
from release.programs import ESSENTIAL, PROGRAMS
from release.sbom import write_sbom

DEPLOYMENT = ROOT / "config" / "deployment"
PORTAL = DEPLOYMENT / "portal"
SPOKEN_TO = ("seatd", "systemd-sysv", "dbus", "pcscd", "libccid", "polkitd", "cups-filters")
"""Services and drivers behind a socket."""
OPENED = ("libseat1", "libpcsclite1", "libwayland-cursor0", "libwayland-egl1", "console-setup-linux")
"""Libraries opened by name, which dpkg-shlibdeps cannot see, and the console's Vietnamese letters."""
HELPERS = ("ntfs-3g",)
"""What Debian's own programs call: mount for a stick with NTFS."""
STARTED = tuple(sorted({package for package in PROGRAMS.values() if package != ESSENTIAL}))


def version() -> str:
    """The project's version, which is the package's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def build_package(folder: Path, target: Path, *, named: str | None = None) -> Path:
    """Pack `folder` as version `named` (default: the project's) into `target`; returns the .deb."""
    called = named or version()
    with tempfile.TemporaryDirectory(prefix="kiosk-deb-", dir=_scratch()) as name:
        tree = Path(name) / "tree"
        release = tree / "opt" / "kiosk-dvc" / "releases" / called
        shutil.copytree(folder, release, symlinks=True)
        lay_session_files(tree)
        depends = dependencies(release)
        _lay_documents(tree, depends, called)
        _write_control(tree, depends, called, DEPLOYMENT / "debian")
        kept = sorted(f"/{path.relative_to(tree)}\n" for path in (tree / "etc" / "cups").iterdir())
        (tree / "DEBIAN" / "conffiles").write_text("".join(kept))
        return _pack(tree, target, f"kiosk-dvc_{called}_amd64.deb")


def build_portal_package(own: Path, kiosk: Path, target: Path, *, named: str | None = None) -> Path:
    """Pack the portal's own files, which lie in the folder of the kiosk's same version; `kiosk` is that folder, whose
    libraries they stand on. Returns the .deb."""
    called = named or version()
    with tempfile.TemporaryDirectory(prefix="kiosk-portal-deb-", dir=_scratch()) as name:
        tree = Path(name) / "tree"
        shutil.copytree(own, tree / "opt" / "kiosk-dvc" / "releases" / called, symlinks=True)
        shutil.copytree(PORTAL / "tree", tree, dirs_exist_ok=True)
        depends = [one for one in needed_libraries(own, beside=kiosk) if not one.startswith("kiosk-dvc")]
        doc = tree / "usr" / "share" / "doc" / "kiosk-dvc-portal"
        doc.mkdir(parents=True)
        kiosks = {one.name for one in bundled()}
        libraries = [one for one in bundled(PORTAL_WORK) if one.name not in kiosks]
        write_portal_notices(libraries, doc)
        write_sbom(libraries, depends, called, doc / "sbom.cdx.json", named="kiosk-dvc-portal")
        shutil.copyfile(PORTAL / "README.md", doc / "README.md")
        _write_control(tree, depends, called, PORTAL / "debian")
        return _pack(tree, target, f"kiosk-dvc-portal_{called}_amd64.deb")


def _scratch() -> Path:
    """On the disk of the project and out of its sources: the tree is 280 MB."""
    scratch = ROOT / "build"
    scratch.mkdir(exist_ok=True)
    return scratch


def dependencies(release: Path) -> list[str]:
    """What apt must bring: the libraries of the folder's files, and what is started or opened by name."""
    linked = needed_libraries(release)
    named = {one.partition(" ")[0] for one in linked}
    return sorted({*linked, *(name for name in (*SPOKEN_TO, *OPENED, *HELPERS, *STARTED) if name not in named)})


def needed_libraries(release: Path, *, beside: Path | None = None) -> list[str]:
    """What dpkg-shlibdeps finds the ELF files of the folder to need from Debian, with least versions; what lies
    `beside` them is found too and not asked itself."""
    files = [path for path in release.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path)]
    if not files:
        return []
    around = [path for path in beside.rglob("*.so*") if path.is_file()] if beside else []
    folders = sorted({str(path.parent) for path in (*files, *around)})
    with tempfile.TemporaryDirectory(prefix="kiosk-shlibs-") as name:
        (Path(name) / "debian").mkdir()
        (Path(name) / "debian" / "control").write_text("Source: kiosk-dvc\n\nPackage: kiosk-dvc\nArchitecture: any\n")
        command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *(f"-l{one}" for one in folders)]
        told = subprocess.run([*command, *files], cwd=name, check=False, capture_output=True, text=True)
    if told.returncode:
        errors = [line for line in told.stderr.splitlines() if "error" in line]
        raise RuntimeError("; ".join(errors)[-3000:])
    line = next(one for one in told.stdout.splitlines() if one.startswith("shlibs:Depends="))
    return line.partition("=")[2].split(", ")


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def lay_session_files(tree: Path) -> None:
    """What the package lays beside the program: units, rules, and the settings of CUPS."""
    shutil.copytree(DEPLOYMENT / "tree", tree, dirs_exist_ok=True)
    cups = tree / "etc" / "cups"
    cups.mkdir(parents=True)
    shutil.copyfile(ROOT / "config" / "cups" / "cupsd.conf", cups / "kiosk-dvc-cupsd.conf")
    shutil.copyfile(ROOT / "config" / "cups" / "cupsd-shared.conf", cups / "kiosk-dvc-shared-cupsd.conf")
    shutil.copyfile(ROOT / "config" / "cups" / "cups-files.conf", cups / "kiosk-dvc-files.conf")


def _lay_documents(tree: Path, depends: list[str], called: str) -> None:
    doc = tree / "usr" / "share" / "doc" / "kiosk-dvc"
    doc.mkdir(parents=True)
    libraries = bundled()
    write_notices(libraries, doc)
    write_sbom(libraries, depends, called, doc / "sbom.cdx.json")
    shutil.copyfile(DEPLOYMENT / "README.md", doc / "README.md")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (doc / "changelog.gz").write_bytes(gzip.compress(changes, mtime=source_date()))
    _lay_command_line(tree / "usr" / "share")


def _lay_command_line(share: Path) -> None:
    """The manual page in both languages and the completion of bash, made by the commands themselves."""
    for folder, language in (("man", "en"), ("man/vi", "vi")):
        place = share / folder / "man1"
        place.mkdir(parents=True)
        page = _told_by_the_program("--lang", language, "manual")
        (place / "kiosk-dvc.1.gz").write_bytes(gzip.compress(page, mtime=source_date()))
    completions = share / "bash-completion" / "completions"
    completions.mkdir(parents=True)
    (completions / "kiosk-dvc").write_bytes(_told_by_the_program("completion", "bash"))


def _told_by_the_program(*words: str) -> bytes:
    command = [sys.executable, "-m", "ui", *words]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout


def _write_control(tree: Path, depends: list[str], called: str, scripts: Path) -> None:
    control = tree / "DEBIAN"
    control.mkdir()
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    machine = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    words = {
        "@VERSION@": called,
        "@ARCHITECTURE@": machine.stdout.strip(),
        "@INSTALLED_SIZE@": str(size // 1024),
        "@DEPENDS@": ", ".join(depends),
    }
    for source in sorted(scripts.iterdir()):
        text = source.read_text(encoding="utf-8")
        for word, value in words.items():
            text = text.replace(word, value)
        written = control / source.name.removesuffix(".in")
        written.write_text(text, encoding="utf-8")
        written.chmod(0o644 if written.name == "control" else 0o755)


def _pack(tree: Path, target: Path, name: str) -> Path:
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink() and (path.is_dir() or path.stat().st_mode & 0o111):
            path.chmod(0o755)
        elif not path.is_symlink():
            path.chmod(0o644)
    target.mkdir(parents=True, exist_ok=True)
    package = target / name
    fixed = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date())}
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(package)]
    subprocess.run(command, check=True, env=fixed, stdout=subprocess.DEVNULL)
    return package
