"""Ways out, boxes of the page, faults, the outcome and the guide's rows: what the program decides by itself."""

from __future__ import annotations

import pytest

from kiosk.filing.entry import Attachment, ControlKind, Entry
from kiosk.filing.messages import Draft, Failed, Filed, Left, PortalVisit
from kiosk.filing.outcome import Judged, PageSays
from kiosk.filing.page_rules import Actor, PortalStep, Rules, Secrecy
from tests.unit.ui.portal.pages_played import ADDRESS, MAIN, PlayedPage, controls_of, text
from ui.portal.dialogs import MOST, DialogCount, DialogFate, DialogKind
from ui.portal.ending import Ending
from ui.portal.fault import ABORTED, Fault, of_loading
from ui.portal.frames import Frame, FrameBox, place_of
from ui.portal.guide_state import derive
from ui.portal.page import FrameWords, PageScan
from ui.portal.papers import offered
from ui.portal.portal_model import FilingProps
from ui.portal.shown_rows import RowState, rows_of
from ui.portal.sight import Sight, sight
from ui.portal.ways_out import WaysOut

RULES = Rules(
    system="page",
    start="https://dichvucong.gov.vn/",
    hosts=("dichvucong.gov.vn", "sso.dancuquocgia.gov.vn", "pay.vietcombank.com.vn"),
    login_hosts=("sso.dancuquocgia.gov.vn",),
    payment_hosts=("pay.vietcombank.com.vn",),
    resource_hosts=("cdn.gov.vn",),
    steps=(PortalStep(id="form", says="Điền tờ khai", actor=Actor.KIOSK, words=("Tờ khai",)),),
)
NAME = Entry(id="ten", says="Họ tên", value="THỬ", labels=("Họ tên",))
SECRET = "KIỀU HOÀNG YẾN CHIM"


def seen(page: PlayedPage, *entries: Entry, words: str = "Tờ khai", address: str = ADDRESS) -> Sight:
    scan = PageScan(frames=(MAIN,), controls=controls_of(page), quiet_ms=500)
    visit = PortalVisit(procedure="p", rules=RULES, entries=entries)
    return sight(visit, scan, (FrameWords(address=address, words=words),))


# ------------------------------------------------------------------------------------------ ways out


def test_before_a_visit_is_known_nothing_may_be_opened() -> None:
    ways = WaysOut()
    assert ways.page("about:blank")
    assert not ways.page("https://dichvucong.gov.vn/")
    assert not ways.resource("https://dichvucong.gov.vn/a.js")
    assert not ways.popup("https://pay.vietcombank.com.vn/")


def test_a_visit_opens_its_hosts_and_windows_only_for_payment() -> None:
    ways = WaysOut()
    ways.follow(RULES)
    assert ways.page("https://dichvucong.gov.vn/x")
    assert not ways.page("https://cdn.gov.vn/x")
    assert ways.resource("https://cdn.gov.vn/a.js")
    assert ways.popup("https://pay.vietcombank.com.vn/pay")
    assert not ways.popup("https://dichvucong.gov.vn/")
    for address in ("view-source:https://dichvucong.gov.vn/", "file:///etc/passwd", "http://dichvucong.gov.vn/", ""):
        assert not ways.page(address)


# ------------------------------------------------------------------------------------------ boxes


def test_a_box_is_shown_a_box_to_type_in_is_refused_and_leaving_is_agreed_to() -> None:
    count = DialogCount()
    assert count.judge(DialogKind.ALERT, 0) is DialogFate.SHOW
    assert count.judge(DialogKind.CONFIRM, 1) is DialogFate.SHOW
    assert count.judge(DialogKind.PROMPT, 2) is DialogFate.REFUSE
    assert count.judge(DialogKind.LEAVING, 3) is DialogFate.AGREE


def test_a_page_that_asks_without_end_is_stopped_and_later_boxes_are_shown_again() -> None:
    count = DialogCount()
    fates = [count.judge(DialogKind.CONFIRM, second / 10) for second in range(MOST + 3)]
    assert fates == [DialogFate.SHOW] * MOST + [DialogFate.NAG] * 3
    assert count.judge(DialogKind.CONFIRM, 60) is DialogFate.SHOW


