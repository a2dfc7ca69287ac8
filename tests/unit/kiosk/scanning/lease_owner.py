"""Stands in for systemd's socket unit: accepts on the descriptor given and answers each connection's line."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

from kiosk.clock import Clock
from kiosk.scanning.lease import LeaseFile
from kiosk.scanning.lease_line import answer


def main(descriptor: int, path: Path) -> None:
    """Until killed."""
    listener = socket.socket(fileno=descriptor)
    while True:
        line, _ = listener.accept()
        with line, line.makefile("rwb") as both:
            both.write(answer(both.readline(500), LeaseFile(path, Clock().seconds)))
            both.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
