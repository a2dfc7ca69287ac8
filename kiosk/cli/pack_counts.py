"""Two things of a pack that a day sheet could not tell apart, because their marks of four bytes are the same.

Unlikely, and nobody would see it: the province would count the one for the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.counts.catalogue import CountCatalogue, Event, mark_of
from kiosk.i18n import Text
from kiosk.toml.fault import FileFault, fault


def shared_marks(catalogue: CountCatalogue) -> Iterator[FileFault]:
    """Every pair of kind and subject whose mark another one has already."""
    first: dict[bytes, Event] = {}
    for event, _ in catalogue.pairs():
        other = first.setdefault(mark_of(event), event)
        if other != event:
            said = Text(
                "phiếu ngày không phân biệt được số đếm với {given}; hãy cho một bên mã khác",
                "a day sheet cannot tell its counts from those of {given}; give one of them another id",
            ).filled(given=other.subject)
            yield fault(f"{event.subject}", "", said)
