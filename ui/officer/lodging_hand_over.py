"""Where a complete lodging list goes: onto paper, onto the officer's stick; the portal has it by `guest_filing`.

It knows whether the list lies anywhere yet, and counts a list once, however often it is handed on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from devices.errors import StickError
from kiosk.counts.events import EventKind
from kiosk.documents import PosterSize
from kiosk.i18n import Text
from kiosk.officer import sealing
from kiosk.officer.lodging.files import NoColumnsError
from kiosk.officer.lodging.listing import LodgingList
from kiosk.officer.services import OfficerServices
from kiosk.scanning.hand_over import HandedOver, NotHandedOver, hand_over
from kiosk.staff import StaffPaper
from ui.officer.open_work import OpenWork
from ui.staff.print_jobs import StaffPrintJobs, is_done
from ui.staff.staff_side import StaffSide

NOT_MADE = "lodging.not-made"
PAPER: Final = Text("Danh sách lưu trú", "Overnight guests")


class LodgingHandOver:
    """Of one list at a time; `begin` with the next."""

    def __init__(self, side: StaffSide, services: OfficerServices, print_jobs: StaffPrintJobs) -> None:
        self._side = side
        self._services = services
        self._print_jobs = print_jobs
        self._work = OpenWork(side)
        self.begin(LodgingList())
        side.changed.connect(self._look_at_paper)

    def begin(self, listed: LodgingList) -> None:
        """An empty list; what still comes back for the one before is dropped."""
        self._work.end()
        self._listed = listed
        self.unsaved = False
        """Whether the list holds what lies neither on paper nor on the stick."""
        self.copied = ""
        self.passphrase = ""
        self._paper: tuple[StaffPaper, LodgingList] | None = None
        """On its way to the printer, and the list as it stands there."""
        self._is_counted = False

    @property
    def busy(self) -> bool:
        """Whether a thread is at work on it."""
        return self._work.busy

    def changed(self, listed: LodgingList) -> None:
        """The list is another one now than what was handed on."""
        self._listed, self.unsaved, self.copied = listed, bool(listed.guests), ""

    @property
    def weakness(self) -> Text | None:
        """Why the passphrase will not do."""
        return sealing.weakness(self.passphrase)

    def print(self, unconfirmed: Text | None) -> None:
        """The list on paper, with what is said where its layout is not confirmed."""
        listed, papers = self._listed, self._services.papers
        paper = StaffPaper(
            title=PAPER, size=PosterSize.A4, job_name="lodging-list", make=lambda: papers.lodging(listed, unconfirmed)
        )
        self._paper = (paper, listed)
        self._print_jobs.print(paper)

    def take_along(self, passphrase: str, ended: Callable[[str | None], None]) -> None:
        """The workbook onto the officer's stick, closed by the passphrase where there is one; then the code of what
        was in the way, or none."""
        listed, files, port = self._listed, self._services.lodging, self._services.port

        def broke(fault: Exception) -> None:
            ended(fault.code if isinstance(fault, StickError | NoColumnsError) else NOT_MADE)

        self._work.run(
            lambda: hand_over(port, files.made(listed, passphrase)),
            lambda outcome: self._handed_over(listed, outcome, ended),
            broke,
        )

    def was_filed(self) -> None:
        """The portal has taken the list."""
        self._handed_on(self._listed)

    def _handed_over(
        self, listed: LodgingList, outcome: HandedOver | NotHandedOver, ended: Callable[[str | None], None]
    ) -> None:
        if isinstance(outcome, NotHandedOver):
            ended(outcome.code)
            return
        self._handed_on(listed)
        self.copied = outcome.names[0]
        ended(None)

    def _look_at_paper(self) -> None:
        jobs = self._print_jobs
        if self._paper is not None and jobs.paper is self._paper[0] and is_done(jobs):
            listed, self._paper = self._paper[1], None
            self._handed_on(listed)

    def _handed_on(self, listed: LodgingList) -> None:
        """Changed meanwhile, the list is unsaved still."""
        self.unsaved = self.unsaved and listed is not self._listed
        if not self._is_counted:
            self._is_counted = True
            self._side.services.counts.count(EventKind.LODGING_LISTED)
