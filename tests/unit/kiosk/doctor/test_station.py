"""The doctor looks at every service, names what is wrong by code, and never fails itself."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import Mock

import httpx
import pytest
from click.testing import CliRunner

from devices.card_reader.interface import CardReaderState
from devices.card_reader.simulator import PersonaFolder, SimulatedReader
from devices.printer.interface import PrinterTrouble
from devices.printer.simulator import SimulatedPrinter
from devices.status import Readiness
from kiosk import paths
from kiosk.cli import kiosk
from kiosk.content.fact import Confidence, Fact
from kiosk.counts.events import EventKind
from kiosk.counts.outbox import Outbox
from kiosk.doctor.computer import examine_disk, examine_fonts, examine_rights, examine_screen, examine_sound
from kiosk.doctor.devices import examine_printer, examine_reader
from kiosk.doctor.examination import NAMES, READY, Found, Service, attention, broken, examine, overall, ready, worst
from kiosk.doctor.knowledge import (
    examine_content,
    examine_counts,
    examine_outbox,
    examine_trust,
    examine_updates,
)
from kiosk.doctor.network import PortalCheck
from kiosk.documents import Typesetter
from kiosk.documents.readiness import ReadinessLine, readiness_sheet
from kiosk.errors import failure_book
from kiosk.identification import TrustStore
from kiosk.settings import read_settings
from tests.helpers.counting import monday_morning, store_in
from tests.helpers.pages import pages_of, qr_texts, text_of

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


def portal(answer: httpx.Response | Exception, now: datetime = NOW) -> PortalCheck:
    """A portal that answers so."""

    def respond(_request: httpx.Request) -> httpx.Response:
        if isinstance(answer, Exception):
            raise answer
        return answer

    return PortalCheck("https://portal.example", lambda: now, httpx.MockTransport(respond))


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (CardReaderState.SERVICE_ABSENT, broken("reader.service-absent")),
        (CardReaderState.READER_ABSENT, broken("reader.absent")),
        (CardReaderState.READER_BUSY, attention("reader.busy")),
    ],
)
def test_each_fault_of_the_reader_is_named(state: CardReaderState, expected: Found) -> None:
    reader = SimulatedReader(PersonaFolder(paths.assets() / "demo_cards"))
    reader.set_trouble(state)
    assert examine_reader(reader) == expected


@pytest.mark.parametrize("trouble", PrinterTrouble)
def test_each_trouble_of_the_printer_is_named(trouble: PrinterTrouble, tmp_path: Path) -> None:
    printer = SimulatedPrinter(tmp_path)
    printer.make(trouble)
    found = examine_printer(printer)
    assert found.code == trouble.code
    printer.mend()
    assert examine_printer(printer).readiness is Readiness.READY


def test_an_unreachable_portal_wants_attention_but_breaks_nothing() -> None:
    found = portal(httpx.ConnectError("no route")).examine_network()
    assert (found.readiness, found.code) == (Readiness.ATTENTION, "doctor.portal-unreachable")


def test_any_answer_of_the_portal_means_the_network_is_there() -> None:
    assert portal(httpx.Response(503)).examine_network().readiness is Readiness.READY


@pytest.mark.parametrize(
    ("minutes", "code"), [(0, None), (1, None), (10, "doctor.clock-off"), (-10, "doctor.clock-off")]
)
def test_the_clock_is_held_against_the_portals_own_time(minutes: int, code: str | None) -> None:
    their = (NOW + timedelta(minutes=minutes)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    look = portal(httpx.Response(200, headers={"date": their}))
    look.examine_network()
    assert look.examine_clock(NOW - timedelta(days=30)).code == code


def test_without_a_network_a_clock_before_the_content_is_wrong() -> None:
    look = portal(httpx.ConnectError("no route"), now=datetime(2019, 1, 1, tzinfo=UTC))
    look.examine_network()
    assert look.examine_clock(NOW).code == "doctor.clock-wrong"


@pytest.mark.parametrize("told", ["gestern", "", "Mon, 99 Nov 99999 99:99:99 GMT", "1", "0 0 0 0 0", "x" * 5_000])
def test_a_portal_that_tells_no_date_leaves_the_clock_to_the_content(told: str) -> None:
    look = portal(httpx.Response(200, headers={"date": told}))
    look.examine_network()
    assert look.examine_clock(NOW - timedelta(days=1)) == READY


def test_a_state_folder_that_cannot_be_written_is_broken(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert examine_disk(tmp_path / "file" / "state").code == "doctor.disk-unwritable"
    assert examine_disk(tmp_path / "state", tmp_path).readiness is Readiness.READY


def test_a_pin_that_everybody_may_read_is_broken_and_one_that_is_not_set_is_none(tmp_path: Path) -> None:
    secret = tmp_path / "pin.json"
    assert examine_rights([secret]) == ready(secrets=0)
    secret.touch(0o600)
    assert examine_rights([secret]) == ready(secrets=1)
    secret.chmod(0o644)
    assert examine_rights([secret]).code == "doctor.rights-open"


def test_several_looks_at_one_service_are_told_by_the_worst() -> None:
    good, also, bad = ready(free_mb=9), ready(secrets=1), broken("doctor.rights-open", secrets=1)
    assert worst(good, bad) == bad
    assert worst(attention("doctor.disk-low"), bad) == bad
    assert worst(good, also) == ready(free_mb=9, secrets=1)


def test_rights_that_cannot_be_read_want_attention(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "pin.json"
    secret.touch()
    monkeypatch.setattr("kiosk.doctor.computer.others_may_read", Mock(side_effect=PermissionError))
    assert examine_rights([secret]).code == "doctor.rights-unknown"


def test_missing_fonts_or_templates_are_broken(tmp_path: Path) -> None:
    assert examine_fonts(paths.assets()).readiness is Readiness.READY
    assert examine_fonts(tmp_path).code == "doctor.fonts-missing"


def test_sound_is_off_on_purpose_or_wants_a_voice_and_a_card(tmp_path: Path) -> None:
    sound = read_settings(overrides=tmp_path).devices.sound
    assert examine_sound(sound, has_voice=True, has_card=True) == READY
    assert examine_sound(sound, has_voice=False, has_card=True).code == "doctor.voice-missing"
    assert examine_sound(sound, has_voice=True, has_card=False).code == "doctor.sound-missing"


def test_a_screen_at_the_shipped_scale_was_never_measured(tmp_path: Path) -> None:
    assert examine_screen(read_settings(overrides=tmp_path).devices.display).code == "doctor.screen-unmeasured"


def fact(checked: date) -> Fact:
    return Fact(source="cổng", checked=checked, confidence=Confidence.HIGH)


@pytest.mark.parametrize(
    ("facts", "faults", "code"),
    [
        ([], 0, "doctor.content-missing"),
        ([fact(date(2026, 11, 1))], 2, "doctor.content-faulty"),
        ([fact(date(2026, 1, 1))], 0, "doctor.content-old"),
        ([fact(date(2026, 1, 1)), fact(date(2026, 11, 1))], 0, None),
    ],
)
def test_content_is_missing_faulty_old_or_ready(facts: list[Fact], faults: int, code: str | None) -> None:
    assert examine_content(facts, faults, date(2026, 11, 23)).code == code


def test_what_ends_within_a_month_with_nothing_after_it_is_told_in_time() -> None:
    found = examine_content([fact(date(2026, 11, 1))], 0, date(2026, 11, 23), ending=3)
    assert (found.code, found.facts["places"]) == ("doctor.content-ending", 3)


@pytest.mark.parametrize(
    ("age", "expected", "code"),
    [
        (None, False, None),
        (None, True, "doctor.updates-never"),
        (45, True, None),
        (46, True, "doctor.updates-old"),
        (46, False, "doctor.updates-old"),
    ],
)
def test_a_source_not_heard_for_long_wants_attention_and_none_at_all_does_not(
    age: int | None, expected: bool, code: str | None
) -> None:
    assert examine_updates(age, expected=expected).code == code


def test_a_station_without_roots_says_so() -> None:
    assert examine_trust(TrustStore(), NOW).code == "doctor.trust-none"
    assert examine_trust(TrustStore(problems=("x.cer",)), NOW).code == "doctor.trust-faulty"


def test_a_damaged_counting_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "counts.sqlite"
    assert examine_counts(path).readiness is Readiness.READY
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, hour TEXT)")
    connection.close()
    assert examine_counts(path).readiness is Readiness.READY
    path.write_bytes(b"no database at all" * 100)
    assert examine_counts(path).code == "doctor.counts-broken"


@pytest.mark.parametrize(
    ("days", "code"),
    [(1, None), (9, "doctor.outbox-old")],
)
def test_counts_that_waited_long_for_the_province_want_attention(days: int, code: str | None, tmp_path: Path) -> None:
    clock, path = monday_morning(), tmp_path / "counts.sqlite"
    store = store_in(tmp_path, clock)
    store.count(EventKind.VISIT_STARTED)
    store.close_today()
    assert examine_outbox(path, clock.now.date() + timedelta(days=days), expected=True).code == code
    row = Outbox(store.connection).take(1)[0]
    Outbox(store.connection).set_aside(row, "23503")
    assert examine_outbox(path, clock.now.date(), expected=True).code == "doctor.outbox-refused"
    store.close()


def test_a_station_without_a_way_up_or_without_counts_has_nothing_to_send(tmp_path: Path) -> None:
    assert examine_outbox(tmp_path / "none", NOW.date(), expected=False).readiness is Readiness.READY
    assert examine_outbox(tmp_path / "none", NOW.date(), expected=True).readiness is Readiness.READY


def test_a_pc_that_shall_send_and_was_never_enrolled_needs_attention(tmp_path: Path) -> None:
    found = examine_outbox(tmp_path / "none", NOW.date(), expected=True, enrolled=False)
    assert (found.readiness, found.code) == (Readiness.ATTENTION, "province.not-enrolled")


def test_the_worst_finding_is_the_stations_own() -> None:
    findings = list(examine([(Service.DISK, lambda: READY), (Service.CLOCK, lambda: attention("doctor.clock-off"))]))
    assert overall(findings) is Readiness.ATTENTION
    assert overall([]) is Readiness.READY


def test_the_command_tells_every_service_as_json_with_words_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "devices.toml").write_text(
        '[card_reader]\ndriver = "none"\n[printer]\ndriver = "simulator"\n[scanner]\ndriver = "none"\n'
    )
    (tmp_path / "etc" / "kiosk.toml").write_text('[portal]\nnational = "https://localhost:9"\n')
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "etc"))
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    report = tmp_path / "ready.pdf"
    done = CliRunner().invoke(kiosk, ["doctor", "--json", "--report", str(report)])
    found = {line["service"]: line for line in json.loads(done.stdout)}
    assert set(found) == {service.value for service in Service}
    assert found["card-reader"]["facts"] == {"fitted": "no"}
    assert found["network"]["remedy"]["vi"]
    assert found["network"]["remedy"]["en"]
    assert done.exit_code == 0
    assert report.read_bytes().startswith(b"%PDF")


def sheet(readiness: Readiness) -> bytes:
    """A sheet on which every service stands so."""
    remedy = failure_book()["doctor.screen-unmeasured"].staff
    lines = [
        ReadinessLine(
            key=service.value,
            name=NAMES[service],
            readiness=readiness,
            remedy=None if readiness is Readiness.READY else remedy,
            milliseconds=4500,
        )
        for service in Service
    ]
    return readiness_sheet(Typesetter(), lines, commune=read_settings().kiosk.commune, at=NOW).pdf


def test_the_readiness_sheet_of_a_good_morning_is_one_page() -> None:
    assert len(pages_of(sheet(Readiness.READY), dpi=40)) == 1


def test_the_qr_of_the_readiness_sheet_holds_its_summary() -> None:
    broken_sheet = sheet(Readiness.BROKEN)
    assert "Phiếu sẵn sàng" in text_of(broken_sheet)
    (summary,) = qr_texts(broken_sheet)
    assert summary.startswith("KIOSK-READY 1;")
    assert summary.count("=B") == len(Service)


def system(folder: Path, swaps: str, crypt: tuple[str, ...] = ()) -> Path:
    """The kernel's files about swap, as they would stand below `/`."""
    (folder / "proc").mkdir()
    (folder / "proc/swaps").write_text(f"Filename\tType\tSize\tUsed\tPriority\n{swaps}")
    for name in ("dm-0", "dm-1"):
        (folder / "sys/block" / name / "dm").mkdir(parents=True)
        made_by = "CRYPT-PLAIN-swap" if name in crypt else "LVM-swap"
        (folder / "sys/block" / name / "dm/uuid").write_text(made_by)
    return folder


@pytest.mark.parametrize(
    ("swaps", "crypt", "code"),
    [
        ("", (), None),
        ("/dev/zram0 partition 100 0 5\n", (), None),
        ("/dev/dm-0 partition 100 0 -2\n", ("dm-0",), None),
        ("/dev/dm-0 partition 100 0 -2\n", (), "doctor.swap-open"),
        ("/dev/dm-0 partition 1 0 -2\n/dev/dm-1 partition 1 0 -3\n", ("dm-0",), "doctor.swap-open"),
        ("/swapfile file 100 0 -2\n", (), "doctor.swap-open"),
        ("/dev/sda2 partition 100 0 -2\n", (), "doctor.swap-open"),
    ],
)
def test_swap_in_clear_is_told_and_swap_that_is_encrypted_or_in_memory_is_none(
    tmp_path: Path, swaps: str, crypt: tuple[str, ...], code: str | None
) -> None:
    assert examine_disk(tmp_path / "state", system(tmp_path, swaps, crypt)).code == code


def test_a_system_without_a_list_of_swap_has_none(tmp_path: Path) -> None:
    assert examine_disk(tmp_path / "state", tmp_path).readiness is Readiness.READY
