"""The practice portals behave as the real ones are said to; tried on a bare view of QtWebEngine by taps."""

from __future__ import annotations

import pytest

from kiosk.filing.messages import PortalVisit
from kiosk.filing.page_rules import Rules
from tests.portal import walks
from tests.portal.conftest import Start
from tests.portal.hand.person import NotThereError, Person
from tests.portal.standins import hosts
from tests.portal.standins.forms import FOLDER, form
from tests.portal.standins.portals import Portals

START = f"https://{hosts.NATIONAL}/thu-tuc-hanh-chinh/1"
RETURN = 0x01000004
BARE = "tests.portal.hand.bare"


@pytest.fixture
def person(portals: Portals, start: Start) -> Person:
    """In front of the bare view, at the procedure's page."""
    portals.begin("national-khai-sinh", hosts.NATIONAL)
    words = ["--hosts", ",".join(hosts.PORTALS), "--stand-in", f"127.0.0.1:{portals.server.port}"]
    started = start(BARE, words)
    started.begin(PortalVisit(procedure="x", rules=Rules(system="page", start=START, hosts=hosts.PORTALS)))
    person = Person(started)
    person.reads("Chọn cơ quan thực hiện")
    return person


@pytest.mark.slow
def test_the_login_picture_is_spent_after_a_while_and_comes_anew(person: Person, portals: Portals) -> None:
    portals.habits.qr_life_s = 2
    walks.choose_agency(person)
    person.reads("Tải lại")
    first = list(portals.pictures)
    person.tap("Tải lại")
    person.until(lambda: len(portals.pictures) > len(first), "a new picture")
    portals.scan()
    person.reads("Chia sẻ dữ liệu")


def test_a_click_without_a_press_opens_the_box_and_chooses_nothing(person: Person) -> None:
    person.tap("Chọn tỉnh/thành phố")
    person.reads(walks.PROVINCE)
    person.look(
        [], f"[...document.querySelectorAll('li')].find(row => row.textContent === '{walks.PROVINCE}').click()"
    )
    assert person.look([], "document.querySelectorAll('.listbox').length") == 1
    person.tap(walks.PROVINCE)
    assert person.look([], "document.querySelector('input[readonly]').value") == walks.PROVINCE


@pytest.mark.slow
def test_the_account_asks_for_a_code_of_six_cells(person: Person, portals: Portals) -> None:
    walks.choose_agency(person)
    person.tap("Tài khoản")
    person.enter("input[placeholder^='Số định danh']", portals.account.number)
    person.enter("input[type=password]", portals.account.password)
    person.tap("Đăng nhập")
    person.enter(".cells input:first-child", portals.account.code)
    person.reads("Chia sẻ dữ liệu")


@pytest.mark.slow
def test_a_draft_of_the_national_form_has_a_code_too(person: Person, portals: Portals) -> None:
    walks.to_the_form(person, portals)
    person.reads("Lưu và nộp hồ sơ")
    assert person.look([], "document.querySelectorAll('[data-name=\"citizenHoVaTen_NgdcKS__31\"]').length") == 2
    person.tap("Lưu và nộp hồ sơ")
    person.reads("Vui lòng nhập đầy đủ")
    person.enter("#survey [data-name^=citizenHoVaTen_NgdcKS] input", "TRẦN VĂN BÉ")
    person.tap("Lưu hồ sơ")
    person.reads("Hồ sơ nháp")
    assert portals.submitted[0].draft
    assert portals.submitted[0].values["citizenHoVaTen_NgdcKS"] == "TRẦN VĂN BÉ"
    assert "citizenNDK_HoVaTen" not in portals.submitted[0].values


@pytest.mark.slow
def test_a_relation_empties_the_justice_forms_block_after_a_while(person: Person, portals: Portals) -> None:
    portals.begin("moj-tinh-trang-hon-nhan", hosts.JUSTICE)
    walks.to_the_form(person, portals)
    person.reads("TỜ KHAI CẤP GIẤY XÁC NHẬN")
    assert [frame["address"].split("/")[2] for frame in person.frames()] == [hosts.JUSTICE, hosts.E_FORM]
    person.enter("input[name=HoVaTenC]", "NGUYỄN THỊ THỬ")
    person.enter("input[name=HoVaTenC1]", "LÊ VĂN SỚM")
    value = "document.querySelector('input[name=HoVaTenC1]').value"
    assert person.look([0], value) == "LÊ VĂN SỚM"
    person.tap("Bản thân")
    person.until(lambda: person.look([0], value) == "NGUYỄN THỊ THỬ", "the copied name")
    person.tap("Tiếp tục")
    person.reads("Trường bắt buộc")


