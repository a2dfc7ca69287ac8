"""What is entered on the page: made from answers, card and scanned papers."""

from __future__ import annotations

import re

import msgspec
import pytest

from kiosk.filing.catalogue import FiledAt
from kiosk.filing.entries import Known, entries
from kiosk.filing.entry import Attachment, ControlKind, Entry
from kiosk.filing.guests import GuestField, KnownGuest, KnownHouse
from kiosk.filing.messages import Look
from kiosk.filing.portal import Block, DateForm, Evidence, FiledField, FiledProcedure, PlacePart
from kiosk.filing.visit import Hosts, portal_visit, rules_of
from kiosk.i18n import Language
from kiosk.person import Origin, PersonField, PersonRecord, Sourced
from tests.unit.kiosk.filing.filled import ADDRESS, DAY, answered, filed_at, forms, places, portals, procedures

DEATH = "hotich-khai-tu-dien-tu"
PERSON = PersonRecord(
    fields={
        PersonField.FULL_NAME: Sourced(value="Nguyễn Thị Mẫu", origin=Origin.CHIP),
        PersonField.SEX: Sourced(value="Nữ", origin=Origin.CHIP),
    }
)
NOTICE = Attachment(name="bao-tu.pdf", says="Giấy báo tử", media_type="application/pdf", data=b"%PDF")


def made(procedure: str, known: Known, language: Language = Language.VI) -> dict[str, Entry]:
    return {entry.id: entry for entry in entries(filed_at(procedure), known, places, language)}


def of_fields(*fields: FiledField, form: str = DEATH) -> dict[str, Entry]:
    """Entries of a filing of the death form with these fields alone."""
    at = filed_at("dang-ky-khai-tu")
    assert at.filing is not None
    own = msgspec.structs.replace(at.filing, shared=(), blocks=(Block(id="b", fields=fields),))
    alone = FiledAt(procedure=at.procedure, portal=at.portal, shared=at.shared, filing=own, start=at.start)
    known = Known(journey=answered(form, ban_sao="no", nm_gioi_tinh="nu"), person=PERSON)
    return {entry.id: entry for entry in entries(alone, known, places, Language.VI)}


def test_an_answer_goes_to_the_field_that_takes_it_with_labels_heading_and_names() -> None:
    entry = made("dang-ky-khai-tu", Known(journey=answered(DEATH)))["nguoi-mat.nm_ho_ten"]
    assert entry.value == "Nguyễn Thị Mẫu"
    assert entry.labels[0] == "Họ, chữ đệm, tên"
    assert "Người được đăng ký khai tử" in entry.sections
    assert "citizenNDK_HoVaTen" in entry.names
    assert entry.says == "Người đã mất: Họ, chữ đệm và tên"


def test_the_guide_speaks_the_visits_language_and_the_page_vietnamese() -> None:
    entry = made("dang-ky-khai-tu", Known(journey=answered(DEATH)), Language.EN)["nguoi-mat.nm_gioi_tinh"]
    assert (entry.says, entry.value, entry.kind) == ("The person who died: Sex", "Nam", ControlKind.TEXT)


def test_an_address_is_taken_apart_into_province_commune_and_the_rest() -> None:
    death = made("dang-ky-khai-tu", Known(journey=answered(DEATH)))
    province, commune, rest = (death[f"nguoi-mat.nm_{part}"] for part in ("tinh", "xa", "chi_tiet"))
    assert (province.value, commune.value, rest.value) == ("Tỉnh Nghệ An", "Xã Vân Tụ", "Xóm 3")
    assert "Nghệ An" in province.options
    assert "Vân Tụ" in commune.options
    assert province.order < commune.order < rest.order


