"""The folder for PCs without a network, on a bare Debian 12 without one: it installs, and not when it was changed.

The short form has a small package that asks Debian for all that the real one asks for. With `--long` it is the real
one, as `./station package` makes it, and the program runs where it was installed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from release.debian import DEPLOYMENT, dependencies
from release.stick import make_stick

KEY = "stick@example.vn"
ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ROOT / "dist"


def small_package(folder: Path, depends: list[str]) -> Path:
    """kiosk-dvc in name and needs, with nothing in it."""
    control = (DEPLOYMENT / "debian" / "control.in").read_text("utf-8")
    words = {
        "@VERSION@": "0.1.0",
        "@ARCHITECTURE@": "amd64",
        "@INSTALLED_SIZE@": "1",
        "@DEPENDS@": ", ".join(depends),
    }
    for word, value in words.items():
        control = control.replace(word, value)
    (folder / "tree" / "DEBIAN").mkdir(parents=True)
    (folder / "tree" / "DEBIAN" / "control").write_text(control, "utf-8")
    package = folder / "kiosk-dvc_0.1.0_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "--build", folder / "tree", package], check=True, capture_output=True
    )
    return package


def real_package() -> Path:
    """What `./station package` has made; made now where there is none."""
    if not list(PACKAGES.glob("kiosk-dvc_*_amd64.deb")):
        subprocess.run([sys.executable, "-P", "-m", "release"], cwd=ROOT, check=True)
    return max(PACKAGES.glob("kiosk-dvc_*_amd64.deb"), key=lambda path: path.stat().st_mtime)


@pytest.fixture(scope="module", params=["stand-in", pytest.param("real", marks=pytest.mark.slow)])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package on the stick."""
    if request.param == "real":
        return real_package()
    scratch = tmp_path_factory.mktemp("package")
    return small_package(scratch, dependencies(scratch / "nothing"))


@pytest.fixture(scope="module")
def stick(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The signed folder, with a blank and marks in its path."""
    scratch = tmp_path_factory.mktemp("stick")
    home = scratch / "gnupg"
    home.mkdir(mode=0o700)
    os.environ["GNUPGHOME"] = str(home)
    try:
        words = ["--batch", "--passphrase", "", "--quick-generate-key", KEY, "ed25519", "sign"]
        subprocess.run(["gpg", *words], check=True, capture_output=True)
        target = scratch / "USB của tỉnh"
        fingerprint = make_stick([package], target, KEY)
        assert len(fingerprint) == 40
        yield target
    finally:
        subprocess.run(["gpgconf", "--kill", "all"], check=False)
        del os.environ["GNUPGHOME"]


@pytest.fixture
def bare_debian(tmp_path: Path) -> Path:
    """A Debian 12 with nothing but its base."""
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        pytest.fail("./station fresh makes a bare Debian: it needs root and debootstrap")
    root = tmp_path / "root"
    subprocess.run(["debootstrap", "--variant=minbase", "bookworm", root], check=True, stdout=subprocess.DEVNULL)
    (root / "usr" / "sbin" / "policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    (root / "usr" / "sbin" / "policy-rc.d").chmod(0o755)
    return root


def install(root: Path, stick: Path) -> subprocess.CompletedProcess[str]:
    """`sh install` at the PC, which has no network at all."""
    place = root / "mnt" / stick.name
    place.mkdir(exist_ok=True)
    inside = f'mount --bind "{stick}" "{place}" && exec chroot "{root}" sh "/mnt/{stick.name}/install"'
    plain = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
    words = ["unshare", "--net", "--mount", "sh", "-c", inside]
    return subprocess.run(words, capture_output=True, text=True, check=False, env=plain, timeout=1200)


def test_a_bare_debian_without_network_installs_from_the_folder_and_only_from_one_that_is_whole(
    package: Path, stick: Path, bare_debian: Path
) -> None:
    changed = stick / "Packages"
    whole = changed.read_bytes()
    changed.write_bytes(re.sub(rb"(?m)^Installed-Size: \d+$", b"Installed-Size: 7", whole, count=1))
    refused = install(bare_debian, stick)
    changed.write_bytes(whole)
    assert refused.returncode == 1
    assert "nothing is installed" in refused.stderr

    done = install(bare_debian, stick)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    told = subprocess.run(
        [
            "chroot",
            bare_debian,
            "dpkg-query",
            "-W",
            "-f=${Package} ${db:Status-Status}\n",
            "kiosk-dvc",
            "sway",
            "cups",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.splitlines() == ["cups installed", "kiosk-dvc installed", "sway installed"]
    assert not list((bare_debian / "etc" / "apt" / "sources.list.d").glob("*kiosk*"))
    if package.is_relative_to(PACKAGES):
        version = package.name.split("_")[1]
        assert said_by_the_program(bare_debian, "--version") == f"kiosk-dvc {version}\n"
        checked = json.loads(said_by_the_program(bare_debian, "config", "check", "--json"))
        assert checked["faults"] == []
        purged_without_a_trace(bare_debian)


def purged_without_a_trace(root: Path) -> None:
    """Program, settings, counts and user go; Debian's own packages stay."""
    kept = root / "var" / "lib" / "kiosk-dvc"
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "counts.sqlite").write_bytes(b"counts")
    words = ["unshare", "--net", "chroot", str(root), "apt-get", "-y", "purge", "kiosk-dvc"]
    plain = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(words, check=True, capture_output=True, env=plain)
    left = [place for place in ("etc/kiosk-dvc", "opt/kiosk-dvc", "var/lib/kiosk-dvc") if (root / place).exists()]
    assert left == []
    assert "kiosk:" not in (root / "etc" / "passwd").read_text("utf-8")


def said_by_the_program(root: Path, *words: str) -> str:
    """The installed command, as the technician types it."""
    command = ["unshare", "--net", "chroot", str(root), "kiosk-dvc", *words]
    plain = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=plain).stdout
