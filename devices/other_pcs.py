"""The kiosks that announce themselves in the local network by DNS-SD (`_kiosk-dvc._tcp`), asked of Avahi's own
`avahi-browse`.

Finds names and addresses only; what a PC shares, it says itself when it is asked.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

PATIENCE_S = 10.0
WORDS = ("avahi-browse", "--resolve", "--parsable", "--terminate", "--no-db-lookup", "_kiosk-dvc._tcp")
_FIELDS = 10
"""`=;interface;protocol;name;type;domain;host;address;port;text` of a service that was resolved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPc:
    """A PC whose devices may be used: its name in the local network, an address, and the port where it is asked."""

    host: str
    address: str
    port: int


def other_pcs(words: Sequence[str] = WORDS, patience_s: float = PATIENCE_S) -> tuple[OtherPc, ...]:
    """Each PC once, by its name; none where Avahi is not there or hangs. Link-local addresses are passed over."""
    try:
        told = subprocess.run(words, capture_output=True, timeout=patience_s, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    found: dict[str, OtherPc] = {}
    for line in told.stdout.decode("utf-8", "replace").splitlines():
        fields = line.split(";", _FIELDS - 1)
        if len(fields) < _FIELDS or fields[0] != "=" or not fields[8].isdigit() or fields[7].startswith("fe80"):
            continue
        found.setdefault(fields[6], OtherPc(host=fields[6], address=fields[7], port=int(fields[8])))
    return tuple(found.values())