def test_a_commune_that_is_not_certain_is_left_to_the_person() -> None:
    old = answered(DEATH, nm_noi_cuoi="Xóm 3, Xã Không Có, Huyện Yên Thành, Tỉnh Nghệ An")
    death = made("dang-ky-khai-tu", Known(journey=old))
    assert death["nguoi-mat.nm_tinh"].value == "Tỉnh Nghệ An"
    assert death["nguoi-mat.nm_xa"].value == ""


def test_an_address_abroad_is_a_country_and_the_rest_and_no_province_is_asked_for() -> None:
    abroad = answered("hotich-ket-hon-dien-tu", nu_noi_cu_tru="12 Rue X, Paris, Pháp")
    marriage = made("dang-ky-ket-hon", Known(journey=abroad))
    said = {part: marriage[f"ben-nu.nu_{part}"].value for part in ("trong_nuoc", "quoc_gia", "chi_tiet")}
    assert said == {"trong_nuoc": "Khác", "quoc_gia": "Pháp", "chi_tiet": "12 Rue X, Paris"}
    assert not {"ben-nu.nu_tinh", "ben-nu.nu_xa"} & marriage.keys()
    here = {part: marriage[f"ben-nam.nam_{part}"].value for part in ("trong_nuoc", "quoc_gia", "tinh")}
    assert here == {"trong_nuoc": "Trong nước", "quoc_gia": "Việt Nam", "tinh": "Tỉnh Nghệ An"}


def test_drivers_come_first_and_the_look_up_is_waited_for() -> None:
    order = list(made("dang-ky-khai-tu", Known(journey=answered(DEATH))))
    assert order[0] == "quan-he.quan_he"
    assert order[1:4] == ["nguoi-mat.nm_ho_ten", "nguoi-mat.nm_so", "nguoi-mat.nm_ngay_sinh"]
    death = made("dang-ky-khai-tu", Known(journey=answered(DEATH)))
    assert death["nguoi-mat.nm_ngay_sinh"].waits_ms >= 2_500


def test_no_copies_is_written_as_nought_where_the_page_wants_a_number() -> None:
    assert made("dang-ky-khai-tu", Known(journey=answered(DEATH, ban_sao="no")))["so-ban-sao.so_ban_sao"].value == "0"
    assert made("dang-ky-khai-tu", Known(journey=answered(DEATH)))["so-ban-sao.so_ban_sao"].value == "2"


def test_a_field_whose_conditions_do_not_hold_and_an_answer_left_empty_make_no_entry() -> None:
    birth = answered("hotich-khai-sinh-dien-tu", quan_he="me")
    known = made("dang-ky-khai-sinh", Known(journey=birth))
    assert known["me.me_ho_ten"].value == "Nguyễn Thị Mẫu"  # the applicant is the mother
    assert "nguoi-mat.nm_ho_ten" not in known
    assert all(entry.value for entry in made("dang-ky-khai-tu", Known(journey=answered(DEATH))).values())


def test_time_and_name_are_cut_as_the_page_wants_them() -> None:
    found = of_fields(
        FiledField(id="gio", value="{chet_gio|hour}"),
        FiledField(id="phut", value="{chet_gio|minute}"),
        FiledField(id="ho", value="{nm_ho_ten|family}"),
        FiledField(id="dem", value="{nm_ho_ten|middle}"),
        FiledField(id="ten", value="{nm_ho_ten|last}"),
    )
    assert [entry.value for entry in found.values()] == ["14", "30", "Nguyễn", "Thị", "Mẫu"]
    assert {entry.kind for entry in found.values()} == {ControlKind.TEXT}


@pytest.mark.parametrize(
    ("form", "written", "kind"),
    [
        (DateForm.DAY_FIRST, "15/03/2025", ControlKind.DATE),
        (DateForm.DASHES, "15-03-2025", ControlKind.TEXT),
        (DateForm.YEAR_FIRST, "2025-03-15", ControlKind.TEXT),
    ],
)
def test_a_date_is_written_as_the_field_wants_it(form: DateForm, written: str, kind: ControlKind) -> None:
    (found,) = of_fields(FiledField(id="ngay", value="{chet_ngay}", writes=form)).values()
    assert (found.value, found.kind) == (written, kind)


