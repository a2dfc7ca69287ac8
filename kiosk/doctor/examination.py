"""One look at every service of a station: what is ready, what wants attention, what is broken, and the time it took.

What stands outside of this PC is asked at once and given `LIMIT_S` together, so that a dead device of each kind and a
silent name server stay under 20 s; what this PC knows itself is looked at in its turn.
A check never raises and never sees a person. Words for a code stand in `config/failures.toml`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from devices.status import Readiness
from devices.timed_call import OverdueError, TimedCall
from kiosk.i18n import Text


class Service(Enum):
    """What is examined, in the order of the sheet."""

    CARD_READER = "card-reader"
    PRINTER = "printer"
    SCANNER = "scanner"
    NETWORK = "network"
    BROWSER = "browser"
    OFFICIAL_PAGES = "official-pages"
    CLOCK = "clock"
    DISK = "disk"
    FONTS = "fonts"
    SOUND = "sound"
    SCREEN = "screen"
    CONTENT = "content"
    TRUST = "trust"
    UPDATES = "updates"
    COUNTS = "counts"
    OUTBOX = "outbox"


NAMES: Mapping[Service, Text] = {
    Service.CARD_READER: Text("Máy đọc thẻ", "Card reader"),
    Service.PRINTER: Text("Máy in", "Printer"),
    Service.SCANNER: Text("Máy quét", "Scanner"),
    Service.NETWORK: Text("Mạng và Cổng Dịch vụ công", "Network and national portal"),
    Service.BROWSER: Text("Trình duyệt nộp qua mạng", "Browser for filing online"),
    Service.OFFICIAL_PAGES: Text("Trang chính thức", "Official pages"),
    Service.CLOCK: Text("Đồng hồ", "Clock"),
    Service.DISK: Text("Ổ đĩa", "Disk"),
    Service.FONTS: Text("Phông chữ và mẫu in", "Fonts and templates"),
    Service.SOUND: Text("Âm thanh", "Sound"),
    Service.SCREEN: Text("Màn hình", "Screen"),
    Service.CONTENT: Text("Nội dung", "Content"),
    Service.TRUST: Text("Danh sách tin cậy", "Trust list"),
    Service.UPDATES: Text("Cập nhật nội dung", "Content updates"),
    Service.COUNTS: Text("Số đếm", "Counts"),
    Service.OUTBOX: Text("Số đếm chờ gửi", "Counts to be sent"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a check saw. `code` is a key of the failure book unless READY; `facts` are numbers and names of things."""

    readiness: Readiness
    code: str | None = None
    facts: Mapping[str, str | int | float] = field(default_factory=dict)


READY = Found(readiness=Readiness.READY)


def attention(code: str, **facts: str | float) -> Found:
    """It works with a person's help."""
    return Found(readiness=Readiness.ATTENTION, code=code, facts=facts)


def broken(code: str, **facts: str | float) -> Found:
    """A service that cannot be used; `code` is its entry in the failure book."""
    return Found(readiness=Readiness.BROKEN, code=code, facts=facts)


def ready(**facts: str | float) -> Found:
    """A service that does its work, with figures for the staff."""
    return Found(readiness=Readiness.READY, facts=facts)


def worst(*looks: Found) -> Found:
    """Several looks at one service as its one line: the worst, the first of equals; ready with the facts of all."""
    found = max(looks, key=lambda look: _WORSE.index(look.readiness))
    return (
        ready(**{name: fact for look in looks for name, fact in look.facts.items()}) if found.code is None else found
    )


_WORSE = tuple(Readiness)
"""From the best to the worst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceState:
    """One line of the sheet."""

    service: Service
    found: Found
    milliseconds: float


Check = Callable[[], Found]
LIMIT_S = 12.0
"""Seconds for all outside; the slowest that still answers is a scanner's driver that asks the whole network."""
UNANSWERED: Mapping[Service, Found] = {
    Service.CARD_READER: broken("reader.service-absent"),
    Service.PRINTER: broken("printer.offline"),
    Service.SCANNER: broken("scanner.offline"),
    Service.NETWORK: attention("doctor.portal-unreachable"),
}
"""What stands outside of this PC, and what it is called when it has not answered in time."""


def examine(
    checks: Sequence[tuple[Service, Check]],
    clock: Callable[[], float] = time.perf_counter,
    limit_s: float = LIMIT_S,
) -> Iterator[ServiceState]:
    """One finding a check, in the order given, each as soon as it and those before it are there."""
    until = clock() + limit_s
    asked = {
        service: TimedCall(check, f"doctor-{service.value}", clock)
        for service, check in checks
        if service in UNANSWERED
    }
    for service, check in checks:
        if service in asked:
            found, seconds = _answer(service, asked[service], until)
        else:
            started = clock()
            found = check()
            seconds = clock() - started
        yield ServiceState(service=service, found=found, milliseconds=round(seconds * 1000, 1))


def _answer(service: Service, call: TimedCall[Found], until: float) -> tuple[Found, float]:
    try:
        return call.result(until), call.seconds
    except OverdueError:
        return UNANSWERED[service], call.seconds


def overall(findings: Sequence[ServiceState]) -> Readiness:
    """The worst readiness among `findings`; READY when there are none."""
    return max((finding.found.readiness for finding in findings), key=_WORSE.index, default=Readiness.READY)
