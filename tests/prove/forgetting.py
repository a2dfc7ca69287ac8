"""A made-up person goes through the station, every visit ends in another way, and then everything is searched for
her.

Real pcscd, CUPS and SANE stand around the real program; the device that prints is not ours and is not searched. Where
the browser is there, visits end on the official page too (`tests/prove/online.py`). What is not tried here: a real
swap device where there is none, the journal where systemd does not run, the browser where it is not installed; the
report says so.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from kiosk.clock import Clock
from tests.helpers import cups
from tests.helpers.memory import Search
from tests.helpers.pcsc import PcscDaemon
from tests.helpers.personas import persona
from tests.helpers.sought_person import DETAIL, ON_THE_CARD, TYPED, VALUES
from tests.portal.hand.kiosk_side import is_there
from tests.prove import places, plants
from tests.prove.online import Online
from tests.prove.writings import every_form
from tests.withstand.visiting_station import (
    ENDINGS,
    HALF,
    KIOSK_KILLED,
    LEFT_ONLINE,
    ONLINE_ENDINGS,
    PRINTER_LOST,
)
from tests.withstand.watched_station import WatchedStation, watched_station

UNTIL_QUEUE_TRIES_AGAIN_S = 15
"""`JobRetryInterval` of `config/cups` is 10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One place after one ending: how many bytes were searched, and how often each value stood there."""

    ending: str
    place: str
    searched: int
    found: Mapping[str, int]

    def written(self) -> str:
        """One line of the report."""
        told = ", ".join(f"{name} {count}" for name, count in sorted(self.found.items())) or "nothing"
        return f"{self.ending:<16}{self.place:<34}{self.searched:>14,}  {told}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """All looks, and what could not be looked at here."""

    looks: tuple[Look, ...]
    not_looked_at: tuple[str, ...]
    next_signed_in: tuple[str, ...] = ()
    """Endings after which the next visitor was signed in on an official page."""

    @property
    def holds(self) -> bool:
        """Whether nothing was found anywhere, and nobody sat down as somebody else."""
        return not any(look.found for look in self.looks) and not self.next_signed_in

    def written(self) -> str:
        """For a person: one line a place and ending."""
        lines = [f"{'ending':<16}{'place':<34}{'bytes':>14}  found", *(look.written() for look in self.looks)]
        lines += [f"{each}: THE NEXT VISITOR WAS SIGNED IN" for each in self.next_signed_in]
        lines += [f"not looked at: {each}" for each in self.not_looked_at]
        endings = len({look.ending for look in self.looks} - {"all"})
        looked = (
            f"{endings} endings, {len(self.looks)} looks at {sum(look.searched for look in self.looks) / 1e9:.1f} GB"
        )
        lines.append(f"{looked}: {'nothing of the person is left' if self.holds else 'SOMETHING IS LEFT'}")
        return "\n".join(lines)

    def encoded(self) -> bytes:
        """For a program: JSON."""
        told = {
            "holds": self.holds,
            "looks": [asdict(look) for look in self.looks],
            "next_signed_in": self.next_signed_in,
            "not": self.not_looked_at,
        }
        return json.dumps(told, ensure_ascii=False, indent=1).encode()


class Searching:
    """Looks for every value of the person in every form."""

    def __init__(self, values: Mapping[str, str] = VALUES) -> None:
        self._search = Search(values, every_form)

    def look(self, ending: str, place: str, pieces: Iterable[bytes]) -> Look:
        """Search one place."""
        found: Counter[str] = Counter()
        searched = 0
        for piece in pieces:
            searched += len(piece)
            found += self._search.copies(piece)
        return Look(ending=ending, place=place, searched=searched, found=dict(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around the station, and the person who is searched for."""

    searching: Searching
    daemon: PcscDaemon
    queue: cups.Queue
    device: cups.Device
    online: Online | None
    """Where the browser is there."""
    page: Path
    """What lies under the lid of SANE's scanner."""


def may_play(endings: Sequence[str]) -> tuple[str, ...]:
    """Those of the endings that can be played here: none on the official page without the browser."""
    return tuple(each for each in endings if each not in ONLINE_ENDINGS or is_there())


def prove(
    endings: Sequence[str] = (*ENDINGS, *ONLINE_ENDINGS), told: Callable[[Look], None] = lambda _: None
) -> Proof:
    """Play one visit for each ending, and search after each; `told` hears of each look. Takes some minutes."""
    played, looks, signed_in = may_play(endings), list[Look](), list[str]()
    began = f"{Clock().now():%Y-%m-%d %H:%M:%S}"
    with ExitStack() as stack:
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="prove-", ignore_cleanup_errors=True)))
        device = stack.enter_context(cups.device(root / "device"))
        (root / "sane").mkdir()
        page = root / "sane" / "page.ppm"
        around = Around(
            searching=Searching({**VALUES, "scanned page": plants.on_a_page(page)}),
            page=page,
            daemon=stack.enter_context(PcscDaemon()),
            queue=stack.enter_context(cups.queue(root / "cups", device)),
            device=device,
            online=stack.enter_context(_online()) if set(played) & set(ONLINE_ENDINGS) else None,
        )
        for ending in played:
            for look in _after(ending, root / ending, around):
                looks.append(look)
                told(look)
            if around.online is not None and around.online.next_was_signed_in:
                signed_in.append(ending)
                around.online.next_was_signed_in = False
    looks.append(around.searching.look("all", "swap", places.swap()))
    looks.append(around.searching.look("all", "journal", places.journal(began)))
    unseen = [f"{look.place}: there is none here" for look in looks if look.ending == "all" and not look.searched]
    unseen += [f"{each}: no browser here; ./station portal sets it up" for each in endings if each not in played]
    return Proof(
        looks=tuple(look for look in looks if look.searched or look.ending != "all"),
        not_looked_at=tuple(unseen),
        next_signed_in=tuple(signed_in),
    )