def test_a_year_alone_is_left_as_it_is_whatever_the_field_wants() -> None:
    at = filed_at("dang-ky-khai-tu")
    assert at.filing is not None
    field = FiledField(id="sinh", value="{nm_ngay_sinh}", writes=DateForm.YEAR_FIRST)
    own = msgspec.structs.replace(at.filing, shared=(), blocks=(Block(id="b", fields=(field,)),))
    alone = FiledAt(procedure=at.procedure, portal=at.portal, shared=at.shared, filing=own, start=at.start)
    known = Known(journey=answered(DEATH, nm_ngay_sinh="1950"))
    assert [entry.value for entry in entries(alone, known, places, Language.VI)] == ["1950"]


def test_other_words_of_a_row_come_from_the_field_and_from_the_lists_that_all_share() -> None:
    field = FiledField(id="gt", value="{nm_gioi_tinh}", rows="gioi-tinh", options={"Nữ": ("Bà",)})
    (found,) = of_fields(field).values()
    assert (found.value, found.options) == ("Nữ", ("Bà", "Nữ giới"))


def test_what_the_card_says_fills_a_field_that_no_question_asks_for() -> None:
    (found,) = of_fields(FiledField(id="ten", person=PersonField.FULL_NAME, labels=("Họ tên",))).values()
    assert (found.value, found.says) == ("Nguyễn Thị Mẫu", "Họ và tên")


def test_fields_of_concluded_pages_are_marked_and_so_is_a_single_concluded_field() -> None:
    again = made("dang-ky-lai-khai-sinh", Known(journey=answered("hotich-khai-sinh-lai-dien-tu")))
    assert all(entry.inferred for entry in again.values())
    marriage = made("dang-ky-ket-hon", Known(journey=answered("hotich-ket-hon-dien-tu")))
    assert not any(entry.inferred for entry in marriage.values())


def test_a_box_says_that_it_is_ticked_and_a_group_that_is_called_like_its_question_is_said_once() -> None:
    residence = answered("ct01", "1.004194", khai_cho="toi")
    assert made("dang-ky-tam-tru", Known(journey=residence))["to-khai.toi_khai"].value == "Đánh dấu"
    english = made("dang-ky-tam-tru", Known(journey=residence), Language.EN)
    assert english["to-khai.toi_khai"].value == "Tick"
    assert made("dang-ky-tam-tru", Known(journey=residence))["to-khai.noi_dung"].says == "Nội dung đề nghị"
    somebody_else = answered("ct01", "1.004194", khai_cho="nguoi-khac")
    assert "to-khai.toi_khai" not in made("dang-ky-tam-tru", Known(journey=somebody_else))


def test_without_the_forms_answers_the_values_are_shown_and_nothing_can_be_typed_by_the_kiosk() -> None:
    paper = made("dang-ky-khai-tu", Known(journey=answered("hotich-khai-tu")))
    assert len(paper) > 10
    assert not any(entry.labels or entry.names for entry in paper.values())
    card = made("dang-ky-khai-tu", Known(person=PERSON))
    assert [(entry.says, entry.value) for entry in card.values()] == [
        ("Họ và tên", "Nguyễn Thị Mẫu"),
        ("Giới tính", "Nữ"),
    ]


