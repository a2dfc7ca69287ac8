"""The system as it will be read-only: Debian's root, our packages, the image's own files, nothing of the day.

Also what persists: the first content of the state partition, kept in the image too, so that a new disk can get it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from release.image.chroot import inside
from release.image.firmware import leave_out_firmware
from release.image.loader import DEPLOYMENT
from release.image.materials import write_materials
from release.image.root import LOADERS

KIOSK_UID = 970
"""Pinned: the state partition outlives the image that wrote it, and its files carry the number, not the name."""
STATE = "usr/lib/kiosk-image/state"
PERSISTENT = ("var/lib/kiosk-dvc", "etc/kiosk-dvc", "etc/cups")
WANTED = (
    "systemd-networkd.service",
    "systemd-resolved.service",
    "systemd-timesyncd.service",
    "kiosk-name.service",
    "kiosk-install.service",
    "kiosk-settings.service",
    "kiosk-together-again.service",
    "kiosk-slot-settled.timer",
    "kiosk-system-update.timer",
)
MASKED = (
    *("emergency.service", "emergency.target", "rescue.service", "rescue.target", "debug-shell.service"),
    *("getty@.service", "serial-getty@.service", "console-getty.service", "getty.target"),
    *(
        "apt-daily.timer",
        "apt-daily-upgrade.timer",
        "dpkg-db-backup.timer",
        "e2scrub_all.timer",
        "e2scrub_reap.service",
    ),
    *("systemd-networkd-wait-online.service", "systemd-firstboot.service", "ctrl-alt-del.target"),
    *("sys-kernel-config.mount", "sys-kernel-debug.mount", "sys-kernel-tracing.mount", "dev-hugepages.mount"),
    *("proc-sys-fs-binfmt_misc.automount", "systemd-binfmt.service", "systemd-repart.service"),
    *("systemd-pstore.service", "systemd-update-utmp.service", "systemd-update-utmp-runlevel.service"),
    *("systemd-journal-flush.service", "systemd-network-generator.service", "keyboard-setup.service"),
)
"""No shell for whoever makes the start fail, and nobody who can log in; what a read-only root has no use for; what
every start would wait for and no help point uses."""
NO_WORK_BEFORE = ("etc/.updated", "var/.updated")
"""Told to systemd as systemd-update-done would: users, caches and catalogues are made for this /usr already."""
OF_THE_DAY = (
    *("var/log/*", "var/cache/apt/*", "var/lib/apt/lists/*", "var/cache/ldconfig/*", "var/cache/debconf/*-old"),
    *("var/lib/dpkg/*-old", "etc/passwd-", "etc/group-", "etc/shadow-", "etc/gshadow-", "etc/subuid-", "etc/subgid-"),
    *("var/lib/dbus/machine-id", "etc/ssl/private/*", "etc/cups/ssl/*", "var/lib/systemd/random-seed", "root/*.deb"),
    *("boot/*", "vmlinuz*", "initrd.img*", "usr/lib/python3*/__pycache__", "usr/share/python3/__pycache__"),
    *("run/*", "tmp/*", "var/tmp/*", "var/cache/man"),
)
"""Keys that every image would share, and files that no two runs make alike."""


def lay_tree(root: Path, packages: Sequence[Path], folder: Path, *, stamp: int) -> Path:
    """The whole system in `folder/tree`; kernel, initrd and the signed loaders beside it. Needs root."""
    tree = folder / "tree"
    shutil.rmtree(folder, ignore_errors=True)
    tree.mkdir(parents=True)
    subprocess.run(["tar", "-C", tree, "--xattrs", "--numeric-owner", "-xpf", root], check=True)
    _unpack_loaders(tree, folder / "signed")
    _lay_files(tree)
    _install(tree, packages, stamp)
    _settle(tree, stamp)
    _compile_rules(tree, stamp)
    _lay_state(tree)
    write_materials(tree, packages, stamp)
    _take_kernel(tree, folder, stamp)
    leave_out_firmware(tree, stamp)
    _forget_the_day(tree)
    mark_updated(tree)
    return tree


def _unpack_loaders(tree: Path, signed: Path) -> None:
    for package in sorted((tree / LOADERS).glob("*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, signed], check=True)


def _lay_files(tree: Path) -> None:
    """The image's own files, root's whoever has checked them out, and the kiosk's pinned number."""
    source = DEPLOYMENT / "tree"
    for path in sorted(source.rglob("*")):
        place = tree / path.relative_to(source)
        if path.is_dir():
            place.mkdir(exist_ok=True)
        else:
            shutil.copyfile(path, place)
            place.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)


