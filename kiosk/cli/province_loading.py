"""`kiosk province import | import-stick | import-sheet`: what PCs without a line sent on sticks and sheets."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path

import click

from kiosk.cli import province_words as words
from kiosk.cli.for_programs import json_option, tell_program
from kiosk.cli.help import SpokenCommand
from kiosk.cli.province_options import database_of, dsn_option
from kiosk.cli.spoken import say
from kiosk.counts.province_import import Imported, import_sheet, import_stick
from kiosk.counts.sheet_code import read_codes
from kiosk.counts.sheet_photo import codes_in
from kiosk.counts.stick import NO_TOTALS, StickFileError, read_stick

LARGEST_STICK_FILE = 64_000_000
"""Bytes: a thousand days of a PC that counts everything there is."""


@click.command(cls=SpokenCommand, name="import")
@click.argument("given", nargs=-1, required=True)
@json_option
@dsn_option
def load(given: tuple[str, ...], dsn: str, as_json: bool) -> None:
    """GIVEN: signed files of sticks, photos of one day sheet, or the texts of its codes, in any mixture."""
    sticks = tuple(Path(one) for one in given if _is_stick(one))
    sheets = tuple(one for one in given if not _is_stick(one))
    _told(chain(_sticks(sticks, dsn), (_sheet(one, dsn) for one in (sheets,) if one)), as_json=as_json)


def _is_stick(given: str) -> bool:
    try:
        with Path(given).open("rb") as file:
            return file.read(1) == b"{"
    except (OSError, ValueError):
        return False


@click.command(cls=SpokenCommand, name="import-stick")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
@dsn_option
def load_sticks(files: tuple[Path, ...], dsn: str, as_json: bool) -> None:
    """Load signed files of offline PCs; an altered one, or one loaded before, is refused."""
    _told(_sticks(files, dsn), as_json=as_json)


def _sticks(files: tuple[Path, ...], dsn: str) -> Iterator[tuple[str, Imported]]:
    """One after the other; those before a refused one stay."""
    for file in files:
        with database_of(dsn) as database:
            done = import_stick(database, read_stick(_content(file)))
        yield file.name, done


@click.command(cls=SpokenCommand, name="import-sheet")
@click.argument("given", nargs=-1, required=True)
@json_option
@dsn_option
def load_sheet(given: tuple[str, ...], dsn: str, as_json: bool) -> None:
    """GIVEN: photos of one day sheet, or the texts of its codes. What is known already is passed over."""
    _told([_sheet(given, dsn)], as_json=as_json)


def _sheet(given: tuple[str, ...], dsn: str) -> tuple[str, Imported]:
    with database_of(dsn) as database:
        texts = [text for one in given for text in ([one] if one.startswith("DVC1/") else codes_in(Path(one)))]
        sheet = read_codes(texts)
        return f"{sheet.pc_id} {sheet.day}", import_sheet(database, sheet)


def _content(file: Path) -> bytes:
    told = file.stat()
    if not stat.S_ISREG(told.st_mode) or told.st_size > LARGEST_STICK_FILE:
        raise StickFileError(NO_TOTALS)
    return file.read_bytes()


def _told(loaded: Iterable[tuple[str, Imported]], *, as_json: bool) -> None:
    """Each as it is loaded, or all as one object. A name on a stranger's stick is shown, and never obeyed by the
    terminal."""
    if as_json:
        tell_program(loaded=[{"name": name, **asdict(done)} for name, done in loaded])
        return
    for name, done in loaded:
        what = "".join(each if each.isprintable() else "�" for each in name)
        say(words.LOADED, what=what, new=done.new, known=done.known)
        if done.differing:
            say(words.DIFFERING, err=True, what=what, number=done.differing)
