"""One filing from its first address to its one outcome, on a page that is played; no browser is needed."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.filing.entry import Attachment, Entry, GuestEntries
from kiosk.filing.messages import Draft, Failed, Filed, Left, Outcome, PortalVisit
from kiosk.filing.page_rules import Actor, PortalStep, Rules, Secrecy
from tests.unit.ui.portal.pages_played import ADDRESS, PlayedPage, text
from ui.portal.boxes import Boxes
from ui.portal.fault import Fault
from ui.portal.guide_state import FaultWords
from ui.portal.link import PageLink
from ui.portal.loading import BEGUN, DONE, FAILED
from ui.portal.native_lists import NativeLists
from ui.portal.page import PortalPage
from ui.portal.papers import PapersInMemory
from ui.portal.portal_model import Ask, FilingViewModel, Front
from ui.portal.running import RunningVisit
from ui.portal.work import Script

SIGN_OUT = "https://dichvucong.gov.vn/dang-xuat"
RULES = Rules(
    system="page",
    start="https://dichvucong.gov.vn/",
    hosts=("dichvucong.gov.vn",),
    sign_out=SIGN_OUT,
    steps=(
        PortalStep(id="form", says="Điền tờ khai", actor=Actor.KIOSK, words=("Tờ khai",)),
        PortalStep(id="pay", says="Trả phí", secrecy=Secrecy.PAYMENT, words=("Cổng thanh toán",)),
    ),
    success_words=("Nộp thành công",),
    success_addresses=("nop-ho-so",),
    draft_words=("Đã lưu nháp",),
    code_patterns=(r"H\d\d\.\d\d-\d{6}-\d{4}",),
    maintenance_words=("đang bảo trì",),
    refusal_words=("Tệp quá lớn",),
)
NAME = Entry(id="ten", says="Họ tên", value="THỬ", labels=("Họ tên",))
PAPER = Attachment(name="giay.pdf", says="Giấy", media_type="application/pdf", data=b"%PDF-1.4 ...")


class Played:
    """A running visit in front of a played page; the link's signals are answered as QML would."""

    def __init__(
        self, page: PlayedPage, too_large: tuple[str, ...] = (), guests: tuple[GuestEntries, ...] = ()
    ) -> None:
        self.page, self.link, self.model = page, PageLink(), FilingViewModel()
        self.opened: list[str] = []
        self.answers: list[bool] = []
        self.files: list[list[str]] = []
        self.remade = 0
        self.outcomes: list[Outcome] = []
        self.silent = False
        link = self.link
        link.treeAsked.connect(lambda: link.tree([{"path": [], "address": page.address}]))
        link.scriptAsked.connect(self._answer)
        link.opened.connect(self.opened.append)
        link.remade.connect(self._remake)
        link.dialogAnswered.connect(self.answers.append)
        link.filesGiven.connect(self.files.append)
        visit = PortalVisit(
            procedure="p", rules=RULES, entries=(NAME,), attachments=(PAPER,), too_large=too_large, guests=guests
        )
        self.running = RunningVisit(
            visit,
            link,
            PortalPage(link, page),
            self.model,
            lambda fault: FaultWords(title=fault.value, remedy="làm lại", staff=""),
        )
        self.papers = PapersInMemory()
        self.boxes = Boxes(self.running, self.papers)
        self.lists = NativeLists(self.running)
        self.running.ended.connect(self.outcomes.append)

    def begin(self) -> None:
        self.running.begin()
        self.loaded()

    def loaded(self, status: int = DONE, code: int = 0) -> None:
        self.link.loadingTold.emit(BEGUN, 0, self.page.address)
        self.link.loadingTold.emit(status, code, self.page.address)

    def _answer(self, frame: list[int], code: str, number: int) -> None:
        if not self.silent:
            told = self.page.answer(Script(frame=tuple(frame), code=code))
            QTimer.singleShot(0, self.running, lambda: self.link.answered(number, told))

    def _remake(self) -> None:
        self.remade += 1


@pytest.fixture
def played(qapp: object) -> Iterator[Played]:
    front = Played(PlayedPage([text("ten", "Họ tên")], says="Tờ khai"))
    yield front
    front.running.end()
    front.papers.forget()