def _install(tree: Path, packages: Sequence[Path], stamp: int) -> None:
    """By dpkg: apt would want the network, and has brought everything they depend on already."""
    for package in packages:
        shutil.copyfile(package, tree / "root" / package.name)
    # /etc goes before /usr/lib: sysusers.d(5)
    ours = subprocess.run(["dpkg-deb", "--fsys-tarfile", packages[0]], check=True, capture_output=True).stdout
    told = subprocess.run(["tar", "-xOf", "-", "./usr/lib/sysusers.d/kiosk-dvc.conf"], input=ours, check=True,
                          capture_output=True).stdout.decode()  # fmt: skip
    pinned, found = re.subn(r"^u kiosk -", f"u kiosk {KIOSK_UID}", told, flags=re.MULTILINE)
    if found != 1:
        raise RuntimeError("the package's sysusers.d has no line for the kiosk")
    (tree / "etc/sysusers.d").mkdir(exist_ok=True)
    (tree / "etc/sysusers.d/kiosk-dvc.conf").write_text(pinned, "utf-8")
    inside(tree, "dpkg -i " + " ".join(f"/root/{package.name}" for package in packages), stamp=stamp)


def _settle(tree: Path, stamp: int) -> None:
    (tree / "etc/hostname").write_text("kiosk\n")
    (tree / "etc/hosts").write_text("127.0.0.1 localhost kiosk\n::1 localhost\n")
    (tree / "etc/machine-id").write_text("")  # each start makes one in memory
    for link, target in {
        "etc/resolv.conf": "../run/systemd/resolve/stub-resolv.conf",
        "etc/localtime": "/usr/share/zoneinfo/Asia/Ho_Chi_Minh",
    }.items():
        (tree / link).unlink(missing_ok=True)
        (tree / link).symlink_to(target)
    for place in ("state", "kiosk-settings"):
        (tree / place).mkdir()
    inside(
        tree, f"systemctl --quiet enable {' '.join(WANTED)}; systemctl --quiet mask {' '.join(MASKED)}", stamp=stamp
    )


def _compile_rules(tree: Path, stamp: int) -> None:
    """AppArmor's rules as the kernel reads them, where its service looks for them before it compiles any."""
    inside(tree, "apparmor_parser --skip-kernel-load --write-cache /etc/apparmor.d", stamp=stamp)
    if not any((tree / "var/cache/apparmor").rglob("usr.sbin.cupsd")):
        raise RuntimeError("AppArmor's rules for CUPS were not compiled")


def _lay_state(tree: Path) -> None:
    for place in PERSISTENT:
        (tree / STATE / place).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-a", tree / place, tree / STATE / place], check=True)


def _take_kernel(tree: Path, folder: Path, stamp: int) -> None:
    inside(tree, "update-initramfs -u -k all", stamp=stamp)
    for name, kept in {"vmlinuz-*": "vmlinuz", "initrd.img-*": "initrd"}.items():
        (found,) = (tree / "boot").glob(name)
        shutil.copyfile(found, folder / kept)


def mark_updated(tree: Path) -> None:
    """As new as /usr: systemd then makes nothing of /etc and /var anew at a start (ConditionNeedsUpdate=)."""
    made = (tree / "usr").stat().st_mtime
    for name in NO_WORK_BEFORE:
        (tree / name).write_text("")
        os.utime(tree / name, (made, made))


def _forget_the_day(tree: Path) -> None:
    for pattern in OF_THE_DAY:
        for path in sorted(tree.glob(pattern)):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
