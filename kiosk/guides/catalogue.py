"""All guides of this station, by id and by topic, and the counters they hand people to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from kiosk.content.pack import Pack
from kiosk.guides.guide import Counters, Guide, ServiceCounter, Topic
from kiosk.i18n import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCatalogue:
    """The guides of a pack, and the counters that they name."""

    guides: Mapping[str, Guide]
    counters: Mapping[str, ServiceCounter]

    def get(self, guide_id: str, day: date) -> Guide | None:
        """The guide of that id, or None where there is none that holds on `day`."""
        guide = self.guides.get(guide_id)
        return guide if guide and guide.status.holds_on(day) else None

    def on(self, topic: Topic, day: date) -> tuple[Guide, ...]:
        """The guides of one topic that hold on `day`, by their `order`."""
        found = (guide for guide in self.guides.values() if guide.topic is topic and guide.status.holds_on(day))
        return tuple(sorted(found, key=lambda guide: (guide.order, guide.id)))

    def counter(self, key: str) -> ServiceCounter | None:
        """The counter of that key, or None."""
        return self.counters.get(key)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCounter:
    """What the settings of a commune say of a counter: its own name, and a telephone or ""."""

    name: Text
    phone: str


def read_guides(pack: Pack, *, own: Mapping[str, OwnCounter] | None = None) -> GuideCatalogue:
    """The catalogue of a pack; `own` gives counters the commune's names, and telephones where the pack has none.

    Raises `ContentError` without `counters.toml`; a broken guide is left out.
    """
    counters = dict(pack.file("counters.toml", Counters).counters)
    for key, ours in (own or {}).items():
        if (counter := counters.get(key)) is not None:
            counters[key] = msgspec.structs.replace(counter, name=ours.name, phone=counter.phone or ours.phone)
    return GuideCatalogue(guides=pack.folder("guides", Guide), counters=counters)
