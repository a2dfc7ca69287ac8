"""What a leaflet says, part by part, from the procedure as it holds on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.documents import leaflet_words as words
from kiosk.documents.dossier import Dossier
from kiosk.documents.qr import qr, qr_of_a_person
from kiosk.documents.wording import day, once, paired
from kiosk.i18n import Language, Text, alike, joined
from kiosk.procedures.doubted import Source, doubted, facts_shown
from kiosk.procedures.in_time import Filing
from kiosk.procedures.procedure import Procedure, RequiredDocument
from kiosk.settings import CommuneSettings, PortalSettings

FEWEST_STEPS = 3
MOST_STEPS = 7
MOST_PITFALLS = 4
VNEID_GROUP = "cong-an-dinh-danh"

Part = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A procedure on a day, in the languages asked for."""

    procedure: Procedure
    day: date
    languages: tuple[Language, ...]

    def say(self, text: Text) -> dict[str, str]:
        """The text as a template takes it."""
        return paired(text, self.languages)

    def plain(self, text: Text) -> str:
        """The text in the first language, where there is room for one."""
        return text.say(self.languages[0])


def facts(known: Saying) -> list[Part]:
    """Fee, time, place and who may file."""
    procedure = known.procedure
    fee, time = procedure.fee(known.day), procedure.time_limit(known.day)
    said = [
        ("fee", fee.text if fee else words.ASK, _of_the_fee(procedure, known.day)),
        ("time", time.text if time else words.ASK, None),
        ("place", procedure.place_on(known.day), _also(procedure, known.day)),
        ("who", procedure.who_on(known.day), None),
    ]
    return [
        {
            "label": known.say(words.LABELS[label]),
            "value": known.say(value),
            "more": known.say(more) if more else None,
        }
        for label, value, more in said
    ]


def _of_the_fee(procedure: Procedure, on: date) -> Text | None:
    """Who pays nothing, and what some pay instead for a while."""
    fee = procedure.fee(on)
    more = [variant.text for variant in procedure.fee_variants_on(on)]
    more += [fee.exempt] if fee and fee.exempt else []
    return joined("\n", more) if more else None


def _also(procedure: Procedure, on: date) -> Text | None:
    filing = procedure.filing_on(on)
    ways = [words.ONLINE] * (Filing.ONLINE in filing) + [words.POST] * (Filing.POST in filing)
    if not ways:
        return None
    return joined("; ", ways)


def cases(known: Saying, case: str | None) -> list[Part]:
    """The papers to bring, case by case; the name of the only case is not worth a line."""
    holding = [c for c in known.procedure.cases if c.holds_on(known.day) and case in (None, c.id)]
    alone = len(holding) == 1
    return [
        {
            "name": None if alone else known.say(c.name),
            "documents": [_document(known, paper) for paper in c.documents],
        }
        for c in holding
    ]


def _document(known: Saying, paper: RequiredDocument) -> Part:
    remarks = [words.ORIGINAL] * paper.original
    remarks += [words.copies(paper.copies)] * bool(paper.copies)
    remarks += [paper.hint] if paper.hint else [words.OPTIONAL] * paper.optional
    remark = joined(" ", remarks)
    return {"name": known.say(paper.name), "remark": known.say(remark) if remarks else None}


def steps(known: Saying) -> list[dict[str, str]]:
    """Three to seven steps: those of the portal, the last ones together when there are more, or those of the desk."""
    own = [step.text for step in known.procedure.online_steps]
    if len(own) < FEWEST_STEPS:
        own = [words.PREPARE, *(own or [_go(known)]), words.COLLECT]
    if len(own) > MOST_STEPS:
        rest = own[MOST_STEPS - 1 :]
        own = [*own[: MOST_STEPS - 1], joined(" ", rest)]
    return [known.say(step) for step in own]


def _go(known: Saying) -> Text:
    return words.GO.filled(place=known.procedure.place_on(known.day))


def pitfalls(known: Saying) -> list[dict[str, str]]:
    """What gets a dossier returned, the first few."""
    return [known.say(pitfall.text) for pitfall in known.procedure.pitfalls[:MOST_PITFALLS]]


def notices(known: Saying) -> list[dict[str, str]]:
    """What has changed or is about to change."""
    return [known.say(notice.text) for notice in known.procedure.notices_on(known.day)]


def doubt(known: Saying) -> dict[str, str] | None:
    """The one line that names what is not confirmed; None when everything is."""
    parts = doubted(known.procedure, known.day)
    return known.say(words.DOUBT.filled(parts=parts)) if parts else None


def dossier(known: Saying, filed: Dossier | None) -> Part | None:
    """The code of the dossier that the portal has taken, and where it is followed up."""
    if filed is None:
        return None
    return {
        "title": known.say(words.FILED.filled(day=day(known.day))),
        "label": known.say(words.LABELS["dossier"]),
        "code": filed.code,
        "keep": known.say(words.KEEP_CODE),
        "qr": (qr_of_a_person(filed.tracking) | {"words": known.say(words.TRACK)}) if filed.tracking else None,
    }


def apps(known: Saying, portal: PortalSettings) -> list[Part]:
    """The app stores, where the procedure is about VNeID itself."""
    return app_codes(known.languages, portal) if known.procedure.group == VNEID_GROUP else []


def app_codes(languages: Sequence[Language], portal: PortalSettings) -> list[Part]:
    """A QR for each app store."""
    return [
        qr(address) | {"words": paired(text, languages)}
        for address, text in ((portal.vneid_android, words.ANDROID), (portal.vneid_ios, words.IOS))
    ]


def help_lines(languages: Sequence[Language], commune: CommuneSettings, portal: PortalSettings) -> list[Part]:
    """Whom to ask; a telephone that is not known is not printed."""
    lines: list[tuple[Text | None, Text]] = [(commune.counter, commune.address), (None, commune.opening_hours)]
    phones = [
        (commune.name, commune.phone),
        (commune.police, commune.police_phone),
        (Text("Cổng Dịch vụ công quốc gia", "National portal"), portal.hotline),
        (Text("Tổng đài VNeID", "VNeID hotline"), portal.vneid_hotline),
    ]
    lines += [(label, alike(phone)) for label, phone in phones if phone]
    return [
        {"label": paired(label, languages) if label else None, "value": once(value, languages)}
        for label, value in lines
    ]


def source_line(found: Sequence[Source]) -> Text:
    """Where a paper comes from, folded into one line."""
    if len(found) == 1:
        return words.ONE_SOURCE.filled(source=found[0].name, day=day(found[0].checked))
    days = [each.checked for each in found]
    return words.SOURCES.filled(number=len(found), first=day(min(days)), last=day(max(days)))


def ends(known: Saying) -> list[date]:
    """The last days on which the facts of this leaflet and the address in its QR hold; one that is over has none."""
    shown = [*(fact for _, fact in facts_shown(known.procedure, known.day)), known.procedure.portal_on(known.day)]
    return [fact.valid_until for fact in shown if fact and fact.valid_until and fact.holds_on(known.day)]
