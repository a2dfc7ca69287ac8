"""The shipped content, opened once in a process: hundreds of tests look at it and none changes it.

What `./station` has read into `assets/parsed` is taken where it still fits the files, as the program does.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kiosk import paths
from kiosk.content.pack import Pack
from kiosk.forms import FormDefinition
from kiosk.forms.catalogue import FormCatalogue, FormHead, read_form_heads
from kiosk.guides.catalogue import GuideCatalogue, read_guides
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import Catalogue, read_catalogue
from kiosk.procedures.elsewhere import Elsewhere
from kiosk.procedures.search import Search
from kiosk.station.search import read_elsewhere, station_search

PACK = Pack(paths.assets() / "content", shipped=paths.assets() / "parsed")


@cache
def catalogue() -> Catalogue:
    """The procedures."""
    return read_catalogue(PACK)


@cache
def guides() -> GuideCatalogue:
    """The guides with their counters."""
    return read_guides(PACK)


@cache
def forms() -> Mapping[str, FormDefinition]:
    """Every form by id."""
    return PACK.folder("forms", FormDefinition)


@cache
def form_catalogue() -> FormCatalogue:
    """The forms, each checked when it is asked for."""
    return FormCatalogue(PACK)


@cache
def form_heads() -> Mapping[str, FormHead]:
    """What the search needs of every form."""
    return read_form_heads(PACK)


@cache
def elsewhere() -> Mapping[str, Elsewhere]:
    """What is done somewhere else."""
    return read_elsewhere(PACK)


@cache
def aliases() -> Aliases:
    """What people call procedures and guides."""
    return PACK.file("aliases.toml", Aliases)


@cache
def search() -> Search:
    """The search of a station without a national catalogue."""
    return station_search(catalogue(), aliases(), guides().guides, form_heads(), elsewhere())
