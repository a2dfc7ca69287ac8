"""A station of which everything outside is dead at once, over real sockets on loopback: a device that takes the call
and never says a word, one whose address swallows every packet, a card service that hangs, a silent name server.
"""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

DEVICES = """
[card_reader]
driver = "pcsc"
[printer]
driver = "ipp"
uri = "ipp://{printer}/ipp/print"
[scanner]
driver = "escl"
uri = "http://{scanner}/eSCL"
"""
KIOSK = """
[portal]
national = "https://{portal}"
[updates]
source = "http://{updates}/kiosk"
"""


@contextmanager
def silent() -> Iterator[str]:
    """`host:port` of something that takes every connection and never answers (its queue takes them by itself)."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as ear:
        yield f"127.0.0.1:{ear.getsockname()[1]}"


@contextmanager
def swallowing() -> Iterator[str]:
    """`host:port` where every packet is lost, as at an address nobody has: a queue of connections that is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as ear, ExitStack() as callers:
        place = ear.getsockname()
        for _ in range(8):
            caller = callers.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(place)
        yield f"127.0.0.1:{place[1]}"


@contextmanager
def hung_card_service(folder: Path) -> Iterator[Path]:
    """The socket of a PC/SC daemon that takes the call and hangs."""
    with socket.socket(socket.AF_UNIX) as ear:
        ear.bind(str(folder / "pcscd.comm"))
        ear.listen(16)
        yield folder / "pcscd.comm"


@contextmanager
def dead_station(folder: Path, kind: str) -> Iterator[dict[str, str]]:
    """The environment of a station whose devices, portal and update source are all `silent` or all `swallowing`."""
    dead = {"silent": silent, "swallowing": swallowing}[kind]
    with ExitStack() as stack:
        places = {name: stack.enter_context(dead()) for name in ("printer", "scanner", "portal", "updates")}
        service = stack.enter_context(hung_card_service(folder))
        (folder / "devices.toml").write_text(DEVICES.format(**places), encoding="utf-8")
        (folder / "kiosk.toml").write_text(KIOSK.format(**places), encoding="utf-8")
        yield {
            "KIOSK_CONFIG": str(folder),
            "KIOSK_STATE": str(folder / "state"),
            "PCSCLITE_CSOCK_NAME": str(service),
        }


NAMELESS = """
set -e
ip link set lo up
echo 'nameserver 127.0.0.1' >"$1/resolv.conf"
mount --bind "$1/resolv.conf" /etc/resolv.conf
shift
exec "$@"
"""


def without_names(folder: Path, *command: str) -> list[str]:
    """The command in a network of its own whose name server swallows every question; see `may_be_without_names`."""
    ear = "import os, socket, subprocess, sys\ns = socket.socket(type=socket.SOCK_DGRAM)\ns.bind(('127.0.0.1', 53))\n"
    ear += "sys.exit(subprocess.call(sys.argv[1:]))"
    shell = ["unshare", "-rmn", "sh", "-c", NAMELESS, "sh", str(folder)]
    return [*shell, "python3", "-c", ear, *command]


def may_be_without_names() -> bool:
    """Whether this PC allows networks and mounts of one's own."""
    return (
        subprocess.run(["unshare", "-rmn", "true"], check=False, env=os.environ, capture_output=True).returncode == 0
    )
