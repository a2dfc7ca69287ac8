"""Starts the process that reads a list and speaks to it; one request at a time, each with a deadline.

The list goes down its standard input, so no path and no file of the officer's reaches another program; the process
ends with its input. A process that dies or hangs ends as a code, and the officer's file is as it was.
"""

from __future__ import annotations

import time
from typing import Final, TypeVar

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from kiosk.officer.roster import messages
from kiosk.officer.roster.copying import MadeCopy
from kiosk.officer.roster.refusals import ListRefusedError, ListTooLargeError
from kiosk.piped_process import PipedProcess, ProcessEndedError, ProcessSlowError, command

OPEN_S: Final = 180.0
"""Opening 200,000 rows on a slow PC."""
MATCH_S: Final = 5.0
COPY_S: Final = 300.0
MODULE: Final = "kiosk.officer.roster.process"
COMMAND: Final = "roster-process"
"""The same as a command of the packed program."""
A = TypeVar("A")


class ListSlowError(ListRefusedError):
    """No answer within the deadline; the process was ended."""

    code = "roster.slow"


class RosterLine:
    """One open list in a process of its own. For one thread; `close` may be called twice."""

    def __init__(self) -> None:
        self._process = PipedProcess(command(MODULE, COMMAND))

    @property
    def pid(self) -> int:
        """Of the process, for who measures it."""
        return self._process.pid

    def open(self, data: bytes) -> messages.Opened:
        """Raises `ListRefusedError` or the kind of it that says why the list is not taken."""
        return self._ask(messages.Open(size=len(data)), messages.Opened, OPEN_S, data)

    def use(self, columns: messages.UseColumns) -> messages.MayMatch:
        """Read the list by these columns; how many people it names. Raises `ListRefusedError`."""
        return self._ask(columns, messages.MayMatch, OPEN_S)

    def match(self, card: messages.Match) -> messages.ListAnswer:
        """What the list says of this card. Raises `ListRefusedError`."""
        return self._ask(card, messages.ListAnswer, MATCH_S)

    def copy(self, asked: messages.Copy) -> MadeCopy:
        """The officer's list as an xlsx, with what `asked` puts beside its rows. Raises `ListRefusedError`."""
        copied = self._ask(asked, messages.Copied, COPY_S)
        try:
            data = self._process.read(copied.size, time.monotonic() + COPY_S)
        except ProcessSlowError:
            raise ListSlowError("no answer") from None
        except ProcessEndedError:
            raise ListTooLargeError("the process ended") from None
        return MadeCopy(data=data, looks_the_same=copied.looks_the_same)

    def kill(self) -> None:
        """At once, from any thread; whoever waits for an answer is told that there is none."""
        self._process.kill()

    def close(self) -> None:
        """End the process and everything it held."""
        self._process.close()

    def _ask(self, request: messages.Request, kind: type[A], seconds: float, content: bytes = b"") -> A:
        until = time.monotonic() + seconds
        try:
            self._process.write(msgspec.json.encode(messages.Down(asked=request)) + b"\n" + content, until)
            answer = json_message.decode(self._process.line(until), messages.Up).answer
        except ProcessSlowError:
            raise ListSlowError("no answer") from None
        except (ProcessEndedError, JsonMessageError):
            self.close()
            raise ListTooLargeError("the process ended") from None
        if isinstance(answer, messages.Refused):
            raise _refusal(answer.code)
        if not isinstance(answer, kind):
            raise ListRefusedError("another answer")
        return answer


def _refusal(code: str) -> ListRefusedError:
    kinds: dict[str, type[ListRefusedError]] = {kind.code: kind for kind in ListRefusedError.__subclasses__()}
    return kinds.get(code, ListRefusedError)("refused")
