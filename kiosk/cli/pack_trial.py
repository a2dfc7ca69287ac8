"""Whether a pack may become current: the content check, every form filled and set, every guide, a whole visit.

    faults_in(content, settings, scratch, clock, current=pack_in_force) -> lines, none when it may

The visit runs through the real composition root over the virtual reader and printer, with this station's own settings
and overlay; `scratch` takes its counts and paper. Nothing of the station is touched.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from kiosk.cli.pack_check import check_pack
from kiosk.cli.trial_filling import fit_answer, ways
from kiosk.clock import Clock
from kiosk.content.pack import Pack
from kiosk.documents.papers import StationPapers
from kiosk.errors import KioskError
from kiosk.forms import Answers, Context, FormDefinition, Journey, QuestionKind, printed
from kiosk.guides.catalogue import read_guides
from kiosk.identification import key_from_text
from kiosk.session import EndReason, Screen, Session
from kiosk.settings import Driver, Settings
from kiosk.station.station import Station, open_station
from kiosk.toml.fault import FileFault

PERSONA: Final = "nguyen-van-an"
KEY: Final = "012345"
"""The last digits of the number on the made-up card."""
LONGEST_VISIT: Final = 60.0
"""Seconds until the virtual printer must have printed."""


def faults_in(
    content: Path, settings: Settings, scratch: Path, clock: Clock, *, current: Path | None = None
) -> list[str]:
    """One line for everything that must not reach a visitor. Raises nothing for a faulty pack.

    An expired fact hides itself and is no fault. A fault of the content check that the pack in force (`current`) has
    too is none either: to refuse the new pack would leave it where it is. Whatever is new refuses, and so does every
    form that cannot be filled and every visit that stops.
    """
    if faults := _new_faults(content, current, clock.today()):
        return [fault.in_both() for fault in faults]
    try:
        return [*_forms(content, settings, clock.today()), *_visits(content, settings, scratch, clock)]
    except KioskError as fault:
        return [str(fault)]


def _new_faults(content: Path, current: Path | None, today: date) -> list[FileFault]:
    faults = _faults(content, today)
    known = set(_faults(current, today)) if faults and current is not None else set()
    return [fault for fault in faults if fault not in known]


def _faults(content: Path, today: date) -> tuple[FileFault, ...]:
    # Who signed the pack knows the date; this PC may lie behind, by its zone or a flat battery.
    return check_pack(Pack(content), today, believes_dates=True).faults


def _forms(content: Path, settings: Settings, today: date) -> Iterator[str]:
    """Every printable form, filled, is set."""
    commune = settings.kiosk.commune
    context = Context(today=today, commune=commune.name.vi, province=commune.province.vi)
    pack = Pack(content)
    papers = StationPapers(settings.kiosk, read_guides(pack).counters, lambda: today)
    for name, form in pack.folder("forms", FormDefinition).items():
        if not form.printable:
            continue
        way = ways(Journey(form, Answers(), context))[-1]
        if not papers.declaration(printed(way), specimen=True).startswith(b"%PDF"):
            yield f"forms/{name}.toml: cannot be set"


def _visits(content: Path, settings: Settings, scratch: Path, clock: Clock) -> Iterator[str]:
    station = open_station(_virtual(settings, scratch), clock, state=scratch, content=content)
    try:
        chosen = None
        for procedure in station.services.catalogue.by_id.values():
            session = station.new_session()
            session.begin()
            session.choose_procedure(procedure.id)
            papers = station.services.papers
            for language in station.services.languages:
                papers.leaflet(procedure, language=language, case=None, specimen=True)
            if chosen is None and session.definition is not None:
                chosen = procedure.id
        if chosen is not None and (fault := _whole_visit(station, chosen)):
            yield f"procedures/{chosen}.toml: {fault}"
    finally:
        station.close()


def _virtual(settings: Settings, scratch: Path) -> Settings:
    devices = settings.devices
    card_reader = msgspec.structs.replace(devices.card_reader, driver=Driver.SIMULATOR, persona=PERSONA)
    printer = msgspec.structs.replace(devices.printer, driver=Driver.SIMULATOR, folder=str(scratch / "paper"))
    scanner = msgspec.structs.replace(devices.scanner, driver=Driver.NONE)
    replaced = msgspec.structs.replace(devices, card_reader=card_reader, printer=printer, scanner=scanner)
    return msgspec.structs.replace(settings, devices=replaced)


def _whole_visit(station: Station, procedure: str) -> str | None:
    """Card to paper to goodbye; returns where it got stuck."""
    session = station.new_session()
    session.begin()
    session.choose_procedure(procedure)
    session.fill_form()
    if session.screen is Screen.CONSENT:
        _read_card(station, session)
    if session.screen is Screen.PERSON:
        session.accept_person()
    _answer_all(session)
    if session.screen is not Screen.CHECK:
        return f"the visit stops at {session.screen.value}"
    session.print_papers()
    session.papers_rendered(session.render_job()())
    session.papers_moved(session.paper.print_job()())
    until = time.monotonic() + LONGEST_VISIT
    while not session.paper.all_done and time.monotonic() < until:
        time.sleep(0.05)
        session.papers_moved(session.paper.poll_job()())
    done = session.paper.all_done
    session.end(EndReason.FINISHED)
    return None if done else "the visit prints nothing"


def _read_card(station: Station, session: Session) -> None:
    if station.demo is not None:
        station.demo.lay_card()
    session.consent(given=True)
    session.use_key(key_from_text(KEY))
    session.card_was_read(session.read_job()(lambda _phase: None))
    if session.screen is Screen.LADDER:
        session.type_by_hand()


def _answer_all(session: Session) -> None:
    definition = session.definition
    for _ in definition.questions if definition else ():
        page, journey = session.form.page, session.form.journey
        if session.screen is not Screen.QUESTION or page is None or journey is None:
            return
        given = journey.answer(page.key)
        rows = given.rows if given else ()
        if page.kind is QuestionKind.ROWS and not rows:
            rows = (tuple(fit_answer(column, journey, last=False) for column in page.columns),)
        value = given.value if given and given.value else ""
        if not value and page.kind is not QuestionKind.ROWS:
            value = fit_answer(page, journey, last=False)
        session.answer(value, rows)