def _online() -> Online:
    return Online(name=ON_THE_CARD["full_name"], number=ON_THE_CARD["personal_number"])


def _after(ending: str, root: Path, around: Around) -> Iterator[Look]:
    folders = {name: root / name for name in ("home", "temporary", "state-root")}
    for folder in folders.values():
        folder.mkdir(parents=True)
    environment = {
        "HOME": str(folders["home"]),
        "XDG_CACHE_HOME": str(folders["home"] / "cache"),
        "TMPDIR": str(folders["temporary"]),
        "SCAN_PAPER": str(around.page),
    }
    online = around.online if ending in ONLINE_ENDINGS else None
    if online is not None:
        environment |= online.environment(ending)
    with (root / "said").open("wb") as said, _telling(root / "said"):
        yield from _of_the_station(ending, folders["state-root"], said, around, online, environment)
        if ending == KIOSK_KILLED and online is not None:
            _only_the_next(folders["state-root"], said, around, online, environment)
    if ending == PRINTER_LOST:
        yield from _once_it_is_back(ending, around)
    searching = around.searching
    for server, pid in (("pcscd", around.daemon.pid), ("cupsd", around.queue.pid)):
        pieces = (piece for each in places.processes_below(pid) for piece in places.memory(each))
        yield searching.look(ending, f"memory of {server}", pieces)
    for name, folder in folders.items():
        yield searching.look(ending, name, places.files(folder))
    yield searching.look(ending, "what it said", places.opened((root / "said").read_bytes()))
    yield searching.look(ending, "CUPS: spool and logs", places.files(around.queue.folder))
    if online is not None:
        yield searching.look(ending, "what the portal's program wrote", online.written())
        written = chain(online.written(), *(places.files(folder) for folder in folders.values()))
        yield Searching(online.secrets).look(ending, "written, for sessions and code", written)


def _once_it_is_back(ending: str, around: Around) -> Iterator[Look]:
    """The printer on again: what it prints now would be the paper of somebody who is gone, and counts as found."""
    before = set(around.device.papers())
    around.device.release()
    around.device.switch_on()
    time.sleep(UNTIL_QUEUE_TRIES_AGAIN_S)
    late = [paper.read_bytes() for paper in around.device.papers() if paper not in before]
    found = {"printed later": len(late)} if late else {}
    yield Look(ending=ending, place="printed once it was on again", searched=sum(map(len, late)), found=found)


@contextmanager
def _telling(said: Path) -> Iterator[None]:
    """A station that ends is told with its last words."""
    try:
        yield
    except AssertionError as fault:
        fault.add_note(said.read_text("utf-8", "replace")[-2000:])
        raise


def _of_the_station(
    ending: str, state: Path, said: IO[bytes], around: Around, online: Online | None, environment: Mapping[str, str]
) -> Iterator[Look]:
    """One visit that ends so, and what is found in the processes that are left."""
    station = watched_station(
        state, around.daemon, VALUES, around.queue.uri, around.device.uri, said=said, **environment
    )
    with station as watched:
        pid = watched.process.pid
        page = online.at_the_page(ending, pid) if online else lambda: True
        if ending == PRINTER_LOST:
            around.device.hold("slow")
        watched.visit(
            persona(holder=ON_THE_CARD),
            TYPED,
            DETAIL,
            ending=ending,
            online=page,
            printer=around.device.switch_off,
        )
        if ending in (HALF, KIOSK_KILLED):
            watched.process.kill()
            watched.process.wait()
            return
        yield from _in_processes(ending, around.searching, watched)
        if online is not None:
            memory = (piece for each in places.processes_below(pid) for piece in places.memory(each))
            yield Searching(online.secrets).look(ending, "memory, for sessions and code", memory)
            _look_as_the_next(watched, online)


def _only_the_next(
    state: Path, said: IO[bytes], around: Around, online: Online, environment: Mapping[str, str]
) -> None:
    """The station started anew after it was killed."""
    with watched_station(state, around.daemon, VALUES, said=said, **environment) as watched:
        _look_as_the_next(watched, online)


def _look_as_the_next(watched: WatchedStation, online: Online) -> None:
    page = online.next_visitor(watched.process.pid)
    watched.visit(persona("tran-thi-mai"), ending=LEFT_ONLINE, online=page)


def _in_processes(ending: str, searching: Searching, watched: WatchedStation) -> Iterator[Look]:
    below = places.processes_below(watched.process.pid)
    yield searching.look(ending, "memory", (piece for pid in below for piece in places.memory(pid)))
    words = (piece for pid in below for piece in places.told_to_the_system(pid))
    yield searching.look(ending, "arguments, environment", words)
