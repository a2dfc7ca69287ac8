"""What this station's content knows of filing online."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.errors import KioskError
from kiosk.filing.messages import Look, PortalVisit
from kiosk.forms.journey import Journey
from kiosk.i18n import Language
from kiosk.person import PersonRecord
from kiosk.procedures.procedure import Procedure
from kiosk.scanning.job import ScanJob


class NoPortalError(KioskError):
    """No official page of this procedure is known; nothing was offered."""


class NoPortals:
    """Content without official pages: nothing is offered, the QR to the phone stays."""

    hosts: Mapping[str, str] = {}

    def offers(self, procedure: Procedure) -> bool:
        """Never."""
        del procedure
        return False

    def portal_visit(
        self,
        procedure: Procedure,
        *,
        journey: Journey | None,
        person: PersonRecord | None,
        scans: ScanJob,
        look: Look,
        language: Language,
    ) -> PortalVisit:
        """Raises `NoPortalError`."""
        del journey, person, scans, look, language
        raise NoPortalError(procedure.id)
