"""Every door that goes out on the network, before a name server that lies or is silent and a server that answers byte
by byte: each ends by itself, with a fault of its own that has words in both languages.

The program's own names are asked through `socket.getaddrinfo`. libpq asks by itself: its lies are played by the
server that it is led to, its silence at the call that would wait for it.
"""

from __future__ import annotations

import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psycopg
import pytest
from tuf.api.metadata import Root

from devices.printer.ipp import IppPrinter
from devices.scanner.escl import EsclScanner
from kiosk import together
from kiosk.content.updates import fetchers, updating
from kiosk.content.updates.pack_folder import PackFolder
from kiosk.counts import province_database, uplink
from kiosk.counts.authority import certificate_pem, client_certificate, key_pem, new_authority, new_key
from kiosk.counts.uplink import Identity, Uplink, UplinkError
from kiosk.doctor import browser, network
from kiosk.doctor.examination import Found
from kiosk.errors import KioskError, failure_book
from kiosk.scanning import lease_line
from release.advisories import COULD_NOT, advisories, asked
from tests.helpers.province import Province
from tests.helpers.rude_server import Deed, answer, rude_server, self_signed

SHORT_S = 0.4
FOREVER_S = 20.0
"""What plays silence ends with this, for the sake of a test that fails."""
NAME = "somewhere.example"
NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
Door = Callable[[str, int, Path], str]
"""Goes out to a host and a port, with a folder for what it keeps; gives the code of the fault that came of it."""


def code_of(found: Found) -> str:
    """Of what the doctor says."""
    assert found.code is not None
    return found.code


def updates(host: str, port: int, folder: Path) -> str:
    publisher = Province(folder / "province")
    publisher.found(NOW)
    publisher.sign_root(*publisher.roots[:2])
    root = publisher.repository.draft(Root)
    assert root is not None
    outcome = updating.update(
        f"http://{host}:{port}/", PackFolder(folder / "state"), root.to_bytes(), trial=lambda _: None, now=lambda: NOW
    )
    assert isinstance(outcome, updating.NotUpdated)
    return outcome.code


def portal(host: str, port: int, _folder: Path) -> str:
    return code_of(network.PortalCheck(f"http://{host}:{port}/", lambda: NOW).examine_network())


def official_pages(host: str, port: int, _folder: Path) -> str:
    return code_of(browser.examine_official_pages([f"{host}:{port}"], limit_s=SHORT_S))


def printer(host: str, port: int, _folder: Path) -> str:
    trouble = IppPrinter(f"ipp://{host}:{port}/ipp/print", timeout_s=SHORT_S).status().trouble
    assert trouble is not None
    return trouble.code


def scanner(host: str, port: int, _folder: Path) -> str:
    trouble = EsclScanner(f"http://{host}:{port}/eSCL", message_s=SHORT_S).status().trouble
    assert trouble is not None
    return trouble.code


def turn_at_the_scanner(host: str, port: int, _folder: Path) -> str:
    with pytest.raises(KioskError) as fault:
        lease_line.LeaseLine(host, port).take("may-1")
    return str(fault.value.code)  # type: ignore[attr-defined]


def other_pc(host: str, port: int, _folder: Path) -> str:
    with pytest.raises(together.OtherPcError):
        together.ask(host, port)
    return "scanner.offline"  # what the command says of it stands in the command, in both languages


def identity(folder: Path, host: str, port: int) -> Identity:
    """An enrolled PC, of a province that nobody else can play."""
    root, key = new_authority("Tỉnh", NOW), new_key()
    folder.mkdir(parents=True, exist_ok=True)
    certificate = client_certificate(root, key.public_key(), "pc-17842-may-1", NOW)
    for name, content in (
        ("ca.crt", certificate_pem(root.certificate)),
        ("pc.crt", certificate_pem(certificate)),
        ("pc.key", key_pem(key)),
    ):
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    return Identity(host=host, port=port, pc_id="pc-17842-may-1", folder=folder)


def counts(host: str, port: int, folder: Path) -> str:
    with pytest.raises(UplinkError) as fault:
        Uplink(identity(folder / "keys", host, port))
    return fault.value.obstacle.code


OWN_NAMES: tuple[Door, ...] = (updates, portal, official_pages, printer, scanner, turn_at_the_scanner, other_pc)
"""Doors that ask for names through Python."""


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetchers, "LONGEST_OF_METADATA", SHORT_S)
    monkeypatch.setattr(network, "LIMIT_S", SHORT_S)
    monkeypatch.setattr(lease_line, "TIMEOUT_S", SHORT_S)
    monkeypatch.setattr(together, "TIMEOUT_S", SHORT_S)
    monkeypatch.setattr(uplink, "LONGEST_S", SHORT_S)
    monkeypatch.setattr(uplink, "ENDING_S", SHORT_S)
    monkeypatch.setattr(province_database, "CONNECT_S", 2)  # libpq knows no shorter one
    monkeypatch.setattr(uplink, "CONNECT_S", 2)


