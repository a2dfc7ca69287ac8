"""Every file of a content pack, read into its type, with the faults of reading it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from kiosk.content import doubts
from kiosk.content.doubts import Doubts
from kiosk.content.fault import ContentError
from kiosk.content.languages import FOLDER, LanguageFile
from kiosk.content.notice import IdleNotice
from kiosk.content.pack import Pack
from kiosk.content.reading_level import PlainLanguage
from kiosk.content.walk import all_facts
from kiosk.documents.steps_poster import Poster
from kiosk.filing.catalogue import FOLDER as PORTALS
from kiosk.filing.catalogue import SHARED
from kiosk.filing.portal import PortalFamily, SharedByPortals
from kiosk.forms.definition import FormDefinition
from kiosk.guides.guide import Counters, Guide
from kiosk.officer.lodging import columns as lodging
from kiosk.officer.lodging.columns import LodgingForm
from kiosk.officer.registers import kinds
from kiosk.officer.registers.kinds import Registers
from kiosk.procedures import fee_variants
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import Groups, LifeEvents, Popular
from kiosk.procedures.elsewhere import ElsewhereList
from kiosk.procedures.fee_variants import FeeVariants
from kiosk.procedures.procedure import Procedure
from kiosk.station.search import ELSEWHERE
from kiosk.toml.fault import FileFault

T = TypeVar("T")


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
    registers: Registers | None
    lodging: LodgingForm | None
    """None where the pack has none: it is older than the officer's lodging lists."""
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
            (kinds.FILE, self.registers),
            (doubts.FILE, self.doubts),
            (lodging.FILE, self.lodging),
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
        registers=_file(pack, kinds.FILE, Registers, absent) if _has(pack, kinds.FILE) else None,
        doubts=_optional(pack, doubts.FILE, Doubts, absent),
        lodging=_file(pack, lodging.FILE, LodgingForm, absent) if _has(pack, lodging.FILE) else None,
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
