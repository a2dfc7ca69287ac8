"""The main job, card to paper to forgetting, through the composition root: over the simulators, then the same over
the real daemons (pcscd with vpcd, CUPS with ippeveprinter)."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from devices.card_reader.interface import CardReaderState
from kiosk import paths
from kiosk.clock import Clock
from kiosk.identification import Phase
from kiosk.person import Origin
from kiosk.session import Screen
from kiosk.settings import Driver, Settings, read_settings
from kiosk.station.station import Station, open_station
from tests.helpers import cups
from tests.helpers.journey import answer_all, print_all, reach_person, say_goodbye
from tests.helpers.pages import qr_texts, text_of

CARD = json.loads((paths.assets() / "demo_cards" / "nguyen-van-an.json").read_text(encoding="utf-8"))["holder"]
NUMBER = CARD["personal_number"]


def settings_with(tmp_path: Path, **changes: dict[str, object]) -> Settings:
    """The shipped settings with other devices."""
    read = read_settings(overrides=tmp_path / "none")
    devices = msgspec.to_builtins(read.devices)
    for table, values in changes.items():
        devices[table] |= values
    return msgspec.structs.replace(read, devices=msgspec.convert(devices, type(read.devices)))


def simulated(tmp_path: Path) -> Station:
    """A station of virtual devices whose printer's tray is `tmp_path/paper`."""
    card = {"driver": Driver.SIMULATOR.value, "persona": "nguyen-van-an"}
    printer = {"driver": Driver.SIMULATOR.value, "folder": str(tmp_path / "paper")}
    return open_station(settings_with(tmp_path, card_reader=card, printer=printer), Clock(), state=tmp_path / "state")


def whole_visit(station: Station) -> list[Phase]:
    """Card to paper to goodbye; leaves the station as for the next visitor."""
    session, phases = reach_person(station, "dang-ky-tam-tru", NUMBER[-6:])
    assert session.screen is Screen.PERSON, session.card.outcome
    assert session.card.person is not None
    assert {value.origin for value in session.card.person.fields.values()} == {Origin.CHIP}
    answer_all(session)
    assert session.screen is Screen.CHECK
    print_all(session)
    assert say_goodbye(session) == 0
    assert session.screen is Screen.END
    return phases


def assert_declaration(pdf: bytes) -> None:
    """The paper is CT01, filled from the chip."""
    text = text_of(pdf)
    assert "CT01" in text
    assert CARD["full_name"] in text or CARD["full_name"].upper() in text
    assert "Kính gửi" in text


def assert_leaflet(pdf: bytes) -> None:
    """The paper is the leaflet; its QR opens the portal's search."""
    assert "1.004194" in text_of(pdf)
    assert any(text.startswith("https://dichvucong.gov.vn/tim-kiem") for text in qr_texts(pdf))


def test_a_card_becomes_a_declaration_and_a_leaflet_over_the_virtual_devices(tmp_path: Path) -> None:
    station = simulated(tmp_path)
    assert station.demo is not None
    station.demo.lay_card()
    phases = whole_visit(station)
    assert phases[0] is Phase.CONNECTING
    assert Phase.CHECKING in phases
    declaration, leaflet = sorted((tmp_path / "paper").glob("*.pdf"))
    assert_declaration(declaration.read_bytes())
    assert_leaflet(leaflet.read_bytes())
    assert station.counts.totals()["form-printed", "ct01"] == 1
    station.close()


def test_a_wrong_key_three_times_leads_to_typing_by_hand(tmp_path: Path) -> None:
    station = simulated(tmp_path)
    assert station.demo is not None
    station.demo.lay_card()
    session, _ = reach_person(station, "dang-ky-tam-tru", "111111")
    for left in (2, 1, 0):
        assert session.screen is Screen.LADDER
        assert session.card.attempts_left == left
        if left:
            session.read_again()
            assert session.screen is Screen.CARD
            session.use_key(session.card.key)  # type: ignore[arg-type]
            session.card_was_read(session.read_job()(lambda _phase: None))
    session.type_by_hand()
    assert session.screen is Screen.QUESTION
    station.close()


def test_two_visitors_one_after_the_other_share_nothing(tmp_path: Path) -> None:
    station = simulated(tmp_path)
    assert station.demo is not None
    station.demo.lay_card()
    whole_visit(station)
    session = station.new_session()
    session.begin()
    session.choose_procedure("dang-ky-tam-tru")
    session.fill_form()
    session.consent(given=False)
    assert session.form.journey is not None
    assert all(session.form.journey.answer(page.key) is None for page in session.form.journey.pages if page.prefill)
    station.close()


@pytest.mark.real("pcscd")
@pytest.mark.real("cups")
def test_the_same_visit_over_pcscd_and_cups(
    tmp_path: Path, printing_machines: tuple[cups.Device, cups.Queue]
) -> None:
    from tests.helpers import pcsc, personas

    if missing := pcsc.missing():
        pytest.skip(missing)
    device, queue = printing_machines
    before = set(device.papers())
    with pcsc.PcscDaemon() as daemon, pcsc.PluggedCard(personas.card(personas.persona()), daemon.port):
        station = open_station(
            settings_with(
                tmp_path,
                card_reader={"driver": Driver.PCSC.value},
                printer={"driver": Driver.IPP.value, "uri": queue.uri, "device_uri": device.uri},
            ),
            Clock(),
            state=tmp_path / "state",
        )
        cups.wait_until(lambda: station.card_reader.state() is CardReaderState.CARD_PRESENT, "the card is seen")
        whole_visit(station)
        station.close()
    papers = [paper.read_bytes() for paper in device.papers() if paper not in before]
    assert len(papers) == 2
    declaration = next(paper for paper in papers if "CT01" in text_of(paper))
    leaflet = next(paper for paper in papers if paper != declaration)
    assert_declaration(declaration)
    assert_leaflet(leaflet)
    cups.wait_until(lambda: queue.spooled() == [], "the spool is empty")
