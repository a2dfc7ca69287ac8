"""The PC/SC driver against the real daemon, with a virtual card behind its virtual reader."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from devices.card_reader.interface import CardReaderState
from devices.card_reader.pcsc import PcscReader
from devices.errors import (
    CardAbsentError,
    CardLiftedError,
    CardSilentError,
    ReaderAbsentError,
    ReaderBusyError,
    ReaderDriverAbsentError,
    ReaderServiceAbsentError,
)
from devices.iso7816.commands import read_short_file, select_application
from tests.helpers.pcsc import PcscDaemon, PluggedCard, missing, wait_for
from tests.helpers.personas import AID, card, opened_with_pace, persona

pytestmark = [pytest.mark.real("pcscd"), pytest.mark.skipif(bool(missing()), reason=missing() or "all there")]
SELECT = select_application(AID).encode()


@pytest.fixture
def daemon() -> Iterator[PcscDaemon]:
    with PcscDaemon() as running:
        yield running


@pytest.fixture
def reader(daemon: PcscDaemon) -> Iterator[PcscReader]:
    made = PcscReader(seconds_a_call=3.0)
    yield made
    made.close()


def plugged(daemon: PcscDaemon, reader: PcscReader, **changes: object) -> PluggedCard:
    put = PluggedCard(card(persona(**changes)), daemon.port)
    wait_for(reader, CardReaderState.CARD_PRESENT)
    return put


def test_a_card_is_seen_coming_and_going(daemon: PcscDaemon, reader: PcscReader) -> None:
    wait_for(reader, CardReaderState.NO_CARD)
    with plugged(daemon, reader):
        pass
    wait_for(reader, CardReaderState.NO_CARD)
    with pytest.raises(CardAbsentError), reader.connect():
        pass


def test_the_card_tells_its_answer_to_reset(daemon: PcscDaemon, reader: PcscReader) -> None:
    with plugged(daemon, reader), reader.connect() as session:
        assert "PICC" in session.reader_name
        assert session.atr == bytes.fromhex(persona().chip.atr)


def test_pace_and_secure_messaging_pass_through_the_real_daemon(daemon: PcscDaemon, reader: PcscReader) -> None:
    with plugged(daemon, reader), reader.connect() as session:
        messaging = opened_with_pace(session, persona())
        assert messaging.transmit(read_short_file(1, 4).encode())[:2] == b"\x61\x5d"
        photo = messaging.transmit(read_short_file(2, 20_000).encode())
        assert len(photo) > 15_000


def test_a_reset_forgets_the_session(daemon: PcscDaemon, reader: PcscReader) -> None:
    with plugged(daemon, reader), reader.connect() as session:
        opened_with_pace(session, persona())
        session.reset()
        assert session.transmit(SELECT) == b"\x90\x00"
        assert session.transmit(read_short_file(1, 4).encode()) == bytes.fromhex("6982")


def test_reading_twice_keeps_one_context(daemon: PcscDaemon, reader: PcscReader) -> None:
    with plugged(daemon, reader):
        with reader.connect() as session:
            session.transmit(SELECT)
        first = reader._service._context
        with reader.connect() as session:
            session.transmit(SELECT)
        assert reader._service._context == first


def test_a_card_pulled_away_is_reported_as_lifted(daemon: PcscDaemon, reader: PcscReader) -> None:
    with plugged(daemon, reader) as put, reader.connect() as session:
        session.transmit(SELECT)
        put.pull()
        with pytest.raises(CardLiftedError):
            session.transmit(SELECT)
    wait_for(reader, CardReaderState.NO_CARD)


def test_a_silent_card_is_given_up_and_the_next_one_is_read(daemon: PcscDaemon, reader: PcscReader) -> None:
    with plugged(daemon, reader, quirks={"silent_after": 1}), reader.connect() as session:
        session.transmit(SELECT)
        with pytest.raises(CardSilentError):
            session.transmit(SELECT)
    wait_for(reader, CardReaderState.NO_CARD)
    with plugged(daemon, reader), reader.connect() as session:
        assert session.transmit(SELECT) == b"\x90\x00"


def test_a_killed_daemon_is_reported_and_a_restarted_one_found_again(daemon: PcscDaemon, reader: PcscReader) -> None:
    with plugged(daemon, reader), reader.connect() as session:
        session.transmit(SELECT)
        daemon.stop()
        with pytest.raises(ReaderServiceAbsentError):
            session.transmit(SELECT)
    assert reader.state() is CardReaderState.SERVICE_ABSENT
    assert tuple(reader.readers()) == ()
    with pytest.raises(ReaderServiceAbsentError), reader.connect():
        pass
    daemon.start()
    with plugged(daemon, reader), reader.connect() as session:
        assert session.transmit(SELECT) == b"\x90\x00"


def test_a_reader_that_is_gone_after_a_restart_is_reported_as_absent(daemon: PcscDaemon, reader: PcscReader) -> None:
    wait_for(reader, CardReaderState.NO_CARD)
    daemon.stop()
    daemon.start(with_reader=False)
    wait_for(reader, CardReaderState.READER_ABSENT)
    assert tuple(reader.readers()) == ()
    with pytest.raises(ReaderAbsentError), reader.connect():
        pass


def test_a_reader_on_usb_without_a_driver_is_told_from_a_missing_one(daemon: PcscDaemon) -> None:
    daemon.stop()
    daemon.start(with_reader=False)
    reader = PcscReader(plugged_in=lambda: ("ACR1252U",))
    with pytest.raises(ReaderDriverAbsentError), reader.connect():
        pass
    reader.close()


HOLD = """
import sys
from smartcard import scard
_, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
exclusive = sys.argv[2] == "exclusive"
mode = scard.SCARD_SHARE_EXCLUSIVE if exclusive else scard.SCARD_SHARE_SHARED
result, card, _ = scard.SCardConnect(context, sys.argv[1], mode, 3)
if not exclusive:
    result = scard.SCardBeginTransaction(card)
print(result, flush=True)
sys.stdin.read()
"""


@contextmanager
def another_program(reader: PcscReader, how: str) -> Iterator[None]:
    """Holds the card, exclusively or in a transaction, until the block ends."""
    arguments = [sys.executable, "-c", HOLD, reader.readers()[0], how]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"0\n"
        yield
        other.communicate(b"")


def test_a_card_held_exclusively_by_another_program_is_reported_as_busy(
    daemon: PcscDaemon, reader: PcscReader
) -> None:
    with plugged(daemon, reader):
        with another_program(reader, "exclusive"):
            assert reader.state() is CardReaderState.READER_BUSY
            with pytest.raises(ReaderBusyError), reader.connect():
                pass
        with reader.connect() as session:
            assert session.transmit(SELECT) == b"\x90\x00"


def test_a_card_in_another_programs_transaction_is_reported_as_busy_and_read_later(
    daemon: PcscDaemon,
) -> None:
    reader = PcscReader(seconds_a_call=0.8)
    with plugged(daemon, reader):
        with another_program(reader, "transaction"), pytest.raises(ReaderBusyError), reader.connect():
            pass
        with reader.connect() as session:
            assert session.transmit(SELECT) == b"\x90\x00"
    reader.close()
