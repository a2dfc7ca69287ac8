"""Under a newer Wine, when one is named: a card through WinSCard, which Wine 8 has not, and papers over IPP.

    mmdebstrap --variant=essential --include=wine64,libpcsclite1 trixie build/debian-13
    ./station windows --newer-wine build/debian-13 tests/windows/test_newer_wine.py

WinSCard reaches the pcscd of this machine with a virtual reader, IPP a real `ippeveprinter`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from release.folder import ROOT
from tests.helpers import cups, pcsc, personas
from tests.helpers.pages import text_of
from tests.journeys.test_visit import NUMBER, assert_declaration, assert_leaflet
from tests.windows.wine import Prefix, of_another_debian

pytestmark = [pytest.mark.hardware, pytest.mark.real("pcscd"), pytest.mark.real("cups")]
PROCEDURE = "dang-ky-tam-tru"
CLIENT = Path("/usr/lib/x86_64-linux-gnu")


@pytest.fixture(scope="module")
def newer(folder: Path, pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prefix]:
    root = pytestconfig.getoption("newer_wine")
    if root is None:
        pytest.skip("no Debian with a newer Wine was named: --newer-wine FOLDER")
    made = Prefix(tmp_path_factory.mktemp("newer") / "prefix", of_another_debian(root.resolve()))
    made.make(folder)
    with made.served():
        yield made


@pytest.fixture
def client(tmp_path: Path) -> Path:
    """A folder with the client's library of this machine's pcscd: another version may not understand it."""
    place = tmp_path / "client"
    place.mkdir()
    for library in CLIENT.glob("libpcsclite*.so*"):
        shutil.copy(library, place / library.name)
    return place


def test_a_card_read_through_winscard_becomes_two_papers_of_a_real_ipp_printer(
    newer: Prefix, client: Path, python: Path, tmp_path: Path, printing_machines: tuple[cups.Device, cups.Queue]
) -> None:
    if missing := pcsc.missing():
        pytest.skip(missing)
    device, _ = printing_machines
    before = set(device.papers())
    address = device.uri.replace("localhost", "127.0.0.1")
    devices = f'[card_reader]\ndriver = "pcsc"\n\n[printer]\ndriver = "ipp"\nuri = "{address}"\n'
    (tmp_path / "devices.toml").write_text(devices, "utf-8")
    with pcsc.PcscDaemon() as daemon, pcsc.PluggedCard(personas.card(personas.persona()), daemon.port):
        words = [f"Z:{place}" for place in (Path(__file__).with_name("card_visit.py"), ROOT, tmp_path)]
        more = {"PCSCLITE_CSOCK_NAME": str(daemon.socket_path), "LD_LIBRARY_PATH": str(client)}
        done = newer.run(str(python), "-X", "utf8", *words, PROCEDURE, NUMBER[-6:], **more)
    assert done.code == 0, done.out + done.err
    told = json.loads(done.out)
    assert told["phases"][0] == "CONNECTING"
    assert "CHECKING" in told["phases"]
    assert (told["screen"], told["left"]) == ("END", 0)
    assert ["form-printed", "ct01", 1] in told["counted"]
    papers = [paper.read_bytes() for paper in device.papers() if paper not in before]
    assert len(papers) == 2
    declaration = next(paper for paper in papers if "CT01" in text_of(paper))
    assert_declaration(declaration)
    assert_leaflet(next(paper for paper in papers if paper != declaration))
