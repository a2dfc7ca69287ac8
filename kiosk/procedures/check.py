"""References of the procedures: group, life events, forms, guide; the lists that name procedures; the aliases.

With the rules of `kiosk.procedures.rules`, `form_uses` and `findable`: everything that is judged of a catalogue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.content.fact import Fact
from kiosk.i18n import Text
from kiosk.procedures import rule_words
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.findable import not_found
from kiosk.procedures.form_uses import broken_uses
from kiosk.procedures.procedure import Procedure
from kiosk.procedures.rules import broken_rules
from kiosk.procedures.search_index import IndexEntry
from kiosk.toml.fault import FileFault, Found, fault

FoundIn = tuple[str, str, Text]
"""File, key path, expectation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Names of files that are there and cannot be used: their own fault is told, and not one more at each mention."""

    forms: Collection[str] = ()
    procedures: Collection[str] = ()
    guides: Collection[str] = ()


def check_catalogue(
    catalogue: Catalogue,
    aliases: Aliases,
    *,
    forms: Mapping[str, Fact],
    guides: Collection[str],
    beside: Sequence[IndexEntry] = (),
    unread: Unread | None = None,
) -> list[FileFault]:
    """Every dead reference, double code and broken rule of a catalogue; `beside` is what the search finds with it."""
    unread = unread or Unread()
    found = [*_lists(catalogue, unread), *_aliases(catalogue, aliases, guides, unread), *_codes(catalogue.all())]
    found += not_found(catalogue, aliases, beside)
    for procedure in catalogue.all():
        file = f"procedures/{procedure.id}.toml"
        told = (*_procedure(procedure, catalogue, {*forms, *unread.forms}, guides), *broken_rules(procedure))
        told = (*told, *broken_uses(procedure, forms))
        found += [(file, path, said) for path, said in told]
    return [fault(file, path, expected) for file, path, expected in found]


def ended_in(catalogue: Catalogue, day: date) -> list[FileFault]:
    """Procedures that have ended by `day` and do not say in `summary` what holds since: no fault, but a gap."""
    return [
        fault(f"procedures/{procedure.id}.toml", path, expected)
        for procedure in catalogue.all()
        for path, expected in _ended(procedure, day)
    ]


def _procedure(
    procedure: Procedure, catalogue: Catalogue, forms: Collection[str], guides: Collection[str]
) -> Iterator[Found]:
    if procedure.group not in {group.id for group in catalogue.groups.groups}:
        yield "group", rule_words.NO_GROUP_CALLED.filled(given=procedure.group)
    known = {event.id for event in catalogue.life_events()}
    yield from (
        ("life_events", rule_words.NO_LIFE_EVENT_CALLED.filled(given=key))
        for key in procedure.life_events
        if key not in known
    )
    if procedure.guide is not None and procedure.guide not in guides:
        yield "guide", rule_words.NO_GUIDE_CALLED.filled(given=procedure.guide)
    for path, form in _forms(procedure):
        if form not in forms:
            yield path, rule_words.NO_FORM_CALLED.filled(given=form)


def _ended(procedure: Procedure, day: date) -> Iterator[Found]:
    last = procedure.status.valid_until
    if last is None or day <= last:
        return
    since = last + timedelta(days=1)
    if f"{since.day}/{since.month}/{since.year}" not in procedure.summary.vi:
        said = rule_words.SAY_WHAT_HOLDS_SINCE.filled(last=last, day=since.day, month=since.month, year=since.year)
        yield "status.valid_until", said


def _forms(procedure: Procedure) -> Iterator[tuple[str, str]]:
    yield from ((f"forms[{place}].form", use.form) for place, use in enumerate(procedure.forms))
    for case in procedure.cases:
        for document in case.documents:
            if document.form is not None:
                yield f"cases[{case.id}].documents[{document.id}].form", document.form


def _lists(catalogue: Catalogue, unread: Unread) -> Iterator[FoundIn]:
    agencies = {agency.id for agency in catalogue.groups.agencies}
    for group in catalogue.groups.groups:
        if group.agency not in agencies:
            yield "groups.toml", f"groups[{group.id}].agency", rule_words.NO_AGENCY_CALLED.filled(given=group.agency)
    for name in catalogue.popular_ids:
        if catalogue.get(name) is None and name not in unread.procedures:
            yield "popular.toml", "procedures", rule_words.NO_PROCEDURE_CALLED.filled(given=name)
    for event in catalogue.life_events():
        if not catalogue.by_life_event(event.id) and not unread.procedures:  # one of those may belong to it
            yield "life-events.toml", f"life_events[{event.id}]", rule_words.NO_PROCEDURE_OF_THE_LIFE_EVENT


def _aliases(catalogue: Catalogue, aliases: Aliases, guides: Collection[str], unread: Unread) -> Iterator[FoundIn]:
    for key in aliases.aliases:
        if catalogue.get(key) is None and key not in unread.procedures:
            yield "aliases.toml", f"aliases.{key}", rule_words.NO_PROCEDURE_CALLED.filled(given=key)
    for key in aliases.guides:
        if key not in guides and key not in unread.guides:
            yield "aliases.toml", f"guides.{key}", rule_words.NO_GUIDE_CALLED.filled(given=key)
    for table, called in (("aliases", aliases.aliases), ("guides", aliases.guides)):
        for key, names in called.items():
            for name, times in Counter(names).items():
                if times > 1:
                    yield "aliases.toml", f"{table}.{key}", rule_words.STANDS_TWICE.filled(given=name)


def _codes(procedures: Iterable[Procedure]) -> Iterator[FoundIn]:
    first: dict[str, str] = {}
    for procedure in procedures:
        if procedure.code is not None and first.setdefault(procedure.code, procedure.id) != procedure.id:
            said = rule_words.CODE_OF_ANOTHER.filled(code=procedure.code, first=first[procedure.code])
            yield f"procedures/{procedure.id}.toml", "code", said
