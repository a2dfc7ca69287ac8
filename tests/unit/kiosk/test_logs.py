"""The log lets through codes, counts and states; nothing else."""

from __future__ import annotations

import io
import json

import structlog

from kiosk import logs


def test_a_key_that_is_not_on_the_list_never_reaches_the_log() -> None:
    stream = io.StringIO()
    logs.configure(stream)
    structlog.get_logger().info("card-read", code="card.lifted", full_name="Canary Person")
    line = json.loads(stream.getvalue())
    assert line["code"] == "card.lifted"
    assert "Canary" not in stream.getvalue()


def test_an_exception_is_logged_as_type_and_place_without_its_text() -> None:
    stream = io.StringIO()
    logs.configure(stream)
    try:
        raise ValueError("Canary Person 040090123456")
    except ValueError as error:
        structlog.get_logger().error("uncaught", exc_info=error)
    line = json.loads(stream.getvalue())
    assert line["exception"] == "ValueError"
    assert line["where"].startswith("test_logs.py:")
    assert "Canary" not in stream.getvalue()
    assert "0400" not in stream.getvalue()