def test_people_of_a_table_are_entries_cell_by_cell_each_in_its_row() -> None:
    residence = answered("ct01", "1.004194", co_thanh_vien="yes")
    rows = (("Nguyễn Văn Con", "01/01/2015", "nam", "", "Con"), ("Nguyễn Thị Em", "2019", "nu", "", "Con"))
    known = made("dang-ky-tam-tru", Known(journey=residence.answered("thanh_vien", rows=rows)))
    cells = {name: each for name, each in known.items() if each.row}
    assert [(each.row, each.value) for each in cells.values()] == [
        (1, "Nguyễn Văn Con"), (1, "01/01/2015"), (1, "Nam"), (1, "Con"),
        (2, "Nguyễn Thị Em"), (2, "2019"), (2, "Nữ"), (2, "Con"),
    ]  # fmt: skip
    born = cells["cung-thay-doi.thanh_vien.1.ngay_sinh"]
    assert (born.kind, born.labels[0], born.names) == (ControlKind.DATE, "Ngày sinh", ("txtDOB_CUNGTD",))
    assert born.says == "Những thành viên cùng thay đổi 1: Ngày, tháng, năm sinh"


def test_people_of_a_table_that_nobody_knows_are_shown_row_by_row() -> None:
    rows = (("Nguyễn Văn Con", "01/01/2015", "nam", "", "Con"),)
    residence = answered("ct01", "1.004194", co_thanh_vien="yes").answered("thanh_vien", rows=rows)
    fields = FiledField(id="tv", value="{thanh_vien}")
    at = filed_at("dang-ky-tam-tru")
    assert at.filing is not None
    own = msgspec.structs.replace(at.filing, shared=(), blocks=(Block(id="b", fields=(fields,)),))
    alone = FiledAt(procedure=at.procedure, portal=at.portal, shared=at.shared, filing=own, start=at.start)
    (only,) = entries(alone, Known(journey=residence), places, Language.VI)
    assert (only.id, only.value, only.labels) == ("thanh_vien.1", "Nguyễn Văn Con, 01/01/2015, Nam, Con", ())


def test_one_answer_that_the_portal_splits_goes_to_each_of_its_fields() -> None:
    known = Known(journey=answered(DEATH, bao_tu="Giấy báo tử số 12/BV, ngày 3/4/2026, Bệnh viện Vinh"))
    told = made("dang-ky-khai-tu", known)
    parts = [told[f"giay-bao-tu.{part}"] for part in ("bt_loai", "bt_so", "bt_ngay", "bt_noi")]
    assert [each.value for each in parts] == ["Giấy báo tử", "12/BV", "03/04/2026", "Bệnh viện Vinh"]
    assert parts[2].kind is ControlKind.DATE
    assert told["nguoi-mat.bao_tu"].value.startswith("Giấy báo tử số 12/BV")
    untold = made("dang-ky-khai-tu", Known(journey=answered(DEATH, bao_tu="của bệnh viện 1/2/2026 và 3/4/2026")))
    assert "giay-bao-tu.bt_ngay" not in untold


def test_what_only_the_person_can_say_is_an_entry_without_a_value() -> None:
    residence = made("dang-ky-tam-tru", Known(journey=answered("ct01", "1.004194")))
    assert residence["to-khai.nhan_kq"].value == ""
    assert residence["thoi-han.truong_hop"].value == "Đăng ký tạm trú lập hộ mới"
    other = made("dang-ky-tam-tru", Known(journey=answered("ct01", "1.004194", la_chu_ho="no")))
    assert other["thoi-han.truong_hop"].value == "Đăng ký tạm trú vào hộ đã có"


def test_a_page_that_takes_only_what_the_card_says_needs_no_answers() -> None:
    host = PersonRecord(
        fields={PersonField.PLACE_OF_RESIDENCE: Sourced(value=ADDRESS, origin=Origin.CHIP)},
    )
    told = made("thong-bao-luu-tru", Known(person=host))
    assert [(name, each.value) for name, each in told.items()] == [
        ("co-so.tinh", "Tỉnh Nghệ An"),
        ("co-so.xa", "Xã Vân Tụ"),
        ("co-so.loai_hinh", ""),
        ("co-so.ten", ""),
    ]
    assert list(made("thong-bao-luu-tru", Known())) == ["co-so.loai_hinh", "co-so.ten"]


