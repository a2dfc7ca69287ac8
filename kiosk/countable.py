"""The catalogue of what this station may count, made of its content: procedures, forms, guides, failures.

Reads content; counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kiosk.content.pack import Pack
from kiosk.counts.catalogue import CountCatalogue, Subject
from kiosk.counts.kinds import Family
from kiosk.errors import Failure, failure_book
from kiosk.filing.catalogue import read_portals
from kiosk.forms.catalogue import FormCatalogue
from kiosk.forms.definition import FormDefinition
from kiosk.guides.catalogue import read_guides
from kiosk.guides.guide import Guide, Topic
from kiosk.i18n import alike, joined
from kiosk.procedures.catalogue import read_catalogue
from kiosk.procedures.procedure import Procedure

VNEID = frozenset({Topic.VNEID, Topic.VNEID_TROUBLE})


class _Forms(Mapping[str, Subject]):
    """The forms by id, each read when it is first counted."""

    def __init__(self, forms: Mapping[str, FormDefinition]) -> None:
        self._forms = forms

    def __getitem__(self, key: str) -> Subject:
        return Subject(text=self._forms[key].name)

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._forms if key in self._forms)

    def __len__(self) -> int:
        return len(self._forms)


def countable(
    procedures: Mapping[str, Procedure],
    forms: Mapping[str, FormDefinition],
    guides: Mapping[str, Guide],
    failures: Mapping[str, Failure],
    hosts: Iterable[str] = (),
) -> CountCatalogue:
    """The closed catalogue; `forms` are read only when one is counted. `hosts` are those of the official pages."""
    vneid = [guide for guide in guides.values() if guide.topic in VNEID]
    return CountCatalogue(
        {
            Family.PROCEDURE: {
                key: Subject(text=each.name, code=each.code or "") for key, each in procedures.items()
            },
            Family.FORM: _Forms(forms),
            Family.GUIDE: {key: Subject(text=each.title) for key, each in guides.items()},
            Family.STEP: _steps(list(guides.values())),
            Family.VNEID_STEP: _steps(vneid),
            Family.VNEID_PROBLEM: {g.id: Subject(text=g.title) for g in vneid if g.topic is Topic.VNEID_TROUBLE},
            Family.FAILURE: {code: Subject(text=each.title) for code, each in failures.items()},
            Family.PORTAL_HOST: {host: Subject(text=alike(host)) for host in hosts},
        }
    )


def read_countable(pack: Pack) -> CountCatalogue:
    """The catalogue of a pack, for commands that need nothing else of it. Raises `KioskError`."""
    failures = failure_book()
    hosts = read_portals(pack).hosts
    return countable(read_catalogue(pack).by_id, FormCatalogue(pack), read_guides(pack).guides, failures, hosts)


def _steps(guides: list[Guide]) -> dict[str, Subject]:
    return {
        f"{guide.id}/{step.id}": Subject(text=joined(": ", (guide.title, step.text)))
        for guide in guides
        for step in guide.steps
    }
