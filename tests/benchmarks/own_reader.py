"""Our own read as a program of its own, over the same lines as `gmrtd/main.go`: first read and later ones alike.

The cryptography is loaded before, as the card screen does while the digits are keyed in, and as Go loads its own.
What writing and reading the lines costs is left out.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from devices.card_reader.interface import CardSession
from kiosk import paths
from kiosk.clock import Clock
from kiosk.identification import BlockSizes, Identified, identify, key_from_number, prepare_reading, read_trust_folder
from kiosk.person import PersonField


class LineCard:
    """A card at the other end of standard input and output."""

    reader_name = "lines"
    atr = b""

    def __init__(self) -> None:
        self.inside = 0.0

    @contextmanager
    def connect(self) -> Iterator[CardSession]:
        """The card starts from reset at the other end."""
        yield self

    def transmit(self, command: bytes, /) -> bytes:
        """One exchange."""
        started = time.thread_time()
        sys.stdout.write(command.hex() + "\n")
        sys.stdout.flush()
        answer = bytes.fromhex(sys.stdin.readline())
        self.inside += time.thread_time() - started
        return answer

    def reset(self) -> None:
        """Not needed by a read without faults."""
        raise AssertionError("reset")


def main() -> None:
    """Read whenever the line `read` comes."""
    number = sys.argv[1]
    prepare_reading()
    trust = read_trust_folder(paths.shipped_config() / "trust")
    sizes, card = BlockSizes(), LineCard()
    sizes.lower(card.reader_name, 223)
    wanted = frozenset(PersonField)
    for line in sys.stdin:
        if line.strip() != "read":
            break
        started, inside = time.process_time(), card.inside
        outcome = identify(
            card,
            key_from_number(number),
            wanted,
            lambda _: None,
            trust=trust,
            now=Clock().utc(),
            sizes=sizes,
            photo=True,
        )
        spent = (time.process_time() - started - (card.inside - inside)) * 1000
        sys.stdout.write(f"done {spent:.3f} {'read' if isinstance(outcome, Identified) else 'failed'}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
