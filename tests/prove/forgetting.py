"""A made-up person goes through the station, every visit ends in another way, and then everything is searched for
her.

Real pcscd and CUPS stand around the real program; the device that prints is not ours and is not searched. What is not
tried here: a real swap device where there is none, and the journal where systemd does not run; the report says so.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.clock import Clock
from tests.helpers import cups
from tests.helpers.memory import Search
from tests.helpers.pcsc import PcscDaemon
from tests.helpers.personas import persona
from tests.prove import places
from tests.prove.writings import every_form
from tests.withstand.visiting_station import ENDINGS, HALF
from tests.withstand.watched_station import WatchedStation, watched_station

ON_THE_CARD = {
    "personal_number": "040190987651",
    "full_name": "Kiều Thị Hoàng Yến Chim",
    "date_of_birth": "17/03/1990",
    "place_of_residence": "Xóm Chim Hoàng Yến, Xã Thần Lĩnh, Tỉnh Nghệ An",
    "place_of_origin": "Làng Chim Cắt, Xã Bồ Câu, Tỉnh Nghệ An",
    "father": "Kiều Văn Sáo Sậu",
    "mother": "Lương Thị Họa Mi",
    "religion": "Đạo Chim Câu",
    "ethnicity": "Ơ Đu Chim Ri",
    "identifying_features": "Nốt ruồi hình chim sâu dưới mắt trái",
    "old_id_number": "187654329",
    "chip_number": "CHIP7788990",
}
TYPED = {
    "dien_thoai": "0987612345",
    "chu_ho_ten": "Lê Văn Chích Chòe",
    "quan_he": "Người ở trọ chim",
    "chu_ho_so": "040175098761",
}
DETAIL = "Số 77 ngõ Chim Sẻ"
VALUES: Mapping[str, str] = {**ON_THE_CARD, **TYPED, "detail": DETAIL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One place after one ending: how many bytes were searched, and how often each value stood there."""

    ending: str
    place: str
    searched: int
    found: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """All looks, and what could not be looked at here."""

    looks: tuple[Look, ...]
    not_looked_at: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was found anywhere."""
        return not any(look.found for look in self.looks)

    def written(self) -> str:
        """For a person: one line a place and ending."""
        lines = [f"{'ending':<10}{'place':<28}{'bytes':>14}  found"]
        for look in self.looks:
            told = ", ".join(f"{name} {count}" for name, count in sorted(look.found.items())) or "nothing"
            lines.append(f"{look.ending:<10}{look.place:<28}{look.searched:>14,}  {told}")
        lines += [f"not looked at: {each}" for each in self.not_looked_at]
        lines.append("nothing of the person is left" if self.holds else "SOMETHING IS LEFT")
        return "\n".join(lines)

    def encoded(self) -> bytes:
        """For a program: JSON."""
        told = {"holds": self.holds, "looks": [asdict(look) for look in self.looks], "not": self.not_looked_at}
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


def prove(endings: Sequence[str] = ENDINGS) -> Proof:
    """Play one visit for each ending, and search after each. Takes some minutes."""
    searching, looks = Searching(), list[Look]()
    began = f"{Clock().now():%Y-%m-%d %H:%M:%S}"
    with ExitStack() as stack:
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="prove-", ignore_cleanup_errors=True)))
        device = stack.enter_context(cups.device(root / "device"))
        queue = stack.enter_context(cups.queue(root / "cups", device))
        daemon = stack.enter_context(PcscDaemon())
        for ending in endings:
            looks += _after(ending, root / ending, searching, daemon, queue, device)
    looks.append(searching.look("all", "swap", places.swap()))
    looks.append(searching.look("all", "journal", places.journal(began)))
    unseen = [f"{look.place}: there is none here" for look in looks if look.ending == "all" and not look.searched]
    return Proof(
        looks=tuple(look for look in looks if look.searched or look.ending != "all"), not_looked_at=tuple(unseen)
    )


def _after(
    ending: str, root: Path, searching: Searching, daemon: PcscDaemon, queue: cups.Queue, device: cups.Device
) -> Iterator[Look]:
    folders = {name: root / name for name in ("home", "temporary", "state-root")}
    for folder in folders.values():
        folder.mkdir(parents=True)
    places_of_it = {"HOME": str(folders["home"]), "XDG_CACHE_HOME": str(folders["home"] / "cache")}
    environment = {**places_of_it, "TMPDIR": str(folders["temporary"])}
    with (root / "said").open("wb") as said:
        station = watched_station(
            folders["state-root"], daemon, VALUES, queue.uri, device.uri, said=said, **environment
        )
        with station as watched:
            watched.visit(persona(holder=ON_THE_CARD), TYPED, DETAIL, ending=ending)
            if ending == HALF:
                watched.process.kill()
                watched.process.wait()
            else:
                yield from _in_processes(ending, searching, watched)
    for server, pid in (("pcscd", daemon.pid), ("cupsd", queue.pid)):
        pieces = (piece for each in places.processes_below(pid) for piece in places.memory(each))
        yield searching.look(ending, f"memory of {server}", pieces)
    for name, folder in folders.items():
        yield searching.look(ending, name, places.files(folder))
    yield searching.look(ending, "what it said", places.opened((root / "said").read_bytes()))
    yield searching.look(ending, "CUPS: spool and logs", places.files(queue.folder))


def _in_processes(ending: str, searching: Searching, watched: WatchedStation) -> Iterator[Look]:
    below = places.processes_below(watched.process.pid)
    yield searching.look(ending, "memory", (piece for pid in below for piece in places.memory(pid)))
    words = (piece for pid in below for piece in places.told_to_the_system(pid))
    yield searching.look(ending, "arguments, environment", words)
