"""The shipped transcript of the naive way of reading is what a naive reader does today."""

from __future__ import annotations

from devices.card_reader.transcript import Transcript, read_transcript
from tests.helpers.naive_reader import TRANSCRIPT, record


def lengths(transcript: Transcript) -> list[tuple[str, int]]:
    return [(exchange.header, exchange.sent) for exchange in transcript.exchanges]


def test_the_shipped_transcript_is_what_a_naive_reader_does() -> None:
    shipped = read_transcript(TRANSCRIPT)
    assert lengths(shipped) == lengths(record())
    assert len(shipped.commands) > 150
    assert all(exchange.status == "9000" for exchange in shipped.commands)
