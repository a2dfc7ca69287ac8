"""Every check of one station: what the doctor asks, of which device, with which settings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from devices.status import Readiness
from devices.system import voices
from kiosk import paths
from kiosk.clock import Clock
from kiosk.content.fact import Fact
from kiosk.content.preview import ends_soon
from kiosk.content.updates import update_age
from kiosk.counts.events import Role
from kiosk.doctor.browser import BROWSER, examine_browser, examine_official_pages
from kiosk.doctor.computer import examine_disk, examine_fonts, examine_rights, examine_screen, examine_sound
from kiosk.doctor.devices import examine_printer, examine_reader, examine_scanner
from kiosk.doctor.examination import Check, Found, Service, attention, ready, worst
from kiosk.doctor.knowledge import (
    SOON,
    examine_content,
    examine_counts,
    examine_outbox,
    examine_trust,
    examine_updates,
)
from kiosk.doctor.network import PortalCheck
from kiosk.i18n import Language
from kiosk.procedures.catalogue import read_catalogue
from kiosk.settings import Driver, Settings, SoundSettings
from kiosk.staff.roles import role_pin_path
from kiosk.station.content import station_pack, trust_roots
from kiosk.station.devices import card_reader, printer, scanner
from kiosk.station.filing import page_hosts
from kiosk.station.portal_place import PortalPlace, portal_place


def checks_of(settings: Settings, state: Path, clock: Clock) -> Sequence[tuple[Service, Check]]:
    """All checks of one station. Devices come from the settings; nothing is asked of them yet."""
    portal = PortalCheck(settings.kiosk.portal.national, clock.utc)
    devices = settings.devices
    reader = card_reader(devices.card_reader, paths.assets())
    device = printer(devices.printer)
    page_scanner = scanner(devices.scanner)
    trust, pack = trust_roots(), station_pack(state)
    may_file = settings.kiosk.portal.enabled and portal_place() is not PortalPlace.NOWHERE
    procedures = read_catalogue(pack).all()
    facts: list[Fact] = [procedure.status for procedure in procedures]

    def ending() -> int:
        today = clock.today()
        return sum(1 for procedure in procedures for _ in ends_soon(procedure, today, today + SOON))

    newest = max((fact.checked for fact in facts), default=clock.today())
    return (
        (Service.CARD_READER, _as_set(settings, "card_reader", lambda: examine_reader(reader))),
        (Service.PRINTER, _as_set(settings, "printer", lambda: examine_printer(device))),
        (Service.SCANNER, _as_set(settings, "scanner", lambda: examine_scanner(page_scanner))),
        (Service.NETWORK, portal.examine_network),
        (Service.BROWSER, lambda: examine_browser(BROWSER if may_file else None, clock.today())),
        (Service.OFFICIAL_PAGES, lambda: examine_official_pages(page_hosts(pack) if may_file else ())),
        (Service.CLOCK, lambda: portal.examine_clock(datetime.combine(newest, time(), UTC))),
        (Service.DISK, lambda: worst(examine_disk(state), examine_rights(_secrets(state)))),
        (Service.FONTS, lambda: examine_fonts(paths.assets())),
        (Service.SOUND, lambda: _examine_sound(devices.sound)),
        (Service.SCREEN, lambda: examine_screen(devices.display)),
        (Service.CONTENT, lambda: examine_content(facts, len(pack.faults), clock.today(), ending=ending())),
        (Service.TRUST, lambda: examine_trust(trust, clock.utc())),
        (
            Service.UPDATES,
            lambda: examine_updates(update_age(state, clock.utc()), expected=bool(settings.kiosk.updates.source)),
        ),
        (Service.COUNTS, lambda: examine_counts(state / "counts.sqlite")),
        (
            Service.OUTBOX,
            lambda: examine_outbox(
                state / "counts.sqlite",
                clock.today(),
                expected=bool(settings.kiosk.province.host),
                enrolled=(state / "province" / "pc.crt").exists(),
            ),
        ),
    )


def _examine_sound(settings: SoundSettings) -> Found:
    has_voice = voices.has_voice(Language.VI.code)
    return examine_sound(settings, has_voice=has_voice, has_card=has_voice and voices.has_sound_card())


def _secrets(state: Path) -> Sequence[Path]:
    """What this PC keeps for itself: the PINs and, once it has enrolled, its keys."""
    pins = [role_pin_path(state, role) for role in Role]
    return [*pins, *sorted((state / "province").glob("*.key"))]


def _as_set(settings: Settings, table: str, check: Check) -> Check:
    """A device this station was never given is not a broken one; a simulated one that its own settings name needs
    attention."""
    match getattr(settings.devices, table).driver:
        case Driver.NONE:
            return lambda: ready(fitted="no")
        case Driver.SIMULATOR if settings.origins[f"devices.toml.{table}.driver"].parent != paths.shipped_config():
            return lambda: _only_simulated(check())
    return check


def _only_simulated(found: Found) -> Found:
    return attention("doctor.simulated") if found.readiness is Readiness.READY else found
