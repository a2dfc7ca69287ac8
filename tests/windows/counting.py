"""Counts at the file that the command line names and tells each count once it is kept, until it is killed.

Run by the Python of the folder for Windows, with the program of that folder.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from kiosk import paths
from kiosk.content.pack import Pack
from kiosk.countable import read_countable
from kiosk.counts.events import EventKind
from kiosk.counts.store import CountStore

if __name__ == "__main__":
    countable = read_countable(Pack(paths.assets() / "content", shipped=paths.assets() / "parsed"))
    store = CountStore(Path(sys.argv[1]), lambda: datetime(2026, 11, 23, 8, 41), countable)  # noqa: DTZ001 local time
    while True:
        store.count(EventKind.FORM_PRINTED, "ct01")
        sys.stdout.write("x")
        sys.stdout.flush()