# ------------------------------------------------------------------------------------------ faults and the outcome


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (0, None),
        (ABORTED, None),
        (-106, Fault.OFFLINE),
        (-105, Fault.OFFLINE),
        (-7, Fault.OFFLINE),
        (-201, Fault.NOT_SECURE),
        (-200, Fault.NOT_SECURE),
        (503, Fault.MAINTENANCE),
        (403, None),
        (429, None),
        (404, Fault.NOT_FOUND),
        (-20, Fault.NOT_FOUND),
    ],
)
def test_each_error_of_loading_is_a_fault_of_its_own(code: int, fault: Fault | None) -> None:
    assert of_loading(code) is fault


def test_a_code_once_seen_stays_whatever_comes_after() -> None:
    ending = Ending(filled={"a", "b"}, by_hand={"c"}, stale_hosts={"z.vn", "a.vn"})
    ending.saw(Sight(judged=Judged(says=PageSays.DRAFT)), ())
    assert isinstance(ending.outcome(), Draft)
    ending.saw(Sight(judged=Judged(says=PageSays.FILED, code="H41.12-261129-0042")), ())
    ending.saw(Sight(judged=Judged(says=PageSays.NOTHING)), ())
    outcome = ending.outcome(Fault.CRASHED)
    assert outcome == Filed(code="H41.12-261129-0042", stale_hosts=("a.vn", "z.vn"), filled=2, typed=1)
    assert "H41" not in repr(ending)


def test_without_code_or_draft_a_fault_in_front_is_the_outcome_and_a_note_is_none() -> None:
    assert Ending().outcome() == Left()
    assert Ending().outcome(Fault.REFUSED) == Left()
    assert Ending().outcome(Fault.OFFLINE) == Failed(reason="portal.offline")


# ------------------------------------------------------------------------------------------ what the page means


def test_a_page_that_asks_for_a_passcode_in_a_text_field_is_behind_the_curtain_and_shows_no_value() -> None:
    page = PlayedPage([text("ten", "Họ tên"), text("x", "Nhập passcode")])
    found = seen(page, NAME)
    assert found.secrecy in {Secrecy.CODE, Secrecy.LOGIN}
    assert rows_of(found) == ()


def test_a_page_of_the_login_or_the_payment_is_behind_the_curtain() -> None:
    for address, why in (
        ("https://sso.dancuquocgia.gov.vn/auth", Secrecy.LOGIN),
        ("https://pay.vietcombank.com.vn/x", Secrecy.PAYMENT),
    ):
        assert seen(PlayedPage([]), NAME, words="", address=address).secrecy is why


def test_a_form_that_the_map_does_not_know_is_stale_and_its_values_stand_to_be_typed() -> None:
    strange = PlayedPage([text(f"f{n}", f"Ô lạ {n}") for n in range(5)])
    found = seen(strange, NAME, Entry(id="b", says="B", value="1", labels=("Bê",)))
    assert found.stale_host == "dichvucong.gov.vn"
    assert [row.stands for row in rows_of(found)] == [RowState.ELSEWHERE] * 2
    known = PlayedPage([text("ten", "Họ tên"), *strange.controls])
    assert seen(known, NAME).stale_host == ""


def test_a_value_whose_field_nobody_knows_stands_below_those_of_the_page_to_be_typed() -> None:
    notice = Entry(id="b", says="Giấy báo tử", value="12/2026")
    found = rows_of(seen(PlayedPage([text("ten", "Họ tên")]), notice, NAME))
    assert [(row.key, row.stands) for row in found] == [
        (NAME.id, RowState.TO_DO),
        ("b", RowState.ELSEWHERE),
    ]


def test_the_value_of_the_field_with_the_cursor_is_named_and_none_where_nobody_knows_the_field() -> None:
    page = PlayedPage([text("ten", "Họ tên"), text("x", "Ô lạ")])
    scan = PageScan(frames=(MAIN,), controls=controls_of(page), quiet_ms=500)
    visit = PortalVisit(procedure="p", rules=RULES, entries=(NAME,))
    for cursor, named in (((0, 0), NAME.id), ((0, 1), ""), ((1, 0), ""), (None, "")):
        words = FrameWords(address=ADDRESS, words="Tờ khai", cursor=cursor)
        found = sight(visit, scan, (words,))
        assert found.at_cursor == derive(FilingProps(), found, "").at_cursor == named


