"""What the files of a content pack say of each other, judged by the rooms that know each kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from kiosk.cli.pack_contents import PackContents, read_contents
from kiosk.content import one_province
from kiosk.content.doubts import Doubts, broken_doubts
from kiosk.content.languages import broken_rules
from kiosk.content.pack import Pack
from kiosk.errors import FaultyFileError
from kiosk.forms import countries, place_rules
from kiosk.forms import rules as form_rules
from kiosk.forms.check import faults_of
from kiosk.forms.place_lists import COUNTRIES, read_lists
from kiosk.guides.check import check_guide, check_handing_on
from kiosk.guides.rule_words import NO_GUIDE_CALLED
from kiosk.guides.rules import more_than_one_act
from kiosk.procedures import own_province
from kiosk.procedures.answers import broken_answers
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.check import Unread, check_catalogue
from kiosk.procedures.fee_variants import FeeVariants, KnownIds, broken_variants
from kiosk.station.search import other_entries
from kiosk.toml.fault import FileFault, Found, fault


def catalogue_of(contents: PackContents) -> Catalogue | None:
    """The catalogue of a pack that has the files for one."""
    if not (contents.groups and contents.life_events and contents.popular):
        return None
    return Catalogue(
        by_id=contents.procedures,
        groups=contents.groups,
        events=contents.life_events,
        popular_ids=contents.popular.procedures,
    )


def disagreements(pack: Pack, contents: PackContents) -> Iterator[FileFault]:
    """What one file says and another does not bear out; what a broken file would have said is not judged."""
    yield from _places(pack, contents)
    yield from _references(contents)
    yield from _languages(contents)
    yield from _variants(contents)
    yield from _doubts(contents)
    yield from _answers(contents)


def _references(contents: PackContents) -> Iterator[FileFault]:
    guides = contents.guides.keys() | contents.unread("guides")
    procedures = contents.procedures.keys() | contents.unread("procedures")
    named = {end.counter for guide in contents.guides.values() for end in guide.exits if end.counter}
    counters = contents.counters.counters if contents.counters else named
    for guide in contents.guides.values():
        yield from check_guide(guide, counters=counters, guides=guides, procedures=procedures)
    yield from check_handing_on(contents.guides.values(), unread=contents.unread("guides"))
    for name, (path, said) in _forms(contents):
        yield fault(f"forms/{name}.toml", path, said)
    for name, notice in contents.notices.items():
        if notice.guide is not None and notice.guide not in guides:
            yield fault(f"notices/{name}.toml", "guide", NO_GUIDE_CALLED.filled(given=notice.guide))
    if contents.aliases and (catalogue := catalogue_of(contents)):
        unread = Unread(
            forms=contents.unread("forms"),
            procedures=contents.unread("procedures"),
            guides=contents.unread("guides"),
        )
        elsewhere = contents.elsewhere.elsewhere if contents.elsewhere else {}
        yield from check_catalogue(
            catalogue,
            contents.aliases,
            forms=contents.forms,
            guides=guides,
            beside=other_entries(contents.aliases, contents.guides, elsewhere),
            unread=unread,
        )


def _variants(contents: PackContents) -> Iterator[FileFault]:
    known = KnownIds(
        procedures=contents.procedures.keys() | contents.unread("procedures"),
        guides=contents.guides.keys() | contents.unread("guides"),
    )
    own = {key: procedure.fee_variants for key, procedure in contents.procedures.items()}
    for file, path, said in broken_variants(contents.fee_variants or FeeVariants(), own, known):
        yield fault(file, path, said)


def _doubts(contents: PackContents) -> Iterator[FileFault]:
    for file, path, said in broken_doubts(contents.files(), contents.doubts or Doubts()):
        yield fault(file, path, said)


def _answers(contents: PackContents) -> Iterator[FileFault]:
    if (plain := contents.plain) is None:
        return
    for key, guide in contents.guides.items():
        yield from (fault(f"guides/{key}.toml", path, said) for path, said in more_than_one_act(guide, plain))
    for key, procedure in contents.procedures.items():
        for path, said in broken_answers(procedure, plain):
            yield fault(f"procedures/{key}.toml", path, said)


def _languages(contents: PackContents) -> Iterator[FileFault]:
    for file, path, said in broken_rules(contents.languages):
        yield fault(file, path, said)


def _forms(contents: PackContents) -> Iterator[tuple[str, Found]]:
    for name, form in contents.forms.items():
        yield from ((name, said) for said in (*faults_of(form), *form_rules.broken_rules(form)))
    yield from form_rules.broken_successions(contents.forms, unread=contents.unread("forms"))


def _places(pack: Pack, contents: PackContents) -> Iterator[FileFault]:
    if not (pack.root / "places").is_dir():
        return
    try:
        provinces, lists = read_lists(pack.root / "places")
        listed = (pack.root / "places" / COUNTRIES).is_file()
        abroad = countries.read_countries(pack.root / "places").all if listed else ()
    except FaultyFileError as error:
        yield from (replace(fault, file=f"places/{Path(fault.file).name}") for fault in error.faults)
    else:
        yield from _own(contents, {province.name for province in provinces})
        if contents.plain is not None:
            names = {name for each in provinces for name in (each.name, *each.former)}
            yield from _of_one_province(pack, contents, names, contents.plain.of_one_region)
        said = chain(place_rules.broken_rules(provinces, lists), countries.broken_rules(abroad))
        yield from (fault("places", "", each) for each in said)


def _own(contents: PackContents, provinces: Collection[str]) -> Iterator[FileFault]:
    for name, procedure in contents.procedures.items():
        for path, said in own_province.broken_rules(procedure, provinces):
            yield fault(f"procedures/{name}.toml", path, said)


def _of_one_province(
    pack: Pack, contents: PackContents, names: Collection[str], regions: Collection[str]
) -> Iterator[FileFault]:
    """Of the pack alone: a commune's own folder may speak of its own province."""
    shipped = read_contents(Pack(pack.root)) if len(pack.layers) > 1 else contents
    for file, value in shipped.files():
        for path, said in one_province.broken_rules(value, names, regions):
            yield fault(file, path, said)
