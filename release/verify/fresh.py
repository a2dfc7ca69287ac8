"""A fresh Debian 12 with everything that the packages ask for and without themselves.

Made anew for each verification; for whoever tries one step again and again it may be kept and copied.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from release.folder import ROOT
from release.verify.machine import Machine
from release.verify.practice import READER_OFF, READER_ON
from release.verify.report import report

KEPT = ROOT / "build" / "verify-debian"
READ_AND_CARD = "tesseract-ocr tesseract-ocr-vie vsmartcard-vpcd"
"""What a person at the screen needs who is not there: reading, and a reader without a device."""


def fresh_debian(root: Path, packages: Sequence[Path], *, person: bool, kept: bool) -> Machine:
    """The machine in `root`, switched off; `person`: with what somebody at its screen needs.

    `kept`: a copy of the one that was made for the same wishes, made for the next time where there is none.
    """
    wishes = _wishes(packages, person=person)
    store = KEPT / hashlib.sha256(wishes.encode()).hexdigest()[:16]
    if kept and store.exists():
        _copy(store, root)
        report("the Debian 12 that was kept")
        return Machine(root)
    machine = Machine.made(root, ROOT / "build" / "debootstrap")
    report("a fresh Debian 12")
    with ExitStack() as stack:
        stack.callback(machine.halt)
        machine.change_root(wishes)
        machine.boot()
    report("apt satisfied its dependencies")
    if kept:
        half = store.with_suffix(".half")
        half.parent.mkdir(parents=True, exist_ok=True)
        _copy(root, half)
        half.rename(store)
    return machine


def _wishes(packages: Sequence[Path], *, person: bool) -> str:
    asked = ", ".join(map(depends, packages))
    quiet = "apt-get -qq -y -o APT::Install-Recommends=false"
    also = f"{quiet} install {READ_AND_CARD}; mv {READER_ON} {READER_OFF}; " if person else ""
    return f"apt-get -qq update; {quiet} satisfy '{asked}'; {quiet} install grim; {also}apt-get clean"


def depends(package: Path) -> str:
    """What Debian must bring; the browser's package also asks for ours."""
    asked = subprocess.run(["dpkg-deb", "-f", package, "Depends"], capture_output=True, text=True, check=True)
    return ", ".join(each for each in asked.stdout.strip().split(", ") if not each.startswith("kiosk-dvc"))


def _copy(there: Path, here: Path) -> None:
    """Owners, devices and links too; into a folder that a cut run left behind nothing is mixed."""
    subprocess.run(["rm", "-rf", "--one-file-system", here], check=True)
    subprocess.run(["cp", "-a", "--reflink=auto", there, here], check=True)
