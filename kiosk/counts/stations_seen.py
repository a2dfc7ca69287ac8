"""Which stations live, with what program and content, and what troubles they had: from what they sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import psycopg

TROUBLE_DAYS = 30
SILENT_AFTER = timedelta(days=7)
_STATIONS = """
SELECT pc.pc_id, pc.commune, greatest(last.last_day, seen.day), seen.program, seen.content,
       coalesce(trouble.number, 0)::bigint, pc.revoked_on
FROM counts.pc AS pc
LEFT JOIN (SELECT pc_id, max(day) AS last_day FROM counts.day_total GROUP BY pc_id) AS last USING (pc_id)
LEFT JOIN LATERAL (SELECT day, program, content FROM counts.seen WHERE pc_id = pc.pc_id ORDER BY day DESC LIMIT 1)
    AS seen ON true
LEFT JOIN (SELECT pc_id, sum(count) AS number FROM counts.day_total
           WHERE kind IN ('device-trouble', 'print-trouble', 'scan-failed') AND day > %(since)s GROUP BY pc_id)
    AS trouble USING (pc_id)
ORDER BY 3 NULLS FIRST, pc.pc_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StationSeen:
    """A PC as the province knows it."""

    pc_id: str
    commune: str
    last_heard: date | None
    """The last day it sent something for, or was here; None: never."""
    program: str
    content: str
    troubles: int
    """Of devices, in the last `TROUBLE_DAYS` days."""
    revoked: bool

    def is_silent(self, today: date) -> bool:
        """Whether somebody should ask after it; a PC that was shut out is not expected."""
        return not self.revoked and (self.last_heard is None or today - self.last_heard > SILENT_AFTER)


def stations(database: psycopg.Connection, today: date) -> tuple[StationSeen, ...]:
    """Every PC, the longest silent first. Raises `psycopg.Error`."""
    since = today - timedelta(days=TROUBLE_DAYS)
    rows = database.execute(_STATIONS.encode(), {"since": since}).fetchall()
    return tuple(
        StationSeen(
            pc_id=pc_id,
            commune=commune,
            last_heard=last,
            program=program or "",
            content=content or "",
            troubles=troubles,
            revoked=revoked is not None,
        )
        for pc_id, commune, last, program, content, troubles, revoked in rows
    )
