"""Everybody gets a paper: a foreigner, an elder who knows the year only, a child without a known father, and people
with a passport or with no number at all walk every form to a printed sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

import pytest

from kiosk.cli.trial_filling import fit_answer
from kiosk.documents import Typesetter, declaration
from kiosk.forms import Answers, DateEvent, Journey, Question, QuestionKind, printed
from kiosk.forms.printed import PrintedForm
from tests.unit.kiosk.forms.people import CONTEXT, TODAY, form
from tests.unit.kiosk.forms.test_properties import FORMS

PRINTABLE = [form_id for form_id in FORMS if form(form_id).printable]
PASSPORT = "C1234567"
NUMBER_TWICE = ("", "")
"""A number that is left empty, and left empty again after the reason was told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walker:
    """Who walks: what this person answers where it matters; everywhere else any answer that fits."""

    name: str
    passport: bool = False
    number: bool = True
    foreign: bool = False
    year_only: bool = False
    father: bool = True

    def answers(self, page: Question, way: Journey) -> tuple[str, ...]:
        """The answers given one after the other on this page."""
        if page.kind is QuestionKind.PERSONAL_NUMBER and (self.passport or not self.number):
            return (PASSPORT,) if self.passport and page.other_paper else NUMBER_TWICE
        if self.foreign and "dan_toc" in page.key and not page.required:
            return ("",)
        if self.foreign and "quoc_tich" in page.key:
            return ("Lào",)
        if page.event is DateEvent.BIRTH and self.year_only and page.partial:
            return (fit_answer(page, way, last=False)[-4:],)
        if not self.father and page.key.startswith("cha_") and not page.required:
            return ("",)
        if page.key == "co_cha":
            return ("yes" if self.father else "no",)
        if page.key == "quan_he" and not self.father and "me" in {option.value for option in page.options}:
            return ("me",)
        return (fit_answer(page, way, last=False),)


PEOPLE = (
    Walker(name="foreigner", foreign=True, passport=True),
    Walker(name="year only", year_only=True),
    Walker(name="unknown father", father=False),
    Walker(name="passport", passport=True),
    Walker(name="no number", number=False),
)


@cache
def walked(form_id: str, who: Walker) -> Journey:
    """The form after this person answered every page; each page lets go. Walked once for the screen and the paper."""
    way = Journey(form(form_id), Answers(), replace(CONTEXT, procedure=None))
    page = way.pages[0] if way.pages else None
    while page is not None:
        if page.kind is QuestionKind.ROWS:
            row = tuple(fit_answer(column, way, last=False) for column in page.columns)
            way = way.answered(page.key, rows=(row,))
        else:
            for given in who.answers(page, way):
                way = way.answered(page.key, given)
        assert way.faults(page.key) == (), page.key
        page = way.next_after(page.key)
    return way


def words_of(sheet: PrintedForm) -> str:
    return "\n".join(chain.from_iterable((item.value, *chain(*item.rows)) for item in sheet.items))


@pytest.mark.parametrize("who", PEOPLE, ids=lambda who: who.name.replace(" ", "-"))
@pytest.mark.parametrize("form_id", PRINTABLE)
def test_everybody_gets_through_every_form(form_id: str, who: Walker) -> None:
    way = walked(form_id, who)
    said = words_of(printed(way))
    assert way.is_complete
    if who.passport and any(page.other_paper for page in way.pages):
        assert f"Hộ chiếu số {PASSPORT}" in said or f"giấy tờ số {PASSPORT}" in said
    if who.passport or not who.number:
        assert "040080000001" not in said
        assert f"căn cước số {PASSPORT}" not in said


@pytest.mark.parametrize("form_id", PRINTABLE)
def test_what_they_answer_is_set_on_paper(typesetter: Typesetter, form_id: str) -> None:
    for who in PEOPLE:
        pdf = declaration(typesetter, printed(walked(form_id, who)), printed_on=TODAY).pdf
        assert b"pdfuaid:part" in pdf


def test_a_child_without_a_known_father_leaves_his_part_empty() -> None:
    way = walked("lien-thong-khai-sinh", PEOPLE[2])
    asked = [page.key for page in way.pages]
    assert "co_cha" in asked
    assert not any(key.startswith("cha_") for key in asked)
    sheet = printed(way)
    labels = [item.label for item in sheet.items]
    father = sheet.items[labels.index("Thông tin cha") + 1 : labels.index("Đăng ký thường trú") - 1]
    assert len(father) > 5
    assert [item.label for item in father if item.value] == []


def test_a_foundling_is_declared_without_both_parents() -> None:
    way = Journey(form("lien-thong-khai-sinh"), Answers(), replace(CONTEXT, procedure=None))
    for key, value in {"quan_he": "giam-ho", "co_me": "no", "co_cha": "no"}.items():
        way = way.answered(key, value)
    assert not any(page.key.startswith(("cha_", "me_")) for page in way.pages)


def test_an_empty_number_is_asked_for_once_more_before_it_stays_empty() -> None:
    way = Journey(form("ct01"), Answers(), CONTEXT)
    once = way.answered("so_dinh_danh", "")
    (fault,) = once.faults("so_dinh_danh")
    assert fault.doubt
    assert "lần nữa" in fault.message.vi
    assert once.answered("so_dinh_danh", "").faults("so_dinh_danh") == ()


def test_a_number_of_eleven_digits_is_neither_a_personal_number_nor_a_passport() -> None:
    way = Journey(form("uy-quyen"), Answers(), CONTEXT)
    for typed in ("04018500753", "0401850075312", "ABCDEFG", "Hộ chiếu C1234567"):
        (fault,) = way.answered("a_so", typed).faults("a_so")
        assert fault.code.value == "paper-number"
        assert not fault.doubt
    for typed in ("040185007531", "c 1234567", "P1234567A", "182345678"):
        assert way.answered("a_so", typed).faults("a_so") == ()


def test_the_paper_is_named_by_its_number() -> None:
    way = Journey(form("hotich-ket-hon"), Answers(), CONTEXT)
    for key, number in (("nu_so", "c1234567"), ("nam_so", "040185007531")):
        way = way.answered(key, number)
    said = words_of(printed(way))
    assert "Hộ chiếu số C1234567" in said
    assert "Thẻ căn cước số 040185007531" in said
