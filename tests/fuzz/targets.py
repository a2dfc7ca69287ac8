"""What is fuzzed: a name, good bytes to start from, and the code that must survive their broken copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from random import Random

import httpx

from devices.emrtd.access_keys import key_from_text
from devices.emrtd.active_authentication import check_signature
from devices.emrtd.certificates import read_certificate, read_revocation_list
from devices.emrtd.chip_authentication import chip_authentication_offers
from devices.emrtd.cipher_suites import AES_128
from devices.emrtd.file_reader import FileReader
from devices.emrtd.lds.card_access import VIETNAMESE, pace_offers, parse_card_access
from devices.emrtd.lds.card_security import parse_card_security
from devices.emrtd.lds.dg1 import parse_dg1
from devices.emrtd.lds.dg2 import parse_dg2
from devices.emrtd.lds.dg13 import parse_dg13
from devices.emrtd.lds.dg14 import parse_dg14
from devices.emrtd.lds.dg15 import parse_dg15
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.secure_messaging import SecureChannel
from devices.emrtd.trust import TrustStore, read_master_list
from devices.emrtd.verification import judge
from devices.errors import CardError, PrinterError
from devices.iso7816 import tlv
from devices.iso7816.apdu import Command, Response
from devices.iso7816.block_sizes import LADDER, BlockSizes
from devices.iso7816.get_response import GetResponse
from devices.printer.ipp import IppPrinter
from devices.printer.ipp_encoding import IppFormatError, decode
from tests.fuzz import card_texts, scanner_doors
from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import KEYS, card_files, ipp_answers, sealed_answers, signed_objects
from tests.helpers.documents import ALL, can_of, read, shipped_trust
from tests.helpers.ipp_answers import URI, Device
from tests.helpers.personas import persona
from tests.helpers.scripted_card import AnsweringCard

READ = bytes.fromhex("0CB000000D9701048E08ED6705417E96BA5500")
NOW = datetime(2026, 11, 23, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing to fuzz; `share` is its part of the cases."""

    name: str
    share: float
    run: Callable[[Random], None]
    refusals: tuple[type[Exception], ...] = (CardError,)
    """Our own errors, by which it may refuse a case."""


def parsing(
    name: str,
    share: float,
    seeds: tuple[bytes, ...],
    parse: Callable[[bytes], object],
    refusals: tuple[type[Exception], ...] = (CardError,),
) -> Target:
    """A parser fed with broken copies of its seeds."""

    def run(random: Random) -> None:
        parse(mutated(random, random.choice(seeds)))

    return Target(name=name, share=share, run=run, refusals=refusals)


def _ipp_door(random: Random) -> None:
    """A printer one of whose answers is broken, asked as a visit asks it."""
    broken_at, asked = random.randrange(1, 7), 0

    def handler(request: httpx.Request) -> httpx.Response:
        nonlocal asked
        asked += 1
        good = Device()._handle(request)
        return httpx.Response(200, content=mutated(random, good.content)) if asked == broken_at else good

    printer = IppPrinter(URI, transport=httpx.MockTransport(handler))
    printer.status()
    job_id = printer.submit(b"%PDF", job_name="fuzz")
    printer.job(job_id)
    printer.cancel(job_id)


def _walk(data: bytes, depth: int = 0) -> None:
    for each in tlv.read_all(data):
        if each.raw and each.raw[0] & 0x20 and depth < 50:
            _walk(each.value, depth + 1)


def _unseal(data: bytes) -> None:
    channel = SecureChannel(AES_128, *KEYS)
    channel.protect(Command(ins=0xB0, ne=223))
    channel.unprotect(Response.decode(data))


def _judge(sod: bytes) -> None:
    judge({**card_files(), ElementaryFile.SOD: sod}, None, _trust(), NOW)


@cache
def _trust() -> TrustStore:
    return shipped_trust()


def _signature(signature: bytes) -> None:
    check_signature(parse_dg15(card_files()[ElementaryFile.DG15]), b"challenge", signature, None)


def _key(data: bytes) -> None:
    key_from_text(data.decode("utf-8", "replace"))


