"""How a visit ends, what is left of it, and what a person reads when a portal will not."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kiosk.clock import Clock
from kiosk.filing.attachments import attachments
from kiosk.filing.entry import Attachment
from kiosk.filing.messages import Alive, Draft, Failed, Leave, Left, PortalVisit
from kiosk.i18n import Language, Text
from tests.portal import walks
from tests.portal.conftest import Start
from tests.portal.hand.started import Home, Started
from tests.portal.standins import hosts
from tests.portal.standins.portals import Portals
from tests.portal.test_visits import begin, begin_anywhere, kept
from tests.portal.visitor import FAMILY, visit_of
from tests.unit.kiosk.filing.test_attachments import page

PAPER = Attachment(
    name="giay-chung-sinh.pdf",
    says="Giấy chứng sinh",
    media_type="application/pdf",
    data=b"%PDF-1.4 " + b"x" * 300_000,
)
LARGE = Attachment(
    name="quyet-dinh.pdf", says="Quyết định dài", media_type="application/pdf", data=b"%PDF-1.4 " + b"x" * 2_500_000
)
PLACES = ("/tmp", "/var/tmp", "/dev/shm", "/run")
MARKED = (FAMILY.encode(), FAMILY.encode("utf-16-le"), b"0401850000")


@pytest.fixture
def visit(portals: Portals) -> PortalVisit:
    portals.begin("national-khai-sinh", hosts.NATIONAL)
    return visit_of("dang-ky-khai-sinh", attachments=(PAPER, LARGE))


def plain(name: str) -> str:
    """Words of the kiosk without what keeps them on a line."""
    return name.replace("\u00a0", " ").replace("\u2060", "")


def gone(started: Started) -> bool:
    """Whether nothing of it runs any more, within a few seconds."""
    ends = time.monotonic() + 10
    while started.processes():
        if time.monotonic() > ends:
            return False
        time.sleep(0.1)
    return True


def written_since(mark: float) -> Iterator[Path]:
    """Files of the machine's places for passing things that changed since then."""
    for place in PLACES:
        for folder, _, names in os.walk(place):
            for path in (Path(folder) / name for name in names):
                try:
                    if path.is_file() and path.stat().st_mtime >= mark and path.stat().st_uid != 0:
                        yield path
                except OSError:
                    continue


def holds_the_person(path: Path) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return any(mark in data for mark in MARKED)


def test_nothing_of_the_person_is_in_a_file_and_no_process_is_left(
    portals: Portals, start: Start, home: Home, visit: PortalVisit
) -> None:
    mark = Clock().seconds() - 1
    started, person = begin(portals, start, visit)
    walks.to_the_form(person, portals)
    person.press("Điền giúp tôi", 60)
    person.until(lambda: any(FAMILY in each for each in person.names()), "a value, large")
    started.say(Leave())
    assert isinstance(started.outcome(), Left)
    assert gone(started)
    found = [str(path) for path in written_since(mark) if holds_the_person(path)]
    assert found == []
    assert FAMILY not in started.complaints()
    asked = [each.path for each in portals.server.recorded.of(hosts.NATIONAL)]
    assert asked[-1] != "/api/bieu-mau"  # the page of the sign-out was opened after the form


@pytest.mark.slow
def test_the_next_visitor_is_not_signed_in_even_after_a_power_cut(
    portals: Portals, start: Start, home: Home, visit: PortalVisit
) -> None:
    started, person = begin(portals, start, visit)
    walks.to_the_form(person, portals)
    person.reads("Lưu và nộp hồ sơ")
    os.kill(started.process.pid, signal.SIGKILL)
    assert gone(started), "Chromium's own processes have outlived their parent"
    found = [path.name for path in home.folder.rglob("*") if path.is_file() and holds_the_person(path)]
    assert found == []
    _, next_one = begin(portals, start, visit)
    next_one.reads("Chọn cơ quan thực hiện")
    assert "Đăng xuất" not in next_one.page_text()
    next_one.look([], f"location.href = 'https://{hosts.NATIONAL}/nop-ho-so?ma=1'; 1")
    next_one.reads("Quét mã QR")


def processes_of_pages(started: Started) -> list[int]:
    """Those in which pages run: only they draw."""
    return [
        number
        for number in started.processes()
        if number != started.process.pid
        and any(task.read_text().strip() == "Compositor" for task in Path(f"/proc/{number}/task").glob("*/comm"))
    ]


