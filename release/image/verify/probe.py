"""The root shell of the tests, and their patience: a second archive behind the initrd, which the shipped image lacks.

The kernel lays archive after archive (initramfs buffer format), so the second one brings a step of its own for the
end of the initrd. That step lays a unit with a shell on the serial line over the root, in memory.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from release.image.slot import Slot

ALIGNED = 4
"""Bytes: where a further uncompressed archive may begin."""
ORDER = """/scripts/init-bottom/udev "$@"
[ -e /conf/param.conf ] && . /conf/param.conf
/scripts/init-bottom/probe "$@"
[ -e /conf/param.conf ] && . /conf/param.conf
"""
STEP = """#!/bin/sh
[ "$1" != prereqs ] || exit 0
cp -a /probe/. "$rootmnt/"
"""
UNIT = """[Unit]
Description=Root shell of a test
DefaultDependencies=no
After=systemd-udevd.service

[Service]
ExecStart=/bin/sh
Environment=TERM=dumb PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
StandardInput=tty
StandardOutput=tty
StandardError=tty
TTYPath=/dev/ttyS0
Restart=always
"""
PATIENT = """[Service]
WatchdogSec=180
"""
"""A computed machine beside other work draws for longer than the 15 s in which a PC has to say that it lives."""


def probed_initrd(slot: Slot, folder: Path) -> Path:
    """The slot's initrd with the archive of the test behind it."""
    tree = folder / "probe"
    units = tree / "probe/etc/systemd/system"
    (units / "sysinit.target.wants").mkdir(parents=True, exist_ok=True)
    (tree / "scripts/init-bottom").mkdir(parents=True, exist_ok=True)
    (tree / "scripts/init-bottom/ORDER").write_text(ORDER)
    step = tree / "scripts/init-bottom/probe"
    step.write_text(STEP)
    step.chmod(0o755)
    (units / "probe.service").write_text(UNIT)
    (units / "kiosk-dvc.service.d").mkdir(exist_ok=True)
    (units / "kiosk-dvc.service.d/computed.conf").write_text(PATIENT)
    wanted = units / "sysinit.target.wants/probe.service"
    wanted.unlink(missing_ok=True)
    wanted.symlink_to("../probe.service")
    names = "\n".join(str(path.relative_to(tree)) for path in sorted(tree.rglob("*")))
    packed = subprocess.run(
        ["cpio", "--quiet", "-o", "-H", "newc", "-R", "0:0"], input=names.encode(), cwd=tree, check=True,
        capture_output=True,
    ).stdout  # fmt: skip
    shipped = slot.initrd.read_bytes()
    file = folder / "initrd.probed"
    file.write_bytes(shipped + bytes(-len(shipped) % ALIGNED) + packed)
    return file
