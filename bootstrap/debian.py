"""Debian's packages: which are missing, how they are installed, and what a person without the right to do so types.

A name counts as there when an installed package has it or provides it: Debian 13 renamed `libglib2.0-0` and others
(`…t64`) and lets the new ones provide the old names. Tried on Debian 12 and 13.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import deque
from collections.abc import Iterable

from bootstrap.words import Progress, say

PACKAGES = {
    "run": (
        "python3-venv python3-dev gcc libpcsclite-dev libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 "
        "libglib2.0-0 libgssapi-krb5-2"
    ),
    "window": (
        "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libwayland-cursor0 "
        "libwayland-egl1 espeak-ng alsa-utils"
    ),
    "test": (
        "pcscd vsmartcard-vpcd cups cups-client cups-ipp-utils cups-filters ghostscript poppler-utils qpdf dbus "
        "avahi-daemon avahi-utils sane-utils libsane1 postgresql iproute2 espeak-ng libeac3 openssl sway grim strace "
        "console-setup-linux ntfs-3g faketime"
    ),
    "portal": "libnss3 libasound2 libxcomposite1 libxdamage1 libxtst6 libxrandr2 libxkbfile1",
    "portal-test": "npm libnss3-tools",
    "windows": "wine wine64 nsis gcc-mingw-w64-x86-64-win32 binutils-mingw-w64-x86-64",
    "package": (
        "binutils dpkg-dev debootstrap gnupg xz-utils systemd-container libwayland-cursor0 libwayland-egl1"
    ),
    "image": (
        "mmdebstrap gdisk mtools dosfstools e2fsprogs squashfs-tools cryptsetup-bin grub-common grub-pc-bin cpio "
        "qemu-system-x86 qemu-utils ovmf exfatprogs ntfs-3g tesseract-ocr tesseract-ocr-vie"
    ),
}  # fmt: skip
"""What the program runs on, what a window, the tests, the portal's process, packaging and the image add."""
SIZES = re.compile(r"^(?:Need to get|\s*Download size:) (?P<size>[\d.,]+ .?B)", re.MULTILINE)
"""How apt 2 (Debian 12) and apt 3 (Debian 13) say what they will fetch."""
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=900", "-q")
INSTALL = ("install", "-y", "--no-install-recommends")
LAST_LINES = 30


class DebianError(Exception):
    """The packages are not there and could not be put there; `how` is what a person can type."""

    def __init__(self, log: str = "", how: str = "") -> None:
        super().__init__(log)
        self.log = log
        self.how = how


def need(groups: Iterable[str]) -> None:
    """Install what is missing of these groups, when root or passwordless sudo may. Raises `DebianError`."""
    wanted = sorted({name for group in groups for name in PACKAGES[group].split()})
    if shutil.which("dpkg-query") is None:
        say(
            "máy này không có dpkg: chương trình chỉ được thử trên Debian 12 và 13",
            "there is no dpkg here: the program was only tried on Debian 12 and 13",
        )
        return
    here = there()
    missing = [name for name in wanted if name not in here]
    if not missing:
        return
    rights = how_to_be_root()
    if rights is None:
        raise DebianError(how=typed(missing))
    install(missing, rights)


def there() -> set[str]:
    """Every package name that is installed or that an installed package provides."""
    asked = ["dpkg-query", "-W", "-f=${db:Status-Status}\t${Package}\t${Provides}\n"]
    rows = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()
    names: set[str] = set()
    for row in rows:
        status, package, provides = [*row.split("\t"), "", ""][:3]
        if status == "installed":
            names.add(package)
            names |= {provided.split()[0].partition(":")[0] for provided in provides.split(",") if provided.strip()}
    return names


def how_to_be_root() -> list[str] | None:
    """The words before a command that needs root; None when it cannot be had without a question."""
    if os.geteuid() == 0:
        return ["env"]
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", "env"]
    return None


def typed(missing: list[str]) -> str:
    """The line that installs them, as this person types it on this machine."""
    install = f"apt-get install --no-install-recommends {' '.join(missing)}"
    if os.geteuid() == 0:
        return f"apt-get update && {install}"
    if shutil.which("sudo"):
        return f"sudo apt-get update && sudo {install}"
    return f"su -c 'apt-get update && {install}'"


def install(missing: list[str], rights: list[str]) -> None:
    """By apt-get, its progress told. Raises `DebianError`.

    What an apt that was cut left unpacked is finished before: apt-get refuses to begin as long as it is not.
    """
    say(
        f"đang cài {len(missing)} gói Debian: {' '.join(missing)}",
        f"installing {len(missing)} Debian packages (apt-get)",
    )
    environment = ["LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]
    mend = [*rights, *environment, "dpkg", "--configure", "-a"]
    subprocess.run(mend, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    for words in (["update"], ["-o", "APT::Status-Fd=1", *INSTALL, *missing]):
        command = [*rights, *environment, *APT, *words]
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as running:
            lines = watched(running.stdout or ())
        if running.returncode != 0:
            raise DebianError("\n".join(lines), typed(missing))


def watched(lines: Iterable[str]) -> list[str]:
    """Tell apt's progress from what it writes; gives the last lines that are not progress.

    `dlstatus:` is fetching and `pmstatus:` is unpacking; each goes from 0 to 100.
    """
    last: deque[str] = deque(maxlen=LAST_LINES)
    size, phase = "", ""
    progress = Progress(total=100)
    for line in lines:
        kind, _, rest = line.partition(":")
        if kind not in {"dlstatus", "pmstatus"}:
            last.append(line.rstrip())
            if found := SIZES.match(line):
                size = found["size"]
                say(f"sẽ tải {size} từ kho Debian", f"{size} to fetch from Debian")
            continue
        if kind != phase:
            progress.end()
            phase, progress = kind, Progress(total=100)
        thing, _, percent = rest.partition(":")
        share = re.match(r"[\d.]+", percent)
        progress.at(
            float(share[0]) if share else 0.0,
            f"tải / fetching {size}" if kind == "dlstatus" else f"cài / installing {thing}",
        )
    progress.end()
    return list(last)