@pytest.mark.slow
def test_a_page_whose_process_is_killed_is_told_and_opens_again(
    portals: Portals, start: Start, visit: PortalVisit
) -> None:
    started, person = begin(portals, start, visit)
    person.reads("Chọn cơ quan thực hiện")
    for number in processes_of_pages(started):
        os.kill(number, signal.SIGKILL)
    person.sees("portal.page-crashed")
    person.press("Mở lại trang")
    person.reads("Chọn cơ quan thực hiện")
    walks.choose_agency(person)
    person.reads("Quét mã QR")
    for number in processes_of_pages(started):
        os.kill(number, signal.SIGKILL)
    person.sees("portal.page-crashed")
    started.say(Leave())
    assert isinstance(started.outcome(), Failed), "what was in front at the end is told"
    assert gone(started)


@pytest.mark.slow
def test_silence_is_warned_of_and_ends_the_visit(portals: Portals, start: Start, visit: PortalVisit) -> None:
    started, person = begin(portals, start, msgspec.structs.replace(visit, silence_s=6))
    person.until(lambda: any("Hết giờ, máy đăng xuất" in each for each in person.names()), "the warning")
    assert isinstance(started.outcome(60), Left)


@pytest.mark.slow
def test_a_draft_is_told_as_a_draft(portals: Portals, start: Start, visit: PortalVisit) -> None:
    started, person = begin(portals, start, visit)
    walks.to_the_form(person, portals)
    person.reads("Lưu hồ sơ")
    person.tap("Lưu hồ sơ")
    person.reads("Hồ sơ nháp")
    time.sleep(2)
    started.say(Leave())
    assert isinstance(started.outcome(), Draft)


@pytest.mark.slow
def test_the_login_symbol_stands_large_and_is_renewed_when_spent(
    portals: Portals, start: Start, visit: PortalVisit, request: pytest.FixtureRequest
) -> None:
    pictures = request.config.getoption("--pictures")
    portals.habits.qr_life_s = 40 if pictures else 4
    _, person = begin(portals, start, visit)
    person.reads("Chọn cơ quan thực hiện")
    walks.choose_agency(person)
    person.sees("rồi quét mã này")
    kept(person, pictures, "login", visit.look)
    person.press("Lấy mã mới", 90)
    person.until(lambda: len(portals.pictures) > 1, "another picture")
    person.sees("Ông/")


@pytest.mark.slow
def test_a_scan_is_sent_when_the_page_asks_for_it_and_one_too_large_is_not_offered(
    portals: Portals, start: Start, visit: PortalVisit
) -> None:
    _, person = begin(portals, start, visit)
    walks.to_the_form(person, portals)
    person.reads("Lưu và nộp hồ sơ")
    person.tap("Tải lên file")
    person.sees("Chọn giấy để gửi lên trang")
    assert not person.can_press(LARGE.says)
    person.press(PAPER.says)
    person.reads(PAPER.name)
    assert [(each.name, each.length) for each in portals.uploads] == [(PAPER.name, len(PAPER.data))]
    person.until(lambda: any("Trang đã nhận" in plain(each) for each in person.names()), "word that it was taken")
    person.tap("Tải lên file")
    person.until(
        lambda: any("Trang đã nhận giấy này" in plain(each) for each in person.names()), "a warning of a second copy"
    )


@pytest.mark.slow
def test_a_paper_too_long_for_one_file_goes_as_several_and_one_that_no_file_holds_is_named(
    portals: Portals, start: Start, visit: PortalVisit
) -> None:
    rules = msgspec.structs.replace(visit.rules, largest_file=60_000)
    names = {"long": Text("Giấy báo tử", ""), "large": Text("Quyết định dài", "")}
    papers = attachments({"long": [page(300)] * 9, "large": [page(900)]}, names, rules, Language.VI)
    number = len(papers.files)
    assert number > 1
    assert papers.too_large == ("Quyết định dài",)
    _, person = begin(
        portals,
        start,
        msgspec.structs.replace(visit, rules=rules, attachments=papers.files, too_large=papers.too_large),
    )
    person.sees("Có giấy quá lớn, máy chưa gửi được")
    person.sees("Quyết định dài")
    person.press("Đã hiểu")
    walks.to_the_form(person, portals)
    for file in papers.files:
        person.reads("Lưu và nộp hồ sơ")
        person.tap("Tải lên file")
        person.sees("Chọn giấy để gửi lên trang")
        assert not person.can_press("Quyết định dài")
        person.press(file.says)
        person.reads(file.name)
    assert [(each.name, each.length) for each in portals.uploads] == [(f.name, len(f.data)) for f in papers.files]
    assert [each.says for each in papers.files] == [f"Giấy báo tử ({n}/{number})" for n in range(1, number + 1)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("habit", "words"), [("maintenance", "bảo trì"), ("wall", "người thật")], ids=["maintenance", "wall"]
)
def test_a_portal_that_will_not_is_told_in_plain_words(
    portals: Portals, start: Start, visit: PortalVisit, habit: str, words: str
) -> None:
    setattr(portals.habits, habit, True)
    started, person = begin(portals, start, visit)
    person.until(lambda: any(words in each.casefold() for each in person.names()), f"words about {habit}", 40)
    person.press("Kết thúc")
    person.until(lambda: person.can_press("Ở lại làm tiếp"), "the question")
    person.press("Kết thúc")
    told = started.outcome()
    assert isinstance(told, Failed | Left)