def test_a_paper_that_the_page_names_is_taken_also_where_nobody_sees_its_control() -> None:
    paper = Entry(id="paper.a.pdf", says="Giấy", value="a.pdf", kind=ControlKind.FILE, labels=("Giấy",))
    loose = Entry(id="paper.b.pdf", says="Giấy khác", value="b.pdf", kind=ControlKind.FILE)
    page = PlayedPage([text("ten", "Họ tên")])
    stands = {row.key: row.stands for row in rows_of(seen(page, NAME, paper, loose, words="Tờ khai a.pdf b.pdf"))}
    assert stands == {NAME.id: RowState.TO_DO, paper.id: RowState.FILLED, loose.id: RowState.FILLED}
    before = [row.key for row in rows_of(seen(page, NAME, paper))]
    assert before == [NAME.id]


def test_what_the_person_answers_is_no_longer_left_and_what_the_portal_chose_still_is() -> None:
    alone = Entry(id="nhan", says="Nhận kết quả", labels=("Nhận kết quả",), kind=ControlKind.TEXT)
    page = PlayedPage([text("ten", "Họ tên"), text("nhan", "Nhận kết quả")])
    page.controls[0]["value"] = NAME.value
    ending = Ending()
    for value, answered, left, stands in (
        ("", False, 1, RowState.EMPTY),
        ("Trực tiếp", True, 0, RowState.FILLED),
        ("", True, 1, RowState.EMPTY),
    ):
        page.controls[1]["value"] = value
        found = seen(page, NAME, alone)
        ending.saw(found, ())
        assert (alone.id in ending.by_hand) is answered
        assert derive(FilingProps(), found, "", ending.by_hand).left == left
        rows = {row.key: row for row in rows_of(found, filled_once=True, answered=ending.by_hand)}
        assert (rows[alone.id].stands, rows[alone.id].value) == (stands, value)
    page.controls[1]["value"] = "Qua bưu chính"
    chosen_by_the_portal = seen(page, NAME, alone)
    assert derive(FilingProps(), chosen_by_the_portal, "").left == 1
    assert rows_of(chosen_by_the_portal)[1].stands is RowState.DEFAULT


def test_rows_say_how_each_field_stands() -> None:
    page = PlayedPage([text("ten", "Họ tên")])
    assert [row.stands for row in rows_of(seen(page, NAME))] == [RowState.TO_DO]
    assert [row.stands for row in rows_of(seen(page, NAME), filled_once=True)] == [RowState.EMPTY]
    assert [row.stands for row in rows_of(seen(page, NAME), "ten")] == [RowState.DOING]
    page.controls[0]["value"] = "khác"
    (row,) = rows_of(seen(page, NAME))
    assert (row.stands, row.on_page, row.can_mend) == (RowState.DEFAULT, "khác", True)


@pytest.mark.parametrize(
    "holder",
    [
        rows_of(seen(PlayedPage([text("ten", "Họ tên")]), Entry(id="a", says="A", value=SECRET, labels=("Họ tên",)))),
        FrameWords(address=ADDRESS, words=SECRET),
        seen(PlayedPage([text("ten", "Họ tên", value=SECRET)]), NAME),
    ],
    ids=["rows", "words", "sight"],
)
def test_what_holds_a_value_of_the_page_does_not_show_it(holder: object) -> None:
    assert SECRET not in repr(holder)


# ------------------------------------------------------------------------------------------ frames and papers


def test_a_frame_is_found_among_boxes_by_address_name_or_size_before_the_order() -> None:
    first = FrameBox(x=0, y=0, width=10, height=10, address="https://a.vn/1")
    second = FrameBox(x=0, y=50, width=300, height=200, name="form", address="https://b.vn/2")
    frame = Frame(number=1, path=(0,), address="https://b.vn/2?moved", name="", width=300, height=200)
    assert place_of(frame, [first, second]) is second
    bare = Frame(number=1, path=(1,), address="about:blank", width=80, height=60)
    assert place_of(bare, [FrameBox(x=0, y=0, width=1, height=1), second]) is second
    assert place_of(frame, []) is None


