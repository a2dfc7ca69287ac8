"""Two PCs, one printer, one scanner, over real daemons: the first PC's CUPS opened to the network, its line, Avahi.

The second PC calls the first by an address that is not loopback, as it would over a cable.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer

import pytest
from click.testing import CliRunner, Result

from devices import other_pcs as looking
from devices.other_pcs import other_pcs
from kiosk.cli import kiosk
from kiosk.cli.scan import answered
from kiosk.clock import Clock
from kiosk.settings import read_settings
from release.debian import DEPLOYMENT
from tests.helpers import cups
from tests.helpers.papers_left import a_paper_about
from tests.helpers.waiting import wait_until

pytestmark = pytest.mark.real("cups")


def own_address() -> str:
    """An address of this computer that another one could call, without sending anything."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.254", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPoint:
    """The first PC as it runs, and the settings folders of both."""

    device: cups.Device
    address: str
    port: int
    first: Path
    second: Path

    def run(self, folder: Path, *words: str) -> Result:
        """A command at one of the two PCs."""
        environment = {"KIOSK_CONFIG": str(folder), "KIOSK_STATE": str(folder / "state")}
        return CliRunner().invoke(kiosk, ["together", *words, "--lang", "en"], env=environment)


@pytest.fixture(scope="module")
def help_point(
    printing_machines: tuple[cups.Device, cups.Queue], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[HelpPoint]:
    device, _ = printing_machines
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")

    class Line(BaseRequestHandler):
        """As the systemd socket hands each connection to `kiosk scan lease`."""

        def handle(self) -> None:
            line = self.request.makefile("rb").readline(500)
            self.request.sendall(answered(line, read_settings(overrides=first), Clock()))

    class Server(ThreadingTCPServer):
        daemon_threads = True

    with (
        cups.queue(device.folder.parent / "shared", device, shared=True) as queue,
        Server(("0.0.0.0", 0), Line) as server,
    ):
        (first / "devices.toml").write_text(
            f'[printer]\nuri = "{queue.uri}"\n[scanner]\ndriver = "escl"\nuri = "http://192.0.2.10/eSCL"\n', "utf-8"
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield HelpPoint(
            device=device, address=own_address(), port=server.server_address[1], first=first, second=second
        )
        server.shutdown()


def test_the_second_pc_prints_on_the_printer_of_the_first(help_point: HelpPoint) -> None:
    kept = help_point.run(help_point.first, "keep")
    assert kept.exit_code == 0, kept.output
    joined = help_point.run(help_point.second, "join", help_point.address, "--port", str(help_point.port))
    assert joined.exit_code == 0, joined.output
    settings = read_settings(overrides=help_point.second).devices
    assert settings.printer.uri.startswith(f"ipp://{help_point.address}:")
    assert settings.scanner.lease == f"tcp://{help_point.address}:{help_point.port}"

    from kiosk.station.devices import printer

    paper, before = printer(settings.printer), len(help_point.device.papers())
    try:
        paper.submit(a_paper_about("may-2"), job_name="trial")
        wait_until(lambda: len(help_point.device.papers()) > before, "the paper lies in the tray of the first PC")
    finally:
        paper.close()


def test_both_sides_tell_what_answers_and_what_does_not(help_point: HelpPoint) -> None:
    help_point.run(help_point.first, "keep")
    help_point.run(help_point.second, "join", help_point.address, "--port", str(help_point.port))
    told = help_point.run(help_point.second, "test").output.splitlines()
    assert [line[:9] for line in told] == ["✓ the lin", "✓ printer", "✗ scanner", "✓ whose t"]
    settings = (help_point.second / "devices.toml").read_text("utf-8")
    (help_point.second / "devices.toml").write_text(settings.replace(f":{help_point.port}", ":1"), "utf-8")
    off = help_point.run(help_point.second, "test")
    (help_point.second / "devices.toml").write_text(settings, "utf-8")
    assert off.exit_code == 1
    assert off.output.count("is the other PC on, is the cable in?") == 2


def test_a_pc_without_a_partner_is_told_so(help_point: HelpPoint, tmp_path: Path) -> None:
    done = help_point.run(tmp_path, "test")
    assert done.exit_code == 1
    assert "shares no device" in done.output


def test_the_first_pc_is_found_by_avahi_and_joined_without_an_address(
    help_point: HelpPoint, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in help_point.device.environment.items():
        monkeypatch.setenv(name, value)
    words = ["avahi-publish", "-s", "Kiosk may-1", "_kiosk-dvc._tcp", str(help_point.port)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as announcing:
        try:
            wait_until(lambda: other_pcs() != (), "avahi tells of the first PC")
            (found,) = other_pcs()
            assert found.port == help_point.port
            joined = help_point.run(tmp_path, "join")
            assert joined.exit_code == 0, joined.output
            assert '"port"' in help_point.run(tmp_path, "find", "--json").output
        finally:
            announcing.terminate()


def test_nobody_in_the_network_is_told_with_what_to_do(
    help_point: HelpPoint, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(looking.subprocess, "run", _no_avahi)
    done = help_point.run(tmp_path, "join")
    assert done.exit_code == 1
    assert "together join ADDRESS" in done.output


def _no_avahi(*_words: object, **_more: object) -> None:
    raise FileNotFoundError


def test_the_configuration_of_the_shared_queue_is_the_other_one_opened_to_the_local_network() -> None:
    folder = Path(cups.shipped_config() / "cups")
    alone, shared = ((folder / name).read_text("utf-8").splitlines() for name in ("cupsd.conf", "cupsd-shared.conf"))
    strip = [[line for line in one if line and not line.startswith("#")] for one in (alone, shared)]
    assert [line for line in strip[1] if line not in strip[0]] == ["Port 631", "ServerAlias *", "  Allow @LOCAL"]
    assert [line for line in strip[0] if line not in strip[1]] == ["Listen localhost:631"]


def test_cups_that_systemd_started_does_not_end_while_nobody_prints() -> None:
    """After its default of 60 s without a client its port was closed, and the kiosk told of a printer that is off."""
    tree = DEPLOYMENT / "tree"
    started = [
        line.split()
        for file in ((tree / "lib/systemd/system/cups.service.d/kiosk-dvc.conf"), tree / "usr/lib/kiosk-dvc/together")
        for line in file.read_text("utf-8").splitlines()
        if "/usr/sbin/cupsd" in line
    ]
    assert len(started) == 2, started
    assert all("-l" in words for words in started), "on demand: it ends unless it is told not to"
    for name in ("cupsd.conf", "cupsd-shared.conf"):
        lines = (Path(cups.shipped_config()) / "cups" / name).read_text("utf-8").splitlines()
        assert "IdleExitTimeout 0" in lines, name


def test_what_opens_the_queue_counts_after_what_keeps_it_to_this_pc() -> None:
    """systemd sorts drop-ins by their names, wherever they lie, and the last ExecStart= counts."""
    tree = DEPLOYMENT / "tree"
    (own,) = (tree / "lib" / "systemd" / "system" / "cups.service.d").iterdir()
    (opened,) = re.findall(r"cups\.service\.d/(\S+)", (tree / "usr/lib/kiosk-dvc/together").read_text("utf-8"))
    assert sorted((opened, own.name)) == [own.name, opened]


def test_opening_and_closing_to_the_network_leaves_nothing_behind(tmp_path: Path) -> None:
    script = DEPLOYMENT / "tree" / "usr" / "lib" / "kiosk-dvc" / "together"
    shutil.copytree(DEPLOYMENT / "tree" / "usr" / "share", tmp_path / "usr" / "share")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}

    def play(word: str) -> set[str]:
        subprocess.run(["sh", script, word], check=True, env={"KIOSK_SYSTEM": str(tmp_path), "PATH": "/usr/bin:/bin"})
        return {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()} - {
            str(path.relative_to(tmp_path)) for path in before
        }

    assert (
        play("keep")
        == play("keep")
        == {
            "etc/avahi/services/kiosk-dvc.service",
            "etc/systemd/system/cups.service.d/zz-kiosk-dvc-shared.conf",
            "etc/systemd/system/kiosk-scan-lease.socket.d/local-network.conf",
        }
    )
    assert play("alone") == set()
    assert {path.name for path in (tmp_path / "etc").rglob("*")} == {"systemd", "system"}, "folders of its own go too"
    other = tmp_path / "etc" / "avahi" / "services" / "other.service"
    other.parent.mkdir(parents=True)
    other.touch()
    play("keep")
    assert play("alone") == {"etc/avahi/services/other.service"}, "what is another's stays"