def test_the_guide_says_the_step_and_fills_when_it_is_asked(played: Played, qtbot: QtBot) -> None:
    played.begin()
    assert played.opened == [RULES.start]
    qtbot.waitUntil(lambda: played.model.props.can_fill)
    assert (played.model.props.step, played.model.props.host) == ("Điền tờ khai", "dichvucong.gov.vn")
    played.model.fillAsked.emit()
    qtbot.waitUntil(lambda: played.model.props.filled_once)
    assert played.page.named("ten")["value"] == "THỬ"
    qtbot.waitUntil(lambda: played.running.ending.filled == {"ten"}, timeout=5000)


def test_another_step_of_the_form_is_offered_to_be_filled_as_the_first_was(played: Played, qtbot: QtBot) -> None:
    born = Entry(id="sinh", says="Ngày sinh", value="01/02/1990", labels=("Ngày sinh",))
    played.running.visit = msgspec.structs.replace(played.running.visit, entries=(NAME, born))
    first, second = played.page.controls, [text("sinh", "Ngày sinh")]
    played.begin()
    qtbot.waitUntil(lambda: played.model.props.can_fill)
    played.model.fillAsked.emit()
    qtbot.waitUntil(lambda: played.model.props.filled_once)
    played.page.controls = second
    played.running.look()
    qtbot.waitUntil(lambda: not played.model.props.filled_once, timeout=5000)
    played.model.fillAsked.emit()
    qtbot.waitUntil(lambda: played.model.props.filled_once)
    assert played.page.named("sinh")["value"] == "01/02/1990"
    played.page.controls = first
    qtbot.waitUntil(lambda: played.running.sight.shown[0].entry.id == "ten", timeout=5000)
    assert played.model.props.filled_once, "that one was filled before"


def test_a_code_with_its_result_phrase_is_shown_and_is_the_outcome(played: Played, qtbot: QtBot) -> None:
    played.page.says = "Nộp thành công. Mã hồ sơ: H41.12-261129-0042"
    played.begin()
    qtbot.waitUntil(lambda: played.model.props.front is Front.FILED)
    assert played.model.props.code == "H41.12-261129-0042"
    played.model.ended.emit()
    qtbot.waitUntil(lambda: played.opened[-1] == SIGN_OUT)
    played.loaded()
    qtbot.waitUntil(lambda: bool(played.outcomes))
    assert played.outcomes == [Filed(code="H41.12-261129-0042")]


def test_the_page_s_own_button_signs_out_before_the_portal_s_address_is_opened(played: Played, qtbot: QtBot) -> None:
    played.page.way_out = True
    played.begin()
    played.running.end()
    qtbot.waitUntil(lambda: "signed out" in played.page.log)
    assert played.opened == [RULES.start]
    played.loaded()
    assert played.opened[-1] == SIGN_OUT
    played.loaded()
    qtbot.waitUntil(lambda: played.page.log.count("signed out") == 2)
    assert played.outcomes == []
    played.loaded()
    qtbot.waitUntil(lambda: bool(played.outcomes))


def test_it_ends_once_even_when_the_sign_out_never_answers(played: Played, qtbot: QtBot) -> None:
    played.page.says = "Đã lưu nháp"
    played.begin()
    qtbot.waitUntil(lambda: played.running.ending.draft)
    played.running.end()
    played.running.end()
    qtbot.waitUntil(lambda: bool(played.outcomes), timeout=6000)
    assert played.outcomes == [Draft()]


def test_a_page_that_does_not_load_says_so_and_the_outcome_carries_its_code(played: Played, qtbot: QtBot) -> None:
    played.begin()
    played.loaded(FAILED, -106)
    assert played.model.props.front is Front.FAULT
    assert played.model.props.fault_title == "portal.offline"
    played.model.ended.emit()
    played.loaded()
    qtbot.waitUntil(lambda: bool(played.outcomes))
    assert played.outcomes == [Failed(reason="portal.offline")]


def test_a_fault_ends_with_the_page_that_loads_again(played: Played) -> None:
    played.begin()
    played.loaded(FAILED, -106)
    played.model.faultActed.emit()
    played.loaded()
    assert played.model.props.front is Front.PAGE


