"""Two networks of their own with a cable between them, for two PCs: network namespaces and a veth pair.

Needs root. What a thread starts or opens `within` a network lives there; daemons and sockets stay there.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.waiting import wait_until

_CLONE_NEWNET = 0x40000000
INTERFACE = "cable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One end of the cable: the process that keeps its network, and its address there."""

    pid: int
    address: str

    @contextmanager
    def within(self) -> Iterator[None]:
        """This thread is at this PC until the block ends."""
        home = f"/proc/self/task/{threading.get_native_id()}/ns/net"
        before = os.open(home, os.O_RDONLY)
        try:
            _enter(f"/proc/{self.pid}/ns/net")
            yield
        finally:
            _enter(f"/proc/self/fd/{before}")
            os.close(before)

    def ip(self, *words: str) -> None:
        """iproute2 at this PC."""
        with self.within():
            subprocess.run(["ip", *words], check=True, capture_output=True)

    def pull(self) -> None:
        """Take the cable out here."""
        self.ip("link", "set", INTERFACE, "down")

    def plug_in(self) -> None:
        """Put it back."""
        self.ip("link", "set", INTERFACE, "up")


def _enter(place: str) -> None:
    descriptor = os.open(place, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).setns(descriptor, _CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "setns", place)
    finally:
        os.close(descriptor)


@contextmanager
def two_pcs(first: str = "10.77.19.1", second: str = "10.77.19.2") -> Iterator[tuple[Network, Network]]:
    """Both ends, plugged in; they are gone with the block."""
    with ExitStack() as stack:
        ends = tuple(Network(pid=stack.enter_context(_alone()), address=address) for address in (first, second))
        words = ["ip", "link", "add", INTERFACE, "netns", str(ends[0].pid), "type", "veth"]
        subprocess.run(
            [*words, "peer", "name", INTERFACE, "netns", str(ends[1].pid)], check=True, capture_output=True
        )
        for end in ends:
            end.ip("link", "set", "lo", "up")
            end.ip("address", "add", f"{end.address}/24", "dev", INTERFACE)
            end.plug_in()
        yield ends[0], ends[1]


@contextmanager
def _alone() -> Iterator[int]:
    """A process with a network of its own, in which there is nothing yet."""
    own = Path("/proc/self/ns/net").readlink()
    words = ["setpriv", "--pdeathsig", "KILL", "unshare", "--net", "sleep", "infinity"]
    with subprocess.Popen(words) as keeper:
        try:
            wait_until(lambda: Path(f"/proc/{keeper.pid}/ns/net").readlink() != own, "a network of its own")
            yield keeper.pid
        finally:
            keeper.kill()
