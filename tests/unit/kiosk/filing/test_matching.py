"""Which control takes which entry: one exact match, or none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.filing.control import Control, fields_of
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.matching import choose, choose_control, match
from kiosk.filing.words import label, other_words, row

DEAD, ASKING = "Người được khai tử", "Người yêu cầu"


def entry(id: str, *labels: str, **more: Any) -> Entry:  # noqa: A002 the entry's own word
    return Entry(id=id, says=id, labels=labels, **more)


def control(index: int, said: str = "", **more: Any) -> Control:
    return Control(frame=1, index=index, tag="input", label=said, **{"type": "text", **more})


def taken(entries: list[Entry], controls: list[Control]) -> dict[str, int]:
    return {name: field.first.index for name, field in match(entries, controls).fields.items()}


@pytest.mark.parametrize(
    ("page", "content"),
    [
        ("(7) Ngày, tháng, năm sinh:", "Ngày, tháng, năm sinh"),
        ("  Họ,  chữ đệm, tên * ", "họ, chữ đệm, tên"),
        ("3. Dân tộc (bắt buộc)", "Dân tộc"),
        ("II. Người được khai tử", "Người được khai tử"),
        ("Nhập số định danh", "Số định danh"),
        ("Hoà giải", "Hòa giải"),
        ("Họ te\u0302n", "Họ tên"),
        ("Ngày sinh (dd/mm/yyyy)", "Ngày sinh"),
    ],
)
def test_what_a_person_reads_as_the_same_label_is_the_same(page: str, content: str) -> None:
    assert label(page) == label(content)


@pytest.mark.parametrize(
    ("page", "content"),
    [
        ("Số", "Số lượng bản sao"),
        ("Họ tên mẹ", "Họ tên"),
        ("Hán", "Hàn"),
        ("Ngày cấp", "Ngày cấp sổ"),
        ("Cha", "Chà"),
    ],
)
def test_what_means_something_else_is_not(page: str, content: str) -> None:
    assert label(page) != label(content)


def test_the_heading_decides_between_equal_labels() -> None:
    entries = [entry("dead", "Họ tên", sections=(DEAD,)), entry("asking", "Họ tên", sections=(ASKING,))]
    controls = [control(1, "(1) Họ tên", section="I. " + ASKING), control(2, "(6) Họ tên", section="II. " + DEAD)]
    assert taken(entries, controls) == {"asking": 1, "dead": 2}


def test_a_heading_further_out_counts_where_the_nearest_says_nothing_known() -> None:
    entries = [entry("dead", "Họ tên", sections=(DEAD,)), entry("asking", "Họ tên", sections=(ASKING,))]
    controls = [
        control(1, "Họ tên", section="Chi tiết", outer=(ASKING,)),
        control(2, "Họ tên", section="Chi tiết", outer=(DEAD,)),
    ]
    assert taken(entries, controls) == {"asking": 1, "dead": 2}


def test_the_name_decides_where_label_and_heading_are_equal_and_else_both_stay_empty() -> None:
    controls = [control(1, "Số", name="gbtSo"), control(2, "Số", name="other")]
    assert taken([entry("notice", "Số", names=("gbtSo",))], controls) == {"notice": 1}
    unsure = match([entry("notice", "Số")], controls)
    assert (unsure.fields, unsure.ambiguous) == ({}, {"notice"})


def test_a_name_alone_counts_only_where_there_are_no_words() -> None:
    wanted = [entry("province", "Tỉnh/Thành phố", names=("TT_TinhThanhC",))]
    assert taken(wanted, [control(1, "", name="TT_TinhThanhC", type="list")]) == {"province": 1}
    stale = match(wanted, [control(1, "Quốc gia", name="TT_TinhThanhC")])
    assert (stale.fields, stale.missing) == ({}, {"province"})


def test_a_list_is_known_by_its_name_where_no_entry_knows_its_words_for_a_row_must_mean_the_value() -> None:
    wanted = [entry("province", "Tỉnh/Thành phố", names=("tinh",)), entry("country", "Quốc gia", names=("qg",))]
    assert taken(wanted, [control(1, "Khác", name="tinh", type="list")]) == {"province": 1}
    assert taken(wanted, [control(1, "Quốc gia", name="tinh", type="list")]) == {"country": 1}


@pytest.mark.parametrize("name", ["citizenGiomat__19", "citizenGiomat__4711", "data[citizenGiomat]", "citizenGiomat"])
def test_what_a_version_adds_to_a_name_does_not_count(name: str) -> None:
    wanted = [entry("hour", names=("citizenGiomat",))]
    assert taken(wanted, [control(1, "", name=name)]) == {"hour": 1}


def test_a_hidden_copy_is_never_used() -> None:
    controls = [control(1, "Họ tên", visible=False), control(2, "Họ tên")]
    assert taken([entry("name", "Họ tên")], controls) == {"name": 2}
    assert match([entry("name", "Họ tên")], controls[:1]).missing == {"name"}


def test_two_entries_that_mean_one_control_leave_it_empty_unless_one_knows_its_name() -> None:
    one, other = entry("one", "Số"), entry("other", "Số", names=("gbtSo",))
    assert taken([one, other], [control(1, "Số", name="gbtSo")]) == {"other": 1}
    assert taken([one, entry("other", "Số")], [control(1, "Số", name="gbtSo")]) == {}


def test_a_field_under_the_heading_of_other_entries_is_not_taken_by_its_name() -> None:
    entries = [entry("dead", "Số", sections=(DEAD,), names=("so",)), entry("asking", "Tên", sections=(ASKING,))]
    assert taken(entries, [control(1, "", name="so", section=ASKING)]) == {}


def test_a_heading_that_was_reworded_is_made_good_by_label_and_name_together() -> None:
    wanted = [entry("dead", "Họ tên", sections=(DEAD,), names=("HoTen",))]
    assert taken(wanted, [control(1, "Họ tên", name="HoTen", section="Phần hai")]) == {"dead": 1}
    assert taken(wanted, [control(1, "Họ tên", name="x1", section="Phần hai")]) == {}


def test_the_three_cells_of_a_date_are_one_field_and_a_second_date_of_that_name_another() -> None:
    cells = [
        control(place * 3 + number, "Ngày cấp", name=f"NgayCap-{part}", part=part, section=section)
        for place, section in enumerate((ASKING, DEAD))
        for number, part in enumerate(("day", "month", "year"))
    ]
    fields = fields_of(cells)
    assert [len(field.controls) for field in fields] == [3, 3]
    wanted = [
        entry("asking", "Ngày cấp", kind=ControlKind.DATE, sections=(ASKING,)),
        entry("dead", "Ngày cấp", kind=ControlKind.DATE, sections=(DEAD,)),
    ]
    assert taken(wanted, cells) == {"asking": 0, "dead": 3}


def test_boxes_of_one_question_are_one_field_and_the_one_that_means_the_value_is_chosen() -> None:
    boxes = [
        control(number, said, type="checkbox", group="(4) Nơi cư trú", name="noi")
        for number, said in enumerate(("Trong nước", "Khác"))
    ]
    free = control(2, "", type="text", name="noi")
    wanted = entry("where", "Nơi cư trú", kind=ControlKind.CHOICE, value="Khác", names=("noi",))
    found = match([wanted], [*boxes[:1], free, *boxes[1:]]).fields["where"]
    chosen = choose_control(found, wanted)
    assert chosen is not None
    assert chosen.index == 1


def test_what_stands_behind_a_choice_belongs_to_it_where_a_heading_would_have_said_so() -> None:
    child = "Người được khai sinh"
    wanted = [
        entry("born", "Tỉnh", sections=("Nơi sinh",)),
        entry("from", "Tỉnh", sections=("Quê quán",)),
        entry("kind", "Loại đăng ký", sections=(child,)),
    ]
    page = [
        control(1, "Trong nước", type="radio", group="Nơi sinh", section=child, name="a"),
        control(2, "Khác", type="radio", group="Nơi sinh", section=child, name="a"),
        control(3, "Tỉnh", type="list", section=child),
        control(4, "Trong nước", type="radio", group="Quê quán", section=child, name="b"),
        control(5, "Tỉnh", type="list", section=child),
        control(6, "Loại đăng ký", type="list", section=child),
        control(7, "Tỉnh", type="list", section="Mẹ"),
    ]
    assert taken(wanted, page) == {"born": 3, "from": 5, "kind": 6}


def test_a_choice_is_never_typed_and_a_text_is_chosen_where_the_page_has_a_list() -> None:
    where = entry("where", "Nơi cư trú", kind=ControlKind.CHOICE, value="Trong nước")
    people = entry("people", "Dân tộc", value="Kinh")
    assert taken([where, people], [control(1, "Nơi cư trú"), control(2, "Dân tộc", type="list")]) == {"people": 2}
    assert taken([where, people], [control(1, "Nơi cư trú", type="list"), control(2, "Dân tộc")]) == {
        "where": 1,
        "people": 2,
    }


def test_a_box_to_tick_is_known_by_its_own_words() -> None:
    controls = [control(1, "Tôi là người khai", type="checkbox"), control(2, "Tôi là người khai")]
    wanted = entry("me", "Tôi là người khai", kind=ControlKind.TICK, value="x")
    assert taken([wanted], controls) == {"me": 1}


@pytest.mark.parametrize(
    ("rows", "value", "options", "place"),
    [
        (("Kháng", "Hán", "Hoa"), "Hán", (), 1),
        (("Kháng", "Hoa (Hán)"), "Hán", (), None),
        (("Họ", "Kinh"), "K'Ho", (), None),
        (("K’Ho", "Kinh"), "K'Ho", (), 0),
        (("Xã Châu Bính", "Xã Châu Bình"), "Xã Châu Bình", (), 1),
        (("Chau Binh", "Châu Bính"), "Châu Bình", (), None),
        (("Xã An Bình", "Phường An Bình"), "Phường An Bình", ("An Bình",), 1),
        (("Xã An Bình", "Phường An Bình"), "An Bình", (), None),
        (("Xã An Bình", "Xã An Bình"), "Xã An Bình", (), None),
        (("01 - Kinh", "02 - Tày"), "Kinh", (), 0),
        (("Kinh (01)", "Tày (02)"), "Tày", (), 1),
        (("Hòa Bình", "Hà Nội"), "Hoà Bình", (), 0),
        (("item1",), "item1", (), None),
        (("-- Chọn --", "Nam", "Nữ"), "Nữ", (), 2),
        (("Căn cước công dân", "Thẻ căn cước"), "Căn cước", ("Thẻ căn cước", "Căn cước công dân"), 1),
        ((), "Kinh", (), None),
        (("", " "), "", (), None),
    ],
)
def test_a_row_is_chosen_whole_and_alone(
    rows: tuple[str, ...], value: str, options: tuple[str, ...], place: int | None
) -> None:
    assert choose(rows, Entry(id="e", says="e", value=value, options=options)) == place


WORDS = st.text(alphabet="abkhnáàảãạâấầđêôơưHÁNoinh '-0123456789", max_size=14)


@given(rows=st.lists(WORDS, max_size=8), value=WORDS, options=st.lists(WORDS, max_size=3))
@settings(deadline=None)
def test_a_chosen_row_says_the_value_or_another_of_its_words_and_no_other_row_says_the_same(
    rows: list[str], value: str, options: list[str]
) -> None:
    place = choose(rows, Entry(id="e", says="e", value=value, options=tuple(options)))
    if place is not None:
        meant = {row(word) for word in (value, *options)}
        assert row(rows[place]) in meant
        assert sum(row(text) == row(rows[place]) for text in rows) == 1


NAMES = st.sampled_from(("Họ tên", "Số", "Ngày cấp", ""))
CONTROLS = st.lists(
    st.builds(
        Control,
        frame=st.integers(0, 1), index=st.just(0), tag=st.just("input"), type=st.sampled_from(("text", "list")),
        label=NAMES, section=st.sampled_from((DEAD, ASKING, "")), name=st.sampled_from(("a", "b", "")),
        visible=st.booleans(),
    ),
    max_size=8,
)  # fmt: skip
ENTRIES = st.lists(
    st.builds(
        Entry,
        id=st.just(""), says=st.just(""), labels=st.tuples(NAMES), names=st.sampled_from(((), ("a",), ("b",))),
        sections=st.sampled_from(((), (DEAD,), (ASKING,))),
    ),
    max_size=5,
)  # fmt: skip


@given(entries=ENTRIES, controls=CONTROLS)
@settings(deadline=None)
def test_no_control_is_taken_twice_none_that_is_hidden_and_every_entry_is_accounted_for(
    entries: list[Entry], controls: list[Control]
) -> None:
    named = [
        Entry(id=str(n), says="", labels=e.labels, names=e.names, sections=e.sections) for n, e in enumerate(entries)
    ]
    numbered = [
        Control(frame=c.frame, index=n, tag=c.tag, type=c.type, label=c.label, section=c.section, name=c.name,
                visible=c.visible)
        for n, c in enumerate(controls)
    ]  # fmt: skip
    found = match(named, numbered)
    used = [control.index for field in found.fields.values() for control in field.controls]
    assert len(used) == len(set(used))
    assert all(numbered[index].visible for index in used)
    assert {*found.fields, *found.ambiguous, *found.missing} == {entry.id for entry in named}


def radios(first: int, group: str, *outer: str) -> list[Control]:
    return [
        control(first + place, said, type="radio", group=group, name=f"q{first}", section=group, outer=outer)
        for place, said in enumerate(("Trong nước", "Khác"))
    ]


def test_the_same_choice_in_two_blocks_is_two_fields() -> None:
    """A page may head each question with its own words: the blocks around them tell mother's and father's apart."""
    asked = {"value": "Trong nước", "kind": ControlKind.CHOICE}
    entries = [
        entry("mother", "Nơi cư trú", sections=("Mẹ",), **asked),
        entry("father", "Nơi cư trú", sections=("Cha",), **asked),
    ]
    controls = [*radios(1, "Nơi cư trú", "Nơi cư trú", "Mẹ"), *radios(3, "Nơi cư trú", "Nơi cư trú", "Cha")]
    assert taken(entries, controls) == {"mother": 1, "father": 3}


def test_a_field_s_own_words_are_not_the_heading_above_it() -> None:
    """Though the fields behind it stand under them."""
    entries = [
        entry("where", "Nơi sinh", sections=("Người được khai sinh",), value="Trong nước", kind=ControlKind.CHOICE),
        entry("province", "Tỉnh", sections=("Nơi sinh",), value="Tỉnh Nghệ An"),
    ]
    controls = [*radios(1, "Nơi sinh", "Nơi sinh", "Người được khai sinh"), control(3, "Tỉnh", section="Nơi sinh")]
    assert taken(entries, controls) == {"where": 1, "province": 3}


def member(index: int, row_of_table: int, number: int) -> Control:
    return control(
        index, "Họ tên", row=row_of_table, name=f"txtFULLNAME_CUNGTD{number}", section="Người cùng thay đổi"
    )


def test_a_cell_goes_to_its_row_as_the_page_shows_it_whatever_number_its_name_bears() -> None:
    first, second = (entry(f"tv.{row}", "Họ tên", row=row, names=("txtFULLNAME_CUNGTD",)) for row in (1, 2))
    applicant = control(0, "Họ tên", name="txtFULLNAME")
    page = [applicant, member(1, 1, 3), member(2, 2, 4)]  # the blank row 0 and others were taken away
    assert taken([first, second], page) == {"tv.1": 1, "tv.2": 2}
    unknown = [applicant, *(control(number, "", row=number, name=f"txtFULLNAME_CUNGTD{number}") for number in (1, 2))]
    assert taken([first, second], unknown) == {"tv.1": 1, "tv.2": 2}


def test_a_cell_whose_row_the_page_does_not_show_yet_is_nowhere() -> None:
    third = entry("tv.3", "Họ tên", row=3, names=("txtFULLNAME_CUNGTD",))
    assert taken([third], [control(0, "Họ tên", name="txtFULLNAME_CUNGTD"), member(1, 1, 0)]) == {}


@pytest.mark.parametrize("typed", ["Con đẻ", "con đẻ", "CON ĐẺ", " con  đẻ "])
def test_other_words_of_a_list_are_found_however_the_answer_was_typed(typed: str) -> None:
    assert other_words({"Con đẻ": ("Con",), "Hòa": ("Hoà",)}, typed) == ("Con",)


@pytest.mark.parametrize("typed", ["", "con de", "Con nuôi"])
def test_another_answer_has_no_other_words(typed: str) -> None:
    assert other_words({"Con đẻ": ("Con",)}, typed) == ()