def test_the_house_of_an_officers_list_is_filled_and_what_is_not_known_of_it_is_left_to_the_officer() -> None:
    at = filed_at("thong-bao-luu-tru")
    guests = (KnownGuest(values={GuestField.NAME: "Lò Thị Pành"}),)
    house = KnownHouse(name="Nhà nghỉ Hương Sen", place="Xã Vân Tụ, Tỉnh Nghệ An")
    made = entries(at, Known(guests=guests, house=house), places, Language.VI)
    assert {each.id: each.value for each in made} == {
        "co-so.tinh": "Tỉnh Nghệ An",
        "co-so.xa": "Xã Vân Tụ",
        "co-so.loai_hinh": "",
        "co-so.ten": "Nhà nghỉ Hương Sen",
    }
    nameless = entries(at, Known(guests=guests, house=KnownHouse()), places, Language.VI)
    assert [(each.id, each.value) for each in nameless if each.id == "co-so.ten"] == [("co-so.ten", "")]
    assert "Hương Sen" not in repr(house) + repr(made)


def test_each_guest_of_an_officers_list_has_entries_of_its_own_and_nobody_elses() -> None:
    guests = (
        KnownGuest(values={GuestField.NAME: "Lò Thị Pành", GuestField.RESIDENCE: ADDRESS, GuestField.ROOM: "12"}),
        KnownGuest(values={GuestField.NAME: "Nguyễn Thị Mẫu", GuestField.RESIDENCE: "ở đâu đó"}),
    )
    at, known = filed_at("thong-bao-luu-tru"), Known(guests=guests)
    visit = portal_visit(at, known, places, Language.VI, look=Look(), silence_s=60.0)
    assert [each.id for each in visit.entries] == ["co-so.loai_hinh", "co-so.ten"], "a guest is in front only in turn"
    first, second = ({each.id: each.value for each in guest.entries} for guest in visit.guests)
    assert first == {
        "khach.tinh.1": "Tỉnh Nghệ An",
        "khach.xa.1": "Xã Vân Tụ",
        "khach.ho_ten.1": "Lò Thị Pành",
        "khach.quoc_gia.1": "Việt Nam",
        "khach.so_phong.1": "12",
        "khach.dia_chi.1": "Xóm 3",
    }
    assert second == {"khach.tinh.2": "", "khach.xa.2": "", "khach.ho_ten.2": "Nguyễn Thị Mẫu"}, "nothing is guessed"
    assert [each.id for each in visit.with_guest(1).entries][-1] == "khach.ho_ten.2"
    assert visit.with_guest(2) is visit
    assert "Pành" not in repr(visit) + repr(visit.guests) + repr(known)


def test_a_scanned_paper_is_an_entry_known_by_its_name_on_the_list_and_its_row_on_the_page() -> None:
    entry = made("dang-ky-khai-tu", Known(attachments=(NOTICE,)))["paper.bao-tu.pdf"]
    assert (entry.kind, entry.value) == (ControlKind.FILE, "bao-tu.pdf")
    assert "Giấy báo tử hoặc giấy tờ thay thế" in entry.labels
    assert "Giấy báo tử" in entry.labels


def test_nothing_of_a_person_shows_itself() -> None:
    known = Known(journey=answered(DEATH), person=PERSON, attachments=(NOTICE,))
    visit = portal_visit(filed_at("dang-ky-khai-tu"), known, places, Language.VI, look=Look(), silence_s=60.0)
    for shown in (repr(known), repr(visit), repr(visit.entries), repr(place_values())):
        assert "Mẫu" not in shown
        assert "Vân Tụ" not in shown


def place_values() -> list[object]:
    from kiosk.filing.addresses import place_value

    return [place_value(ADDRESS, part, places()) for part in PlacePart]


