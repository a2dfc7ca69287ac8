"""The day sheet of a closed day as a file or on the station's printer."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from kiosk.cli.absent_printer import why_nothing_comes
from kiosk.cli.counts_file import keys_folder, settings_of
from kiosk.cli.counts_words import DAY_SHEET, PRINTED
from kiosk.cli.faults import for_staff, refused
from kiosk.cli.progress import waiting
from kiosk.cli.spoken import say
from kiosk.counts.store import CountStore
from kiosk.i18n import Text
from kiosk.settings import read_settings

PRINT_POLL_S = 0.5
NOT_PRINTED = Text(
    "Chưa in được: {why} `kiosk-dvc counts sheet` ghi phiếu thành tệp.",
    "Not printed: {why} `kiosk-dvc counts sheet` writes the sheet as a file.",
)


def write_sheet(store: CountStore, day: date, out: Path) -> None:
    """Write the sheet as PDF. Raises `OSError` where it cannot be written."""
    out.write_bytes(_sheet_of(store, day))
    say(DAY_SHEET, out=out, day=day)


def _sheet_of(store: CountStore, day: date) -> bytes:
    from kiosk.documents.daysheet import closed_day_sheet
    from kiosk.documents.typesetter import Typesetter

    return closed_day_sheet(Typesetter(), store, day, settings_of().commune, keys_folder()).pdf


def print_sheet(store: CountStore, day: date) -> None:
    """Print the sheet on the station's printer; wait until it is on paper. Raises `CommandFault` when no
    paper will come, at once where the printer cannot be reached."""
    from kiosk.printing import PrintQueue, PrintState
    from kiosk.station.devices import printer

    device = printer(read_settings().devices.printer)
    queue = PrintQueue(device, time.monotonic)
    try:
        with waiting():
            if code := why_nothing_comes(device):
                raise refused(NOT_PRINTED.vi, NOT_PRINTED.en, why=for_staff(code))
            ticket = queue.print(_sheet_of(store, day), "day-sheet")
            look = queue.poll(ticket)
            while not look.state.is_terminal:
                time.sleep(PRINT_POLL_S)
                look = queue.poll(ticket)
    finally:
        device.close()
    if look.state is not PrintState.DONE:
        raise refused(
            NOT_PRINTED.vi, NOT_PRINTED.en, why=for_staff(look.trouble) if look.trouble else look.state.value
        )
    say(PRINTED)
