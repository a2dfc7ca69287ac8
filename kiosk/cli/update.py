"""`kiosk update now | program | system | status`: take the newest signed content, fetch programs, say what there is.

`now` is what a timer calls at night; it restarts nothing, and ends with 0 when there is nothing new or no source.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar, assert_never

import click

from kiosk import paths
from kiosk.cli.faults import CommandFault
from kiosk.cli.for_programs import json_option, tell_program
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.cli.progress import waiting
from kiosk.cli.spoken import language_option
from kiosk.cli.update_words import (
    AGE,
    FETCHED,
    NEVER,
    NO_PROGRAM,
    NO_SOURCE,
    NO_SYSTEM,
    SAME_SYSTEM,
    STATUS,
    SYSTEM_FETCHED,
    news,
    outcome_as_json,
    refusal,
)
from kiosk.clock import Clock
from kiosk.content.fault import ContentError
from kiosk.content.updates import PackFolder, PackVersion, current_pack, update_age, version_of
from kiosk.content.updates.errors import NoAuthorityError
from kiosk.content.updates.program import Fetched, NoProgram, SameSystem, fetch_program, fetch_system
from kiosk.content.updates.stations import SignedStations, fetch_stations
from kiosk.content.updates.trusted_source import read_authority
from kiosk.content.updates.updating import NotUpdated, Outcome, update
from kiosk.counts.station_keys import pc_name
from kiosk.i18n import Language, Text
from kiosk.settings import Settings, read_settings
from kiosk.stations import central

_Fetching: TypeAlias = Fetched | NoProgram | SameSystem | NotUpdated
_Outcome = TypeVar("_Outcome")


@click.group(cls=SpokenGroup)
def command() -> None:
    """Take the newest signed content, or show what there is."""


@command.command
@click.option(
    "--from", "place", metavar="PLACE", help="An address or a folder, such as a stick; else updates.source."
)
@click.option("--again", is_flag=True, help="Also try content that failed its trial before.")
@language_option()
@json_option
@given_clock
def now(clock: Clock, place: str | None, again: bool, lang: Language, as_json: bool) -> None:
    """Look, fetch, verify, unpack, try, and only then switch. The old content stays in every other case."""
    settings = read_settings()
    source = place or settings.kiosk.updates.source
    if not source:
        tell_program(outcome="no-source") if as_json else click.echo(NO_SOURCE.say(lang))
        return
    with waiting():
        outcome = _update(source, settings, clock, again=again)
        if not isinstance(outcome, NotUpdated):
            outcome = _take_signed_settings(source, settings) or outcome
    if as_json:
        tell_program(**outcome_as_json(outcome))
    if isinstance(outcome, NotUpdated):
        raise CommandFault(refusal(outcome, lang))
    if not as_json:
        click.echo(news(outcome, lang))


def _update(source: str, settings: Settings, clock: Clock, *, again: bool) -> Outcome:
    def trial(content: Path) -> Sequence[str]:
        from kiosk.cli.pack_trial import faults_in

        with tempfile.TemporaryDirectory(prefix="kiosk-trial-") as scratch:
            return faults_in(content, settings, Path(scratch), clock, current=current)

    try:
        root = _root()
    except NoAuthorityError as fault:
        return NotUpdated(code=fault.code, reason=str(fault))
    shipped, current = _version(_shipped()), current_pack(paths.state(), _shipped())
    return update(source, PackFolder(paths.state()), root, trial=trial, now=clock.utc, shipped=shipped, again=again)


def _take_signed_settings(source: str, settings: Settings) -> NotUpdated | None:
    """The province's settings for this PC, used from the next start on; what is wrong with them, or None."""
    folder = paths.central_settings()
    seen = folder / "seen"
    fetched = fetch_stations(source, PackFolder(paths.state()), _root(), _text_of(seen))
    if isinstance(fetched, NotUpdated):
        return fetched
    if isinstance(fetched, SignedStations):
        commune = settings.kiosk.commune
        try:
            central.take(fetched.content, pc_name(commune.code, commune.station), folder, paths.config_overrides())
        except central.CentralError as fault:
            return NotUpdated(code=fault.code, reason=str(fault))
        folder.mkdir(parents=True, exist_ok=True)
        seen.write_text(fetched.digest, "ascii")
    return None


def _text_of(path: Path) -> str:
    return path.read_text("ascii") if path.exists() else ""


