"""Properties that hold for every form of the pack and whatever people answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk import paths
from kiosk.forms import Journey, Question, QuestionKind, printed
from kiosk.forms.printed import Layout
from tests.unit.kiosk.forms.answering import answer_validly
from tests.unit.kiosk.forms.people import CONTEXT, form, journey

FORMS = sorted(path.stem for path in (paths.assets() / "content" / "forms").glob("*.toml"))
UNHURRIED = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(UNHURRIED, max_examples=4)


def start(draw: st.DrawFn, form_id: str) -> Journey:
    procedure = draw(st.sampled_from([None, *form(form_id).procedures]))
    return journey(form_id, context=replace(CONTEXT, procedure=procedure))


def any_page(draw: st.DrawFn, pages: Sequence[Question]) -> Question:
    """By its key: Hypothesis writes down all that it draws from."""
    by_key = {page.key: page for page in pages}
    return by_key[draw(st.sampled_from(list(by_key)))]


def completed(draw: st.DrawFn, way: Journey) -> Journey:
    """Every page answered, also those that may stay empty."""
    page = way.pages[0] if way.pages else None
    for _ in range(len(way.definition.questions)):
        if page is None:
            break
        way = answer_validly(draw, way, page)
        assert way.faults(page.key) == ()
        page = way.next_after(page.key)
    return way


@st.composite
def wandering(draw: st.DrawFn) -> tuple[Journey, dict[str, str]]:
    """A journey after answers in any order, sound and unsound, some changed again; and the texts that were given."""
    way = start(draw, draw(st.sampled_from(FORMS)))
    given_texts: dict[str, str] = {}
    for _ in range(draw(st.integers(0, 25))):
        if not way.pages:
            break
        page = any_page(draw, way.pages)
        if not page.columns and draw(st.integers(0, 9)) == 0:
            way = way.answered(page.key, draw(st.text(max_size=20)))
        else:
            way = answer_validly(draw, way, page)
        for slot in way.answers:
            if (answer := way.answers.get(slot)) and answer.value.startswith("Zq"):
                given_texts[answer.value] = slot
    return way, given_texts


@pytest.mark.parametrize("form_id", FORMS)
@FEW
@given(data=st.data())
def test_every_form_completes_with_valid_answers(form_id: str, data: st.DataObject) -> None:
    assert completed(data.draw, start(data.draw, form_id)).is_complete


@UNHURRIED
@given(wandering())
def test_the_way_never_loops_and_back_is_the_way_it_came(wandered: tuple[Journey, dict[str, str]]) -> None:
    way, _ = wandered
    walked = []
    page = way.pages[0] if way.pages else None
    while page is not None:
        walked.append(page.key)
        assert len(walked) <= len(way.definition.questions)
        page = way.next_after(page.key)
    assert walked == [page.key for page in way.pages]
    back = [earlier.key for key in walked if (earlier := way.previous(key)) is not None]
    assert back == walked[:-1]


@UNHURRIED
@given(wandering(), st.data())
def test_no_answer_is_ever_lost(wandered: tuple[Journey, dict[str, str]], data: st.DataObject) -> None:
    way, _ = wandered
    if not way.pages:
        return
    page = any_page(data.draw, way.pages)
    after = answer_validly(data.draw, way, page)
    kept = {slot: way.answers.get(slot) for slot in way.answers}
    changed = [slot for slot, answer in kept.items() if after.answers.get(slot) != answer]
    assert all(slot.removesuffix("~") == page.key for slot in changed)


DECIDING = {QuestionKind.CHOICE, QuestionKind.YES_NO}


@pytest.mark.parametrize("form_id", FORMS)
@FEW
@given(data=st.data())
def test_what_does_not_apply_is_never_printed(form_id: str, data: st.DataObject) -> None:
    way = completed(data.draw, start(data.draw, form_id))
    for _ in range(6):
        deciding = [page for page in way.pages if page.kind in DECIDING]
        if not deciding:
            break
        way = answer_validly(data.draw, way, any_page(data.draw, deciding))
        applying = [answer for page in way.pages if (answer := way.answer(page.key))]
        sheet = printed(way)
        cells = [sheet.addressed_to, *(cell for item in sheet.items for cell in (item.value, *chain(*item.rows)))]
        assert _marks(cells) <= _marks(chain(*([answer.value, *chain(*answer.rows)] for answer in applying)))
        shown = repr(sheet)
        assert not any(mark in shown for mark in _marks(cells))


def _marks(texts: Iterable[str]) -> set[str]:
    return set(re.findall(r"zq[a-z]+", " ".join(texts).lower()))


@UNHURRIED
@given(wandering())
def test_the_sheet_keeps_order_and_labels_and_ticks_only_its_own_boxes(
    wandered: tuple[Journey, dict[str, str]],
) -> None:
    way, _ = wandered
    sheet = printed(way)
    assert [(i.no, i.label) for i in sheet.items] == [(i.no, i.label) for i in way.definition.items]
    for item in sheet.items:
        if item.layout is Layout.CHOICES and way.is_complete:
            assert {line for line in item.value.split("\n") if line} <= set(item.options)
        if item.layout is Layout.TABLE:
            assert all(len(row) == len(item.columns) for row in item.rows)
    assert [block.who for block in sheet.signatures] == [block.who for block in way.definition.signatures]


@UNHURRIED
@given(wandering())
def test_no_message_carries_what_was_typed(wandered: tuple[Journey, dict[str, str]]) -> None:
    way, texts = wandered
    words = " ".join(problem.fault.message.vi + problem.fault.message.en for problem in way.problems())
    assert not any(text in words for text in texts)
