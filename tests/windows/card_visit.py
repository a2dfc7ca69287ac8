"""A whole visit with devices of the settings in FOLDER: the card on the reader is read, its papers are printed.

python card_visit.py REPOSITORY FOLDER PROCEDURE NUMBER, in the folder's own Python. Tells as JSON the state of the
reader, the phases of reading and how often each subject was counted.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    from devices.card_reader.interface import CardReaderState
    from kiosk.clock import Clock
    from kiosk.settings import read_settings
    from kiosk.station.station import open_station
    from tests.helpers.journey import answer_all, print_all, reach_person, say_goodbye
    from tests.helpers.waiting import wait_until

    folder = Path(sys.argv[2])
    station = open_station(read_settings(overrides=folder), Clock(), state=folder / "state")
    wait_until(lambda: station.card_reader.state() is CardReaderState.CARD_PRESENT, "the card is seen")
    session, phases = reach_person(station, sys.argv[3], sys.argv[4])
    answer_all(session)
    print_all(session)
    left = say_goodbye(session)
    counted = [[*what, number] for what, number in station.counts.totals().items()]
    told = {
        "phases": [phase.name for phase in phases],
        "left": left,
        "screen": session.screen.name,
        "counted": counted,
    }
    sys.stdout.write(json.dumps(told))
    station.close()
