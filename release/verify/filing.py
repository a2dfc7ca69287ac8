"""A whole filing in the installed packages: card, answers, official page, code, leaflet, wiped.

The kiosk runs as its unit starts it, under sway, the browser as its socket's unit; a person made up reads the screen,
points and types (`eyes`). Afterwards everything of the machine is searched for her, and for what the portal gave her.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from devices.card_reader.virtual_card.persona import Persona
from kiosk.clock import Clock
from kiosk.filing.messages import Look, PortalVisit, Ready
from kiosk.filing.page_rules import Rules
from kiosk.filing.wire import packed, read_from_portal
from release.verify.browser import TOLD_SYSTEMD, UNITS, connected, ended_for_memory
from release.verify.eyes import PersonAtTheScreen
from release.verify.machine import Machine, wait_for
from release.verify.practice import AUTHORITY, Practice, in_its_network, laid_down, practice
from release.verify.report import demand, report
from release.verify.use import papers_process, the_kiosk, up
from tests.helpers.personas import persona
from tests.helpers.sought_person import ON_THE_CARD
from tests.portal.standins import hosts
from tests.portal.standins.hostile import PLACE
from tests.prove import places
from tests.prove.forgetting import Searching

PHONE: Final = "0987612345"
COMMUNE: Final = "Xã Vân Tụ"
DETAIL: Final = "So 77 ngo Chim Se"
BOMB: Final = PortalVisit(
    procedure="x",
    rules=Rules(system="national", start=f"https://{hosts.NATIONAL}{PLACE}buffer-bomb", hosts=hosts.PORTALS),
    entries=(),
    look=Look(width=1280, height=720, fullscreen=True),
    silence_s=600,
)
HERE: Final = "Nộp qua mạng"
"""The button's first line, where it has two."""
ANSWERED: Final = "Ông/bà xem lại tờ khai"
YES, NO = (0.25, 0.65), (0.75, 0.65)
"""In the middle of the two large answers: words so short are not read for certain."""
PAGE: Final = 0.62
"""So much of a wide screen is the page's."""
MOST_PAGES: Final = 40
SURE: Final = "Bạn có chắc chắn muốn nộp hồ sơ"
"""What the residence page asks before it sends; "Trang chính thức" above it stands on every page of the guide."""
GONE_S: Final = 30
ENDED_S: Final = 180
"""From the tap on a page that fills its memory until it has ended."""
CRASHED: Final = "đóng đột ngột"
"""What the guide says of a page whose process was ended."""
SIGNED_OUT: Final = "/dang-xuat"
"""Where the practice portals sign out."""
LOOKED_THROUGH: Final = ("etc", "var", "run", "tmp", "home", "root", "dev/shm")


def filed_online(machine: Machine) -> None:
    """Play it in the machine's network, with a picture of each stop."""
    with tempfile.TemporaryDirectory(prefix="kiosk-verify-") as name:
        in_its_network(machine, lambda: _filed(machine, Path(name)))


def _filed(machine: Machine, folder: Path) -> None:
    person = persona(holder=ON_THE_CARD)
    with practice(machine, person, folder) as around:
        wait_for(lambda: up(machine), "the kiosk with its devices", 90)
        around.portals.begin("police-tam-tru", hosts.POLICE)
        at_screen = PersonAtTheScreen(machine)
        try:
            _play(machine, at_screen, person, around)
        finally:
            at_screen.keeps("filing-end.png")
            at_screen.close()
        secrets = {"code": around.portals.submitted[-1].code}
        _forgotten(machine, {**ON_THE_CARD, "phone": PHONE, "detail": DETAIL, **secrets})
        _bombed(machine, around)
        _portals_answer(machine)


def _play(machine: Machine, screen: PersonAtTheScreen, person: Persona, around: Practice) -> None:
    _show_the_card(screen, person)
    _answer(screen)
    _come_to_the_form(screen, around)
    shown = machine.run(UNITS).split()
    demand(shown, "the browser's unit while the page is in front")
    _have_it_filled(screen)
    _send(screen, around)
    code = around.portals.submitted[-1].code
    screen.waits_for(code)
    screen.keeps("filing-4-code.png")
    screen.touches("Xong, kết thúc")
    wait_for(lambda: not machine.run(UNITS).strip(), "the end of the browser's unit", GONE_S)
    _signed_out(around)
    _take_the_leaflet(machine, screen, around, code)
    report(
        "a filing in the installed packages, seen and touched under sway: card, answers, a dossier at the practice "
        f"portal, its code on the screen and on the leaflet, {shown[0]} gone (out/verify/filing-*.png)"
    )