def _answers(random: Random) -> None:
    """A chip that answers READ BINARY with broken blocks and any status word, for one file."""
    content = mutated(random, card_files()[random.choice(ALL)][:2_000])
    words = (b"\x90\x00",) * 6 + (b"\x62\x82", b"\x67\x00", b"\x6c\x10", b"\x6b\x00", b"\x61\x05", b"\x6a\x82", b"")

    def answer(raw: bytes) -> bytes:
        command = Command.decode(raw)
        offset = command.p2 if command.p1 & 0x80 else command.p1 << 8 | command.p2
        block = content[offset : offset + command.ne]
        return (mutated(random, block) if random.random() < 0.05 else block) + random.choice(words)

    sizes = BlockSizes()
    sizes.lower("fuzz", random.choice(LADDER))
    file = random.choice(ALL)
    so_far = bytearray()
    try:
        FileReader(GetResponse(AnsweringCard(answer)), sizes, "fuzz").read(file, so_far)
    finally:
        if len(so_far) > file.limit + LADDER[0]:
            raise AssertionError("more bytes than the limit allows")


def _session(random: Random) -> None:
    """A whole read of a card one of whose answers is broken on the way."""
    made = persona()
    broken_at = random.randrange(1, 20)
    count = 0

    class Broken:
        def __init__(self, inner: AnsweringCard) -> None:
            self._inner = inner

        def transmit(self, command: bytes, /) -> bytes:
            nonlocal count
            count += 1
            answer = self._inner.transmit(command)
            return mutated(random, answer) if count == broken_at else answer

    read(made, can_of(made), ALL, wrap=Broken)  # type: ignore[arg-type]


def targets() -> tuple[Target, ...]:
    """Everything, the slow ones with a small share."""
    files, signed = card_files(), signed_objects()
    mrz = files[ElementaryFile.DG1][5:]
    qr = "001090123456|012345678|Nguyễn Văn An|10021990|Nam|Số 1, Phường X|15042021".encode()
    return (
        parsing("TLV", 14, (files[ElementaryFile.DG13], files[ElementaryFile.SOD][:400], VIETNAMESE), _walk),
        parsing("command APDU", 6, (READ,), Command.decode),
        parsing("answer under secure messaging", 10, sealed_answers(), _unseal),
        parsing("CardAccess", 10, (VIETNAMESE,), lambda data: pace_offers(parse_card_access(data))),
        parsing("CardSecurity", 2, signed["card security"], parse_card_security),
        parsing("DG1", 8, (files[ElementaryFile.DG1],), parse_dg1),
        parsing("DG2", 8, (files[ElementaryFile.DG2][:600], files[ElementaryFile.DG2]), parse_dg2),
        parsing("DG13", 14, (files[ElementaryFile.DG13],), parse_dg13),
        parsing("DG14", 5, (files[ElementaryFile.DG14],), lambda data: chip_authentication_offers(parse_dg14(data))),
        parsing("DG15", 4, (files[ElementaryFile.DG15],), parse_dg15),
        parsing(
            "chip signature",
            2,
            (bytes(64), b"\x30\x06\x02\x01\x01\x02\x01\x01"),
            _signature,
        ),
        parsing("SOD and verdict", 3, signed["sod"], _judge),
        parsing("certificate", 3, signed["certificate"], read_certificate),
        parsing("revocation list", 2, signed["revocation list"], read_revocation_list),
        parsing("master list", 1, signed["master list"], read_master_list),
        parsing(
            "key text", 6, (mrz, qr, b"001090123456"), lambda data: key_from_text(data.decode("utf-8", "replace"))
        ),
        *(Target(name=name, share=share, run=run) for name, share, run in card_texts.ENTRIES),
        *(
            Target(name=name, share=share, run=run, refusals=scanner_doors.REFUSALS)
            for name, share, run in scanner_doors.ENTRIES
        ),
        parsing("IPP answer", 8, ipp_answers(), decode, (IppFormatError,)),
        Target(name="IPP printer with a broken answer", share=1, run=_ipp_door, refusals=(PrinterError,)),
        Target(name="answers to READ BINARY", share=6, run=_answers),
        Target(name="whole read with a broken answer", share=0.4, run=_session),
    )
