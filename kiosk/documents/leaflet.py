"""A leaflet for one procedure: what it is, what it costs, what to bring, how to file, and the QR that opens it.

What is not confirmed is named once; sources and days of the check are folded into one line. Personal lines
are printed only when they are handed in, which the session does only when the person asked for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum

from devices.printer.interface import A4
from kiosk.documents import leaflet_parts as parts
from kiosk.documents.dossier import Dossier
from kiosk.documents.leaflet_words import LABELS, QR_WORDS
from kiosk.documents.qr import qr
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import NO_DOCUMENT, PAGE, SPECIMEN, day
from kiosk.i18n import Language, Text, alike
from kiosk.procedures.doubted import sources
from kiosk.procedures.procedure import Procedure
from kiosk.settings import CommuneSettings, PortalSettings

KEEP = timedelta(days=90)
"""How long a leaflet may be believed when no fact on it ends earlier: fees and forms change with each quarter."""


class LeafletSize(Enum):
    """Paper and type size; LARGE is 18 pt on A4."""

    A4 = "a4"
    A5 = "a5"
    LARGE = "large"

    @property
    def media(self) -> str:
        """The paper in IPP's words (PWG 5101.1)."""
        return "iso_a5_148x210mm" if self is LeafletSize.A5 else A4


def leaflet(
    typesetter: Typesetter,
    procedure: Procedure,
    *,
    commune: CommuneSettings,
    portal: PortalSettings,
    printed_on: date,
    languages: Sequence[Language] = (Language.VI,),
    size: LeafletSize = LeafletSize.A4,
    case: str | None = None,
    personal_lines: Sequence[str] = (),
    specimen: bool = False,
    dossier: Dossier | None = None,
) -> TypesetDocument:
    """The leaflet as it holds on `printed_on`. `case` is the id of the one case to print; None prints them all.
    `dossier` is what the portal has taken: its code stands first, with a QR that opens its page."""
    procedure = procedure.held_on(printed_on)
    known = parts.Saying(procedure=procedure, day=printed_on, languages=tuple(languages))
    web = procedure.portal_on(printed_on)
    data: dict[str, object] = {
        "size": size.value,
        "title": known.say(procedure.name),
        "official": _official(procedure, known),
        "code": procedure.code or known.plain(Text("chưa có mã", "no code yet")),
        "place_line": known.say(place_line(commune)),
        "summary": known.say(procedure.summary),
        "facts": parts.facts(known),
        "cases": parts.cases(known, case),
        "steps": parts.steps(known),
        "long_steps": False,
        "pitfalls": parts.pitfalls(known),
        "notices": parts.notices(known),
        "dossier": parts.dossier(known, dossier),
        "qr": qr(web.search_url, code=procedure.code or "", show=web.name)
        | {"words": known.say(QR_WORDS), "code_label": known.plain(LABELS["code"])},
        "apps": parts.apps(known, portal),
        "personal": list(personal_lines),
        "help": parts.help_lines(known.languages, commune, portal),
        "doubt": parts.doubt(known),
        "sources": known.say(parts.source_line(sources(procedure, printed_on))),
        "labels": {name: known.say(label) for name, label in LABELS.items()},
        "no_document": known.say(NO_DOCUMENT),
        "dates": known.say(_dates(known, printed_on)),
        "page_word": PAGE.say(languages[0]),
        "specimen": specimen,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("leaflet", data, printed_on=printed_on)


def _official(procedure: Procedure, known: parts.Saying) -> str | None:
    said = procedure.name.vi if Language.VI in known.languages else None
    return None if procedure.official_name == said else procedure.official_name


def place_line(commune: CommuneSettings) -> Text:
    """Who hands the leaflet out."""
    return alike("{counter} · {name}, {province}").filled(
        counter=commune.counter, name=commune.name, province=commune.province
    )


def _dates(known: parts.Saying, printed_on: date) -> Text:
    return printed_and_until(printed_on, min([printed_on + KEEP, *parts.ends(known)]))


def printed_and_until(printed_on: date, until: date) -> Text:
    """When it was printed and how long it may be used."""
    return Text(
        "In ngày {printed}. Dùng đến {until}; sau đó hỏi tờ mới.",
        "Printed {printed}. Use until {until}; then ask for a new one.",
    ).filled(printed=day(printed_on), until=day(until))
