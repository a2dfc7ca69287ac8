"""Draining: back-off with jitter, poison alone set aside, nothing lost between a send and its confirmation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pytest

from kiosk.counts.drain import LONGEST_PAUSE_S, drain, pauses
from kiosk.counts.events import EventKind
from kiosk.counts.outbox import Outbox
from kiosk.counts.store import CountStore
from kiosk.counts.totals import Total
from kiosk.counts.uplink import RowsRefusedError, UplinkError
from tests.helpers.counting import store_in


@dataclass(slots=True)
class Wire:
    """A province that refuses some forms and breaks after some sends."""

    poison: frozenset[str] = frozenset()
    breaks: list[int] = field(default_factory=list)
    stored: list[Total] = field(default_factory=list)
    sends: int = 0

    @contextmanager
    def connect(self) -> Iterator[Wire]:
        yield self

    def send(self, totals: Sequence[Total]) -> None:
        """Store, refuse, or break before or after storing."""
        self.sends += 1
        if self.sends in self.breaks:
            raise UplinkError("")
        if any(total.subject in self.poison for total in totals):
            raise RowsRefusedError("23503")
        self.stored += totals
        if -self.sends in self.breaks:
            raise UplinkError("57P01")  # stored, but the answer was lost


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CountStore]:
    made = store_in(tmp_path)
    for subject in ("ct01", "ct02", "ct03", "ct07", "tk1-ts"):
        made.count(EventKind.FORM_PRINTED, subject)
    made.close_today()
    yield made
    made.close()


def test_pauses_double_up_to_a_quarter_of_an_hour_and_are_spread() -> None:
    assert list(islice(pauses(lambda: 1.0), 4)) == [2.0, 4.0, 8.0, 16.0]
    assert list(islice(pauses(lambda: 0.0), 3)) == [1.0, 2.0, 4.0]
    assert max(islice(pauses(lambda: 1.0), 30)) == LONGEST_PAUSE_S


def test_only_the_poison_is_set_aside(store: CountStore) -> None:
    wire = Wire(poison=frozenset({"ct03"}))
    done = drain(Outbox(store.connection), wire.connect, sleep=lambda _: None, random=lambda: 0.5)
    assert (done.sent, done.set_aside, done.fault) == (4, 1, "")
    assert sorted(total.subject for total in wire.stored) == ["ct01", "ct02", "ct07", "tk1-ts"]


def test_a_lost_answer_is_sent_again(store: CountStore) -> None:
    wire = Wire(breaks=[-1])
    naps: list[float] = []
    done = drain(Outbox(store.connection), wire.connect, sleep=naps.append, random=lambda: 1.0, batch=2)
    assert (done.sent, done.fault, naps) == (5, "", [2.0])
    assert len({total.subject for total in wire.stored}) == 5
    assert len(wire.stored) == 7


def test_a_wire_that_never_works_gives_up_and_keeps_everything(store: CountStore) -> None:
    wire = Wire(breaks=list(range(1, 9)))
    naps: list[float] = []
    done = drain(Outbox(store.connection), wire.connect, sleep=naps.append, random=lambda: 1.0, attempts=4)
    assert (done.sent, done.fault, naps) == (0, "province.no-answer", [2.0, 4.0, 8.0])
    assert Outbox(store.connection).state().waiting == 5


def test_progress_starts_the_back_off_anew(store: CountStore) -> None:
    wire = Wire(breaks=[1, 2, 4])
    naps: list[float] = []
    done = drain(Outbox(store.connection), wire.connect, sleep=naps.append, random=lambda: 1.0, attempts=3, batch=1)
    assert (done.sent, naps) == (5, [2.0, 4.0, 2.0])
