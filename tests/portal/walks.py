"""What a person does at the practice portals, step by step, whatever program shows them."""

from __future__ import annotations

import time
from contextlib import suppress

from tests.portal.hand.person import NotThereError, Person
from tests.portal.standins import formio, hosts
from tests.portal.standins.portals import Portals

PROVINCE = "Tỉnh Nghệ An"
COMMUNE = "Xã Hưng Nguyên"
BY_HAND = {
    "LoaiGiayToDinhDanh": "Thẻ căn cước",
    "cboRECEIVER_TYPE": "Trực tiếp",
}
"""Begin of a control's name -> what the person chooses where the kiosk knows no answer."""


def sign_in(person: Person, portals: Portals) -> None:
    """By the picture, with a phone."""
    person.reads("Quét mã QR")
    person.until(lambda: portals.pictures, "picture of the login")
    portals.scan()


def confirm(person: Person, portals: Portals) -> None:
    """Consent and passcode, which the national portal asks for after the login."""
    person.reads("Chia sẻ dữ liệu")
    person.tap("Tôi đồng ý chia sẻ thông tin cá nhân với Cổng Dịch vụ công quốc gia")
    person.tap("Xác nhận chia sẻ")
    try:
        person.reads("Nhập passcode", 6)
    except NotThereError:  # the box was drawn anew under the finger
        person.tap("Tôi đồng ý chia sẻ thông tin cá nhân với Cổng Dịch vụ công quốc gia")
        person.tap("Xác nhận chia sẻ")
        person.reads("Nhập passcode")
    person.enter("input[type=password]", portals.account.passcode)
    person.tap("Xác nhận")


def choose_agency(person: Person) -> None:
    """Province, commune, then the agency of the commune, which is drawn after the wrong one."""
    opened(person, "Chọn tỉnh/thành phố", PROVINCE)
    opened(person, "Chọn phường/xã", COMMUNE)
    person.tap("Đồng ý")
    person.reads(f"UBND {COMMUNE}")
    person.tap_on("main > div:last-child .card:last-child button")


def opened(person: Person, box: str, row: str) -> None:
    """Open a box and choose a row of it; again, where the page was drawn anew in between."""
    for patience in (6, 6, 20):
        person.tap(box)
        try:
            person.tap(row, patience)
        except NotThereError:
            if patience > 6:
                raise
        else:
            return


def to_the_form(person: Person, portals: Portals) -> None:
    """From the procedure's page of the national portal to the form, wherever it is."""
    person.reads("Chọn cơ quan thực hiện")
    choose_agency(person)
    sign_in(person, portals)
    confirm(person, portals)
    choose_agency(person)
    if portals.offer.leads_to == hosts.JUSTICE:
        person.reads("Thông tin người nộp")
        person.enter("#phone", "0900000001")
        person.tap("Tiếp tục")
    if portals.offer.leads_to == hosts.POLICE:
        to_the_residence_form(person)
    if portals.offer.leads_to == hosts.FORMIO:
        person.tap("Tiếp tục")


def sign_in_at_the_police(person: Person, portals: Portals) -> None:
    """Where the kiosk begins at the police portal itself."""
    person.tap("Tài khoản Định danh điện tử cấp bởi Bộ Công an dành cho Công dân")
    sign_in(person, portals)
    choose_case(person)


def choose_case(person: Person) -> None:
    """The case, looked at before going on: the guide beside the page may just have changed its size."""
    for _ in range(4):
        person.tap("Đăng ký tạm trú")
        time.sleep(0.4)
        if person.look([], "document.querySelectorAll('[name=case]:checked').length"):
            break
    person.tap("Đồng ý")
    person.reads("Cơ quan tiếp nhận")


def to_the_residence_form(person: Person) -> None:
    """Through the police portal's own chooser; the login is known already."""
    person.tap("Tài khoản Định danh điện tử cấp bởi Bộ Công an dành cho Công dân")
    choose_case(person)


def complete(person: Person) -> None:
    """What the e-form still asks for after filling: the lists that a person chooses from by hand."""
    time.sleep(1)
    code = "[...document.querySelectorAll('.error')].map(mark => mark.previousElementSibling.getAttribute('name'))"
    asked = next((person.look(each["path"], code) for each in person.frames() if hosts.E_FORM in each["address"]), [])
    for name in asked:
        person.tap_on(f"#custom-select-{name} .input-field-select")
        person.tap(next(row for begin, row in BY_HAND.items() if name.startswith(begin)))
    if asked:
        person.tap("Tiếp tục")


def begin_residence(person: Person) -> None:
    """A row for the second of those who change with the person; for the first there is a blank one."""
    for _ in range(6):  # the page listens to its button a while after it has drawn it
        person.tap("Thêm thành viên")
        if person.look([], "document.querySelectorAll('#members tbody tr').length") >= 2:
            return
        time.sleep(0.4)


def go_on_to_the_next_step(person: Person) -> None:
    """The joint services ask in steps, each of which is filled by itself."""
    person.tap("Tiếp tục")
    person.reads("Bước 2 / 5")


def finish_residence(person: Person) -> None:
    """What the residence form leaves to the person: how the result is fetched."""
    field, row = "cboRECEIVER_TYPE", BY_HAND["cboRECEIVER_TYPE"]
    for _ in range(3):
        person.tap_on(f"#select2-{field}-container")
        person.tap(row)
        with suppress(NotThereError):  # the list closes a moment before the field has its value
            person.until(lambda: person.look([], f"document.getElementById('{field}').value") == row, row, 3)
            break


def pay(person: Person, thinks_s: float = 0.0) -> None:
    """The portal asks once more, then opens the bank's window, however long the person has thought."""
    person.until(lambda: person.can_press("Đồng ý"), "the portal's question")
    time.sleep(thinks_s)
    person.press("Đồng ý")
    person.reads("Cổng thanh toán")
    person.tap("Thanh toán")


def file_it(person: Person, portals: Portals) -> None:
    """From the filled form to the page with the code: the person's own ticks and presses."""
    match portals.offer.leads_to:
        case hosts.NATIONAL:
            person.tap_on("#pledge")
            person.tap("Lưu và nộp hồ sơ")
        case hosts.JUSTICE:
            person.tap("Tiếp tục")
            complete(person)
            person.reads("Chọn tệp")
            person.tap("Tiếp tục")
            person.tap("Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên")
            person.tap_on("#kt_gui-ho-so")
        case hosts.POLICE:
            person.tap_on("#chkCHECK_LIABILITY")
            person.tap("Nộp hồ sơ")
        case hosts.FORMIO:
            person.tap("Tiếp tục")
            person.reads("Mã xác nhận")
            person.enter(
                "#captcha", formio.captcha_of(str(person.look([], "document.getElementById('picture').dataset.key")))
            )
            person.tap_on("button[form=captchaForm]")
        case hosts.JOINT:
            for _ in range(2):
                person.tap("Tiếp tục")
                time.sleep(0.3)
            person.tap("Tôi cam đoan những nội dung khai trên đây là đúng sự thật")
            person.tap("Tiếp tục")
            person.tap("Hoàn thành")
