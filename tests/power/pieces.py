"""The pieces of work of a station that write something, and what must hold of it whenever the power fails."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.clock import Uptime
from kiosk.counts.drain import drain
from kiosk.counts.events import EventKind
from kiosk.counts.outbox import Outbox
from kiosk.counts.totals import Total
from kiosk.scanning.hand_over import HandedOver, hand_over
from kiosk.settings import read_settings
from kiosk.staff import overrides, pin
from kiosk.staff.pin import PinStore
from tests.helpers.counting import TurnedClock, monday_morning, store_in
from tests.helpers.province import Province

Tell = Callable[[bytes], None]
RIGHT, WRONG = "739158", "111118"


class BrokenPromiseError(AssertionError):
    """What must hold after a power cut does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """`prepare` a folder, do the `work` in it, `look` what is there after the cut and what was told before it."""

    name: str
    prepare: Callable[[Path], None]
    work: Callable[[Path, Tell], None]
    look: Callable[[Path, bytes], None]


def demand(holds: object, what: str) -> None:
    """Raises `BrokenPromiseError`."""
    if not holds:
        raise BrokenPromiseError(what)


# ------------------------------------------------------------ settings
OLD_SETTINGS = "[visit]\nask_after = 61\n"


def prepare_settings(folder: Path) -> None:
    (folder / "kiosk.toml").write_text(OLD_SETTINGS, encoding="utf-8")


def write_settings(folder: Path, tell: Tell) -> None:
    overrides.change("kiosk.toml", {"visit": {"ask_after": 75}}, folder)
    tell(b"1")


def look_at_settings(folder: Path, told: bytes) -> None:
    found = read_settings(overrides=folder).kiosk.visit.ask_after
    demand(found in (61, 75), f"settings that nobody wrote: {found}")
    demand(found == 75 or not told, "settings were told to be written and are the old ones")


# ------------------------------------------------------------ PIN
def _pins(folder: Path) -> PinStore:
    return PinStore(folder / "staff-pin.json", lambda: 1_000.0, lambda: Uptime(boot="a", seconds=1_000.0))


def prepare_pin(folder: Path) -> None:
    cost, pin.COST = pin.COST, 16  # type: ignore[misc]
    try:
        _pins(folder).set(RIGHT)
    finally:
        pin.COST = cost  # type: ignore[misc]


def try_pins(folder: Path, tell: Tell) -> None:
    for _ in range(2):
        _pins(folder).judge(WRONG)
        tell(b"1")


def look_at_pin(folder: Path, told: bytes) -> None:
    store = _pins(folder)
    demand(store.standing() is None, "the PIN is lost or locked by a power cut")
    demand(store.tries_left() <= pin.TRIES - len(told), "pulling the plug bought another try")
    demand(type(store.judge(RIGHT)).__name__ == "PinAccepted", "the right PIN is refused")


# ------------------------------------------------------------ counts
COUNTED = (EventKind.VISIT_STARTED, EventKind.CONSENT_GIVEN, EventKind.CARD_READ, EventKind.VISIT_FINISHED)


def prepare_counts(folder: Path) -> None:
    with closing(store_in(folder)) as store:
        store.count(EventKind.VISIT_LEFT)


def count(folder: Path, tell: Tell) -> None:
    store = store_in(folder)
    for kind in COUNTED:
        store.count(kind)
        tell(b"1")


def look_at_counts(folder: Path, told: bytes) -> None:
    with closing(store_in(folder)) as store:
        found = store.totals()
    for kind in (EventKind.VISIT_LEFT, *COUNTED[: len(told)]):
        demand(
            found.get((kind.value, ""), 0) == 1,
            f"{kind.value} was counted and is there {found.get((kind.value, ''))}",
        )
    for kind in COUNTED[len(told) :]:
        demand(found.get((kind.value, ""), 0) <= 1, f"{kind.value} is there twice")


# ------------------------------------------------------------ closing a day, outbox
def prepare_day(folder: Path) -> None:
    with closing(store_in(folder)) as store:
        for kind in COUNTED:
            store.count(kind)


