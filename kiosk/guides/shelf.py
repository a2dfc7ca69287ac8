"""All guides of this station, by id and by topic, and the counters they hand people to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.content.pack import Pack
from kiosk.guides.guide import Counter, Counters, Guide, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideShelf:
    """The guides and the counters."""

    guides: Mapping[str, Guide]
    counters: Mapping[str, Counter]

    def get(self, guide_id: str) -> Guide | None:
        """The guide of that id, or None."""
        return self.guides.get(guide_id)

    def on(self, topic: Topic) -> tuple[Guide, ...]:
        """The guides of one topic, in the order of the shelf."""
        found = (guide for guide in self.guides.values() if guide.topic is topic)
        return tuple(sorted(found, key=lambda guide: (guide.order, guide.id)))

    def counter(self, key: str) -> Counter | None:
        """The counter of that key, or None."""
        return self.counters.get(key)


def read_guides(pack: Pack) -> GuideShelf:
    """The shelf of a pack. Raises `ContentError` without `counters.toml`; a broken guide is left out."""
    return GuideShelf(guides=pack.folder("guides", Guide), counters=pack.file("counters.toml", Counters).counters)
