"""What holds for every procedure in itself: papers that say when, addresses that outlive a page, nothing left open.

Only for whoever writes content; references to other files are `kiosk.procedures.check`. No rule looks at the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import unquote

from kiosk.i18n import Text, counted
from kiosk.procedures import rule_words
from kiosk.procedures.in_time import Channel, Filing, held
from kiosk.procedures.procedure import DocumentCase, Procedure, ProcedurePortal
from kiosk.toml.fault import Found

SEARCH_PAGE: Final = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword="
"""The national portal's search: it finds a procedure also after its page got another id."""
LONGEST_ADDRESS: Final = 120
"""Letters; of longer ones no worn print is read at 150 dpi, with noise and 3° askew (tests: `test_qr`)."""
ESSENTIAL: Final = range(1, 26)
"""The 25 essential public services (Quyết định 06/QĐ-TTg)."""
FEWEST_STEPS, MOST_STEPS = 3, 7


def broken_rules(procedure: Procedure) -> Iterator[Found]:
    """Every rule that one procedure breaks."""
    named = {use.form for use in procedure.forms}
    for case in procedure.cases:
        yield from _papers(case, named)
    for path, portal in (("portal", procedure.portal), ("next_portal", procedure.next_portal)):
        if portal is not None:
            yield from _addresses(path, portal, procedure.official_name)
    yield from _figures(procedure)
    if procedure.essential is not None:
        yield from _essential(procedure, procedure.essential)


def _papers(case: DocumentCase, named: set[str]) -> Iterator[Found]:
    for paper in case.documents:
        place = f"cases[{case.id}].documents[{paper.id}]"
        if paper.optional and paper.hint is None:
            yield f"{place}.hint", rule_words.SAY_WHEN_IT_IS_NEEDED
        if paper.form is not None and paper.form not in named:
            yield f"{place}.form", rule_words.NOT_AMONG_THE_FORMS.filled(given=paper.form)


def _addresses(path: str, portal: ProcedurePortal, official_name: str) -> Iterator[Found]:
    address = portal.search_url
    words = unquote(address.removeprefix(SEARCH_PAGE)).strip()
    if address.startswith(SEARCH_PAGE):
        if not words or words.lower() not in official_name.lower():
            yield f"{path}.search_url", rule_words.OTHER_WORDS_LOOKED_FOR.filled(given=words)
    elif portal.valid_until is None:
        yield f"{path}.search_url", rule_words.SEARCH_PAGE_OR_AN_END.filled(page=SEARCH_PAGE)
    if len(address) > LONGEST_ADDRESS:
        yield (
            f"{path}.search_url",
            rule_words.ADDRESS_TOO_LONG.filled(address=len(address), longest_address=LONGEST_ADDRESS),
        )
    for key, given in (("search_url", address), ("url", portal.url)):
        if given is not None and not given.startswith("https://"):
            yield f"{path}.{key}", rule_words.HTTPS_ADDRESS


def _figures(procedure: Procedure) -> Iterator[Found]:
    """A figure that a paper prints beside a text stands in that text, and is of a way to file that exists."""
    ways = {way.way if isinstance(way, Channel) else way for way in procedure.filing}
    for place, fee in enumerate(procedure.fees):
        for way, amount in ((Filing.ONLINE, fee.online_vnd), (Filing.DESK, fee.desk_vnd)):
            if amount is None:
                continue
            if way not in ways:
                yield "filing", rule_words.WAY_OF_FILING_MISSING.filled(given=way.value, place=place)
            if amount:
                yield from _spoken_of(f"fees[{place}].text", fee.text, f"{amount:,}".replace(",", "."), f"{amount:,}")
    for place, limit in enumerate(procedure.time_limits):
        if limit.working_days is not None:
            days = str(limit.working_days)
            yield from _spoken_of(f"time_limits[{place}].text", limit.text, days, days)


def _spoken_of(path: str, text: Text, in_vietnamese: str, in_english: str) -> Iterator[Found]:
    for key, said, figure in (("vi", text.vi, in_vietnamese), ("en", text.en, in_english)):
        if not re.search(rf"(?<![\d.,]){re.escape(figure)}(?![.,]?\d)", said):
            yield f"{path}.{key}", rule_words.DOES_NOT_SAY_FIGURE.filled(given=figure)


def _essential(procedure: Procedure, number: int) -> Iterator[Found]:
    """One of the services everybody needs leaves nothing open."""
    if number not in ESSENTIAL:
        yield (
            "essential",
            rule_words.NUMBER_OF_AN_ESSENTIAL_SERVICE.filled(number=number, least=ESSENTIAL[0], most=ESSENTIAL[-1]),
        )
    for key in ("fees", "time_limits", "cases", "pitfalls", "legal_basis"):
        if not getattr(procedure, key):
            yield key, rule_words.MISSING_OF_AN_ESSENTIAL_SERVICE
    for case in procedure.cases:
        if not case.documents:
            yield f"cases[{case.id}].documents", rule_words.MISSING_OF_AN_ESSENTIAL_SERVICE
    days = {step.valid_from or date.min for step in procedure.online_steps}
    steps = max((len(held(procedure.online_steps, day)) for day in days), default=0)
    if not FEWEST_STEPS <= steps <= MOST_STEPS:
        yield (
            "online_steps",
            rule_words.STEPS_OF_AN_ESSENTIAL_SERVICE.filled(
                counted=counted(steps, "step"), fewest_steps=FEWEST_STEPS, most_steps=MOST_STEPS, steps=steps
            ),
        )