@pytest.mark.slow
def test_the_residence_form_is_filed_through_the_payment_window(person: Person, portals: Portals) -> None:
    portals.begin("police-tam-tru", hosts.POLICE)
    walks.to_the_form(person, portals)
    person.until(
        lambda: person.look([], "document.querySelectorAll('#cboRECEIVE_ADDR_CITY_CODE option').length > 2"),
        "provinces",
    )
    choose = (
        "for (const [id, value] of [['cboRECEIVE_ADDR_CITY_CODE', 'Tỉnh Nghệ An'],"
        " ['cboBPROC_CASE_CODE', 'Đăng ký tạm trú lập hộ mới'], ['cboRECEIVER_TYPE', 'Trực tiếp']])"
        " $('#' + id).val(value).trigger('change'); 1"
    )
    person.look([], choose, world=0)
    person.until(
        lambda: person.look([], "document.querySelectorAll('#cboRECEIVE_ADDR_VILLAGE_CODE option').length > 2"),
        "communes",
    )
    person.look([], "$('#cboRECEIVE_ADDR_VILLAGE_CODE').val('Xã Hưng Nguyên').trigger('change'); 1", world=0)
    for field, text in (
        ("txtSUGGEST_ADDRESS", "Số 1 ngõ Thử"), ("txtTEMP_RESIDENT_FROM", "01/12/2026"),
        ("txtTEMP_RESIDENT_TO", "01/12/2027"), ("txtPHONE_NUMBER", "0900000001"),
    ):  # fmt: skip
        person.enter(f"#{field}", text)
        person.ask(do="key", key=RETURN)  # closes the calendar, which else lies over the next field
    walks.file_it(person, portals)  # a blank row of members is still there: the portal says so by alert()
    assert not portals.submitted
    person.tap("Xóa")
    person.tap("Nộp hồ sơ")
    person.reads("Cổng thanh toán")
    person.tap("Thanh toán")
    person.reads("Nộp hồ sơ thành công")
    sent = portals.submitted[0]
    assert sent.code in person.page_text()
    assert sent.values["cboRECEIVE_ADDR_VILLAGE_CODE"] == "Xã Hưng Nguyên"


@pytest.mark.slow
def test_the_joint_services_are_drawn_by_angular(person: Person, portals: Portals) -> None:
    portals.begin("joint-khai-sinh", hosts.JOINT)
    walks.to_the_form(person, portals)
    person.reads("Quan hệ với người được khai sinh")
    person.tap("Tiếp tục")
    person.reads("Vui lòng nhập")


@pytest.mark.slow
def test_form_io_asks_for_a_captcha_before_the_code(person: Person, portals: Portals) -> None:
    portals.begin("formio-bao-tro", hosts.FORMIO)
    walks.to_the_form(person, portals)
    for name, text in (
        ("fullname", "NGUYỄN THỊ THỬ"),
        ("identityNumber", "001190000001"),
        ("phoneNumber", "0900000001"),
        ("ownerFullname", "LÊ VĂN CHỦ"),
    ):
        person.enter(f"input[name='data[{name}]']", text)
    walks.file_it(person, portals)
    person.reads("Nộp hồ sơ thành công")
    assert portals.submitted[0].values["ownerFullname"] == "LÊ VĂN CHỦ"


@pytest.mark.slow
def test_without_a_login_no_form_is_shown(person: Person, portals: Portals) -> None:
    for address in (
        f"https://{hosts.NATIONAL}/nop-ho-so?ma=1",
        f"https://{hosts.JUSTICE}/nop-ho-so/1",
        f"https://{hosts.JOINT}/",
    ):
        person.look([], f"location.href = '{address}'; 1")
        person.until(lambda: person.address().startswith(f"https://{hosts.LOGIN}/auth"), "the login")
    with pytest.raises(NotThereError):
        person.reads("Lưu và nộp hồ sơ", 0.5)


def test_every_form_names_its_lists_and_the_controls_it_depends_on() -> None:
    from tests.portal.standins.forms import lists

    for file in FOLDER.glob("*.txt"):
        holes = form(file.stem).holes
        names = {hole.name for hole in holes}
        sections = {hole.section for hole in holes}
        assert len(names) == len(holes), file.name
        for hole in holes:
            assert hole.marks.get("list", "dan-toc") in lists(), hole
            assert hole.marks.get("of", hole.name) in names, hole
            assert hole.marks.get("from", hole.name) in names, hole
            for mark in ("empties", "copies", "rebuilds"):
                assert any(section.startswith(hole.marks.get(mark, section)) for section in sections), hole