@pytest.mark.slow
def test_a_portal_out_of_reach_is_told_and_loads_again(portals: Portals, start: Start, visit: PortalVisit) -> None:
    portals.habits.offline = True
    started, person = begin_anywhere(portals, start, visit)
    person.sees("portal.offline")
    portals.habits.offline = False
    person.press("Tải lại trang")
    person.reads("Chọn cơ quan thực hiện")
    portals.habits.offline = True
    person.look([], "location.reload(); 1")
    person.sees("portal.offline")
    person.press("Kết thúc")
    person.until(lambda: person.can_press("Ở lại làm tiếp"), "the question")
    person.press("Kết thúc")
    assert isinstance(started.outcome(), Failed)


@pytest.mark.slow
def test_a_slow_portal_is_told_beside_the_page_until_it_is_there(
    portals: Portals, start: Start, visit: PortalVisit
) -> None:
    portals.habits.slow_s = 18.0
    _, person = begin_anywhere(portals, start, visit)
    person.sees("Trang đang tải chậm")
    assert not any("portal." in name for name in person.names()), "it only stands beside the page"
    person.reads("Chọn cơ quan thực hiện")
    person.until(lambda: not any("Trang đang tải chậm" in name for name in person.names()), "the note gone")


@pytest.mark.slow
def test_a_page_that_hangs_is_told_and_opens_again(portals: Portals, start: Start, visit: PortalVisit) -> None:
    started, person = begin(portals, start, visit)
    person.reads("Chọn cơ quan thực hiện")
    person.look([], "setTimeout(() => { for (;;); }, 50); 1", world=0)
    person.sees("portal.page-hung", 60)
    assert started.alive()
    person.press("Mở lại trang")
    person.reads("Chọn cơ quan thực hiện")
    started.say(Leave())
    assert isinstance(started.outcome(), Left)


@pytest.mark.slow
@pytest.mark.parametrize("words", ["Vui lòng chọn tệp nhỏ hơn 2MB", "Tệp không đúng định dạng cho phép"])
def test_a_file_that_the_portal_refuses_is_told_beside_the_page(
    portals: Portals, start: Start, visit: PortalVisit, words: str
) -> None:
    portals.habits.upload_error = words
    _, person = begin(portals, start, visit)
    walks.to_the_form(person, portals)
    person.reads("Lưu và nộp hồ sơ")
    person.tap("Tải lên file")
    person.press(PAPER.says)
    person.sees("Trang chưa nhận")
    assert words in person.page_text(), "the page itself stays in front"
    portals.habits.upload_error = ""
    person.tap("Tải lên file")
    person.press(PAPER.says)
    person.reads(PAPER.name)


@pytest.mark.slow
def test_a_session_that_has_ended_is_told(portals: Portals, start: Start) -> None:
    portals.begin("moj-tinh-trang-hon-nhan", hosts.JUSTICE)
    portals.habits.session_ends_after = 1
    _, person = begin(portals, start, visit_of("xac-nhan-tinh-trang-hon-nhan"))
    walks.to_the_form(person, portals)
    person.press("Điền giúp tôi", 60)
    person.until(lambda: person.can_press("Điền lại giúp tôi"), "the end of filling", 150)
    walks.file_it(person, portals)
    person.press("Mở lại từ đầu", 40)
    person.reads("Chọn cơ quan thực hiện")


@pytest.mark.slow
def test_a_payment_is_said_to_be_under_way_and_silence_does_not_end_it(portals: Portals, start: Start) -> None:
    portals.begin("police-tam-tru", hosts.POLICE)
    visit = msgspec.structs.replace(visit_of("dang-ky-tam-tru"), silence_s=20)
    started, person = begin(portals, start, visit)
    bank = f"https://{hosts.PAYMENT}/thanh-toan?don=x"
    person.until(
        lambda: person.address() == bank or not person.look([], f"location.href = '{bank}'; 1"), "the bank", 10
    )
    person.reads("Cổng thanh toán", 8)
    started.wait_for(lambda message: isinstance(message, Alive) and message.paying, 20)
    time.sleep(24)
    assert started.alive()
