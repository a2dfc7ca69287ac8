"""A private PC/SC daemon with virtual readers (vpcd), and virtual cards that plug into them over loopback.

All daemons of one test process take turns on one socket (`tests/helpers/pcsc_socket.py`). vpcd is the TCP server and
the card its client: two bytes of length, then an APDU or a control byte.
"""

from __future__ import annotations

import shutil
import signal
import socket
import struct
import subprocess
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from devices.card_reader.interface import CardReader, CardReaderState
from devices.card_reader.virtual_card.card import VirtualCard
from devices.errors import CardSilentError
from tests.helpers import pcsc_socket
from tests.helpers.ports import free_port
from tests.helpers.waiting import wait_until

DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
DAEMON = shutil.which("pcscd") or "/usr/sbin/pcscd"
POWER_OFF, POWER_ON, RESET, ANSWER_TO_RESET = 0, 1, 2, 4


def missing() -> str:
    """What of the real components is not installed; empty when all is there."""
    return "" if DRIVER.exists() and Path(DAEMON).exists() else "pcscd and vsmartcard-vpcd are not installed"


@cache
def _without_login() -> tuple[str, ...]:
    """pcscd 2, as Debian 13 has it, asks polkit who may come in: without a login session that is nobody."""
    told = subprocess.run([DAEMON, "--help"], capture_output=True, text=True, check=False)
    return ("--disable-polkit",) if "--disable-polkit" in told.stdout + told.stderr else ()


class PcscDaemon:
    """pcscd on a private socket, with vpcd's two slots; a card plugs into the first."""

    def __init__(self, name: str = "Virtual PICC") -> None:
        self.name = name
        self.port = free_port(neighbours=1)  # vpcd opens two slots
        self.socket_path = pcsc_socket.SOCKET
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(pcsc_socket.FOLDER, ignore_errors=True)

    def start(self, *, with_reader: bool = True) -> None:
        """Bind the socket, hand it to the daemon as systemd would, wait until it answers."""
        configuration = pcsc_socket.FOLDER / "reader.conf.d"
        configuration.mkdir(parents=True, exist_ok=True)
        reader = (
            f'FRIENDLYNAME "{self.name}"\nDEVICENAME /dev/null:0x{self.port:04X}\n'
            f"LIBPATH {DRIVER}\nCHANNELID 0x{self.port:04X}\n"
        )
        (configuration / "vpcd").write_text(reader if with_reader else "")
        Path("/run/pcscd").mkdir(exist_ok=True)
        self.socket_path.unlink(missing_ok=True)
        pcsc_socket.take()
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(self.socket_path))
            listener.listen(16)
            handed = listener.fileno()
            # dash takes one digit after <&, and a test has more files open than that.
            script = f'export LISTEN_PID=$$ LISTEN_FDS=1; exec "$@" 3<&{handed}'
            with self._turn:  # the one before has ended
                self._process = subprocess.Popen(
                    [
                        "bash",
                        "-c",
                        script,
                        "bash",
                        DAEMON,
                        "--foreground",
                        *_without_login(),
                        "-c",
                        str(configuration),
                    ],
                    pass_fds=(handed,),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
        if with_reader:
            wait_until(lambda: _listens(self.port), "pcscd opens its virtual reader")

    @property
    def pid(self) -> int:
        """The daemon that runs now."""
        assert self._process is not None
        return self._process.pid

    def stop(self) -> None:
        """Kill the daemon as a crash would; the socket stays behind. Also called by the thread of a plugged card."""
        with self._turn:
            if self._process:
                self._process.send_signal(signal.SIGKILL)
                self._process.wait()
                self._process = None


class PluggedCard:
    """A virtual card plugged into a vpcd slot; a thread answers for it until it is pulled."""

    def __init__(self, card: VirtualCard, port: int) -> None:
        self._card = card
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._countdown: int | None = None
        self._action: Callable[[], None] = self.pull
        threading.Thread(target=self._serve, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.pull()

    def pull(self) -> None:
        """Take the card off the reader."""
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._socket.close()

    def after(self, exchanges: int, action: Callable[[], None]) -> None:
        """Instead of answering the command after so many more, do this: `pull`, or stop the daemon."""
        self._countdown, self._action = exchanges, action

    def _serve(self) -> None:
        try:
            while (message := self._receive()) is not None:
                if (answer := self._answer(message)) is not None:
                    self._socket.sendall(struct.pack(">H", len(answer)) + answer)
        except OSError:
            return

    def _answer(self, message: bytes) -> bytes | None:
        if len(message) == 1:
            if message[0] in (POWER_ON, RESET):
                self._card.reset()
            return self._card.atr if message[0] == ANSWER_TO_RESET else None
        if self._countdown is not None:
            self._countdown -= 1
            if self._countdown < 0:
                self._action()
                return None
        try:
            return self._card.transmit(message)
        except CardSilentError:
            return None

    def _receive(self) -> bytes | None:
        head = self._exactly(2)
        return self._exactly(struct.unpack(">H", head)[0]) if head else None

    def _exactly(self, size: int) -> bytes | None:
        data = b""
        while len(data) < size:
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            piece = self._socket.recv(size - len(data))
            if not piece:
                return None
            data += piece
        return data


def wait_for(reader: CardReader, state: CardReaderState) -> None:
    """Look until the reader says so: the daemon sees a card come or go some hundred milliseconds later."""
    wait_until(lambda: reader.state() is state, f"the reader says {state.value}", stands=reader.state)


def _listens(port: int) -> bool:
    """Whether the kernel lists a listener: connecting to look would count as a card."""
    wanted = f":{port:04X} "
    tables = [Path("/proc/net/tcp"), Path("/proc/net/tcp6")]
    rows = [line for table in tables if table.exists() for line in table.read_text().splitlines()]
    return any(wanted in row and " 0A " in row for row in rows)
