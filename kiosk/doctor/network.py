"""Network, portal and clock: one HEAD request without a personal byte; an offline station still works.

The portal's own `Date` (RFC 9110 §6.6.1) tells how far this PC's clock is off.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

from devices.bounded_http import BoundedHttp, HttpFaultError
from kiosk.doctor.examination import Found, attention, broken, ready

LIMIT_S = 4.0
NO_BODY = 1_000
"""Bytes; an answer to HEAD has none (RFC 9110 §9.3.2)."""
TOLERATED = timedelta(minutes=2)
"""A one-time password of VNeID lives three minutes; a clock further off confuses people beside it."""


class PortalCheck:
    """One look at the portal, shared by the network check and the clock check."""

    def __init__(
        self, address: str, now: Callable[[], datetime], transport: httpx.BaseTransport | None = None
    ) -> None:
        """`now` carries a time zone; `transport` is for tests."""
        self._address = address
        self._now = now
        self._transport = transport
        self._their_time: datetime | None = None

    def examine_network(self) -> Found:
        """Whether the portal answers at all; any status will do."""
        portal = BoundedHttp(seconds=LIMIT_S, most_bytes=NO_BODY, transport=self._transport)
        try:
            answer = portal.exchange("HEAD", self._address)
        except HttpFaultError:
            return attention("doctor.portal-unreachable", address=self._address)
        self._their_time = _date_of(answer.headers.get("date", ""))
        return ready(address=self._address, status=answer.status)

    def examine_clock(self, not_before: datetime) -> Found:
        """Against the portal's time when it was reached, else only against `not_before` (the content's date)."""
        now = self._now()
        if self._their_time is not None:
            off = abs(now - self._their_time)
            seconds = round(off.total_seconds())
            return (
                ready(seconds_off=seconds) if off <= TOLERATED else attention("doctor.clock-off", seconds_off=seconds)
            )
        return broken("doctor.clock-wrong", year=now.year) if now < not_before else ready()


def _date_of(told: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(told)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return date if date.tzinfo else None