class ToldWire:
    """A province that tells what it has, as its commit does."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    def send(self, totals: Sequence[Total]) -> None:
        """Keep them."""
        self._tell(b"".join(f"{total.kind.value}/{total.subject}\n".encode() for total in totals))


def close_and_send(folder: Path, tell: Tell) -> None:
    clock = monday_morning()
    clock.turn(hours=24)
    store = store_in(folder, clock)
    store.upkeep()
    drain(
        Outbox(store.connection),
        lambda: nullcontext(ToldWire(tell)),
        sleep=lambda _: None,
        random=lambda: 0.5,
        batch=2,
    )


def look_at_outbox(folder: Path, told: bytes) -> None:
    sent = Counter(told.decode().split())
    clock: TurnedClock = monday_morning()
    clock.turn(hours=25)
    with closing(store_in(folder, clock)) as store:
        store.upkeep()
        waiting = [f"{each.total.kind.value}/{each.total.subject}" for each in Outbox(store.connection).take(1_000)]
        totals = {f"{t.kind.value}/{t.subject}": t.count for t in store.day_totals(date.min, date.max)}
    demand(set(totals.values()) == {1}, f"a total is doubled or torn: {totals}")
    demand(len(totals) >= len(COUNTED), "a closed day lost a total")
    lost = [name for name in totals if name not in waiting and not sent[name]]
    demand(not lost, f"neither sent nor waiting: {lost}")


# ------------------------------------------------------------ content
OLD, NEW = "2026.11.24", "2026.12.01"


class Content:
    """A province with a new pack; a station that has the old one."""

    def __init__(self, folder: Path) -> None:
        from tests.devices.test_update_power_cuts import pack, taken

        self._taken = taken
        self.province = Province(folder / "repo")
        self.province.publish(pack(folder, OLD))
        taken(self.province, folder / "before")
        self._before = folder / "before"
        self.province.publish(pack(folder, NEW))

    def prepare(self, folder: Path) -> None:
        import shutil

        shutil.copytree(self._before, folder, symlinks=True, dirs_exist_ok=True)

    def update(self, folder: Path, tell: Tell) -> None:
        self._taken(self.province, folder)
        tell(b"1")

    def look(self, folder: Path, told: bytes) -> None:
        from tests.devices.test_update_power_cuts import reads

        found = reads(folder)
        demand(found == NEW or not told, "an update was told to be done and the old pack is there")
        self._taken(self.province, folder)
        demand(reads(folder) == NEW, "the station does not go on to the new pack")


# ------------------------------------------------------------ hand-over to a stick
SCANS: Mapping[str, bytes] = {"cccd": b"%PDF-1.7 one" * 3_000, "giay-khai-sinh": b"%PDF-1.7 two" * 2_000}
OWN = b"what the person had on the stick"


def prepare_stick(folder: Path) -> None:
    (folder / "cccd.pdf").write_bytes(OWN)


def hand_scans_over(folder: Path, tell: Tell) -> None:
    port = SimulatedPort()
    port.begin_visit()
    port.stick = SimulatedStick(folder)
    outcome = hand_over(port, SCANS)
    if isinstance(outcome, HandedOver):
        tell(json.dumps(outcome.names).encode())


def look_at_stick(folder: Path, told: bytes) -> None:
    demand((folder / "cccd.pdf").read_bytes() == OWN, "the person's own file was touched")
    whole = set(SCANS.values())
    names = [path.name for path in folder.iterdir() if path.suffix == ".pdf" and path.name != "cccd.pdf"]
    demand(all((folder / name).read_bytes() in whole for name in names), "half a file stands under its full name")
    for name in json.loads(told or b"[]"):
        demand(name in names, f"{name} was told to be on the stick and is not")


def pieces(folder: Path) -> tuple[Piece, ...]:
    """All of them; what they need once is made in the folder."""
    content = Content(folder)
    return (
        Piece(name="settings", prepare=prepare_settings, work=write_settings, look=look_at_settings),
        Piece(name="PIN", prepare=prepare_pin, work=try_pins, look=look_at_pin),
        Piece(name="counts", prepare=prepare_counts, work=count, look=look_at_counts),
        Piece(name="closed day and outbox", prepare=prepare_day, work=close_and_send, look=look_at_outbox),
        Piece(name="content", prepare=content.prepare, work=content.update, look=content.look),
        Piece(name="hand-over", prepare=prepare_stick, work=hand_scans_over, look=look_at_stick),
    )
