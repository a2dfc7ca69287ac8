"""What an eSCL device, scanimage and the lease line of the other PC may say to the kiosk."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import httpx
from PIL import Image

from devices.errors import ScannerError
from devices.scanner.escl import EsclScanner
from devices.scanner.escl_capabilities import capabilities
from devices.scanner.escl_settings import scan_settings
from devices.scanner.escl_status import device_state
from devices.scanner.interface import InputSource, ScanSettings
from devices.scanner.resolution import told
from devices.scanner.sane_output import fault_of, pages_in
from devices.scanner.sane_words import chosen, options_in
from kiosk.scanning.lease import LEASE_S, Lease, LeaseUnreachableError
from kiosk.scanning.lease_line import answer, lease_in
from tests.fuzz.mutations import mutated

ANSWERS = Path(__file__).parents[1] / "unit" / "devices" / "scanner" / "answers"
STATUSES = (200,) * 120 + (100, 201, 204, 301, 400, 401, 403, 404, 404, 409, 410, 426, 500, 503, 503, 599)
LOCATIONS = (
    "/eSCL/ScanJobs/1", "/eSCL/ScanJobs/1", "/eSCL/ScanJobs/1001/",
    "http://192.0.2.9//x/eSCL/ScanJobs/1", "http://[fe80/eSCL/ScanJobs/1", "//@:99999/", "?", "",
    "ScanJobs/1", "\xff\x00", "http://a b/", "/../../", "http:///x", "x" * 9_000,
)  # fmt: skip
LISTING = b"""
    --source FlatBed|Automatic Document Feeder(left aligned)|ADF Duplex [FlatBed]
    --mode 24bit Color|Black & White|True Gray|Gray[Error Diffusion] [True Gray]
    --resolution 50..600dpi (in steps of 1) [600]
    --page-height 0..863.489mm (in steps of 0.0211639) [inactive]
    --depth 1|8|16 [8]
    -x 0..215.872mm (in steps of 0.0211639) [215.872]
    -y 0..279.364mm (in steps of 0.0211639) [279.364]
"""
HOST = "scanner.test"
REFUSALS: tuple[type[Exception], ...] = (ScannerError, LeaseUnreachableError)
SAID = re.compile(r"(?<=>)[^<>]*(?=<)")
ODD_WORDS = (
    "", "0", "-1", "1", "7", "300", "999999", "9999999", "²", "٣", "1e9", "NaN", " 300 ", "Idle", "Processing",
    "Stopped", "Down", "ScannerAdfJam", "ScannerAdfEmpty", "ScannerAdfLoaded", "Aborted", "http://[", "{0}", "\u202e",
    "<Min>0</Min><Max>1</Max><Step>0</Step>", "<XResolution>0</XResolution>", "x" * 5_000,
)  # fmt: skip


@cache
def messages() -> dict[str, tuple[bytes, ...]]:
    """Good answers of eSCL devices, also in another encoding."""
    found: dict[str, tuple[bytes, ...]] = {"capabilities": (), "status": ()}
    for file in sorted(ANSWERS.glob("*.xml")):
        kind, text = file.stem.partition("-")[0], file.read_text("utf-8")
        found[kind] += (text.encode(), text.replace("UTF-8", "UTF-16").encode("utf-16"))
    return found


@cache
def pictures() -> tuple[bytes, ...]:
    """Small pages in both formats, of every depth."""
    made = []
    for mode, kind in (
        ("L", "JPEG"),
        ("RGB", "JPEG"),
        ("CMYK", "JPEG"),
        ("1", "PNG"),
        ("I;16", "PNG"),
        ("RGBA", "PNG"),
    ):
        kept = io.BytesIO()
        Image.new(mode, (40, 56)).save(kept, kind)
        made.append(kept.getvalue())
    return tuple(made)


def worded(random: Random, message: bytes) -> bytes:
    """The message with some of its words changed, so that it is still XML; or broken bytes."""
    if random.random() < 0.2:
        return mutated(random, message)
    encoding = "utf-16" if message.startswith(b"\xff\xfe") else "utf-8"
    text = message.decode(encoding)
    for _ in range(random.choice((0, 1, 1, 2, 5))):
        places = list(SAID.finditer(text))
        place = random.choice(places)
        text = text[: place.start()] + random.choice(ODD_WORDS) + text[place.end() :]
    return text.encode(encoding)


class _Device(httpx.BaseTransport):
    """Answers like a scanner most of the time."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._left = 40

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host != HOST:
            raise AssertionError(f"sent to {request.url.host}")
        self._left -= 1
        status = self._random.choice(STATUSES) if self._left > 0 else 500
        headers = {}
        if request.method == "POST":
            status = self._random.choice((201, 201, 201, status))
            headers = {"Location": self._random.choice(LOCATIONS).encode("latin-1")}
        return httpx.Response(status, content=self._body(str(request.url)), headers=headers)

    def _body(self, address: str) -> bytes:
        random = self._random
        kind = "capabilities" if "Capabilities" in address else "status" if "Status" in address else ""
        if kind:
            return worded(random, random.choice(messages()[kind]))
        body = random.choice((*pictures(), *pictures(), b"", b"<a/>"))
        return mutated(random, body) if body and random.random() < 0.3 else body


