"""Leaflets: what they say, what they leave out, and in which language."""

from __future__ import annotations

from datetime import date
from itertools import cycle

import msgspec
import pytest

from kiosk.documents import LeafletSize, Typesetter, leaflet
from kiosk.documents.leaflet_parts import Saying, steps
from kiosk.i18n import BOTH, Language, Text
from kiosk.procedures.procedure import OnlineStep, Procedure
from tests.helpers.pages import qr_texts, text_of
from tests.unit.kiosk.documents import procedures
from tests.unit.kiosk.documents.sheets import PRINTED_ON


def text(typesetter: Typesetter, procedure: Procedure, **more: object) -> str:
    return text_of(pdf(typesetter, procedure, **more))


def pdf(typesetter: Typesetter, procedure: Procedure, **more: object) -> bytes:
    said: dict[str, object] = {
        "commune": procedures.commune(),
        "portal": procedures.settings().portal,
        "printed_on": PRINTED_ON,
        **more,
    }
    return leaflet(typesetter, procedure, **said).pdf  # type: ignore[arg-type]


def test_it_says_code_fee_time_papers_steps_help_dates_and_sources(typesetter: Typesetter) -> None:
    said = text(typesetter, procedures.made_up())
    for words in (
        "Mã thủ tục: 1.999999",
        "Qua mạng 7.000 đồng, tại quầy 15.000 đồng.",
        "Miễn cho trẻ em.",
        "Tờ khai thử",
        "Bản chính. 2 bản sao.",
        "Làm việc thứ 5.",
        "Thiếu chữ ký.",
        "0238 3000 111",
        "1900 0368",
        "In ngày 23/11/2026. Dùng đến 21/02/2027",
        "Nguồn, ngày kiểm tra: Nguồn mẫu để thử, 01/11/2026.",
        "Giấy hướng dẫn, không thay giấy tờ.",
        "Trang 1 / ",
    ):
        assert words in said


def test_what_is_not_confirmed_is_named_once_and_what_is_is_not(typesetter: Typesetter) -> None:
    said = text(typesetter, procedures.made_up())
    assert "Chưa xác minh, hỏi cán bộ: thời hạn, điều sắp đổi." in said
    assert said.lower().count("chưa xác minh") == 1


def test_several_sources_are_one_line(typesetter: Typesetter) -> None:
    made_up = procedures.made_up()
    older = msgspec.structs.replace(made_up.status, source="Nguồn khác", checked=date(2026, 7, 20))
    said = text(typesetter, msgspec.structs.replace(made_up, status=older))
    assert "Nguồn, ngày kiểm tra: 2 nguồn, từ 20/07/2026 đến 01/11/2026." in said
    assert "Nguồn khác" not in said


def test_a_note_for_the_staff_is_not_printed(typesetter: Typesetter) -> None:
    noted = msgspec.structs.replace(procedures.made_up(), staff_notes=Text("chỉ cán bộ đọc", "staff only"))
    assert "chỉ cán bộ đọc" not in text(typesetter, noted)


@pytest.mark.parametrize("language", BOTH, ids=lambda language: language.code)
def test_one_language_leaves_the_other_out(typesetter: Typesetter, language: Language) -> None:
    said = text(typesetter, procedures.made_up(), languages=(language,))
    assert ("Giấy tờ cần có" in said) == (language == Language.VI)
    assert ("What to bring" in said) == (language == Language.EN)


def test_both_languages_stand_together(typesetter: Typesetter) -> None:
    said = text(typesetter, procedures.made_up(), languages=BOTH)
    assert "Giấy tờ cần có" in said
    assert "What to bring" in said


def test_it_may_not_be_used_longer_than_its_first_fact_holds(typesetter: Typesetter) -> None:
    made_up = procedures.made_up()
    ending = msgspec.structs.replace(made_up.fees[0], valid_until=date(2026, 12, 31))
    said = text(typesetter, msgspec.structs.replace(made_up, fees=(ending,)))
    assert "Dùng đến 31/12/2026" in said


