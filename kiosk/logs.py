"""The log: one line an event, through an allow-list of keys; an exception is its type and place, never its text.

A value of a person cannot reach the log: only the keys below pass, and their values are codes, counts and states.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import MutableMapping
from typing import Any, TextIO

from kiosk.spare_imports import hollow, without

with without("rich"), hollow("asyncio"):  # coloured tracebacks no log of ours may hold; logging by coroutines
    import structlog

ALLOWED = frozenset(
    "event level timestamp code count milliseconds state screen reason driver reader procedure form guide step job "
    "pages exception where version file key sw phase".split()
)


def allow_listed(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drop every key that is not on the list; say how many were dropped."""
    kept = {key: value for key, value in event.items() if key in ALLOWED}
    if dropped := len(event) - len(kept):
        kept["count"] = kept.get("count", dropped)
    return kept


def without_exception_text(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Replace `exc_info` by the exception's type and the innermost file and line."""
    given = event.pop("exc_info", None)
    if not given:
        return event
    error = given if isinstance(given, BaseException) else sys.exc_info()[1]
    if error is not None:
        event["exception"] = type(error).__name__
        frames = traceback.extract_tb(error.__traceback__)
        if frames:
            event["where"] = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}"
    return event


def configure(stream: TextIO | None = None) -> None:
    """Send the log to `stream` (standard error, which systemd keeps) as one JSON object a line."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_exception_text,
            allow_listed,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(stream or sys.stderr),
        cache_logger_on_first_use=False,
    )


def logger() -> Any:
    """What writes a line: an event, and keys of `ALLOWED`."""
    return structlog.get_logger()


def excepthook(kind: type[BaseException], error: BaseException, _trace: object) -> None:
    """For `sys.excepthook`: the type and place of an uncaught exception, never its text."""
    logger().error("uncaught", exc_info=error, reason=kind.__name__)