def _root() -> bytes:
    return read_authority(paths.shipped_config() / "trust", paths.config_overrides() / "trust")


@command.command
@click.option(
    "--from", "place", metavar="PLACE", help="An address or a folder, such as a stick; else updates.source."
)
@click.option(
    "--to", "into", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where to put it."
)
@language_option()
@json_option
def program(place: str | None, into: Path, lang: Language, as_json: bool) -> None:
    """Fetch and verify the newest program package; the technician installs it."""
    source = place or read_settings().kiosk.updates.source
    outcome: Fetched | NoProgram | NotUpdated | None = None
    if source:
        with waiting():
            outcome = _fetched(lambda root: fetch_program(source, _folder(), root, into))
    if as_json:
        tell_program(**_fetching_as_json(outcome))
    match outcome:
        case Fetched(path=path) if not as_json:
            click.echo(FETCHED.say(lang).format(path=path))
        case NotUpdated():
            raise CommandFault(refusal(outcome, lang))
        case NoProgram():
            raise CommandFault(NO_PROGRAM.say(lang))
        case None:
            raise CommandFault(NO_SOURCE.say(lang))


@command.command
@click.option(
    "--from", "place", metavar="PLACE", help="An address or a folder, such as a stick; else updates.source."
)
@click.option(
    "--to", "into", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where to put it."
)
@click.option("--known", multiple=True, metavar="ROOT_HASH", help="Fetch no system with this root; may be repeated.")
@language_option()
@json_option
def system(place: str | None, into: Path, known: tuple[str, ...], lang: Language, as_json: bool) -> None:
    """Fetch and verify the newest system of the bootable image, whose own service writes it to the other slot.

    Ends with 0 when there is nothing new, none, or no source.
    """
    source = place or read_settings().kiosk.updates.source
    outcome: _Fetching | None = None
    if source:
        with waiting():
            outcome = _fetched(lambda root: fetch_system(source, _folder(), root, into, known=known))
    if as_json:
        tell_program(**_fetching_as_json(outcome))
    if isinstance(outcome, NotUpdated):
        raise CommandFault(refusal(outcome, lang))
    if not as_json:
        click.echo(_system_in_words(outcome).say(lang).format(path=getattr(outcome, "path", "")))


def _system_in_words(outcome: Fetched | NoProgram | SameSystem | None) -> Text:
    match outcome:
        case Fetched():
            return SYSTEM_FETCHED
        case SameSystem():
            return SAME_SYSTEM
        case NoProgram():
            return NO_SYSTEM
        case None:
            return NO_SOURCE
    assert_never(outcome)


def _folder() -> PackFolder:
    return PackFolder(paths.state())


def _fetched(fetch: Callable[[bytes], _Outcome]) -> _Outcome | NotUpdated:
    """What came of a fetch that believes this station's root metadata."""
    try:
        return fetch(_root())
    except NoAuthorityError as fault:
        return NotUpdated(code=fault.code, reason=str(fault))


def _fetching_as_json(outcome: _Fetching | None) -> dict[str, str | None]:
    match outcome:
        case None:
            return {"outcome": "no-source"}
        case Fetched():
            return {"outcome": "fetched", "path": str(outcome.path)}
        case NoProgram():
            return {"outcome": "no-program"}
        case SameSystem():
            return {"outcome": "nothing-new"}
        case NotUpdated():
            return outcome_as_json(outcome)
    assert_never(outcome)


@command.command
@language_option()
@json_option
@given_clock
def status(clock: Clock, lang: Language, as_json: bool) -> None:
    """Which content the station reads, from where, and when the source was last heard."""
    said = lang
    place = current_pack(paths.state(), _shipped())
    version, age = _version(place), update_age(paths.state(), clock.utc())
    if as_json:
        source = read_settings().kiosk.updates.source
        values = {
            "version": str(version) if version else None,
            "place": str(place),
            "source": source,
            "age_days": age,
        }
        tell_program(**values)
        return
    heard = NEVER.say(said) if age is None else AGE.say(said).format(days=age)
    click.echo(STATUS.say(said).format(version=version or "?", place=place, age=heard))


def _shipped() -> Path:
    return paths.assets() / "content"


def _version(pack: Path) -> PackVersion | None:
    try:
        return version_of(pack)
    except ContentError:
        return None
