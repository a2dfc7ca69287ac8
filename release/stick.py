"""One folder for a PC without a network: our package, all that it needs of Debian 12, and a signature for apt.

    DIR/pool/*.deb  Packages  Release  InRelease  kiosk.gpg  install  README.txt

The packages of Debian are worked out for a PC on which nothing is installed, so they fit any bare Debian 12, and apt
replaces an older library where a newer one is needed. The folder is an archive as apt knows it: apt itself refuses it
when a file was changed. `kiosk.gpg` is the public key; its fingerprint is told, to be compared with the province's.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from release.folder import ROOT, source_date

SUITE: Final = "bookworm"
BESIDE: Final = ("systemd-timesyncd", "ipp-usb", "avahi-daemon", "avahi-utils", "libnss-mdns", "cups", "sudo")
"""What the guide installs with the package, or a bare Debian lacks."""
INSTALL: Final = ROOT / "config" / "deployment" / "stick" / "install"
README: Final = ROOT / "config" / "deployment" / "stick" / "README.txt"


class StickFolderError(Exception):
    """The folder cannot be made; the message says why."""


def make_stick(packages: Sequence[Path], target: Path, key: str) -> str:
    """Fill the folder with these packages and what they need; the fingerprint of the key that signed it.

    Needs root's apt sources of Debian 12 and gpg with the secret key. Raises `StickFolderError`.
    """
    pool = target / "pool"
    if pool.exists():
        shutil.rmtree(pool)
    pool.mkdir(parents=True)
    for package in packages:
        shutil.copyfile(package, pool / package.name)
    fetch_needed([pool / package.name for package in packages], pool)
    write_index(target)
    for source in (INSTALL, README):
        shutil.copyfile(source, target / source.name)
    return sign(target, key)


def fetch_needed(packages: Sequence[Path], pool: Path) -> None:
    """Every package of Debian that these need on a PC where nothing is installed. Raises `StickFolderError`."""
    if f"VERSION_CODENAME={SUITE}" not in Path("/etc/os-release").read_text("utf-8").splitlines():
        raise StickFolderError(f"only a PC with Debian 12 ({SUITE}) knows what a Debian 12 needs")
    with tempfile.TemporaryDirectory(prefix="kiosk-stick-") as name:
        scratch = Path(name)
        (scratch / "status").touch()
        (scratch / "archives" / "partial").mkdir(parents=True)
        options = {
            "Dir::State::status": scratch / "status",
            "Dir::Cache::archives": f"{scratch / 'archives'}/",
            "APT::Install-Recommends": "false",
            "Debug::NoLocking": "true",
        }
        words = [word for key, value in options.items() for word in ("-o", f"{key}={value}")]
        command = ["apt-get", "-qq", "-y", *words, "--download-only", "install", *map(str, packages), *BESIDE]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise StickFolderError("apt-get: " + "; ".join(done.stderr.strip().splitlines()[-5:]))
        for package in (scratch / "archives").glob("*.deb"):
            shutil.copyfile(package, pool / package.name.replace("%3a", "_"))


def write_index(target: Path) -> None:
    """`Packages` and `Release`, as apt reads them in a flat archive."""
    made = subprocess.run(
        ["dpkg-scanpackages", "--multiversion", "pool"], cwd=target, capture_output=True, check=True
    )
    (target / "Packages").write_bytes(made.stdout)
    digest = hashlib.sha256(made.stdout).hexdigest()
    dated = datetime.fromtimestamp(source_date(), UTC)
    (target / "Release").write_text(
        "Origin: kiosk-dvc\nLabel: kiosk-dvc\nSuite: stick\nCodename: stick\nArchitectures: amd64\n"
        f"Date: {dated:%a, %d %b %Y %H:%M:%S UTC}\nSHA256:\n {digest} {len(made.stdout)} Packages\n",
        "utf-8",
    )


def sign(target: Path, key: str) -> str:
    """`InRelease` and the public key; the fingerprint. Raises `StickFolderError` when gpg has no such secret key."""
    for name in ("InRelease", "kiosk.gpg"):
        (target / name).unlink(missing_ok=True)
    _gpg("--local-user", key, "--clearsign", "--output", str(target / "InRelease"), str(target / "Release"))
    _gpg("--output", str(target / "kiosk.gpg"), "--export", key)
    listed = _gpg("--with-colons", "--fingerprint", key)
    return next(line.split(":")[9] for line in listed.splitlines() if line.startswith("fpr:"))


def _gpg(*words: str) -> str:
    command = ["gpg", "--batch", "--yes", "--quiet", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ))
    if done.returncode:
        raise StickFolderError("gpg: " + (done.stderr.strip().splitlines() or ["failed"])[-1])
    return done.stdout
