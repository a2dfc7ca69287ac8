"""What a person does on the official page, and where the portal's program could leave something: with the real
programs, QtWebEngine's sandbox on, at practice portals.

The portal's process runs under an ordinary user id; it is gone before anything is searched.
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from tests.portal import walks
from tests.portal.hand.kiosk_side import FRAMEWORKS, Hands, command
from tests.portal.hand.person import NotThereError, Person
from tests.portal.hand.started import ORDINARY, Home, processes_of_session
from tests.portal.standins import hosts
from tests.portal.standins.account import Account
from tests.portal.standins.portals import Portals
from tests.prove import places
from tests.withstand.visiting_station import (
    BROWSER_KILLED,
    FILED,
    KIOSK_KILLED,
    LEFT_ONLINE,
    PORTAL_COMMAND,
    PORTAL_SILENCE,
    SILENT_ONLINE,
)

SHARED = ("/tmp", "/var/tmp", "/dev/shm", "/run")
SILENCE_S = 25
GONE_S = 20.0
FILL, FILL_AGAIN = "Điền giúp tôi", "Điền lại giúp tôi"
SIGNED_IN = "Đăng xuất"
CHOOSER = "Tài khoản Định danh điện tử cấp bởi Bộ Công an dành cho Công dân"
"""With which the police portal leads to the national login."""


@dataclass(slots=True)
class Online:
    """The practice portals and the portal's programs of one station. Use as a context manager."""

    name: str
    number: str
    portals: Portals = field(init=False)
    home: Home = field(init=False)
    hands: Hands = field(init=False)
    tokens: set[str] = field(default_factory=set)
    """Every session that a portal has opened."""
    next_was_signed_in: bool = False

    def __enter__(self) -> Self:
        account = Account(name=self.name, number=self.number)
        self.portals = Portals(frameworks=FRAMEWORKS, account=account)
        self.home = Home(self.portals.authority.pem)
        self.hands = Hands(self.home)
        return self

    def __exit__(self, *_: object) -> None:
        self.hands.close()
        self.portals.stop()
        self.home.remove()

    def environment(self, ending: str) -> dict[str, str]:
        """A fresh day at the portals for a visit that ends so; what the station is told of the portal's program."""
        self.portals.begin("police-tam-tru", hosts.POLICE)
        self.tokens.clear()
        words = json.dumps(command(self.portals.server.port, self.home, self.hands.place))
        return {PORTAL_COMMAND: words} | ({PORTAL_SILENCE: str(SILENCE_S)} if ending == SILENT_ONLINE else {})

    @property
    def secrets(self) -> Mapping[str, str]:
        """What came into being on the way and is the person's: sessions, and the codes of dossiers."""
        codes = {f"dossier {place}": sent.code for place, sent in enumerate(self.portals.submitted)}
        return codes | {f"session {place}": token for place, token in enumerate(sorted(self.tokens))}

    def at_the_page(self, ending: str, station: int) -> Callable[[], bool]:
        """What the person does there; `station` is the kiosk's process."""

        def goes_on() -> bool:
            program = _portal_of(station)
            with self.hands.newest() as window:
                person = Person(window)
                self._to_the_filled_form(person)
                self._end(ending, person, station, program)
            return ending != KIOSK_KILLED

        return goes_on

    def _to_the_filled_form(self, person: Person) -> None:
        walks.sign_in_at_the_police(person, self.portals)
        person.press(FILL, 60)
        person.until(lambda: person.can_press(FILL_AGAIN), "the end of filling", 150)
        self.tokens |= set(self.portals.sessions.open)

    def _end(self, ending: str, person: Person, station: int, program: int) -> None:
        if ending == FILED:
            person.tap("Xóa")  # nobody moves with her, and the page will not have a blank row
            walks.finish_residence(person)
            walks.file_it(person, self.portals)
            walks.pay(person)
            person.press("Xong, kết thúc", 60)
        elif ending == LEFT_ONLINE:
            _leave(person)
        elif ending == BROWSER_KILLED:
            os.kill(program, signal.SIGKILL)
        elif ending == KIOSK_KILLED:
            os.kill(station, signal.SIGKILL)
        _gone(program, GONE_S + 3 * SILENCE_S)

    def next_visitor(self, station: int) -> Callable[[], bool]:
        """The next person at the same station sees no account."""

        def looks() -> bool:
            program = _portal_of(station)
            with self.hands.newest() as window:
                person = Person(window)
                self.next_was_signed_in |= self._is_signed_in(person)
                _leave(person)
                _gone(program, GONE_S)
            return True

        return looks

    def _is_signed_in(self, person: Person) -> bool:
        """The login shows its picture to whoever it does not know, and sends everybody else on at once."""
        person.reads(CHOOSER)
        if SIGNED_IN in person.page_text():
            return True
        person.tap(CHOOSER)
        try:
            person.reads("Quét mã QR")
        except NotThereError:
            return True
        return False

    def written(self) -> Iterator[bytes]:
        """The home of the portal's program, and what its user has in the places that programs share."""
        yield from places.files(self.home.folder)
        for path in _of_the_program():
            if not path.is_relative_to(self.home.folder):
                yield str(path).encode()
                with suppress(OSError):  # it may go while it is looked at
                    yield from places.opened(path.read_bytes())


def _leave(person: Person) -> None:
    person.press("Kết thúc")
    person.until(lambda: person.can_press("Ở lại làm tiếp"), "the question")
    person.press("Kết thúc")


def _portal_of(station: int) -> int:
    """The portal's process: the kiosk's child of a session of its own."""
    children = places.processes_below(station)[1:]
    return next(child for child in children if processes_of_session(child))


def _gone(program: int, patience_s: float) -> None:
    """Wait until nothing of its session lives. Raises `AssertionError`: what lives on could remember."""
    until = time.monotonic() + patience_s
    while processes_of_session(program):
        assert time.monotonic() < until, "the portal's processes have outlived their visit"
        time.sleep(0.2)


def _of_the_program() -> Iterator[Path]:
    """Every file of its user in the shared places; what goes away while it is looked for is passed over."""
    for place in SHARED:
        for folder, _, names in os.walk(place):
            for path in (Path(folder) / name for name in names):
                with suppress(OSError):
                    if path.is_file() and path.stat().st_uid == ORDINARY:
                        yield path
