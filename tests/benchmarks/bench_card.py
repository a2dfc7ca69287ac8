"""One read of DG1, DG13, SOD, DG14, DG15 and DG2 (15.7 kB) with PACE and every check, over a simulated link.

The link costs a constant for each exchange and each byte at the bit rate; its time is counted, not waited for. Our
own computing is the processor time outside the virtual card. The floor is what the link takes for the same bytes in
the fewest exchanges the protocols allow: five of PACE, one SELECT, one a file, one for the proof of the chip. A peer
(`card_peer`) reads the same card over short APDUs in the same run, its processor time beside ours.
"""

from __future__ import annotations

import json
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from devices.card_reader.interface import CardSession
from devices.card_reader.simulator import PersonaFolder, SimulatedReader
from devices.card_reader.transcript import STATUS_LENGTH, Transcript, read_transcript
from devices.card_reader.virtual_card.card import VirtualCard
from devices.emrtd.access_keys import AccessKey, key_from_number
from devices.emrtd.document_reader import DocumentReader
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.partial_read import PartialRead
from devices.emrtd.trust import TrustStore, read_trust_folder
from devices.emrtd.verification import judge
from devices.iso7816.block_sizes import BlockSizes
from kiosk import paths
from kiosk.clock import Clock
from kiosk.identification import person_from_files
from kiosk.person import PersonField
from tests.benchmarks.card_peer import compare
from tests.helpers.vectors import FOLDER

FILES = tuple(ElementaryFile[name] for name in ("DG13", "DG1", "SOD", "DG14", "DG15", "DG2"))
TEXT = FILES[:2]
PERSONA = "nguyen-van-an"
PHOTO_FILE = 15_700
NAIVE = FOLDER / "transcripts" / "naive.json"
UNAVOIDABLE = 5 + 1 + len(FILES) + 1
BIT_RATES = (106_000, 424_000)


@dataclass(slots=True, kw_only=True)
class Counts:
    """What went over the link."""

    apdus: int = 0
    bytes_out: int = 0
    bytes_in: int = 0
    apdus_to_text: int | None = None


@dataclass(slots=True, kw_only=True)
class CountedLink(Counts):
    """The card behind a link that is counted instead of waited for."""

    session: CardSession
    inside: float = 0.0
    """Processor seconds spent in the virtual card."""
    partial: PartialRead | None = None

    @property
    def reader_name(self) -> str:
        """The card's own."""
        return self.session.reader_name

    def transmit(self, command: bytes, /) -> bytes:
        """Pass on and count."""
        if self.apdus_to_text is None and self.partial and all(map(self.partial.is_settled, TEXT)):
            self.apdus_to_text = self.apdus
        started = time.process_time()
        answer = self.session.transmit(command)
        self.inside += time.process_time() - started
        self.apdus += 1
        self.bytes_out += len(command)
        self.bytes_in += len(answer)
        return answer

    def reset(self) -> None:
        """The card's own."""
        self.session.reset()


def reader_of(folder: Path, *, extended: bool) -> SimulatedReader:
    """A reader with the measured card on it: a demo persona whose DG2 has exactly the size the issue names."""
    source = paths.assets() / "demo_cards"
    persona = json.loads((source / f"{PERSONA}.json").read_text("utf-8"))
    persona.setdefault("chip", {})["extended_length"] = extended
    photos = folder / "photos"
    photos.mkdir(parents=True)
    picture = (source / "photos" / "portrait.jpg").read_bytes()
    (photos / "portrait.jpg").write_bytes(picture)
    (folder / f"{PERSONA}.json").write_text(json.dumps(persona), "utf-8")
    personas = PersonaFolder(folder)
    size = _photo_file_size(personas.card(PERSONA))
    (photos / "portrait.jpg").write_bytes(picture + bytes(PHOTO_FILE - size))
    reader = SimulatedReader(personas)
    reader.insert(PERSONA)
    return reader


def _photo_file_size(card: VirtualCard) -> int:
    """Bytes of DG2 as that card has it."""
    partial = PartialRead()
    shelf_reader = SimulatedReader(PersonaFolder(Path()))
    shelf_reader.insert(card)
    with shelf_reader.connect() as session:
        DocumentReader(session, BlockSizes(), lambda _: None, 1).read(measured_key(), FILES, partial)
    return len(partial.files[ElementaryFile.DG2])


