"""Chips that end their session where others give a status word: few sessions are spent, and nothing read is lost."""

from __future__ import annotations

import pytest

from devices.card_reader.virtual_card.persona import Persona
from devices.emrtd.document_reader import MAX_REOPENINGS
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.partial_read import PartialRead
from devices.emrtd.reading import FileStatus
from devices.emrtd.verdict import FindingState, Reason
from devices.iso7816.block_sizes import LARGEST_SHORT, SMALLEST, BlockSizes
from devices.iso7816.connection import Connection
from tests.helpers.documents import ALL, can_of, read
from tests.helpers.personas import persona

READ = {FileStatus.READ}


class Counter:
    """Passes on, and counts exchanges and sessions."""

    def __init__(self) -> None:
        self.exchanges = 0
        self.sessions = 0

    def __call__(self, inner: Connection) -> Counter:
        """Put between card and reader."""
        self._inner = inner
        return self

    def transmit(self, command: bytes, /) -> bytes:
        """Pass on."""
        self.exchanges += 1
        self.sessions += command[:4] == b"\x00\x22\xc1\xa4"
        return self._inner.transmit(command)


def read_whole(made: Persona, sizes: BlockSizes | None = None) -> Counter:
    """Read every file and its proof, and demand that all is there."""
    counter = Counter()
    outcome, partial = read(made, can_of(made), ALL, sizes=sizes, wrap=counter)
    assert {line.status for line in partial.receipt} == READ
    assert outcome.proof is not None
    assert outcome.proof.finding.state is FindingState.CONFIRMED
    return counter


@pytest.mark.parametrize("extended_length", [True, False])
@pytest.mark.parametrize("past_end", ["bare 6B00", "bare 6282"])
def test_a_session_that_ends_at_a_files_end_is_spent_once(past_end: str, extended_length: bool) -> None:
    made = persona(chip={"extended_length": extended_length}, quirks={"past_end": past_end})
    counter = read_whole(made)
    assert counter.sessions == 2
    assert counter.exchanges <= (36 if extended_length else 110)


@pytest.mark.parametrize("past_end", ["6B00", "6282", "9000"])
def test_a_chip_that_says_so_inside_the_seal_spends_none(past_end: str) -> None:
    assert read_whole(persona(quirks={"past_end": past_end})).sessions == 1


def test_extended_length_refused_under_the_seal_only_costs_one_session() -> None:
    sizes = BlockSizes()
    counter = read_whole(persona(quirks={"extended_under_seal": False}), sizes)
    assert (counter.sessions, sizes.size("between")) == (2, LARGEST_SHORT)


@pytest.mark.parametrize("extended_length", [True, False])
@pytest.mark.parametrize(("limit", "size"), [(400, LARGEST_SHORT), (160, 160), (112, SMALLEST)])
def test_a_block_too_large_is_noticed_before_there_is_a_session(limit: int, size: int, extended_length: bool) -> None:
    sizes = BlockSizes()
    made = persona(
        chip={"extended_length": extended_length}, quirks={"largest_block": limit, "too_large": "bare 6700"}
    )
    assert (read_whole(made, sizes).sessions, sizes.size("between")) == (1, size)


@pytest.mark.parametrize(("limit", "sessions", "size"), [(400, 2, LARGEST_SHORT), (160, 3, SMALLEST)])
def test_a_bare_6700_under_the_seal_goes_straight_to_a_size_that_lasts(limit: int, sessions: int, size: int) -> None:
    sizes = BlockSizes()
    quirks = {"largest_block": limit, "too_large": "bare 6700", "card_access": "6A82"}
    counter = read_whole(persona(quirks=quirks), sizes)
    assert (counter.sessions, sizes.size("between")) == (sessions, size)


@pytest.mark.parametrize("parameter", ["largest_block", "past_end"])
def test_both_habits_at_once_are_learned_one_after_the_other(parameter: str) -> None:
    made = persona(
        quirks={"largest_block": 200, "too_large": "bare 6700" if parameter == "past_end" else "6700"}
        | {"past_end": "bare 6B00"}
    )
    assert read_whole(made).sessions <= 4


class Breaks(Counter):
    """A chip that loses every session at the photo, however it is asked."""

    def __init__(self, *, for_good: bool = False) -> None:
        super().__init__()
        self._for_good = for_good
        self._closed = False

    def transmit(self, command: bytes, /) -> bytes:
        """Pass on, but for the photo; `for_good` no new session is opened after it."""
        if command[:3] == b"\x0c\xb0\x82":
            self._closed = self._for_good
            return b"\x69\x88"
        if self._closed:
            return b"\x69\x85"
        return super().transmit(command)


def test_files_read_before_the_reopenings_ran_out_are_kept() -> None:
    made, partial = persona(), PartialRead()

    class Everything(Breaks):
        def transmit(self, command: bytes, /) -> bytes:
            if self.exchanges > 9 and command[:2] == b"\x0c\xb0":
                self.exchanges += 1
                return b"\x69\x88"
            return super().transmit(command)

    counter = Everything()
    outcome, _ = read(made, can_of(made), ALL, partial=partial, wrap=counter)
    assert counter.sessions <= MAX_REOPENINGS + 1
    assert {ElementaryFile.DG13, ElementaryFile.DG1} <= set(partial.files)
    assert {line.name for line in partial.receipt} == {file.name for file in ALL}
    assert outcome.proof is not None
    assert outcome.proof.finding.reason is Reason.CHIP_PROOF_BROKEN


def test_a_chip_that_opens_no_more_gives_what_it_gave() -> None:
    made = persona()
    outcome, partial = read(made, can_of(made), ALL, wrap=Breaks(for_good=True))
    found = {line.name: line.status for line in partial.receipt}
    assert found.pop("DG2") is FileStatus.DAMAGED
    assert set(found.values()) == READ
    assert outcome.proof is not None
    assert outcome.proof.finding.reason is Reason.CHIP_PROOF_BROKEN
