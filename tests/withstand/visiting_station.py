"""A station in a process of its own that plays visits as it is told, so that another process can look into its
memory.

Run with a folder for what it writes and, for real printing, the addresses of a queue and its device. Words come by
standard input, one a line: the name of an ending (`ENDINGS`, `ONLINE_ENDINGS`) plays a visit that ends so. What a
person keys in comes letter by letter as a number, so that no whole value is ever here but where the program itself
put it. The real reader and the real window; a printer that keeps nothing. How the portal's program is started stands
in `PORTAL_COMMAND`, as JSON. Says `rests` when the idle screen stands and no worker works.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from devices.card_reader.interface import CardReaderState
from devices.printer.interface import Printer, PrinterTrouble
from devices.printer.simulator import SimulatedPrinter
from devices.scanner.interface import Scanner
from devices.scanner.sane import SaneScanner
from kiosk.clock import Clock
from kiosk.filing.messages import Filed
from kiosk.forms.definition import QuestionKind
from kiosk.forms.journey import Journey
from kiosk.printing.job import PrintState
from kiosk.session import Screen
from kiosk.settings import Driver, Settings, read_settings
from kiosk.station.devices import scan_services
from kiosk.station.station import open_station
from ui.played.screen_user import ScreenUser
from ui.played.visit import COMMUNE, COMMUNE_TYPED, MOST_QUESTIONS, TOUCHED, TYPED
from ui.program.freed_memory import overwrite_what_is_freed
from ui.program.station import application
from ui.visit.portal_line import PortalProgram
from ui.visit.portal_program import ChildProgram
from ui.window.app import App, Shape

RESTS, CAN, MIDDLE, ONLINE, PRINTS = "rests", "can", "middle", "online", "prints"
"""What the station says: it rests; it asks for the digits on the card; it stands in the middle of a visit; the
official page is in front, and whoever looks on does there what the person does; a paper is printing, and whoever
looks on does to the printer what happens to it."""
FINISHED, LEFT, SILENT, LOST, CANCELLED, PRINTER_LOST, SCANNED, HALF = ENDINGS = (
    "finished", "left", "silent", "lost", "cancelled", "printer-lost", "scanned", "half",
)  # fmt: skip
"""The papers are taken; "Kết thúc" is pressed; nobody touches anything; the card is gone in the middle of its
reading; "Kết thúc" while the papers print; the same after the printer was gone in the middle of a paper; the same
with a page that was scanned; not at all, for the process is killed there."""
FILED, LEFT_ONLINE, SILENT_ONLINE, BROWSER_KILLED, KIOSK_KILLED = ONLINE_ENDINGS = (
    "filed",
    "left-online",
    "silent-online",
    "browser-killed",
    "kiosk-killed",
)
"""On the official page: the code is there; the person ends it; nobody touches it; kill -9 of the portal's process;
kill -9 of the kiosk's."""
PORTAL_COMMAND, PORTAL_SILENCE, SCAN_PAPER = "PORTAL_COMMAND", "PORTAL_SILENCE", "SCAN_PAPER"
"""Variables: how the portal's program is started; seconds of silence on the official page; a page to scan."""
LEASE = "Giấy tờ chứng minh chỗ ở hợp pháp, ví dụ hợp đồng thuê nhà"
"""A paper of the procedure, as the list of papers to scan calls it."""
END_OF_VALUE = 0
REST_MS = 1_200
PATIENCE_MS = 180_000


def heard() -> str:
    """The next line of standard input, read byte by byte: no buffer keeps what passed through it."""
    line = bytearray()
    while (byte := os.read(0, 1)) not in (b"\n", b""):
        line += byte
    return line.decode()


def say(word: str) -> None:
    """Tell the process that looks on."""
    os.write(1, f"{word}\n".encode())


