"""The whole pack, file by file: what `kiosk content check`, `kiosk publish pack` and the trial of an update judge.

The rules stand where their words are understood: `rules.py` of `kiosk.content`, `procedures`, `forms`,
`guides` and `filing`, each with its sentences in `rule_words.py` beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeVar

from kiosk import paths
from kiosk.cli.pack_counts import shared_marks
from kiosk.cli.pack_papers import long_posters, unanswerable
from kiosk.cli.pack_portals import portal_faults
from kiosk.content import doubts, one_province
from kiosk.content.check import check_file, expired_in
from kiosk.content.doubts import Doubts, broken_doubts
from kiosk.content.fault import ContentError
from kiosk.content.languages import FOLDER, LanguageFile, broken_rules
from kiosk.content.notice import IdleNotice
from kiosk.content.pack import Pack
from kiosk.content.reading_level import PlainLanguage
from kiosk.content.walk import all_facts
from kiosk.countable import countable
from kiosk.documents.steps_poster import Poster
from kiosk.errors import FaultyFileError, failure_book
from kiosk.filing.catalogue import FOLDER as PORTALS
from kiosk.filing.catalogue import SHARED
from kiosk.filing.check import OtherFiles
from kiosk.filing.portal import PortalFamily, SharedByPortals
from kiosk.forms import countries, place_rules
from kiosk.forms import rules as form_rules
from kiosk.forms.check import faults_of
from kiosk.forms.definition import FormDefinition
from kiosk.forms.place_lists import COUNTRIES, read_lists
from kiosk.guides.check import check_guide, check_handing_on
from kiosk.guides.guide import Counters, Guide
from kiosk.guides.rule_words import NO_GUIDE_CALLED
from kiosk.i18n import Text
from kiosk.procedures import fee_variants, own_province
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.answers import broken_answers
from kiosk.procedures.catalogue import Catalogue, Groups, LifeEvents, Popular
from kiosk.procedures.check import Unread, check_catalogue, ended_in
from kiosk.procedures.elsewhere import ElsewhereList
from kiosk.procedures.fee_variants import FeeVariants, KnownIds, broken_variants
from kiosk.procedures.procedure import Procedure
from kiosk.station.search import ELSEWHERE, other_entries
from kiosk.toml.fault import FileFault, Found, fault

T = TypeVar("T")
_READ_BY_NOTHING = Text("không chỗ nào đọc tệp này; xin xem lại tên", "nothing reads this; check the name")
_NO_TOML = Text("cần tệp có đuôi .toml", "expected a file ending in .toml")

_FOLDERS = {"forms", "guides", "languages", "notices", "places", "portals", "posters", "procedures"}
_FILES = {
    "aliases.toml", "counters.toml", "doubts.toml", "elsewhere.toml", "fee-variants.toml", "groups.toml",
    "life-events.toml", "pack.toml", "plain-language.toml", "popular.toml", "portals.toml", "README.md",
}  # fmt: skip


@dataclass(kw_only=True)
class PackContents:
    """Every typed file of a pack; what is absent or broken is None and named in `faults`."""

    procedures: Mapping[str, Procedure]
    guides: Mapping[str, Guide]
    forms: Mapping[str, FormDefinition]
    languages: Mapping[str, LanguageFile]
    notices: Mapping[str, IdleNotice]
    posters: Mapping[str, Poster]
    portals: Mapping[str, PortalFamily]
    shared_by_portals: SharedByPortals | None
    groups: Groups | None
    life_events: LifeEvents | None
    popular: Popular | None
    aliases: Aliases | None
    counters: Counters | None
    elsewhere: ElsewhereList | None
    fee_variants: FeeVariants | None
    doubts: Doubts | None
    plain: PlainLanguage | None
    faults: list[FileFault] = field(default_factory=list)

    def unread(self, folder: str) -> set[str]:
        """Names of the files of a folder that are there and cannot be used: what names one of them is no dead end."""
        files = (fault.file.removeprefix("(overlay) ") for fault in self.faults)
        return {Path(file).stem for file in files if file.startswith(f"{folder}/")}

    def unread_files(self, name: str) -> set[str]:
        """The file at the top of the pack by this name, if it is there and cannot be used."""
        return {name} & {fault.file.removeprefix("(overlay) ") for fault in self.faults}

    def newest_day(self) -> date | None:
        """The day on which somebody last checked a fact of it; None when it holds no fact."""
        return max((fact.checked for _, value in self.files() for _, fact in all_facts(value)), default=None)

    def files(self) -> Iterator[tuple[str, object]]:
        """Path in the pack and value of every file with texts or facts."""
        folders: dict[str, Mapping[str, object]] = {
            "procedures": self.procedures,
            "guides": self.guides,
            "forms": self.forms,
            "notices": self.notices,
            "posters": self.posters,
            PORTALS: self.portals,
        }
        for name, folder in folders.items():
            for stem, value in folder.items():
                yield f"{name}/{stem}.toml", value
        for file, value in (
            ("groups.toml", self.groups),
            ("life-events.toml", self.life_events),
            ("counters.toml", self.counters),
            (ELSEWHERE, self.elsewhere),
            (SHARED, self.shared_by_portals),
            (fee_variants.FILE, self.fee_variants),
            (doubts.FILE, self.doubts),
        ):
            if value is not None:
                yield file, value


def read_contents(pack: Pack) -> PackContents:
    """Everything of a pack, with the faults of reading it."""
    absent: list[FileFault] = []
    contents = PackContents(
        procedures=pack.folder("procedures", Procedure),
        guides=pack.folder("guides", Guide),
        forms=pack.folder("forms", FormDefinition),
        languages=pack.folder(FOLDER, LanguageFile),
        notices=pack.folder("notices", IdleNotice),
        posters=pack.folder("posters", Poster),
        portals=pack.folder(PORTALS, PortalFamily),
        shared_by_portals=_file(pack, SHARED, SharedByPortals, absent) if _has(pack, SHARED) else None,
        groups=_file(pack, "groups.toml", Groups, absent),
        life_events=_file(pack, "life-events.toml", LifeEvents, absent),
        popular=_file(pack, "popular.toml", Popular, absent),
        aliases=_file(pack, "aliases.toml", Aliases, absent),
        counters=_file(pack, "counters.toml", Counters, absent),
        elsewhere=_optional(pack, ELSEWHERE, ElsewhereList, absent),
        fee_variants=_optional(pack, fee_variants.FILE, FeeVariants, absent),
        doubts=_optional(pack, doubts.FILE, Doubts, absent),
        plain=_file(pack, "plain-language.toml", PlainLanguage, absent),
    )
    contents.faults = [*dict.fromkeys([*absent, *pack.faults])]
    return contents


def _optional(pack: Pack, name: str, kind: type[T], faults: list[FileFault]) -> T | None:
    """A file that need not be there; an absent one is an empty one."""
    return _file(pack, name, kind, faults) if _has(pack, name) else kind()


def _has(pack: Pack, name: str) -> bool:
    return any((layer / name).exists() for layer in pack.layers)


def _file(pack: Pack, name: str, kind: type[T], faults: list[FileFault]) -> T | None:
    try:
        return pack.file(name, kind)
    except ContentError as error:
        faults.extend(error.faults)
        return None


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
    faults = [
        *contents.faults,
        *_strangers(pack),
        *_places(pack, contents),
        *_references(contents),
        *_languages(contents),
    ]
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
    faults += [*_variants(contents), *_doubts(contents), *_answers(contents)]
    faults += [*unanswerable(contents.forms, day), *long_posters(contents.posters, day)]
    faults += shared_marks(countable(contents.procedures, contents.forms, contents.guides, failure_book()))
    expired = ended_in(catalogue, day) if (catalogue := _catalogue(contents)) else []
    drawings = {drawing.stem for drawing in (paths.assets() / "illustrations").glob("*.svg")}
    for file, value in contents.files():
        expired += expired_in(file, value, day)
        if contents.plain is not None:
            faults += check_file(file, value, contents.plain, latest, drawings=drawings)
    return PackCheck(faults=tuple(sorted(dict.fromkeys(faults))), expired=tuple(sorted(dict.fromkeys(expired))))


def _catalogue(contents: PackContents) -> Catalogue | None:
    """The catalogue of a pack that has the files for one."""
    if not (contents.groups and contents.life_events and contents.popular):
        return None
    return Catalogue(
        by_id=contents.procedures,
        groups=contents.groups,
        events=contents.life_events,
        popular_ids=contents.popular.procedures,
    )


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
    if contents.aliases and (catalogue := _catalogue(contents)):
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


def _strangers(pack: Pack) -> Iterator[FileFault]:
    """Files nothing reads: a misspelt folder or ending would otherwise go unnoticed."""
    if not pack.root.is_dir():
        yield fault(str(pack.root), "", Text("không phải thư mục", "is not a folder"))
    for depth, layer in enumerate(pack.layers):
        for name, expected in _strange(layer) if layer.is_dir() else ():
            yield fault(f"(overlay) {name}" if depth else name, "", expected)


def _strange(layer: Path) -> Iterator[Found]:
    for path in sorted(layer.iterdir()):
        if path.name not in (_FOLDERS if path.is_dir() else _FILES):
            yield path.name, _READ_BY_NOTHING
        elif path.is_dir():
            for inside in sorted(path.iterdir()):
                if inside.suffix != ".toml" or inside.is_dir():
                    yield f"{path.name}/{inside.name}", _NO_TOML
