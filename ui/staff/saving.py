"""Writing settings from a technician's page: on the staff's thread, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.settings import Settings
from kiosk.staff.overrides import REFUSED, FileName, change
from kiosk.toml.editing import Changes
from ui.shown.failure import FailureWords
from ui.staff.staff_side import StaffSide


@dataclass(slots=True)
class Saving:
    """Saves the settings that one page changes, and keeps why it was refused. Use it from the GUI thread."""

    side: StaffSide
    under_way: bool = False
    refused: bool = False

    @property
    def words(self) -> FailureWords:
        """Why it was refused; empty where it was not."""
        return self.side.failure(REFUSED) if self.refused else FailureWords()

    def save(self, name: FileName, changes: Changes, done: Callable[[Settings], None]) -> None:
        """Change the station's own file, then `done`; what was changed holds from the next start on."""
        if self.under_way:
            return
        self.under_way, self.refused = True, False
        folder = self.side.services.overrides

        def saved(settings: Settings) -> None:
            self.under_way = False
            self.side.to_restart = True
            done(settings)

        self.side.run(lambda: change(name, changes, folder), saved, self._refused)
        self.side.look_again()

    def forget(self) -> None:
        """Called when the staff side closes: a refusal is not shown to the next who comes in."""
        self.under_way, self.refused = False, False

    def _refused(self, _fault: Exception) -> None:
        self.under_way, self.refused = False, True
