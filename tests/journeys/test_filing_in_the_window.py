"""Whole visits that file online, in the real window, with a portal's program that has no browser.

Card, answers, official page, dossier code, leaflet, wiped. The program with a real browser is played elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.filing.messages import Failed, Filed
from kiosk.session import Screen
from tests.helpers.fake_portal import Does, program
from tests.helpers.filing import CODE, MadeUpFiling
from tests.helpers.journey import answer_all
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from tests.helpers.pages import text_of
from tests.journeys.test_visit_in_the_window import canary_assets
from ui.visit.portal_line import ChildLine, PortalLine

ROOT = Path(__file__).resolve().parents[2]
PROCEDURE = "dang-ky-tam-tru"
HERE = "Nộp qua mạng ở đây"


@dataclass(slots=True)
class Program:
    """The program without a browser, doing as it is told."""

    does: Does = Does.FILE
    lines: list[ChildLine] = field(default_factory=list)

    def open(self) -> PortalLine:
        self.lines.append(ChildLine(program(self.does), {**os.environ, "PYTHONPATH": str(ROOT)}))
        return self.lines[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A window at which people may file online, and what they file with."""

    window: KioskWindow
    program: Program
    filing: MadeUpFiling

    def press(self, *names: str) -> None:
        for name in names:
            self.window.user.press(name)

    def at(self, screen: Screen) -> None:
        self.window.user.wait_for(lambda: self.window.app.visit.screen is screen, screen.name)


@pytest.fixture
def counter(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Counter]:
    assets, _ = canary_assets(tmp_path)
    started, filing = Program(), MadeUpFiling(offered=frozenset({PROCEDURE}))
    with kiosk_window(tmp_path, persona="canary", assets=assets, portal=started, filing=filing) as window:
        yield Counter(window=window, program=started, filing=filing)
        assert window.app.warnings == []


def come_to_the_questions(counter: Counter) -> None:
    """Choose the procedure, ask to file online, have the card read."""
    counter.press("Chạm vào đây để bắt đầu", "Đăng ký tạm trú", HERE, "Đồng ý và đọc thẻ")
    for digit in "987651":
        counter.window.user.press(digit)
    counter.press("Đọc thẻ")
    counter.window.reader.insert("canary")
    counter.press("Đúng, điền tờ khai")


def come_to_the_check(counter: Counter) -> None:
    come_to_the_questions(counter)
    visit = counter.window.app.visit
    visit.act(lambda: answer_all(visit.session))
    counter.at(Screen.CHECK)