class Visitor:
    """Plays whole visits in one window."""

    def __init__(self, app: App, printer: Printer) -> None:
        self._app, self._printer = app, printer
        self._user = ScreenUser(app.window, PATIENCE_MS)

    def visit(self, ending: str) -> None:
        """From the idle screen to the idle screen: card, declaration, paper, as far as this ending lets it come."""
        self._touch("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "Điền tờ khai")
        self._touch("Đồng ý và đọc thẻ")
        self._key_in(CAN, self._user.press)
        self._touch("Đọc thẻ")
        if ending == LOST:
            self._user.wait_for(lambda: self._app.visit.screen is Screen.LADDER, "the ladder")
            self._leave()
        else:
            self._touch("Đúng, điền tờ khai")
            self._fill()
            self._end(ending)
        self._user.wait_for(lambda: self._app.visit.screen is Screen.IDLE, "the idle screen")
        self._user.wait_for(lambda: not self._app.jobs.under_way, "the workers to rest")
        self._user.rest(REST_MS)

    def _fill(self) -> None:
        for _ in range(MOST_QUESTIONS):
            form = self._app.visit.session.form
            if self._app.visit.screen is not Screen.QUESTION or form.page is None or form.journey is None:
                break
            self._answer(form.journey, form.page.key, form.page.kind)

    def _end(self, ending: str) -> None:
        if ending == HALF:
            say(MIDDLE)
            heard()
        elif ending == LEFT:
            self._leave()
        elif ending == CANCELLED:
            self._touch("In giấy", "Bắt đầu in")
            self._leave()
        elif ending == PRINTER_LOST:
            self._lose_the_printer()
            self._leave()
        elif ending == SCANNED:
            self._scan()
            self._leave()
        elif ending in ONLINE_ENDINGS:
            self._file_online()
        elif ending == SILENT:
            self._app.inactivity.gone.emit()  # as after a minute and a half
            self._touch("Xong")
        else:
            self._touch("In giấy", "Bắt đầu in", "Tôi đã nhận đủ giấy", "Kết thúc và xóa thông tin", "Xong")

    def _lose_the_printer(self) -> None:
        self._touch("In giấy", "Bắt đầu in")
        self._user.wait_for(lambda: self._printing(PrintState.PRINTING), "a paper that prints")
        if isinstance(self._printer, SimulatedPrinter):
            self._printer.make(PrinterTrouble.OFFLINE)
        else:
            say(PRINTS)
            heard()
        self._user.wait_for(lambda: self._printing(PrintState.OFFLINE), "the printer to be missed")

    def _printing(self, state: PrintState) -> bool:
        return any(progress.state is state for progress in self._app.visit.session.paper.progress.values())

    def _scan(self) -> None:
        visit = self._app.visit
        visit.act(lambda: visit.session.choose_procedure("dang-ky-tam-tru"))
        self._touch("Quét giấy tờ", LEASE, "Quét trang này")
        self._user.wait_to_see("Trang 1:")

    def _copy(self) -> None:
        """What stands in the field goes to the clipboard, as Ctrl+C does it."""
        for key in (Qt.Key.Key_A, Qt.Key.Key_C):
            QTest.keyClick(self._app.window, key, Qt.KeyboardModifier.ControlModifier)

    def _file_online(self) -> None:
        """Everything on the official page is done from outside; here it is seen to end."""
        session = self._app.visit.session
        self._touch("Nộp qua mạng ở đây")
        self._user.wait_for(lambda: session.portal.painted or session.portal.outcome is not None, "the official page")
        say(ONLINE)
        self._user.wait_for(lambda: session.portal.outcome is not None, "the end of the official page")
        if isinstance(session.portal.outcome, Filed):
            self._touch("Kết thúc và xóa thông tin", "Xong")
        else:
            self._leave()

    def _leave(self) -> None:
        self._touch("Kết thúc")
        self._user.settle()
        self._app.shell.endNow()  # the answer has the name of the question
        self._touch("Xong")

    def _touch(self, *names: str) -> None:
        for name in names:
            self._user.press(name)

    def _key_in(self, question: str, give: Callable[[str], None]) -> None:
        """Ask for a value and hand each of its letters to the program as it comes."""
        say(question)
        while (number := int(heard())) != END_OF_VALUE:
            give(chr(number))

    def _answer(self, journey: Journey, key: str, kind: QuestionKind) -> None:
        answered = journey.answer(key) is not None
        if key in TOUCHED:
            self._touch(TOUCHED[key])
        elif kind is QuestionKind.DATE and not answered:
            for part in ("01", "01", f"{journey.context.today.year + 1}"):
                self._user.type(part)
        elif kind is QuestionKind.ADDRESS and not answered:
            self._user.type(COMMUNE_TYPED)
            self._touch(COMMUNE)
            self._user.settle()
            self._key_in(key, self._user.type)
        elif key in TYPED:
            self._key_in(key, self._user.type)
            self._copy()
        self._user.settle()
        self._touch("Tiếp tục" if self._user.can_press("Tiếp tục") else "Bỏ qua, tiếp tục")


def settings_of(folder: Path, queue: str, device: str) -> Settings:
    """The real reader and, where its address is given, a real queue; else a printer that keeps nothing."""
    settings = read_settings(overrides=folder / "none")
    devices = settings.devices
    reader = msgspec.structs.replace(devices.card_reader, driver=Driver.PCSC)
    kept = {"driver": Driver.IPP, "uri": queue, "device_uri": device} if queue else {"driver": Driver.SIMULATOR}
    printer = msgspec.structs.replace(devices.printer, **{"folder": "", **kept})
    scanner = msgspec.structs.replace(devices.scanner, driver=Driver.SIMULATOR, folder="", lease="")
    silence = int(os.environ.get(PORTAL_SILENCE) or settings.kiosk.portal.silence)
    kiosk = msgspec.structs.replace(
        settings.kiosk, portal=msgspec.structs.replace(settings.kiosk.portal, silence=silence)
    )
    devices = msgspec.structs.replace(devices, card_reader=reader, printer=printer, scanner=scanner)
    return msgspec.structs.replace(settings, kiosk=kiosk, devices=devices)


def portal_of_environment() -> PortalProgram | None:
    """The portal's program as whoever looks on wants it started; none is asked for here by itself."""
    told = os.environ.get(PORTAL_COMMAND)
    return ChildProgram(command=tuple(json.loads(told)), modules=None) if told else None


def scanner_of(simulated: Scanner) -> Scanner:
    """SANE's own program with the paper of `SCAN_PAPER` under its lid, where that is given."""
    paper = os.environ.get(SCAN_PAPER)
    if not paper:
        return simulated
    return SaneScanner("pnm:0", extra=["--filename", paper], environment={"SANE_CONFIG_DIR": str(Path(paper).parent)})


def main(folder: Path, queue: str = "", device: str = "") -> None:
    """Open the station and do what is asked until standard input ends."""
    application()
    settings = settings_of(folder, queue, device)
    station = open_station(settings, Clock(), state=folder / "state")
    shape = Shape(size=QSize(1080, 1920), pixels_per_mm=4.0, motion=False)
    services = replace(station.services, scanning=scan_services(settings, scanner_of(station.scanner), Clock()))
    app = App(services, station.card_reader, settings.devices, shape, portal=portal_of_environment())
    app.look.setProperty("doubleTapGuard", 0)
    visitor = Visitor(app, station.printer)
    ScreenUser(app.window).wait_for(
        lambda: station.card_reader.state() is not CardReaderState.SERVICE_ABSENT, "the real daemon"
    )
    say(RESTS)
    while (ending := heard()) in (*ENDINGS, *ONLINE_ENDINGS):
        visitor.visit(ending)
        if isinstance(station.printer, SimulatedPrinter):
            station.printer.mend()
        say(RESTS)
    app.close()
    station.close()


if __name__ == "__main__":
    overwrite_what_is_freed()  # as `run` does
    main(Path(sys.argv[1]), *sys.argv[2:])
