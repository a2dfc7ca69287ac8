"""The other end of `visiting_station`: gives it cards and letters, and looks into its memory while it rests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from devices.card_reader.virtual_card.persona import Persona
from tests.helpers.memory import Search
from tests.helpers.pcsc import PcscDaemon, PluggedCard
from tests.helpers.personas import card
from tests.withstand.visiting_station import CAN, END_OF_VALUE, FINISHED, LOST, MIDDLE, ONLINE, PRINTS, RESTS

ROOT = Path(__file__).resolve().parents[2]
ANYTHING = {
    "dien_thoai": "0912345678",
    "chu_ho_ten": "Lê Văn Bảy",
    "quan_he": "Người ở thuê",
    "chu_ho_so": "040075001234",
}
EXCHANGES_BEFORE_LOSS = 12
DETAIL = "Số 12 đường Trường Học"


@dataclass(slots=True, kw_only=True)
class WatchedStation:
    """One station; `values` are searched for after each visit."""

    process: subprocess.Popen[bytes]
    daemon: PcscDaemon
    values: Mapping[str, str]
    _search: Search = field(init=False)

    def __post_init__(self) -> None:
        self._search = Search(self.values)

    def copies(self) -> Counter[str]:
        """How often each value stands in the station's memory now, by its name."""
        return self._search.in_process(self.process.pid)

    def visit(
        self,
        person: Persona,
        answers: Mapping[str, str] = ANYTHING,
        detail: str = DETAIL,
        *,
        ending: str = FINISHED,
        online: Callable[[], bool] = lambda: True,
        printer: Callable[[], object] = lambda: None,
    ) -> None:
        """A visit of a person with this card, which ends so; returns when the station rests, or stands in its
        middle. `online` does what the person does on the official page; False: nobody is to be waited for any
        more. `printer` does what happens to the printer while it prints."""
        with PluggedCard(card(person), self.daemon.port) as plugged:
            if ending == LOST:
                plugged.after(EXCHANGES_BEFORE_LOSS, plugged.pull)
            self._write(f"{ending}\n")
            while (asked := self.hear()) not in (RESTS, MIDDLE):
                if asked == ONLINE:
                    if not online():
                        return
                    continue
                if asked == PRINTS:
                    printer()
                    self._write("done\n")
                    continue
                value = person.holder.personal_number[-6:] if asked == CAN else answers.get(asked, detail)
                for number in (*map(ord, value), END_OF_VALUE):
                    self._write(f"{number}\n")

    def hear(self) -> str:
        """The next word of the station. Raises `AssertionError` when it ended; its own words stand on standard
        error."""
        word = _open(self.process.stdout).readline().decode().strip()
        assert word, "the station ended"
        return word

    def _write(self, text: str) -> None:
        _open(self.process.stdin).write(text.encode())


@contextmanager
def watched_station(
    folder: Path,
    daemon: PcscDaemon,
    values: Mapping[str, str],
    *addresses: str,
    said: IO[bytes] | None = None,
    **environment: str,
) -> Iterator[WatchedStation]:
    """A station in a process of its own behind the real daemon, ended with the block; `addresses` of a queue and its
    device. What it says on standard error goes to `said`."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "tests.withstand.visiting_station", str(folder), *addresses],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=said,
        bufsize=0,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment},
    )
    try:
        station = WatchedStation(process=process, daemon=daemon, values=values)
        assert station.hear() == RESTS
        yield station
    finally:
        process.kill()
        process.communicate()


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