def _show_the_card(screen: PersonAtTheScreen, person: Persona) -> None:
    screen.touches("Chạm vào đây để bắt đầu", then="Đăng ký tạm trú")
    screen.touches("Đăng ký tạm trú", then=HERE)
    screen.touches(HERE, then="Đồng ý và đọc thẻ")
    screen.touches("Đồng ý và đọc thẻ", then="số cuối")
    screen.types(person.holder.personal_number[-6:])
    with laid_down(person):
        screen.touches("Đọc thẻ", then="Đúng, điền tờ khai")
        screen.touches("Đúng, điền tờ khai", then="Ông/bà khai cho ai")


def _answers(screen: PersonAtTheScreen) -> Mapping[str, Callable[[], None]]:
    """Words of a question -> what the person does; every other one is right as it stands, or may stay empty."""
    year = Clock().today().year

    def address() -> None:
        screen.types(COMMUNE.removeprefix("Xã ").lower().replace("â", "a").replace("ụ", "u"))
        screen.touches(COMMUNE)
        screen.types(DETAIL)

    return {
        "Ông/bà khai cho ai": lambda: screen.touches("Cho tôi"),
        "Số điện thoại liên hệ là gì": lambda: screen.types(PHONE),
        "Ông/bà có phải là chủ hộ không": lambda: screen.points(*YES),
        "Đăng ký ở địa chỉ nào": address,
        "Tạm trú từ ngày nào": lambda: screen.types(f"0101{year + 1}"),
        "Tạm trú đến ngày nào": lambda: screen.types(f"0101{year + 2}"),
        "Có ai trong hộ cùng thay đổi không": lambda: screen.points(*NO),
    }


def _answer(screen: PersonAtTheScreen) -> None:
    """From the first question to the answers, all together."""
    left = dict(_answers(screen))
    for _ in range(MOST_PAGES):
        asked = screen.first_of(ANSWERED, *left, "Tiếp tục")
        if asked == ANSWERED:
            screen.keeps("filing-1-answers.png")
            return
        if asked in left:
            left.pop(asked)()
        screen.touches("Tiếp tục")
    screen.waits_for(ANSWERED)


def _come_to_the_form(screen: PersonAtTheScreen, around: Practice) -> None:
    screen.touches(HERE)
    screen.touches("Định danh điện tử cấp bởi", then="Quét mã QR", patience_s=180)
    screen.until(lambda: around.portals.pictures, "the picture of the login")
    screen.keeps("filing-2-login.png")
    around.portals.scan()
    screen.waits_for("Chọn trường hợp hồ sơ")
    screen.touches("Đăng ký tạm trú")
    screen.touches("Đồng ý", then="Cơ quan tiếp nhận")


def _have_it_filled(screen: PersonAtTheScreen) -> None:
    screen.touches("Điền giúp tôi")
    screen.waits_for("Điền lại giúp tôi", 300)
    screen.keeps("filing-3-filled.png")


def _send(screen: PersonAtTheScreen, around: Practice) -> None:
    """What the kiosk leaves to the person: the blank row, how the result is fetched, the pledge, sending, paying."""
    screen.touches_beside("Hình thức nhận kết quả", right=0.05, below=0.035, left_of=PAGE)
    screen.touches("Trực tiếp")
    screen.touches_across("Xóa", above="Thêm thành viên", left_of=PAGE)
    screen.touches_below("Tôi xin cam đoan các nội dung kê khai", left_of=PAGE)
    screen.touches_below("Nộp hồ sơ", left_of=PAGE)
    screen.waits_for(SURE)
    screen.touches_beside(SURE, right=0.43, below=0.12)  # the second button below the question
    screen.touches_beside("Cổng thanh toán", right=0.047, below=0.188, left_of=PAGE)  # not the button that closes it
    sent = around.portals.submitted
    screen.until(lambda: sent and not sent[-1].draft, "the dossier at the portal, paid for")


