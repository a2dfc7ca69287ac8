"""The kiosks that announce themselves in the local network by DNS-SD (`_kiosk-dvc._tcp`), asked of Avahi's own
`avahi-browse`; and announcing this one, which systemd does by a unit of the package.

Finds names and addresses only; what a PC shares, it says itself when it is asked.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from devices.errors import SharingRefusedError
from devices.system import programs

PATIENCE_S = 10.0
WORDS = ("avahi-browse", "--resolve", "--parsable", "--terminate", "--no-db-lookup", "_kiosk-dvc._tcp")
RESOLVE = ("avahi-resolve-host-name", "-4")
_PORT = re.compile(r"[1-9][0-9]{0,4}")
_FIELDS = 10
"""`=;interface;protocol;name;type;domain;host;address;port;text` of a service that was resolved."""


START = ("systemctl", "--no-ask-password", "start")
OPENING, CLOSING = "kiosk-dvc-together@keep.service", "kiosk-dvc-together@alone.service"
"""Root's part of sharing; the kiosk's user may start these two units (polkit), and nothing else of the kind."""
OPENING_S = 60.0
"""CUPS is started anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPc:
    """A PC whose devices may be used: its name in the local network, an address, and the port where it is asked."""

    host: str
    address: str
    port: int


def other_pcs(words: Sequence[str] = WORDS, patience_s: float = PATIENCE_S) -> tuple[OtherPc, ...]:
    """Each PC once, by its name; none where Avahi is not there or hangs."""
    found: dict[str, OtherPc] = {}
    for line in programs.told(words, patience_s).splitlines():
        fields = line.split(";", _FIELDS - 1)
        if len(fields) < _FIELDS or fields[0] != "=" or not _PORT.fullmatch(fields[8]):
            continue
        if address := _callable(fields[6], fields[7], patience_s):
            found.setdefault(fields[6], OtherPc(host=fields[6], address=address, port=int(fields[8])))
    return tuple(found.values())


def _callable(host: str, address: str, patience_s: float) -> str:
    """The address, or the IPv4 one where Avahi resolved to a link-local address, which names no interface; "" where
    there is none."""
    if not address.startswith("fe80"):
        return address
    _, _, found = programs.told((*RESOLVE, host), patience_s).strip().partition("\t")
    return found


def be_found(*, wanted: bool, words: Sequence[str] = START, patience_s: float = OPENING_S) -> None:
    """Open this PC's print queue and its line to the local network and announce it, or close them again.

    Raises `SharingRefusedError` where the package's unit is not there or may not be started.
    """
    try:
        done = programs.run([*words, OPENING if wanted else CLOSING], patience_s)
    except (OSError, subprocess.TimeoutExpired):
        raise SharingRefusedError from None
    if done.returncode:
        raise SharingRefusedError