def test_a_fact_that_is_over_shortens_no_leaflet(typesetter: Typesetter) -> None:
    made_up = procedures.made_up()
    over = msgspec.structs.replace(made_up.portal, valid_until=date(2026, 1, 31))
    said = text(typesetter, msgspec.structs.replace(made_up, portal=over, next_portal=None))
    assert "Dùng đến 21/02/2027" in said


def test_only_the_case_of_the_person_is_printed_when_it_is_known(typesetter: Typesetter) -> None:
    residence = procedures.shipped().get("dang-ky-tam-tru")
    assert residence is not None
    assert len(residence.cases) > 1
    first, second = residence.cases[:2]
    said = text(typesetter, residence, case=first.id)
    assert first.documents[0].name.vi in said
    assert second.name.vi not in said


def test_personal_lines_are_printed_only_when_handed_in(typesetter: Typesetter) -> None:
    assert "Ghi theo yêu cầu" not in text(typesetter, procedures.made_up())
    said = text(typesetter, procedures.made_up(), personal_lines=("Hẹn sáng thứ Ba",))
    assert "Ghi theo yêu cầu của ông/bà Hẹn sáng thứ Ba" in said


def test_the_app_stores_stand_on_leaflets_about_vneid_only(typesetter: Typesetter) -> None:
    vneid = procedures.shipped().get("vneid-muc-2")
    assert vneid is not None
    portal = procedures.settings().portal
    assert {portal.vneid_android, portal.vneid_ios} <= set(qr_texts(pdf(typesetter, vneid)))
    assert qr_texts(pdf(typesetter, procedures.made_up())) == [procedures.SEARCH]


@pytest.mark.parametrize(("given", "printed"), [(0, 3), (1, 3), (2, 4), (3, 3), (7, 7), (8, 7), (12, 7)])
def test_there_are_three_to_seven_steps_and_none_is_lost(given: int, printed: int) -> None:
    own = tuple(OnlineStep(text=Text(f"Bước số {n}.", f"Step {n}.")) for n in range(given))
    procedure = msgspec.structs.replace(procedures.made_up(), online_steps=own)
    said = steps(Saying(procedure=procedure, day=PRINTED_ON, languages=(Language.VI,)))
    assert len(said) == printed
    assert all(any(step.text.vi in line["vi"] for line in said) for step in own)


def test_leaflets_that_ship_can_be_set(typesetter: Typesetter) -> None:
    """Every fifth, in the next size; `./station withstand` sets each in every one."""
    for procedure, size in zip(procedures.shipped().all()[::5], cycle(LeafletSize)):
        assert pdf(typesetter, procedure, size=size, languages=BOTH).startswith(b"%PDF")


def test_the_longest_leaflets_that_ship_stand_on_one_side_of_a4(typesetter: Typesetter) -> None:
    def length(procedure: Procedure) -> int:
        return len(msgspec.json.encode((procedure.cases, procedure.online_steps, procedure.pitfalls, procedure.fees)))

    for procedure in sorted(procedures.shipped().all(), key=length)[-6:]:
        made = pdf(typesetter, procedure, case=procedure.cases[0].id)
        assert "Trang 1 / 1" in text_of(made), procedure.id


def test_an_ordinary_leaflet_in_large_print_stands_on_two_sides(typesetter: Typesetter) -> None:
    procedure = procedures.shipped().get("gia-han-tam-tru")
    assert procedure is not None
    made = pdf(typesetter, procedure, case=procedure.cases[0].id, size=LeafletSize.LARGE)
    assert "Trang 1 / 2" in text_of(made)


def test_what_one_side_cannot_hold_goes_on_overleaf_in_the_usual_letters(typesetter: Typesetter) -> None:
    assert "Trang 1 / 1" not in text(typesetter, procedures.longest())
