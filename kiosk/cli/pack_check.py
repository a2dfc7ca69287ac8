"""The whole pack, file by file: what `kiosk content check`, `kiosk publish pack` and the trial of an update judge.

The rules stand where their words are understood: `rules.py` of `kiosk.content`, `procedures`, `forms`,
`guides` and `filing`, each with its sentences in `rule_words.py` beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk import paths
from kiosk.cli.pack_contents import read_contents
from kiosk.cli.pack_counts import shared_marks
from kiosk.cli.pack_papers import long_posters, unanswerable
from kiosk.cli.pack_portals import portal_faults
from kiosk.cli.pack_references import catalogue_of, disagreements
from kiosk.cli.pack_strangers import strangers_in
from kiosk.content.check import check_file, expired_in
from kiosk.content.pack import Pack
from kiosk.countable import countable
from kiosk.errors import failure_book
from kiosk.filing.catalogue import FOLDER as PORTALS
from kiosk.filing.catalogue import SHARED
from kiosk.filing.check import OtherFiles
from kiosk.officer.registers.kinds import faults_of as register_faults
from kiosk.procedures.check import ended_in
from kiosk.toml.fault import FileFault, fault


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCheck:
    """What a check found, by file and key path."""

    faults: tuple[FileFault, ...]
    """Wrong on any day: the pack must not be shown."""
    expired: tuple[FileFault, ...]
    """Right, but over on this day with nothing that follows: it hides itself, and somebody should look for news."""


def check_pack(pack: Pack, day: date, *, believes_dates: bool = False) -> PackCheck:
    """Check a pack as of a day. A broken file's references are not judged.

    With `believes_dates` a fact may have been checked after `day`.
    """
    contents = read_contents(pack)
    latest = max(contents.newest_day() or day, day) if believes_dates else day
    faults = [*contents.faults, *strangers_in(pack), *disagreements(pack, contents)]
    faults += portal_faults(
        contents.portals,
        contents.shared_by_portals,
        OtherFiles(
            procedures=contents.procedures,
            forms=contents.forms,
            groups={group.id for group in contents.groups.groups} if contents.groups else None,
            unread=contents.unread("procedures") | contents.unread("forms"),
        ),
        unread=contents.unread(PORTALS) | contents.unread_files(SHARED),
    )
    faults += [*unanswerable(contents.forms, day), *long_posters(contents.posters, day)]
    faults += shared_marks(countable(contents.procedures, contents.forms, contents.guides, failure_book()))
    faults += [fault(*found) for found in (register_faults(contents.registers) if contents.registers else ())]
    expired = ended_in(catalogue, day) if (catalogue := catalogue_of(contents)) else []
    drawings = {drawing.stem for drawing in (paths.assets() / "illustrations").glob("*.svg")}
    for file, value in contents.files():
        expired += expired_in(file, value, day)
        if contents.plain is not None:
            faults += check_file(file, value, contents.plain, latest, drawings=drawings)
    return PackCheck(faults=tuple(sorted(dict.fromkeys(faults))), expired=tuple(sorted(dict.fromkeys(expired))))
