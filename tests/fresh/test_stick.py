"""The folder for PCs without a network, on a bare Debian 12 without one: it installs, and not when it was changed.

The package is a small one that asks Debian for all that the real one asks for; what is frozen in it is proved by
`./station package`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from release.debian import DEPLOYMENT, dependencies
from release.stick import make_stick

KEY = "stick@example.vn"


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


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The signed folder, with a blank and marks in its path."""
    scratch = tmp_path_factory.mktemp("stick")
    home = scratch / "gnupg"
    home.mkdir(mode=0o700)
    os.environ["GNUPGHOME"] = str(home)
    try:
        words = ["--batch", "--passphrase", "", "--quick-generate-key", KEY, "ed25519", "sign"]
        subprocess.run(["gpg", *words], check=True, capture_output=True)
        target = scratch / "USB của tỉnh"
        fingerprint = make_stick([small_package(scratch, dependencies(scratch / "nothing"))], target, KEY)
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
    stick: Path, bare_debian: Path
) -> None:
    changed = stick / "Packages"
    whole = changed.read_bytes()
    changed.write_bytes(whole.replace(b"Version: 0.1.0", b"Version: 0.1.1"))
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