def measured_key() -> AccessKey:
    """The CAN of the measured card."""
    return key_from_number(measured_number())


def measured_number() -> str:
    """Its 12 digits."""
    persona = json.loads((paths.assets() / "demo_cards" / f"{PERSONA}.json").read_text("utf-8"))
    return str(persona["holder"]["personal_number"])


def read_ours(reader: SimulatedReader, sizes: BlockSizes, trust: TrustStore) -> tuple[CountedLink, float]:
    """One whole read with its verdict; the link's counts and our own processor seconds."""
    started = time.process_time()
    with reader.connect() as session:
        partial = PartialRead()
        link = CountedLink(session=session, partial=partial)
        read = DocumentReader(link, sizes, lambda _: None, 1).read(measured_key(), FILES, partial)
    verdict = judge(partial.files, read.proof, trust, Clock().utc())
    person_from_files(partial.files, frozenset(PersonField))
    own = time.process_time() - started - link.inside
    if verdict.integrity.state.value != "confirmed" or verdict.chip.state.value != "confirmed":
        raise AssertionError(verdict)
    return link, own


def counted(transcript: Transcript) -> Counts:
    """The counts of a recorded read."""
    commands = transcript.commands
    return Counts(
        bytes_out=sum(each.sent for each in commands),
        bytes_in=sum(each.received + STATUS_LENGTH for each in commands),
        apdus=len(commands),
    )


def figures(link: Counts, own: float, exchange: float) -> dict[str, Any]:
    """What the bench prints of one way of reading; milliseconds."""
    moved = link.bytes_out + link.bytes_in
    shown: dict[str, Any] = {"exchanges": link.apdus, "bytes_out": link.bytes_out, "bytes_in": link.bytes_in}
    if link.apdus_to_text is not None:
        shown["exchanges_to_text"] = link.apdus_to_text
    shown["own_ms"] = round(own * 1000, 2)
    for rate in BIT_RATES:
        carried = moved * 8 / rate
        total = carried + link.apdus * exchange + own
        floor = carried + UNAVOIDABLE * exchange
        shown[f"{rate // 1000}_kbit_s"] = {
            "total_ms": round(total * 1000, 1),
            "floor_ms": round(floor * 1000, 1),
            "ratio": round(total / floor, 3),
        }
    return shown


def measure(folder: Path, *, extended: bool, exchange: float, rounds: int) -> dict[str, Any]:
    """First read with that reader, and the median of later ones."""
    reader, sizes = reader_of(folder, extended=extended), BlockSizes()
    trust = read_trust_folder(paths.shipped_config() / "trust")
    first, own = read_ours(reader, sizes, trust)
    later = sorted((read_ours(reader, sizes, trust) for _ in range(rounds)), key=lambda each: each[1])
    link, own_later = later[len(later) // 2]
    return {"first_read": figures(first, own, exchange), "later_reads": figures(link, own_later, exchange)}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--exchange-ms", default=8.0, show_default=True, help="What one exchange costs beside its bytes.")
@click.option("--rounds", default=15, show_default=True, help="Later reads to take the median of.")
@click.option("--peer/--no-peer", default=True, show_default=True, help="Whether to build gmrtd and compare with it.")
@click.option(
    "--peer-source", type=click.Path(path_type=Path), help="A folder with gmrtd's source, instead of its proxy."
)
def main(as_json: bool, exchange_ms: float, rounds: int, peer: bool, peer_source: Path | None) -> None:
    """Count exchanges, bytes, time and floor of one read."""
    exchange = exchange_ms / 1000
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        report: dict[str, Any] = {
            "files": [file.name for file in FILES],
            "photo_file_bytes": PHOTO_FILE,
            "exchange_ms": exchange_ms,
            "extended_length": measure(place / "extended", extended=True, exchange=exchange, rounds=rounds),
            "short_apdus": measure(place / "short", extended=False, exchange=exchange, rounds=rounds),
        }
        report["naive"] = figures(counted(read_transcript(NAIVE)), 0.0, exchange)
        if peer:
            reader = reader_of(place / "peer", extended=False)
            report["peer"] = compare(peer_source, measured_key(), measured_number(), reader.connect, rounds)
    click.echo(json.dumps(report, indent=None if as_json else 2))


if __name__ == "__main__":
    main()
