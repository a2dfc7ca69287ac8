"""Two PCs with one printer: the technician's screen opens queue and line of this PC to the room, and closes them.

What the screen does is done here as the kiosk's own user, under the shipped rules of polkit; no other unit obeys it.
"""

from __future__ import annotations

import subprocess

from devices.other_pcs import CLOSING, OPENING, START
from kiosk.together import PORT
from release.verify.machine import Machine
from release.verify.report import demand, report

AS_THE_KIOSK = "setpriv --reuid=kiosk --regid=kiosk --clear-groups --no-new-privs"
IPP = 631
LOOPBACK = ("127.0.0.1", "[::1]")
REFUSED = (("start", "kiosk-dvc-together@other.service"), ("restart", "cups.service"), ("stop", OPENING))


def devices_shared_and_taken_back(machine: Machine) -> None:
    """`keep`, then `alone`. Raises at the first thing that is not seen."""
    _as_the_kiosk(machine, OPENING)
    heard = _listening(machine)
    demand(heard.get(IPP, set()) - set(LOOPBACK), f"the print queue open to the room: {heard}")
    demand(PORT in heard, f"the line of the scanner's lease: {heard}")
    for verb, unit in REFUSED:
        tried = f"{AS_THE_KIOSK} systemctl --no-ask-password {verb} {unit}; echo $?"
        demand(machine.run(f"set +e; {tried}").strip().splitlines()[-1] != "0", f"{verb} {unit} refused to the kiosk")
    _as_the_kiosk(machine, CLOSING)
    heard = _listening(machine)
    demand(heard.get(IPP, set()) <= set(LOOPBACK) and PORT not in heard, f"everything closed again: {heard}")
    report("the kiosk's user opened this PC's queue and line to the room, and closed them; other units refused it")


def _as_the_kiosk(machine: Machine, unit: str) -> None:
    machine.run(f"{AS_THE_KIOSK} {' '.join(START)} {unit}")


def _listening(machine: Machine) -> dict[int, set[str]]:
    """Port -> the addresses on which somebody listens there."""
    told = subprocess.run(machine.in_its_network(["ss", "-ltnH"]), capture_output=True, text=True, check=True)
    found: dict[int, set[str]] = {}
    for line in told.stdout.splitlines():
        address, _, port = line.split()[3].rpartition(":")
        found.setdefault(int(port), set()).add(address)
    return found