# ------------------------------------------------------------ where it is filed
def test_a_visit_may_go_to_the_hosts_of_its_procedure_and_of_the_login_only() -> None:
    marriage = rules_of(filed_at("dang-ky-ket-hon"), Language.VI)
    assert "tokhaidientu.moj.gov.vn" in marriage.hosts
    assert "dichvucong.bocongan.gov.vn" not in marriage.hosts
    assert set(marriage.login_hosts) <= set(marriage.hosts)
    assert marriage.start.startswith("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/")


def test_a_station_adds_and_forbids_hosts_and_a_start_that_falls_away_is_none() -> None:
    at = filed_at("dang-ky-ket-hon")
    own = rules_of(at, Language.VI, Hosts(extra=("nop.nghean.gov.vn",), forbidden=("pay.vietcombank.com.vn",)))
    assert "nop.nghean.gov.vn" in own.hosts
    assert "pay.vietcombank.com.vn" not in own.hosts
    assert rules_of(at, Language.VI, Hosts(forbidden=("dichvucong.gov.vn",))).start == ""
    assert Hosts(extra=("a.vn",), forbidden=("a.vn",)).allowed(()) == ()


def test_every_procedure_filed_online_has_a_page_and_the_rest_none() -> None:
    for procedure in procedures().values():
        at = portals().of(procedure, DAY)
        online = any(way.value == "online" for way in procedure.filing_on(DAY))
        assert (at is not None) is online, procedure.id


@pytest.mark.parametrize(
    ("procedure", "system", "evidence"),
    [
        ("dang-ky-khai-sinh", "national", Evidence.SEEN),
        ("dang-ky-khai-tu", "national", Evidence.SEEN),
        ("ban-sao-trich-luc-ho-tich", "national", Evidence.SEEN),
        ("cai-chinh-ho-tich", "national", Evidence.SEEN),
        ("dang-ky-ket-hon", "justice", Evidence.SEEN),
        ("xac-nhan-tinh-trang-hon-nhan", "justice", Evidence.SEEN),
        ("dang-ky-lai-khai-sinh", "justice", Evidence.INFERRED),
        ("nhan-cha-me-con", "justice", Evidence.INFERRED),
        ("khai-sinh-kem-nhan-cha-me-con", "justice", Evidence.INFERRED),
        ("dang-ky-tam-tru", "public-security", Evidence.SEEN),
        ("dang-ky-thuong-tru", "public-security", Evidence.INFERRED),
    ],
)
def test_the_first_families_fill_in_from_the_answers_of_the_procedures_own_form(
    procedure: str, system: str, evidence: Evidence
) -> None:
    at = filed_at(procedure)
    filing: FiledProcedure | None = at.filing
    assert filing is not None
    assert (at.portal.id, filing.evidence) == (system, evidence)
    known = Known(journey=answered(filing.form, at.procedure.code))
    filled = [entry for entry in made(procedure, known).values() if entry.labels]
    assert len(filled) >= 9
    assert {use.form for use in at.procedure.forms} >= {filing.form}
    assert forms()[filing.form].questions


def test_after_its_form_is_over_the_page_still_opens_and_the_values_are_typed_by_hand() -> None:
    at = portals().of(procedures()["dang-ky-khai-tu"], DAY.replace(year=2028))
    assert at is None or at.filing is None


@pytest.mark.parametrize(
    ("code", "system"),
    [
        ("G22.99.08-261129-000123", "joint"),
        ("G01.899.108.000-261129-0001234", "public-security"),
        ("H40.12-261129-0001", "national"),
        ("000.00.12.G22-261129-0001", "justice"),
    ],
)
def test_the_usual_dossier_codes_are_known_and_a_personal_number_is_none(code: str, system: str) -> None:
    portal, shared = portals().by_id[system], portals().shared
    assert shared is not None
    patterns = (*portal.code_patterns, *shared.code_patterns)
    assert any(re.fullmatch(pattern, code) for pattern in patterns)
    assert not any(re.search(pattern, "040185000123 0912345678 15/03/2025") for pattern in patterns)
