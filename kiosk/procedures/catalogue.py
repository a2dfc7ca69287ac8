"""The procedures of this station: by id, code, life event, group and agency; the commune's popular ones first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from kiosk.content.pack import Pack
from kiosk.i18n import Text
from kiosk.procedures.fee_variants import FeeVariants, read_variants
from kiosk.procedures.own_province import shown_in
from kiosk.procedures.procedure import Procedure


class Agency(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who settles a group of procedures."""

    id: str
    name: Text


class ProcedureGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Procedures of one subject, settled by one agency."""

    id: str
    agency: str
    name: Text


class LifeEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the ten things that happen in a life, by which the home screen offers procedures."""

    id: str
    name: Text
    hint: Text
    illustration: str


class Groups(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`groups.toml`: agencies and groups of procedures, in the order of the screen."""

    agencies: tuple[Agency, ...]
    groups: tuple[ProcedureGroup, ...]


class LifeEvents(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`life-events.toml`: what happens in a life with its procedures, in the order of the screen."""

    life_events: tuple[LifeEvent, ...]


class Popular(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`popular.toml`: ids of procedures, the most asked first. A commune overlay replaces the list."""

    procedures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All procedures, in the order of their plain names' files. Lists never hold an id that does not exist."""

    by_id: Mapping[str, Procedure]
    groups: Groups
    events: LifeEvents
    popular_ids: Sequence[str] = ()

    def all(self) -> tuple[Procedure, ...]:
        """Every procedure, in the order of the files."""
        return tuple(self.by_id.values())

    def get(self, procedure_id: str) -> Procedure | None:
        """The procedure of that id, or None."""
        return self.by_id.get(procedure_id)

    def by_code(self, code: str) -> Procedure | None:
        """The procedure of that national code, or None."""
        return next((procedure for procedure in self.all() if procedure.code == code), None)

    def life_events(self) -> tuple[LifeEvent, ...]:
        """The life events, in the order of the screen."""
        return self.events.life_events

    def by_life_event(self, key: str) -> tuple[Procedure, ...]:
        """The procedures of one life event, the commune's popular ones first."""
        return self._popular_first(procedure for procedure in self.all() if key in procedure.life_events)

    def by_group(self, key: str) -> tuple[Procedure, ...]:
        """The procedures of one group, the commune's popular ones first."""
        return self._popular_first(procedure for procedure in self.all() if procedure.group == key)

    def popular(self) -> tuple[Procedure, ...]:
        """The commune's most asked, the most asked first."""
        return tuple(self.by_id[name] for name in self.popular_ids if name in self.by_id)

    def _popular_first(self, procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
        place = {name: n for n, name in enumerate(self.popular_ids)}
        return tuple(sorted(procedures, key=lambda procedure: place.get(procedure.id, len(place))))


def read_catalogue(pack: Pack, *, popular: Sequence[str] = (), province: str | None = None) -> Catalogue:
    """The catalogue of a pack; `popular` goes before the pack's own list when it is not empty.

    With the full name of a station's province ("Tỉnh Nghệ An") what another decided for itself is left out.

    Raises `ContentError` for a broken list; a broken procedure is left out.
    """
    procedures = with_variants(pack.folder("procedures", Procedure), read_variants(pack))
    return Catalogue(
        by_id=procedures if province is None else shown_in(procedures, province),
        groups=pack.file("groups.toml", Groups),
        events=pack.file("life-events.toml", LifeEvents),
        popular_ids=tuple(popular) or pack.file("popular.toml", Popular).procedures,
    )


def with_variants(procedures: Mapping[str, Procedure], variants: FeeVariants) -> dict[str, Procedure]:
    """The procedures with the fee variants of many laid into each that they belong to."""
    return {
        key: msgspec.structs.replace(each, fee_variants=(*each.fee_variants, *found))
        if (found := variants.of(key))
        else each
        for key, each in procedures.items()
    }
