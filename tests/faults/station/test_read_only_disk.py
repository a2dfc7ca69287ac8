"""A disk that may only be read, as the system makes one that has errors: the station serves, and counts wait."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.counts.events import EventKind
from kiosk.counts.store import CountStore
from kiosk.session import Screen
from kiosk.settings import read_settings
from kiosk.staff.pin import PinStore, PinUnusable
from kiosk.station.station import open_station
from tests.helpers.counting import TurnedClock, monday_morning, shipped_catalogue, store_in
from tests.helpers.days import CLOCK
from tests.helpers.small_disk import small_disk
from ui.program.station import virtual

Remount = Callable[[str], None]


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Remount]]:
    """A small disk with a station's counts on it, and what makes it `ro` or `rw`."""
    with small_disk(tmp_path_factory.mktemp("small") / "state", "16M") as place:
        with closing(store_in(place)) as store:
            store.count(EventKind.VISIT_LEFT)

        def remount(how: str) -> None:
            subprocess.run(["mount", "-o", f"remount,{how}", str(place)], check=True)

        remount("ro")
        yield place, remount
        remount("rw")


def windows_store(place: Path) -> CountStore:
    """As the window opens it."""
    catalogue = shipped_catalogue()
    return CountStore(place / "counts.sqlite", monday_morning(), catalogue, waits_for_room=True, patience_ms=40)


def test_a_station_opens_and_a_visit_begins(disk: tuple[Path, Remount], tmp_path: Path) -> None:
    settings = virtual(read_settings(overrides=tmp_path / "none"), "nguyen-van-an", tmp_path / "paper")
    station = open_station(settings, CLOCK, state=disk[0])
    session = station.new_session()
    session.begin()
    assert session.screen is Screen.HOME
    station.close()


def test_what_is_counted_waits_until_it_may_be_written_again(disk: tuple[Path, Remount]) -> None:
    place, remount = disk
    store = windows_store(place)
    store.count(EventKind.VISIT_STARTED)
    remount("rw")
    store.count(EventKind.VISIT_FINISHED)
    found = store.totals()
    store.close()
    remount("ro")
    counted = {("visit-started", ""): 1, ("visit-finished", ""): 1, ("visit-left", ""): 1}
    assert counted.items() <= found.items()
    assert found["counting-trouble", "read-only"] == 1


def test_a_disk_that_becomes_read_only_in_the_middle_of_a_visit_stops_nobody(disk: tuple[Path, Remount]) -> None:
    place, remount = disk
    remount("rw")
    store = windows_store(place)
    store.count(EventKind.CONSENT_GIVEN)
    subprocess.run(["mount", "-o", "remount,ro,force", str(place)], check=False)
    busy = subprocess.run(["mount", "-o", "remount,ro", str(place)], capture_output=True, check=False).returncode
    store.count(EventKind.CARD_READ)
    store.count(EventKind.VISIT_LEFT)
    remount("rw")
    store.count(EventKind.VISIT_STARTED)
    assert store.totals()["card-read", ""] == 1
    store.close()
    remount("ro")
    assert busy in (0, 32), "a disk with an open file may refuse to be made so"


def test_nobody_comes_to_the_staff_s_side_without_a_count_of_tries(disk: tuple[Path, Remount]) -> None:
    store = PinStore(disk[0] / "staff-pin.json", lambda: 1_000.0)
    assert isinstance(store.judge("739158"), PinUnusable)


@pytest.mark.parametrize(
    "then",
    [
        datetime(1970, 1, 1),  # noqa: DTZ001 - the station counts in local time
        datetime(2038, 1, 19, 3, 14, 8),  # noqa: DTZ001
        monday_morning()() - timedelta(days=1),
        monday_morning()() + timedelta(days=1),
    ],
    ids=["1970", "behind 32 bits", "a day back", "a day on"],
)
def test_a_clock_that_is_set_in_the_middle_of_a_visit_loses_no_count(tmp_path: Path, then: datetime) -> None:
    clock: TurnedClock = monday_morning()
    store = store_in(tmp_path, clock)
    for kind in (EventKind.VISIT_STARTED, EventKind.CARD_READ):
        store.count(kind)
    clock.now = then
    for kind in (EventKind.CONSENT_GIVEN, EventKind.VISIT_FINISHED, EventKind.VISIT_STARTED):
        store.count(kind)
    store.close_today()
    clock.now = monday_morning()() + timedelta(days=2)
    store.upkeep()
    found = store.totals()
    store.close()
    assert {name: found[name, ""] for name in ("visit-started", "card-read", "consent-given", "visit-finished")} == {
        "visit-started": 2,
        "card-read": 1,
        "consent-given": 1,
        "visit-finished": 1,
    }
