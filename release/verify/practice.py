"""What stands around the installed kiosk while a filing is tried: practice portals under the real names, a card on a
virtual reader, a printer that exists in memory only.

All of it listens in the machine's own network. The machine is told three things that a commune's PC is not: where the
names lead (`/etc/hosts`), whom the browser trusts (its store of certificates), and that its reader is vpcd's.
"""

from __future__ import annotations

import ctypes
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from devices.card_reader.virtual_card.persona import Persona
from release.verify.machine import Machine, wait_for
from tests.helpers import cups
from tests.helpers.pcsc import PluggedCard
from tests.helpers.personas import card
from tests.portal.hand.kiosk_side import FRAMEWORKS
from tests.portal.hand.started import Home
from tests.portal.standins import hosts
from tests.portal.standins.account import Account
from tests.portal.standins.portals import Portals

READER_OFF: Final = "/usr/share/vpcd.off"
"""Where the virtual reader's configuration waits, so that no reader is there before it is wanted."""
READER_ON: Final = "/etc/reader.conf.d/vpcd"
READER_PORT: Final = 35_963
"""vpcd's own first port."""
TRUSTED: Final = "/var/lib/practice-portals"
AUTHORITY: Final = f"{TRUSTED}/authority.pem"
TRUSTING: Final = "/run/systemd/system/kiosk-dvc-portal@.service.d/practice.conf"
QUEUE: Final = "practice"
SETTINGS: Final = ("/etc/kiosk-dvc/devices.toml", "/etc/kiosk-dvc/kiosk.toml")
UNHURRIED: Final = "[visit]\nask_after = 600.0\nlongest = 7200.0\n[portal]\nsilence = 900.0\n"
_NEW_NETWORK: Final = 0x40000000
"""`CLONE_NEWNET` (setns(2))."""
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What stands around the kiosk."""

    portals: Portals
    printer: cups.Device


def in_its_network(machine: Machine, work: Callable[[], Made]) -> Made:
    """Do `work` in a thread of the machine's network, with this PC's files; what it starts is there too."""

    def enter() -> Made:
        with Path(f"/proc/{machine.leader}/ns/net").open("rb") as network:
            if ctypes.CDLL(None, use_errno=True).setns(network.fileno(), _NEW_NETWORK):
                raise OSError(ctypes.get_errno(), "setns")
        return work()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(enter).result()


@contextmanager
def practice(machine: Machine, person: Persona, folder: Path) -> Iterator[Practice]:
    """All of it, for this person; to be called in the machine's network. The machine is left as it was."""
    account = Account(name=person.holder.full_name, number=person.holder.personal_number)
    with ExitStack() as stack:
        portals = Portals(frameworks=FRAMEWORKS, port=443, account=account)
        stack.callback(portals.stop)
        stack.enter_context(_names_lead_here(machine))
        stack.enter_context(_trusted(machine, portals))
        stack.enter_context(_reader(machine))
        printer = stack.enter_context(cups.device(folder))
        stack.enter_context(_own_settings(machine, printer))
        machine.run("systemctl reset-failed kiosk-dvc.service; systemctl restart kiosk-dvc.service")
        yield Practice(portals=portals, printer=printer)


def laid_down(person: Persona) -> PluggedCard:
    """The person's card on the reader."""
    return PluggedCard(card(person), READER_PORT)


@contextmanager
def _names_lead_here(machine: Machine) -> Iterator[None]:
    place = machine.opened / "etc/hosts"
    before = place.read_bytes() if place.exists() else None
    with place.open("a", encoding="ascii") as names:
        names.write(f"\n127.0.0.1 localhost {' '.join(hosts.PORTALS)}\n")  # a debootstrap has no localhost
    try:
        yield
    finally:
        place.unlink() if before is None else place.write_bytes(before)


@contextmanager
def _trusted(machine: Machine, portals: Portals) -> Iterator[None]:
    """The unit's own folder is made anew for each filing: the store is laid into it."""
    home = Home(portals.authority.pem)
    kept = machine.opened / TRUSTED.removeprefix("/")
    shutil.copytree(home.folder, kept)
    home.remove()
    told = machine.opened / TRUSTING.removeprefix("/")
    told.parent.mkdir(parents=True)
    told.write_text(f"[Service]\nBindPaths={TRUSTED}/.pki:/tmp/.pki\n", encoding="ascii")
    machine.run(f"chown -R kiosk:kiosk {TRUSTED}; chmod -R u+rwX {TRUSTED}; systemctl daemon-reload")
    try:
        yield
    finally:
        machine.run(f"rm -r {TRUSTED} {Path(TRUSTING).parent}; systemctl daemon-reload")


@contextmanager
def _reader(machine: Machine) -> Iterator[None]:
    machine.run(f"cp {READER_OFF} {READER_ON}; systemctl stop pcscd.service; systemctl start pcscd.service")
    listens = f"grep -il ':{READER_PORT:04X} ' /proc/net/tcp /proc/net/tcp6"
    wait_for(lambda: bool(machine.run(listens, check=False)), "the virtual reader", 30)
    try:
        yield
    finally:
        machine.run(f"rm {READER_ON}; systemctl stop pcscd.service; systemctl restart pcscd.socket")


@contextmanager
def _own_settings(machine: Machine, printer: cups.Device) -> Iterator[None]:
    """A queue of the installed CUPS before the printer, no scanner, and time for somebody who reads slowly."""
    devices, kiosk = (machine.opened / each.removeprefix("/") for each in SETTINGS)
    before = {place: place.read_text("utf-8") for place in (devices, kiosk)}
    machine.run(f"lpadmin -p {QUEUE} -v {printer.uri} -m everywhere -E")
    queue = f"ipp://localhost/printers/{QUEUE}"
    devices.write_text(f'[printer]\nuri = "{queue}"\ndevice_uri = "{printer.uri}"\n', encoding="utf-8")
    kiosk.write_text(f"{before[kiosk]}\n{UNHURRIED}", encoding="utf-8")
    try:
        yield
    finally:
        for place, text in before.items():
            place.write_text(text, encoding="utf-8")
        machine.run(f"lpadmin -x {QUEUE}")