def _signed_out(around: Practice) -> None:
    """By the portal itself, not only by the browser's end. A session elsewhere ends with its cookie."""
    asked = [request.path for request in around.portals.server.recorded.requests]
    demand(SIGNED_OUT in asked, f"the portal's own sign-out: {asked[-5:]}")


def _take_the_leaflet(machine: Machine, screen: PersonAtTheScreen, around: Practice, code: str) -> None:
    screen.touches("In giấy có mã hồ sơ")
    screen.touches("Bắt đầu in")
    screen.touches("Tôi đã nhận đủ giấy", then=code)
    demand(papers_process(machine), "the process that set the leaflet")
    screen.keeps("filing-5-next-steps.png")
    paper = around.printer.papers()[-1]
    said = subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True, check=True).stdout
    demand(code in said, "the dossier's code on the leaflet")
    screen.touches("Kết thúc và xóa thông tin")
    screen.waits_for("Chạm vào đây để bắt đầu")  # the goodbye goes by itself
    wait_for(lambda: not papers_process(machine), "the end of the process that set her leaflet", GONE_S)


def _forgotten(machine: Machine, values: Mapping[str, str]) -> None:
    """Every process and every file of the machine, searched for everything that is hers."""
    searching = Searching(values)
    looks = [
        searching.look("filed", "memory", _memory(machine)),
        searching.look("filed", "files", _files(machine)),
    ]
    for look in looks:
        demand(not look.found, f"nothing of the person in {look.place}: {dict(look.found)}")
    searched = sum(look.searched for look in looks)
    report(
        f"afterwards nothing of the person in any process or file of the machine: {searched / 1e6:.0f} MB searched"
    )


def _portals_answer(machine: Machine) -> None:
    """The doctor tells which portals answer; of the content's hosts only the practice portals are there."""
    said = machine.run(f"SSL_CERT_FILE={AUTHORITY} kiosk-dvc doctor --json", check=False)
    found = {line["service"]: line for line in json.loads(said)}
    told = {name: found[name]["facts"] for name in ("browser", "official-pages")}
    answering = set(told["official-pages"].get("answering", "").split())
    demand(answering and answering <= set(hosts.PORTALS), f"the practice portals, and no other, answering: {told}")
    demand({"security_patch", "days"} <= set(told["browser"]), f"the patches' age: {told}")
    report(f"the doctor: Chromium's patches {told['browser']}; of the portals answer {' '.join(sorted(answering))}")


def _bombed(machine: Machine, around: Practice) -> None:
    """A page that fills two gigabytes ends, by itself or at the unit's limit, and the kiosk does not feel it."""
    around.portals.begin("national-khai-tu", hosts.NATIONAL)
    kiosk, limit = the_kiosk(machine), int(TOLD_SYSTEMD["MemoryMax"])
    with connected(machine, *hosts.PORTALS) as line:
        demand(isinstance(read_from_portal(line.recv), Ready), "the browser's first word")
        line.sendall(packed(BOMB))
        unit = machine.run(UNITS).strip()
        screen = PersonAtTheScreen(machine)
        try:
            screen.touches("Tiếp tục")
            wait_for(
                lambda: not machine.run(UNITS).strip() or screen.sees(CRASHED),
                "the end of a page that fills its memory",
                ENDED_S,
            )
            screen.keeps("filing-6-bomb.png")
        finally:
            screen.close()
    demand(the_kiosk(machine) == kiosk, "the same kiosk as before")
    how = f"by the kernel at the unit's {limit / 1e6:.0f} MB" if ended_for_memory(machine, unit) else "by itself"
    report(f"a page that fills its memory is ended {how}, the kiosk goes on")


def _memory(machine: Machine) -> Iterator[bytes]:
    for process in places.processes_below(machine.leader):
        try:
            yield from places.memory(process)
        except OSError:
            continue  # it has ended while others were looked at


def _files(machine: Machine) -> Iterator[bytes]:
    for name in LOOKED_THROUGH:
        yield from places.files(machine.opened / name)