def scan_by_escl(random: Random) -> None:
    """A whole scan of a device that says anything."""
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds * 20

    scanner = EsclScanner(f"http://{HOST}/eSCL", transport=_Device(random), sleep=sleep, clock=lambda: now[0])
    scanner.status()
    source = random.choice(list(InputSource))
    for page in scanner.scan(ScanSettings(source=source, resolution=random.choice((75, 200, 600)))):
        if not 1 <= page.resolution <= 10_000_000 or page.image.mode not in ("L", "RGB"):
            raise AssertionError("a page that nobody can use")


def read_messages(random: Random) -> None:
    """The messages one by one, and the request made of them."""
    device = capabilities(worded(random, random.choice(messages()["capabilities"])))
    for source in device.sources:
        request = scan_settings(ScanSettings(source=source), device)
        told((random.randrange(1, 9_000), random.randrange(1, 9_000)), request.resolution, 0, request.areas)
    state = device_state(worded(random, random.choice(messages()["status"])))
    if state.trouble is not None and state.trouble.error.code != state.trouble.code:
        raise AssertionError("a trouble with another error")


def scan_by_sane(random: Random) -> None:
    """What scanimage lists, complains of and sends."""
    listing = mutated(random, LISTING).decode("utf-8", "replace")
    for source in InputSource:
        try:
            chosen(options_in(listing), ScanSettings(source=source))
        except ScannerError:
            continue
    grey = b"P5\n# SANE data follows\n4 3\n255\n" + bytes(12)
    stream = mutated(random, grey + b"P6\n2 2\n65535\n" + bytes(24) + b"P4\n9 2\n" + bytes(4))
    fault_of(random.randrange(-20, 20), listing[:80], random.randrange(3))
    for _ in pages_in(io.BytesIO(stream)):
        pass


class _Kept:
    """A lease nobody holds."""

    def take(self, holder: str, seconds: float = LEASE_S) -> Lease:
        """Always the asker's."""
        if not holder.isascii() or not holder.isprintable() or not 0 <= seconds <= LEASE_S:
            raise AssertionError("a lease for a name or a time that is none")
        return Lease(holder=holder, seconds_left=seconds)

    def release(self, holder: str) -> None:
        """Nothing is held."""


def lease(random: Random) -> None:
    """One line asked, and one line told."""
    asked, said = b'{"holder":"may-1","seconds":120.0}\n', b'{"holder":"may-2","seconds_left":12.5}\n'
    answer(mutated(random, asked) if random.random() < 0.8 else asked, _Kept())
    stands = lease_in(mutated(random, said) if random.random() < 0.8 else said)
    if not 0 <= stands.seconds_left <= LEASE_S or not stands.said.vi.isprintable():
        raise AssertionError("a lease that cannot be shown")


ENTRIES: tuple[tuple[str, float, Callable[[Random], None]], ...] = (
    ("eSCL scan", 1.5, scan_by_escl),
    ("eSCL messages", 8, read_messages),
    ("scanimage", 6, scan_by_sane),
    ("lease line", 8, lease),
)
"""Name, share of the cases, and what is run."""