def test_a_visit_from_the_card_to_the_code_on_paper_leaves_nothing_behind(
    counter: Counter, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    window = counter.window
    come_to_the_check(counter)
    counter.press(HERE)
    counter.at(Screen.NEXT_STEPS)
    outcome = window.app.visit.session.portal.outcome
    assert isinstance(outcome, Filed)
    assert outcome.filled > 5, "the answers reached the official page"
    assert window.user.sees(CODE)
    counter.press("In giấy có mã hồ sơ", "Bắt đầu in", "Tôi đã nhận đủ giấy")
    counter.at(Screen.NEXT_STEPS)
    papers = sorted(window.paper.iterdir())
    assert [path.name for path in papers] == ["001-leaflet.pdf"]
    assert CODE in text_of(papers[0].read_bytes())
    counter.press("Kết thúc và xóa thông tin")
    counter.at(Screen.END)
    assert window.app.visit.session.portal.outcome is None
    counted = window.station.counts.totals()
    assert counted["filing-filed", PROCEDURE] == 1
    assert counted["visit-finished", ""] == 1
    told = capfd.readouterr()
    left = {"output": (told.out + told.err).encode()}
    for path in tmp_path.rglob("*"):
        if path.is_file() and not path.is_relative_to(window.paper) and "assets" not in path.parts:
            left[path.name] = path.read_bytes()
    assert "counts.sqlite" in left
    values = ["Kiều Thị Hoàng Yến Chim", "040190987651", CODE]
    assert [(name, value) for name, content in left.items() for value in values if value.encode() in content] == []


def test_the_program_stands_by_while_the_procedure_is_read_and_knows_nobody(counter: Counter) -> None:
    counter.press("Chạm vào đây để bắt đầu", "Đăng ký tạm trú")
    counter.window.user.wait_for(lambda: counter.window.app.portal.stands, "the program to stand by")
    assert counter.filing.looks == []
    visit = counter.window.app.visit
    counter.press("Trang đầu")
    assert len(counter.program.lines) == 1
    visit.session.procedure = None


def test_the_official_page_looks_as_the_person_chose_to_see_the_kiosk(counter: Counter) -> None:
    come_to_the_check(counter)
    look = counter.window.app.look
    for name, value in (("theme", 2), ("textSize", 3)):
        look.setProperty(name, value)
    counter.press(HERE)
    counter.at(Screen.NEXT_STEPS)
    seen = counter.filing.looks[0]
    assert (seen.scheme, seen.text_size, seen.language) == ("high-contrast", 4, "vi")
    assert (seen.width, seen.height, seen.fullscreen) == (1080, 1920, False)


def test_a_browser_that_crashes_loses_no_answer_and_leaves_the_paper_way(counter: Counter) -> None:
    counter.program.does = Does.CRASH
    come_to_the_check(counter)
    counter.press(HERE)
    counter.window.user.wait_to_see("Trang chính thức bị đóng giữa chừng.")
    session = counter.window.app.visit.session
    assert isinstance(session.portal.outcome, Failed)
    assert session.form.is_complete
    counter.press("In tờ khai để nộp tại quầy", "Bắt đầu in", "Tôi đã nhận đủ giấy")
    assert [path.name for path in sorted(counter.window.paper.iterdir())] == [
        "001-declaration.pdf",
        "002-leaflet.pdf",
    ]


def test_closing_the_page_from_behind_it_is_leaving_and_it_can_be_opened_again(counter: Counter) -> None:
    counter.program.does = Does.STAY
    come_to_the_check(counter)
    counter.press(HERE)
    counter.window.user.wait_to_see("Đang nộp qua mạng…")
    counter.press("Đóng trang chính thức")
    counter.window.user.wait_to_see("Hồ sơ chưa nộp")
    counter.program.does = Does.FILE
    counter.press("Mở lại trang chính thức")
    counter.at(Screen.NEXT_STEPS)


def test_going_back_from_behind_the_page_closes_it(counter: Counter) -> None:
    counter.program.does = Does.STAY
    come_to_the_check(counter)
    counter.press(HERE)
    counter.window.user.wait_to_see("Đang nộp qua mạng…")
    counter.press("Quay lại")
    counter.at(Screen.CHECK)
    assert not counter.window.app.visit.session.portal.opened
    process = counter.program.lines[-1]
    counter.window.user.wait_for(lambda: process.over(0), "the process to end")


def test_the_end_of_the_visit_ends_the_page(counter: Counter) -> None:
    counter.program.does = Does.STAY
    come_to_the_check(counter)
    counter.press(HERE)
    counter.window.user.wait_to_see("Đang nộp qua mạng…")
    counter.window.app.inactivity.gone.emit()
    counter.at(Screen.END)
    process = counter.program.lines[-1]
    counter.window.user.wait_for(lambda: process.over(0), "the process to end")
    assert counter.window.station.counts.totals()["filing-left", PROCEDURE] == 1


def test_a_payment_holds_the_silence_of_the_kiosk(counter: Counter) -> None:
    counter.program.does = Does.PAY
    come_to_the_check(counter)
    counter.press(HERE)
    counter.window.user.wait_to_see("Đang nộp qua mạng…")
    inactivity = counter.window.app.inactivity
    before = inactivity._silence.last_touch
    counter.window.user.wait_for(lambda: inactivity._silence.last_touch > before, "a sign of life")


def test_without_the_program_the_page_of_the_procedure_is_as_before(qapp: QGuiApplication, tmp_path: Path) -> None:
    with kiosk_window(tmp_path, filing=MadeUpFiling(offered=frozenset({PROCEDURE}))) as window:
        for name in ("Chạm vào đây để bắt đầu", "Đăng ký tạm trú"):
            window.user.press(name)
        assert window.app.visit.screen is Screen.PROCEDURE
        assert not window.user.can_press(HERE)
