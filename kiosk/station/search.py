"""The search of a station, put together: its procedures, and beside them its guides, its forms' numbers, and what is
done elsewhere. Each room knows its own; only here do they meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from kiosk.content.pack import Pack
from kiosk.content.walk import walk
from kiosk.forms.catalogue import FormHead
from kiosk.guides.guide import Guide
from kiosk.i18n import Text
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.elsewhere import Elsewhere, ElsewhereList
from kiosk.procedures.form_numbers import FormEntry, FormNumbers, mentioned
from kiosk.procedures.procedure import Procedure
from kiosk.procedures.search import Search
from kiosk.procedures.search_index import EntryKind, IndexEntry, SearchIndex

ELSEWHERE: Final = "elsewhere.toml"


def station_search(
    catalogue: Catalogue,
    aliases: Aliases,
    guides: Mapping[str, Guide],
    forms: Mapping[str, FormHead],
    elsewhere: Mapping[str, Elsewhere],
    *,
    national: SearchIndex | None = None,
) -> Search:
    """The search over everything a visitor may look for."""
    more, numbers = other_entries(aliases, guides, elsewhere), form_entries(catalogue, forms)
    return Search.over(catalogue, aliases, more=more, forms=numbers, national=national)


def other_entries(
    aliases: Aliases, guides: Mapping[str, Guide], elsewhere: Mapping[str, Elsewhere]
) -> list[IndexEntry]:
    """What is found beside the procedures."""
    return [*_guides(guides, aliases), *_elsewhere(elsewhere)]


def read_elsewhere(pack: Pack) -> Mapping[str, Elsewhere]:
    """What a pack says is done elsewhere; nothing without such a list. Raises `ContentError` when it is broken."""
    if not any((layer / ELSEWHERE).exists() for layer in pack.layers):
        return {}
    return pack.file(ELSEWHERE, ElsewhereList).elsewhere


def form_entries(catalogue: Catalogue, forms: Mapping[str, FormHead]) -> list[FormEntry]:
    """The numbers of all forms with the procedures they lead to, then numbers that procedures only mention."""
    users = _users(catalogue.all())
    entries = []
    for form in forms.values():
        ids = [*users.get(form.id, ()), *_with_codes(catalogue, form.procedures)]
        if (next_one := forms.get(form.replaced_by or "")) is not None:
            ids += [*_with_codes(catalogue, next_one.procedures), *users.get(next_one.id, ())]
        if form.form_no and ids:
            entries.append(FormEntry(number=form.form_no, procedures=tuple(dict.fromkeys(ids))))
    return [*entries, *_mentioned(catalogue.all(), FormNumbers(entries))]


def _users(procedures: Iterable[Procedure]) -> Mapping[str, list[str]]:
    """Form -> the procedures that name it."""
    users: defaultdict[str, list[str]] = defaultdict(list)
    for procedure in procedures:
        papers = (paper.form for case in procedure.cases for paper in case.documents)
        for form in dict.fromkeys((*(use.form for use in procedure.forms), *papers)):
            if form is not None:
                users[form].append(procedure.id)
    return users


def _with_codes(catalogue: Catalogue, codes: Iterable[str]) -> list[str]:
    return [procedure.id for procedure in map(catalogue.by_code, codes) if procedure is not None]


def _mentioned(procedures: Iterable[Procedure], known: FormNumbers) -> list[FormEntry]:
    """Numbers of forms that the station has no file of: they lead to the procedures whose texts name them."""
    return [
        FormEntry(number=number, procedures=(procedure.id,))
        for procedure in procedures
        for number in dict.fromkeys(mentioned(text.vi for _, text in walk(procedure) if isinstance(text, Text)))
        if number not in known
    ]


def _guides(guides: Mapping[str, Guide], aliases: Aliases) -> Iterable[IndexEntry]:
    for guide in guides.values():
        also, called = (guide.title.en,), aliases.guides.get(guide.id, ())
        yield IndexEntry(kind=EntryKind.GUIDE, id=guide.id, name=guide.title.vi, also=also, aliases=called)


def _elsewhere(elsewhere: Mapping[str, Elsewhere]) -> Iterable[IndexEntry]:
    for key, entry in elsewhere.items():
        also = (entry.name.en,)
        yield IndexEntry(kind=EntryKind.ELSEWHERE, id=key, name=entry.name.vi, also=also, aliases=entry.also)
