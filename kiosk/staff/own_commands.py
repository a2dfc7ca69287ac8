"""What the staff's page lets the station do by itself: take new content, send counts.

Each is one of the program's own commands in a process of its own, so that neither its memory nor its end is the
kiosk's.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from devices.system import programs
from kiosk import logs, paths
from kiosk.errors import Failure
from kiosk.i18n import Text, joined

_DONE: Final = Text(
    "Đã nhận nội dung {version}. Trạm dùng từ lần mở lại chương trình.",
    "Content {version} is here. The station uses it once the program is opened again.",
)
_NOTHING_NEW: Final = Text("Không có gì mới: trạm có nội dung mới nhất.", "Nothing new: the station has the newest.")
_NO_SOURCE: Final = Text(
    "Trạm này nhận nội dung bằng USB của tỉnh. Gọi kỹ thuật viên.",
    "This station takes its content from the province's stick. Call the technician.",
)
_SENT: Final = Text("Đã gửi số đếm cho tỉnh.", "The counts have gone to the province.")
NOT_DONE: Final = Text("Chưa làm được. Gọi kỹ thuật viên.", "It could not be done. Call the technician.")


class OwnCommand(Enum):
    """The words of the command, and the seconds after which it is ended."""

    UPDATE = ("update", "now", "--json"), 1_800
    SEND = ("counts", "send", "--json", "--attempts", "2"), 300


class _Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What either command prints as JSON; of each only its own."""

    outcome: str = ""
    version: str = ""
    code: str = ""
    sent: int | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandOutcome:
    """What came of it: `good`, and the sentence."""

    good: bool
    said: Text


def program_words() -> tuple[str, ...]:
    """What starts this program, from the sources or packed."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-P", "-m", "ui")


def carry_out(command: OwnCommand, failures: Mapping[str, Failure]) -> CommandOutcome:
    """Run it and wait. Raises nothing: whatever goes wrong is a sentence, and what no sentence is known for a line of
    the log."""
    words, limit_s = command.value
    environment = {**os.environ, "PYTHONPATH": str(paths.root())}
    try:
        ended = programs.run([*program_words(), *words], limit_s, environment)
    except (OSError, subprocess.TimeoutExpired) as fault:
        logs.logger().error("own-command", exc_info=fault, reason=command.name.lower())
        return CommandOutcome(good=False, said=NOT_DONE)
    came = said_of(ended.stdout, failures)
    if came.said is NOT_DONE:
        logs.logger().error("own-command", code=ended.returncode, reason=command.name.lower())
    return came


def said_of(printed: bytes, failures: Mapping[str, Failure]) -> CommandOutcome:
    """The sentence about what a command printed."""
    try:
        answer = json_message.decode(printed, _Answer)
    except JsonMessageError:
        return CommandOutcome(good=False, said=NOT_DONE)
    match answer.outcome:
        case "updated":
            return CommandOutcome(good=True, said=_DONE.filled(version=answer.version))
        case "nothing-new":
            return CommandOutcome(good=True, said=_NOTHING_NEW)
        case "no-source":
            return CommandOutcome(good=False, said=_NO_SOURCE)
    if answer.sent is not None and not answer.fault:
        return CommandOutcome(good=True, said=_SENT)
    failure = failures.get(answer.code or answer.fault or "")
    return CommandOutcome(good=False, said=joined(" ", (failure.title, failure.staff)) if failure else NOT_DONE)
