"""All portal families of a pack: which one takes a procedure, and every host that a filing may need.

A pack without portal files files nothing online; a file that cannot be read is left out and named by the check.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from kiosk.content.fault import ContentError
from kiosk.content.pack import Pack
from kiosk.filing.hosts import host_of
from kiosk.filing.portal import Block, FiledField, FiledProcedure, PortalFamily, SharedByPortals
from kiosk.procedures.in_time import Filing
from kiosk.procedures.procedure import Procedure

FOLDER: Final = "portals"
SHARED: Final = "portals.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledAt:
    """Where one procedure is filed: the family, what it shares with all others, and its own fields if it has any."""

    procedure: Procedure
    portal: PortalFamily
    shared: SharedByPortals
    filing: FiledProcedure | None
    start: str

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host a page may come from, the login's and the payment's too."""
        own = self.filing.hosts if self.filing else ()
        return tuple(dict.fromkeys((*self.portal.hosts, *own, *self.portal.payment_hosts, *self.shared.login_hosts)))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of its page, the shared ones first."""
        if self.filing is None:
            return ()
        shared = (*self.shared.blocks, *self.portal.blocks)
        return (*(block for block in shared if block.id in self.filing.shared), *self.filing.blocks)

    def labels(self, asked: FiledField) -> tuple[str, ...]:
        """The words that may stand beside a field, its own first."""
        return labels_of(asked, self.portal, self.shared)


def labels_of(asked: FiledField, portal: PortalFamily, shared: SharedByPortals) -> tuple[str, ...]:
    """The words that may stand beside a field: its own, its family's, everybody's."""
    lists = (portal.labels.get(asked.called, ()), shared.labels.get(asked.called, ()))
    return tuple(dict.fromkeys((*asked.labels, *(word for words in lists for word in words))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Portals:
    """The portal families by their names; empty where the pack has none."""

    by_id: Mapping[str, PortalFamily]
    shared: SharedByPortals | None

    def of(self, procedure: Procedure, day: date) -> FiledAt | None:
        """Where this procedure is filed online on `day`; None where it is not, or its page may not be opened."""
        portal = self._portal_of(procedure)
        if self.shared is None or portal is None or Filing.ONLINE not in procedure.filing_on(day):
            return None
        named = next((each for each in portal.filings if each.id == procedure.id and each.holds_on(day)), None)
        where = procedure.portal_on(day)
        for start in (named.start if named else "", where.url or "", where.search_url):
            at = FiledAt(procedure=procedure, portal=portal, shared=self.shared, filing=named, start=start)
            if host_of(start) in at.hosts:
                return at
        return None

    def _portal_of(self, procedure: Procedure) -> PortalFamily | None:
        families = self.by_id.values()
        named = (each for each in families if any(filing.id == procedure.id for filing in each.filings))
        of_group = (each for each in families if procedure.group in each.groups)
        others = (each for each in families if each.everything_else)
        return next(chain(named, of_group, others), None)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every host of every family, sorted, those of pictures and scripts too: a browser is started with them,
        before a visit says which of them it may use."""
        return tuple(sorted(set(self._hosts())))

    def _hosts(self) -> Iterator[str]:
        if self.shared is None:
            return
        yield from (*self.shared.login_hosts, *self.shared.resource_hosts)
        for portal in self.by_id.values():
            yield from (*portal.hosts, *portal.payment_hosts, *portal.resource_hosts)
            for filing in portal.filings:
                yield from filing.hosts


def read_portals(pack: Pack) -> Portals:
    """The portals of a pack; none where it has no `portals.toml` that can be read."""
    try:
        shared = pack.file(SHARED, SharedByPortals)
    except ContentError:
        return Portals(by_id={}, shared=None)
    return Portals(by_id=pack.folder(FOLDER, PortalFamily), shared=shared)
