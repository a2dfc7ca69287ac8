"""A leaflet for one guide, to do the steps at home: the way on which everything works, and where to go when not.

Of a question only the first answer is followed, and all answers are named. Where that way ends at a step that has
another one for those who did not succeed, it goes on there ("if not: the second way …").
Steps at which a password or code is typed say that nobody may look.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kiosk.documents.leaflet import KEEP, LeafletSize, place_line, printed_and_until
from kiosk.documents.leaflet_parts import MOST_PITFALLS, app_codes, help_lines
from kiosk.documents.leaflet_words import (
    DOUBT_OF_GUIDE,
    GUIDE_LABELS,
    IF_NOT,
    MINUTES,
    ONE_SOURCE,
    QR_WORDS,
    SECRET,
)
from kiosk.documents.qr import qr
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import NO_DOCUMENT, PAGE, SPECIMEN, day, paired
from kiosk.guides.guide import ExitKind, Guide, Step, Topic
from kiosk.i18n import Language, Text, joined
from kiosk.settings import CommuneSettings, PortalSettings


def guide_leaflet(
    typesetter: Typesetter,
    guide: Guide,
    *,
    commune: CommuneSettings,
    portal: PortalSettings,
    printed_on: date,
    languages: Sequence[Language] = (Language.VI,),
    size: LeafletSize = LeafletSize.A4,
    portal_url: str = "",
    code: str = "",
) -> TypesetDocument:
    """`portal_url` and `code` are those of the procedure this guide helps with, if there is one."""

    def say(text: Text) -> dict[str, str]:
        return paired(text, languages)

    until = min(end for end in (printed_on + KEEP, guide.status.valid_until) if end)
    data: dict[str, object] = {
        "size": size.value,
        "title": say(guide.title),
        "official": None,
        "code": code or None,
        "place_line": say(place_line(commune)),
        "summary": say(guide.summary),
        "facts": [{"label": say(GUIDE_LABELS["time"]), "value": say(_minutes(guide)), "more": None}],
        "cases": [{"name": None, "documents": [{"name": say(thing), "remark": None} for thing in guide.bring]}]
        * bool(guide.bring),
        "steps": [say(_said(step, otherwise=otherwise)) for step, otherwise in good_way(guide)],
        "long_steps": True,
        "pitfalls": [say(end.text) for end in guide.exits if end.kind is ExitKind.HAND_OVER][:MOST_PITFALLS],
        "notices": [],
        "qr": qr(portal_url, code=code) | {"words": say(QR_WORDS), "code_label": _code_label(languages)}
        if portal_url
        else None,
        "apps": app_codes(languages, portal) if guide.topic in (Topic.VNEID, Topic.VNEID_TROUBLE) else [],
        "personal": [],
        "help": help_lines(languages, commune, portal),
        "doubt": None if _all_confirmed(guide) else say(DOUBT_OF_GUIDE),
        "sources": say(ONE_SOURCE.filled(source=guide.status.source, day=day(guide.status.checked))),
        "labels": {name: say(label) for name, label in GUIDE_LABELS.items()},
        "no_document": say(NO_DOCUMENT),
        "dates": say(printed_and_until(printed_on, until)),
        "page_word": PAGE.say(languages[0]),
        "specimen": False,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("leaflet", data, printed_on=printed_on)


def good_way(guide: Guide) -> list[tuple[Step, bool]]:
    """The steps from the start to an exit, and whether each is only for those with whom the one before failed."""
    way: list[tuple[Step, bool]] = []
    step, otherwise = guide.step(guide.start), False
    while step is not None and len(way) < len(guide.steps):
        way.append((step, otherwise))
        ends = [step.next, *(choice.to for choice in step.choices), step.trouble]
        known = [end for end in ends if end]
        on = next((end for end in known if guide.step(end)), "")
        step, otherwise = guide.step(on), known[:1] != [on]
    return way


def _said(step: Step, *, otherwise: bool) -> Text:
    parts = [IF_NOT] if otherwise else []
    parts.append(step.text)
    if step.choices:
        parts.append(joined(" / ", (choice.label for choice in step.choices)))
    if step.secret:
        parts.append(SECRET)
    return joined(" ", parts)


def _minutes(guide: Guide) -> Text:
    return MINUTES.filled(minutes=guide.minutes)


def _all_confirmed(guide: Guide) -> bool:
    return all(guide.basis(step).is_confirmed for step in guide.steps)


def _code_label(languages: Sequence[Language]) -> str:
    return GUIDE_LABELS["code"].say(languages[0])
