"""CUPS and sticks as the package sets them up: a job is kept nowhere; a stick reaches the kiosk, which lets it go."""

from __future__ import annotations

from pathlib import Path

from release.verify.machine import Machine
from release.verify.report import demand, report
from release.verify.session import may_write

DEAD = "socket://127.0.0.1:9"
STICK = "kiosk-dvc-stick@verify.service"
MEMORY_STICK = """[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/mkdir -p /run/media/verify
ExecStart=/usr/bin/mount -t tmpfs -o rw,nosuid,nodev,noexec,uid=kiosk,gid=kiosk,mode=0700 stick /run/media/verify
ExecStop=-/usr/bin/umount --lazy /run/media/verify
ExecStopPost=-/usr/bin/rmdir /run/media/verify
"""


def jobs_are_forgotten(machine: Machine) -> None:
    """A job for a printer that is off lies in memory, and its document is gone with its cancelling."""
    machine.run(f"lpadmin -p kiosk -v {DEAD} -E")
    job = machine.run("echo 'a page of nobody' | runuser -u kiosk -- lp -d kiosk -o raw -").split()[3]
    spooled = machine.run("find /run/cups/spool -name 'd*' -type f; findmnt -n -o FSTYPE -T /run/cups/spool").split()
    demand(len(spooled) == 2 and spooled[1] == "tmpfs", f"the document in memory: {spooled}")
    machine.run(f"runuser -u kiosk -- cancel {job}; sleep 1")
    left = machine.run("find /run/cups/spool /var/spool/cups -type f -name 'd*'").split()
    demand(not left, f"no document left: {left}")
    settings = machine.run("tr '\\0' ' ' </proc/$(pidof cupsd)/cmdline")
    demand("kiosk-dvc-cupsd.conf" in settings, f"CUPS with the kiosk's settings: {settings}")
    report(f"CUPS: document of {job} in memory ({spooled[1]}), gone when cancelled; no file in /var/spool/cups")


def stick_is_seen_and_let_go(machine: Machine, kiosk: int) -> None:
    """Mounted by a unit of that name after the kiosk's start, seen inside its namespace, stopped by its user."""
    unit = machine.opened / "run/systemd/system" / STICK
    unit.write_text(MEMORY_STICK)
    machine.run(f"systemctl daemon-reload; systemctl start {STICK}")
    mounts = Path(f"/proc/{kiosk}/mountinfo").read_text(encoding="utf-8")
    demand("/run/media/verify" in mounts, "the stick inside the running kiosk's namespace")
    demand(may_write(machine, "/run/media/verify/probe"), "the kiosk writing onto the stick")
    as_kiosk = "setpriv --reuid=kiosk --regid=kiosk --init-groups --no-new-privs systemctl --no-ask-password stop"
    refused = machine.run(f"{as_kiosk} cups.service 2>&1 || echo refused")
    demand("refused" in refused, "the kiosk may stop no other unit")
    machine.run(f"{as_kiosk} {STICK}")
    demand(not machine.run("ls /run/media").split(), "the stick let go")
    unit.unlink()
    machine.run("systemctl daemon-reload")
    report(
        "a stick mounted while the kiosk runs is seen and written inside; its user lets it go, and stops nothing else"
    )
