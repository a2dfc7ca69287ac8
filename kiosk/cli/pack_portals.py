"""The portals of a pack against its procedures and forms, for the check of the whole pack."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kiosk.filing import check, rules
from kiosk.filing.catalogue import FOLDER, SHARED
from kiosk.filing.check import OtherFiles
from kiosk.filing.portal import PortalFamily, SharedByPortals
from kiosk.i18n import Text
from kiosk.toml.fault import FileFault, Found, fault


def portal_faults(
    portals: Mapping[str, PortalFamily],
    shared: SharedByPortals | None,
    others: OtherFiles,
    *,
    unread: Collection[str],
) -> Iterator[FileFault]:
    """Every fault of the portal files. `unread` are portal files that are there and cannot be used: then who takes
    which procedure is not judged."""
    if shared is None:
        if portals and not unread:
            yield _fault(SHARED, ("", Text("thiếu: phần chung của các cổng", "missing: what all portals share")))
        return
    for found in (*check.faults_of_shared(shared), *rules.broken_rules_of_shared(shared)):
        yield _fault(SHARED, found)
    for name, portal in portals.items():
        for found in (
            *check.faults_of(portal, shared, others),
            *rules.broken_rules(portal, shared, others.forms),
        ):
            yield _fault(f"{FOLDER}/{name}.toml", found)
    for name, found in () if unread else check.faults_together(portals, others.procedures):
        yield _fault(f"{FOLDER}/{name}.toml", found)


def _fault(file: str, found: Found) -> FileFault:
    path, expected = found
    return fault(file, path, expected)
