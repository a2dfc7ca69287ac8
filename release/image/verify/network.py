"""No network, then a slow one that loses packets: the kiosk serves, and content is taken where it can be fetched."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from release.image.verify.offered import offered_content
from release.image.verify.person import PersonAtTheMachine
from release.image.verify.short import OUT, at_first_screen, standing
from release.image.verify.sticks import MOUNTED
from release.image.verify.visit import IDLE
from release.verify.machine import wait_for
from release.verify.report import demand, report

THIS_PC = "10.0.2.2"
"""What QEMU calls the PC on which it runs."""
SLOW = "delay 700ms 200ms loss 5% rate 512kbit"
"""A mobile network at the edge of its cell."""
CARD = "card=$(ls /sys/class/net | grep -v lo)"
TRUST = (
    f"place=$({{ {MOUNTED}; }} | cut -d ' ' -f 1); "
    "install -D -m 644 $place/metadata/1.root.json /etc/kiosk-dvc/trust/update/root.json"
)
FETCH_S = 600.0


def network(disk: Path, folder: Path) -> None:
    """Without a cable an update says so; over a slow line it comes, and the screen answers meanwhile."""
    offered = offered_content(folder)
    with at_first_screen(disk, folder) as machine, served(offered.public) as port:
        person, before = PersonAtTheMachine(machine, OUT), standing(machine)
        machine.control.plug("offered", offered.stick)
        wait_for(lambda: machine.run(MOUNTED).strip() != "", "the stick with the province's key", 60)
        machine.run(TRUST)
        machine.control.unplug("offered")
        asked = f"kiosk-dvc update now --from http://{THIS_PC}:{port}"
        said = machine.run(f"{asked}; echo ended $?", seconds=FETCH_S, check=False)
        demand("ended 0" not in said and "Traceback" not in said, f"an update without a network told: {said[-500:]}")
        report(f"no network: {said.strip().splitlines()[0]}")
        machine.control.ask("netdev_add", type="user", id="cable")
        machine.control.ask("device_add", driver="e1000", netdev="cable", id="network")
        wait_for(lambda: "10.0.2." in machine.run("hostname -I"), "an address from the network", 120)
        machine.run(f"{CARD}; modprobe sch_netem; tc qdisc add dev $card root netem {SLOW}")
        machine.run(f"({asked}; echo ended $?) >/run/fetched 2>&1 &")
        took = person.touches(IDLE, then="Đăng ký tạm trú")
        wait_for(lambda: "ended" in machine.run("cat /run/fetched"), "the end of the update", FETCH_S)
        told = machine.run("cat /run/fetched")
        demand("ended 0" in told, f"content taken over a slow line: {told[-500:]}")
        demand(standing(machine) == before, "the same kiosk before and after")
        report(f"a slow network ({SLOW}): content taken, a touch answered after {took:.1f} s meanwhile")


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """A web server over `folder` on this PC's loopback; its port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that is inherited
        """Nothing: the step tells what was seen."""
