"""Recording an exchange without its values, and playing it again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from devices.card_reader.interface import CardReader
from devices.card_reader.replay import ReplayedCard
from devices.card_reader.simulator import SimulatedReader
from devices.card_reader.transcript import (
    Exchange,
    RecordingReader,
    Transcript,
    TranscriptError,
    read_transcript,
    write_transcript,
)
from devices.card_reader.virtual_card.mrz import mrz_lines
from kiosk.identification import Identified, NotIdentified, TrustStore, identify, key_from_mrz, read_trust_folder
from kiosk.paths import shipped_config
from kiosk.person import PersonField
from tests.helpers.personas import card, persona, reader_with, shipped_personas


def trust() -> TrustStore:
    return read_trust_folder(shipped_config() / "trust")


def read(reader: CardReader, name: str = "nguyen-van-an") -> Identified | NotIdentified:
    key = key_from_mrz("".join(mrz_lines(persona(name).holder)))
    now = datetime(2026, 11, 23, tzinfo=UTC)
    return identify(reader, key, frozenset(PersonField), lambda _: None, trust=trust(), photo=True, now=now)


def recorded(name: str) -> Transcript:
    reader = RecordingReader(reader_with(name))
    read(reader, name)
    return reader.transcript


def replayed(transcript: Transcript) -> SimulatedReader:
    """A reader with the recorded card on it, played by the ordinary demo card."""
    reader = SimulatedReader(shipped_personas(), sleep=lambda _: None)
    reader.insert(ReplayedCard(transcript, card(persona()), sleep=lambda _: None))
    return reader


def test_a_transcript_holds_headers_lengths_status_words_and_no_value() -> None:
    transcript = recorded("nguyen-van-an")
    assert transcript.atr == persona().chip.atr
    assert {exchange.status for exchange in transcript.commands} <= {"9000", "6282"}
    assert all(len(exchange.header) == 8 for exchange in transcript.commands)
    assert max(exchange.received for exchange in transcript.commands) > 8_000


def test_no_value_of_the_person_is_in_a_written_transcript(tmp_path: Path) -> None:
    path = tmp_path / "transcript.json"
    write_transcript(path, recorded("nguyen-van-an"))
    raw = path.read_bytes()
    holder = persona().holder
    for value in (
        holder.full_name,
        holder.personal_number,
        holder.personal_number[-6:],
        "NGUYEN",
        "0123456789ABCDEF",
    ):
        assert value.encode() not in raw
        assert value.encode().hex().encode() not in raw
    assert len(raw) < 8_000


def test_a_written_transcript_is_read_back(tmp_path: Path) -> None:
    transcript = recorded("hoang-van-chung")
    write_transcript(tmp_path / "t.json", transcript)
    assert read_transcript(tmp_path / "t.json") == transcript


@pytest.mark.parametrize("content", ["", "[]", '{"exchanges": [{"header": 3}]}', '{"surprise": 1}'])
def test_a_file_that_is_no_transcript_is_refused_by_name(tmp_path: Path, content: str) -> None:
    (tmp_path / "t.json").write_text(content)
    with pytest.raises(TranscriptError, match=r"t\.json"):
        read_transcript(tmp_path / "t.json")


def test_a_good_card_played_again_is_read_as_before() -> None:
    outcome = read(replayed(recorded("nguyen-van-an")))
    assert isinstance(outcome, Identified)
    assert outcome.verdict.chip.reason == "active-authentication"


def test_a_silent_card_played_again_falls_silent_at_the_same_place() -> None:
    transcript = recorded("lai-van-oanh")
    assert transcript.commands[-1].failure == "card.silent"
    outcome = read(replayed(transcript))
    assert isinstance(outcome, NotIdentified)
    assert outcome.code == "card.silent"


def test_a_card_with_small_blocks_played_again_takes_as_many_exchanges() -> None:
    transcript = recorded("do-thi-quyen")
    reader = RecordingReader(replayed(transcript))
    assert isinstance(read(reader), Identified)
    assert [e.status for e in reader.transcript.commands if e.status == "6ca0"]


def test_a_wrong_key_played_again_is_a_wrong_key() -> None:
    pace = ["0022c1a4", "10860000", "10860000", "10860000"]
    steps = [Exchange(header=header, sent=20, received=20, status="9000") for header in pace]
    refused = Exchange(header="00860000", sent=20, status="6300")
    transcript = Transcript(atr=persona().chip.atr, exchanges=(*steps, refused))
    outcome = read(replayed(transcript))
    assert isinstance(outcome, Identified)  # the MRZ key is the second candidate, and the record ends there
    assert outcome.access == "PACE-MRZ"


def test_the_time_of_the_recorded_card_is_taken_again() -> None:
    slept: list[float] = []
    transcript = Transcript(exchanges=(Exchange(header="00a4040c", sent=12, status="9000", milliseconds=40.0),))
    played = ReplayedCard(transcript, card(persona()), sleep=slept.append)
    played.transmit(bytes.fromhex("00A4040C07A0000002471001"))
    assert slept == [0.04]
