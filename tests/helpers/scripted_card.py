"""Cards for tests: one that answers a fixed script, and one that answers by a function."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class ScriptedCard:
    """Answers the commands of a script, in order, and accepts no other."""

    def __init__(self, exchanges: Iterable[tuple[str, str]]) -> None:
        self._exchanges = list(exchanges)

    def transmit(self, command: bytes, /) -> bytes:
        """The scripted answer. Raises `AssertionError` when the command is not the scripted one."""
        expected, answer = self._exchanges.pop(0)
        if command != bytes.fromhex(expected):
            raise AssertionError(f"command is {command.hex()}, the script says {expected}")
        return bytes.fromhex(answer)

    @property
    def is_done(self) -> bool:
        """Whether the whole script was played."""
        return not self._exchanges


class AnsweringCard:
    """Answers by a function of the command and keeps what it was sent."""

    reader_name = "answering"

    def __init__(self, answer: Callable[[bytes], bytes]) -> None:
        self._answer = answer
        self.commands: list[bytes] = []
        self.resets = 0

    def transmit(self, command: bytes, /) -> bytes:
        """The function's answer."""
        self.commands.append(command)
        return self._answer(command)

    def reset(self) -> None:
        """Counts only."""
        self.resets += 1