@pytest.fixture
def silence() -> Iterator[threading.Event]:
    """Somebody waits for this for ever, until the test is over."""
    over = threading.Event()
    yield over
    over.set()


def has_words(code: str) -> bool:
    """Whether people and staff are told of it in both languages."""
    failure = failure_book()[code]
    return all(text.vi and text.en for text in (failure.title, failure.remedy, failure.staff))


def drip(head: bytes) -> Deed:
    """What could become an answer, a byte at a time and without end."""

    def deed(client: socket.socket) -> None:
        for byte in head + b"x" * 2_000:
            client.sendall(bytes([byte]))
            time.sleep(0.02)

    return deed


@pytest.mark.parametrize(
    ("door", "lie"),
    [
        (door, lie)
        for door in OWN_NAMES
        for lie in ("silent", "none there", "nowhere", "a name that is no name", "somebody else")
        if (door, lie) != (portal, "somebody else")  # any answer will do: it is asked for nothing
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_a_name_server_that_lies_leads_to_a_fault_with_words(
    door: Door, lie: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, silence: threading.Event
) -> None:
    with rude_server(answer(b"<html>hello</html>", "Content-Type: text/html", status="404 Not Found")) as other:
        there = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", other.port))]

        def lied(*_asked: object, **_more: object) -> list[object]:
            if lie == "silent":
                silence.wait(FOREVER_S)
            if lie == "none there":
                raise socket.gaierror(socket.EAI_NONAME, "no such name")
            if lie == "a name that is no name":
                raise UnicodeError("label too long")
            return there if lie == "somebody else" else []  # type: ignore[return-value]

        monkeypatch.setattr(socket, "getaddrinfo", lied)
        assert has_words(door(NAME, 80, tmp_path))


@pytest.mark.parametrize("door", [*OWN_NAMES, counts], ids=lambda door: door.__name__)
def test_a_server_that_answers_byte_by_byte_is_left_with_a_fault_with_words(door: Door, tmp_path: Path) -> None:
    heads = {counts: b"S\x16\x03\x03\x40\x00", turn_at_the_scanner: b"{", other_pc: b"{"}
    with rude_server(drip(heads.get(door, b"HTTP/1.1 200 OK\r\nX: "))) as server:
        assert has_words(door("127.0.0.1", server.port, tmp_path))


def test_whoever_plays_the_province_is_not_believed(tmp_path: Path) -> None:
    tls, _ = self_signed(tmp_path, "127.0.0.1")

    def plays(client: socket.socket) -> None:
        client.sendall(b"S")
        tls.wrap_socket(client, server_side=True)

    with rude_server(plays) as server:
        assert counts("127.0.0.1", server.port, tmp_path) == "province.not-trusted"


def test_a_name_server_that_is_silent_to_libpq_keeps_the_counts_waiting_and_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, silence: threading.Event
) -> None:
    monkeypatch.setattr(psycopg, "connect", lambda *_words, **_more: silence.wait(FOREVER_S))
    assert counts(NAME, 5432, tmp_path) == "province.no-answer"


def test_a_province_that_falls_silent_after_the_wire_is_open_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = socket.socketpair()

    class Wire:
        """Open, and never answered again."""

        fileno = staticmethod(ours.fileno)
        close = staticmethod(ours.close)

        def execute(self, *_statement: object) -> None:
            """As psycopg does: until something comes, or nothing can come any more."""
            if not ours.recv(1):
                raise psycopg.OperationalError

    monkeypatch.setattr(psycopg, "connect", lambda *_words, **_more: Wire())
    with theirs, Uplink(identity(tmp_path, NAME, 5432)) as wire:
        with pytest.raises(UplinkError) as fault:
            wire.tell_versions("1", "2")
        assert has_words(fault.value.obstacle.code)
        with pytest.raises(UplinkError):
            wire.send([])


def test_a_database_that_accepts_and_says_nothing_ends_the_command_with_its_sentence() -> None:
    with rude_server(lambda client: time.sleep(FOREVER_S)) as server, pytest.raises(KioskError) as fault:
        province_database.connect(f"host=127.0.0.1 port={server.port} dbname=counts user=postgres")
    assert "timeout" in str(fault.value)


def test_advisories_that_do_not_come_are_not_waited_for(silence: threading.Event) -> None:
    never = partial(asked, longest_s=SHORT_S)
    waits = [sys.executable, "-c", f"import time; time.sleep({FOREVER_S})"]
    told = advisories("pillow==12.0.0 --hash=sha256:0", lambda _words: never(waits))
    assert told.status == COULD_NOT
    assert "no answer" in told.en