def test_what_never_loaded_is_opened_and_what_stood_there_is_loaded_again(played: Played) -> None:
    reloaded: list[None] = []
    played.link.reloaded.connect(lambda: reloaded.append(None))
    played.running.begin()
    played.loaded(FAILED, -106)
    played.model.faultActed.emit()
    assert (played.opened, reloaded) == ([RULES.start, RULES.start], [])
    played.loaded()
    played.loaded(FAILED, -106)
    played.model.faultActed.emit()
    assert (played.opened, reloaded) == ([RULES.start, RULES.start], [None])


def test_a_crashed_page_is_made_anew_where_it_was(played: Played) -> None:
    played.begin()
    played.link.crashed.emit()
    assert played.model.props.fault_title == Fault.CRASHED.value
    played.model.faultActed.emit()
    assert (played.remade, played.opened[-1]) == (1, ADDRESS)


def test_a_page_that_does_not_answer_is_called_hung_and_is_forgiven_when_it_does(
    played: Played, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.portal.work.ANSWER_MS", 50)
    played.silent = True
    played.begin()
    qtbot.waitUntil(lambda: played.running.fault is Fault.HUNG)
    played.silent = False
    qtbot.waitUntil(lambda: played.model.props.front is Front.PAGE, timeout=5000)


def test_maintenance_covers_the_page_and_a_refusal_stands_beside_it(played: Played, qtbot: QtBot) -> None:
    played.page.says = "Hệ thống đang bảo trì"
    played.begin()
    qtbot.waitUntil(lambda: played.running.fault is Fault.MAINTENANCE)
    played.page.says = "Tờ khai. Tệp quá lớn"
    qtbot.waitUntil(lambda: played.model.props.note == Fault.REFUSED.value, timeout=5000)
    assert played.model.props.front is Front.PAGE


def test_a_payment_is_told_so_that_nothing_ends_it(played: Played, qtbot: QtBot) -> None:
    played.page.says = "Cổng thanh toán"
    played.begin()
    qtbot.waitUntil(lambda: played.running.paying)
    assert not played.model.props.can_fill
    played.page.says = "Tờ khai"
    played.link.popupShown.emit(True)
    assert played.running.paying


def test_a_question_of_the_page_waits_for_the_person_and_typing_boxes_are_refused(played: Played) -> None:
    played.begin()
    played.link.dialogOpened.emit(1, "Nộp luôn?")
    assert (played.model.props.ask, played.model.props.ask_words) == (Ask.CONFIRM, "Nộp luôn?")
    played.model.answered.emit(False)
    played.link.dialogOpened.emit(2, "Nhập passcode")
    assert (played.answers, played.model.props.ask) == ([False, False], None)


def test_a_page_that_asks_without_end_is_stopped(played: Played) -> None:
    played.begin()
    for _ in range(5):
        played.link.dialogOpened.emit(1, "Chắc không?")
        played.model.answered.emit(True)
    assert played.running.fault is Fault.NAGGING


def test_the_end_is_asked_once_and_leaving_without_anything_is_said_so(played: Played, qtbot: QtBot) -> None:
    played.begin()
    played.model.endAsked.emit()
    assert played.model.props.ask is Ask.END
    played.model.answered.emit(False)
    assert played.model.props.ask is None
    played.model.endAsked.emit()
    played.model.answered.emit(True)
    assert played.model.props.front is Front.ENDING
    played.loaded()
    qtbot.waitUntil(lambda: bool(played.outcomes))
    assert played.outcomes == [Left()]


def test_only_a_paper_of_the_visit_is_given_to_the_page_and_its_bytes_are_the_same(played: Played) -> None:
    played.begin()
    played.link.chooserOpened.emit(False, ["application/pdf"])
    assert [(row.says, row.fits) for row in played.model.paper_list.rows] == [("Giấy", True)]
    played.model.fileChosen.emit(0)
    ((path,),) = played.files
    with open(path, "rb") as given:  # noqa: PTH123 as Chromium opens it
        assert given.read() == PAPER.data
    assert path.endswith("/giay.pdf")
    played.link.chooserOpened.emit(False, ["image/png"])
    played.model.fileChosen.emit(0)
    played.model.fileChosen.emit(0)
    assert played.files[1:] == [[]]


def test_a_paper_that_is_too_large_is_named_beside_the_page_and_in_its_chooser(qapp: object) -> None:
    front = Played(PlayedPage([text("ten", "Họ tên")], says="Tờ khai"), too_large=("Giấy báo tử",))
    front.begin()
    assert (front.model.props.too_large, front.model.props.largest_mb) == ("Giấy báo tử", 2)
    front.link.chooserOpened.emit(False, [])
    assert [(row.says, row.fits, row.too_large) for row in front.model.paper_list.rows] == [
        ("Giấy", True, False),
        ("Giấy báo tử", False, True),
    ]
    front.model.fileChosen.emit(-2)
    assert front.files == [[]]
    front.model.tooLargeTaken.emit()
    assert front.model.props.too_large == ""
    front.running.end()


def test_what_the_person_types_is_counted_and_what_stood_there_is_not(played: Played, qtbot: QtBot) -> None:
    played.begin()
    qtbot.waitUntil(lambda: played.model.props.can_fill)
    played.page.named("ten")["value"] = "THỬ"
    qtbot.waitUntil(lambda: played.running.ending.by_hand == {"ten"}, timeout=5000)
    standing = Played(PlayedPage([text("ten", "Họ tên", value="THỬ")], says="Tờ khai"))
    standing.begin()
    qtbot.waitUntil(lambda: standing.model.props.can_fill)
    assert standing.running.ending.by_hand == set()
    standing.running.end()


def test_a_value_that_does_not_stay_is_left_with_the_cursor_in_its_field(played: Played, qtbot: QtBot) -> None:
    played.page.habit = lambda page, name: page.named(name).update(value="")
    played.begin()
    qtbot.waitUntil(lambda: played.model.props.can_fill)
    played.model.mendAsked.emit("ten")
    qtbot.waitUntil(lambda: played.model.props.filled_once, timeout=10000)
    assert played.page.tapped[-1] == 0


def test_a_native_list_of_the_page_is_shown_by_the_kiosk(played: Played, qtbot: QtBot) -> None:
    played.begin()
    played.lists.touched()
    played.page.native = {"says": "Giới tính", "rows": ["Nam", "", "Nữ"], "chosen": 0}
    qtbot.waitUntil(lambda: played.model.props.choosing_row)
    assert [(row.key, row.says, row.chosen) for row in played.model.row_list.rows] == [
        (0, "Nam", True),
        (2, "Nữ", False),
    ]
    played.model.rowChosen.emit(2)
    qtbot.waitUntil(lambda: played.page.picked == [2])
    assert not played.model.props.choosing_row


def test_a_page_that_does_not_change_is_scanned_only_now_and_then(
    played: Played, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.portal.looking.LOOK_MS", 10)
    played.page.quiet_ms = 60_000
    looks: list[int] = []
    played.begin()
    qtbot.waitUntil(lambda: played.model.props.can_fill)
    for _ in range(5):
        asked = played.page.scans
        with qtbot.waitSignal(played.link.scriptAsked):
            played.running.look()
        qtbot.wait(20)
        looks.append(played.page.scans - asked)
    assert 0 < sum(looks) < 5


def test_the_guests_of_a_list_take_the_pages_dialog_one_after_the_other(qapp: object, qtbot: QtBot) -> None:
    rooms = [Entry(id=f"phong.{turn}", says="Số phòng", value=f"20{turn}", labels=("Số phòng",)) for turn in (1, 2)]
    guests = tuple(GuestEntries(name=f"Khách {turn}", entries=(room,)) for turn, room in enumerate(rooms, start=1))
    front = Played(PlayedPage([text("phong", "Số phòng")], says="Tờ khai"), guests=guests)
    front.begin()
    shown = front.model.props
    assert (shown.guest, shown.guests, shown.guest_name) == (1, 2, "Khách 1")
    front.model.guestAsked.emit(-1)
    assert front.model.props.guest == 1, "before the first there is nobody"
    qtbot.waitUntil(lambda: front.model.props.can_fill)
    front.model.fillAsked.emit()
    qtbot.waitUntil(lambda: front.model.props.filled_once)
    assert front.page.named("phong")["value"] == "201"
    front.model.guestAsked.emit(1)
    assert (front.model.props.guest_name, front.model.props.filled_once) == ("Khách 2", False)
    front.model.guestAsked.emit(1)
    assert front.model.props.guest == 2, "after the last there is nobody"
    assert "Khách 2" not in repr(front.model.props)
    front.running.end()
    front.papers.forget()
