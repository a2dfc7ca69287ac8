"""Two PCs on one cable: each a network of its own with its own name service; printer and line are at the first.

What `docs/two-pcs.md` has typed is typed at each. No scanner answers here; whose turn it is, is asked all the same.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer

import pytest

from kiosk.cli.scan import answered
from kiosk.clock import Clock
from kiosk.settings import read_settings
from kiosk.together import PORT
from tests.fresh.guide import ROOT
from tests.helpers import cups
from tests.helpers.cable import INTERFACE, Network, two_pcs
from tests.helpers.waiting import wait_until

pytestmark = pytest.mark.real("cups")
NO_SCANNER = "http://localhost:9/eSCL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pc:
    """One of the two, with its settings and how its name service is asked."""

    network: Network
    settings: Path
    environment: dict[str, str] = field(default_factory=dict)

    def types(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command of the kiosk at this PC."""
        own = {
            "KIOSK_CONFIG": str(self.settings),
            "KIOSK_STATE": str(self.settings / "state"),
            "PYTHONPATH": str(ROOT),
        }
        with self.network.within():
            return subprocess.run(
                [sys.executable, "-P", "-m", "ui", "--lang", "en", *words],
                cwd=ROOT,
                env={**os.environ, **self.environment, **own},
                capture_output=True,
                text=True,
                check=False,
                timeout=300,
            )

    def answers(self) -> dict[str, bool]:
        """What `together test` finds at this PC."""
        told = json.loads(self.types("together", "test", "--json").stdout)
        return {name: each["ready"] for name, each in told.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPoint:
    """Both PCs, and the printer at the first one."""

    first: Pc
    second: Pc
    printer: cups.Device


class Line(BaseRequestHandler):
    """As the systemd socket hands each connection to `kiosk scan lease`."""

    settings: Path

    def handle(self) -> None:
        line = self.request.makefile("rb").readline(500)
        self.request.sendall(answered(line, read_settings(overrides=self.settings), Clock()))


class Server(ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@pytest.fixture(scope="module")
def help_point() -> Iterator[HelpPoint]:
    if os.geteuid() != 0:
        pytest.fail("./station fresh makes two networks: it needs root")
    with tempfile.TemporaryDirectory(prefix="two-pcs-", ignore_cleanup_errors=True) as name, two_pcs() as (one, two):
        root = Path(name)
        for place in ("first", "second"):
            (root / place).mkdir()
        Line.settings = root / "first"
        with (
            one.within(),
            cups.device(root / "device", interfaces=f"lo,{INTERFACE}") as printer,
            cups.queue(root / "cups", printer, shared=True) as queue,
            Server(("0.0.0.0", PORT), Line) as server,
        ):
            threading.Thread(target=server.serve_forever, daemon=True).start()
            (root / "first" / "devices.toml").write_text(
                f'[printer]\nuri = "{queue.uri}"\n[scanner]\ndriver = "escl"\nuri = "{NO_SCANNER}"\n', "utf-8"
            )
            first = Pc(network=one, settings=root / "first", environment=printer.environment)
            with two.within(), cups.name_service(root / "names", INTERFACE) as asked:
                second = Pc(network=two, settings=root / "second", environment=asked)
                with one.within(), announced(printer.environment):
                    yield HelpPoint(first=first, second=second, printer=printer)
            server.shutdown()


@contextmanager
def announced(environment: dict[str, str]) -> Iterator[None]:
    """The first PC's name in the network, as the package's file for Avahi tells it."""
    words = ["avahi-publish", "-s", "Kiosk may-1", "_kiosk-dvc._tcp", str(PORT)]
    told = {**os.environ, **environment}
    with subprocess.Popen(words, env=told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            yield
        finally:
            running.terminate()


def test_the_second_pc_finds_the_first_over_the_cable_prints_there_and_knows_when_it_is_gone(
    help_point: HelpPoint,
) -> None:
    first, second, papers = help_point.first, help_point.second, help_point.printer.papers
    assert first.types("together", "keep").returncode == 0
    wait_until(lambda: second.types("together", "find").returncode == 0, "the first PC is found")
    found = json.loads(second.types("together", "find", "--json").stdout)["found"]
    assert [(each["address"], each["port"]) for each in found] == [(first.network.address, PORT)]
    joined = second.types("together", "join")
    assert joined.returncode == 0, joined.stderr
    everything = {"line": True, "printer": True, "scanner": False, "turn": True}
    assert first.answers() == second.answers() == everything, "no scanner hangs on it"

    printed = second.types("counts", "close", "--print")
    assert printed.returncode == 0, printed.stderr
    assert len(papers()) == 1, "the paper lies in the tray of the first PC"

    first.network.pull()
    assert second.answers() == dict.fromkeys(everything, False)
    assert first.answers() == everything, "nothing changes at the first"
    lost = second.types("counts", "close", "--print")
    assert lost.returncode == 1
    assert "The printer is not connected." in lost.stderr

    first.network.plug_in()
    wait_until(lambda: second.answers() == everything, "all is as before")
    assert second.types("counts", "close", "--print").returncode == 0
    assert len(papers()) == 2, "what could not be printed did not come later by itself"