def test_a_paper_is_offered_when_page_and_host_take_its_type_and_size() -> None:
    pdf = Attachment(name="a.pdf", says="A", media_type="application/pdf", data=b"1" * 100)
    picture = Attachment(name="b.jpg", says="B", media_type="image/jpeg", data=b"1" * (RULES.largest_file + 1))
    assert offered([pdf, picture], RULES, []) == (True, False)
    assert offered([pdf], RULES, ["image/png"]) == (False,)
    assert offered([pdf], RULES, [".PDF", "image/*"]) == (True,)


def test_a_cell_for_which_the_page_has_no_row_yet_says_that_one_is_to_be_added() -> None:
    cells = [
        Entry(id=f"tv.{row}", says="Họ tên", value=f"Người {row}", labels=("Họ tên",), row=row) for row in (1, 2)
    ]
    page = PlayedPage([text("a", "Họ tên", row=1)])
    rows = rows_of(seen(page, *cells))
    assert [(each.key, each.stands, each.needs_row) for each in rows] == [
        ("tv.1", RowState.TO_DO, False),
        ("tv.2", RowState.ELSEWHERE, True),
    ]
    born = Entry(id="ns", says="Ngày sinh", value="1990", labels=("Ngày sinh",))
    assert [each.key for each in rows_of(seen(PlayedPage([text("b", "Ngày sinh")]), born, *cells))] == ["ns"]


def test_what_is_left_for_the_person_is_counted_and_named_papers_aside() -> None:
    page = PlayedPage([text("a", "Họ tên", value="THỬ"), text("b", "Quê quán")])
    home = Entry(id="qq", says="Quê quán", value="Nghệ An", labels=("Quê quán",))
    paper = Entry(id="g", says="Giấy", value="a.pdf", kind=ControlKind.FILE, labels=("Giấy",))
    props = derive(FilingProps(), seen(page, NAME, home, paper), "")
    assert (props.left, props.left_says) == (1, "Quê quán")
    many = [Entry(id=f"e{number}", says=f"Ô {number}", value="x", labels=(f"Ô {number}",)) for number in range(6)]
    props = derive(FilingProps(), seen(PlayedPage([text(each.id, each.says) for each in many]), *many), "")
    assert (props.left, props.left_says) == (6, "Ô 0; Ô 1; Ô 2; Ô 3…")


def test_what_the_page_needs_and_nobody_answered_counts_and_an_answer_without_a_field_is_named() -> None:
    page = PlayedPage([text("a", "Họ tên", value="THỬ"), text("b", "(26) Lý do *:", required=True)])
    name = Entry(id="nd.ten", says="Họ tên", value="THỬ", labels=("Họ tên",))
    home = Entry(id="nd.qq", says="Quê quán", value="Nghệ An", labels=("Quê quán",))
    other = Entry(id="cha.ten", says="Tên cha", value="B", labels=("Họ tên cha",))
    found = seen(page, name, home, other)
    props = derive(FilingProps(), found, "")
    assert (props.left, props.left_says) == (1, "(26) Lý do")
    assert props.elsewhere_says == "Quê quán"
    assert [(each.key, each.stands) for each in rows_of(found)] == [
        ("nd.ten", RowState.FILLED),
        ("nd.qq", RowState.ELSEWHERE),
    ]
    line = Entry(id="nd.qq.dong", says="Quê quán", value="Nghệ An", labels=("Quê quán",), instead_of=("nd.qq",))
    assert [each.key for each in rows_of(seen(page, name, home, line))] == ["nd.ten", "nd.qq"], "said once"


def test_that_a_page_is_only_concluded_is_said_once_for_all_its_fields() -> None:
    page = PlayedPage([text("a", "Họ tên"), text("b", "Quê quán")])
    guessed = [
        Entry(id=label, says=label, value="x", labels=(label,), inferred=True) for label in ("Họ tên", "Quê quán")
    ]
    whole = seen(page, *guessed)
    assert whole.concluded
    assert [row.inferred for row in rows_of(whole)] == [False, False]
    part = seen(page, NAME, guessed[1])
    assert not part.concluded
    assert [row.inferred for row in rows_of(part)] == [False, True]
