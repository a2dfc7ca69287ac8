"""The province's timer for `kiosk province tidy`: two units of systemd, written where the server has systemd."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

UNITS = Path("/etc/systemd/system")
RUNNING = Path("/run/systemd/system")
NAME = "kiosk-counts-tidy"
SERVICE = """\
# Written by `kiosk province set-up`; it writes it anew each time.
[Unit]
Description=Put back the settings of the PCs' roles and cut off who stays too long
After=postgresql.service

[Service]
Type=oneshot
ExecStart={command}
Environment=LC_ALL=C.UTF-8 {quoted_path}
TimeoutStartSec=5min
Nice=10
UMask=0077
NoNewPrivileges=yes
# It reads the program, which may lie in somebody's home, and speaks to the database of this computer; nothing else.
CapabilityBoundingSet=CAP_DAC_READ_SEARCH
ProtectSystem=strict
ProtectHome=read-only
ProtectProc=invisible
ProcSubset=pid
PrivateTmp=yes
PrivateDevices=yes
PrivateMounts=yes
ProtectClock=yes
ProtectHostname=yes
ProtectControlGroups=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
IPAddressDeny=any
IPAddressAllow=localhost
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
"""
TIMER = """\
# Written by `kiosk province set-up`.
[Unit]
Description=Every minute

[Timer]
OnBootSec=1min
OnUnitActiveSec=1min

[Install]
WantedBy=timers.target
"""


def install(command: Sequence[str], program: Path) -> bool:
    """Write both units and start the timer; False where systemd does not run. Raises `OSError`,
    `subprocess.SubprocessError`.
    """
    if not RUNNING.is_dir():
        return False
    write(UNITS, command, program)
    _systemctl("daemon-reload")
    _systemctl("enable", "--now", f"{NAME}.timer")
    return True


def _systemctl(*words: str) -> None:
    subprocess.run(["systemctl", *words], check=True, capture_output=True, timeout=60)


def write(units: Path, command: Sequence[str], program: Path) -> None:
    """The two units that run `command` with the folder of the program as the place of its modules."""
    filled = SERVICE.format(command=" ".join(map(_quoted, command)), quoted_path=_quoted(f"PYTHONPATH={program}"))
    (units / f"{NAME}.service").write_text(filled, "utf-8")
    (units / f"{NAME}.timer").write_text(TIMER, "utf-8")


def _quoted(word: str) -> str:
    """A word as systemd reads it: its own letters for percent, dollar, quote and backslash."""
    inside = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{inside}"'
