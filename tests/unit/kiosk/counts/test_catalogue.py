"""The closed catalogue: every kind has words in both languages, every subject is a key, and no text gets in."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kiosk.counts.catalogue import CountCatalogue, Subject, UnknownSubjectError, stored
from kiosk.counts.events import Band, EventKind, Length
from kiosk.counts.kinds import MEANINGS, Family
from kiosk.i18n import Text, nfc
from kiosk.session import Screen
from tests.helpers.counting import shipped_catalogue

ROOT = Path(__file__).resolve().parents[4]


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_has_words_and_at_least_one_subject(kind: EventKind) -> None:
    said = MEANINGS[kind].text
    assert said.vi == nfc(said.vi)
    assert said.en
    assert any(event.kind is kind for event, _ in shipped_catalogue().pairs())


def test_every_subject_has_words_in_both_languages() -> None:
    for event, said in shipped_catalogue().pairs():
        assert bool(event.subject) == bool(said.text.vi) == bool(said.text.en), event


@pytest.mark.parametrize("screen", Screen)
def test_every_screen_has_a_name_for_the_list_of_where_people_get_stuck(screen: Screen) -> None:
    stuck = {event.subject: said for event, said in shipped_catalogue().pairs() if event.kind is EventKind.GOT_STUCK}
    assert screen.value.vi in stuck[screen.subject].text.vi


@pytest.mark.parametrize("text", ["Nguyễn Văn An", "040090000001", "0912345678", "ct01 ", "CT01", "a@b.vn", "ct01\n"])
@pytest.mark.parametrize("kind", EventKind)
def test_free_text_is_refused_for_every_kind(kind: EventKind, text: str) -> None:
    with pytest.raises(UnknownSubjectError) as refused:
        shipped_catalogue().event(kind, text)
    assert text not in str(refused.value)


@pytest.mark.parametrize("key", ["Ông Ba", "has space", "x" * 101, "040090000001\n"])
def test_content_with_a_sentence_for_a_key_makes_nothing_countable(key: str) -> None:
    catalogue = CountCatalogue({Family.FORM: {key: Subject(text=Text("a", "b"))}})
    with pytest.raises(UnknownSubjectError):
        catalogue.event(EventKind.FORM_STARTED, key)
    assert all(event.subject != key for event, _ in catalogue.pairs())


def test_a_subject_is_made_only_in_the_catalogue() -> None:
    makers = set()
    for path in (ROOT / "kiosk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Key":
                makers.add(path.relative_to(ROOT).as_posix())
    assert makers == {"kiosk/counts/catalogue.py"}


def test_hours_and_lengths_fall_into_their_bands() -> None:
    assert [Band.of(hour).value for hour in (0, 7, 8, 11, 13, 15, 16, 23)] == [
        "before-08", "before-08", "08-10", "10-12", "12-14", "14-16", "after-16", "after-16",
    ]  # fmt: skip
    assert [Length.of(minutes * 60).value for minutes in (0, 2, 7, 10, 20, 500)] == [
        "under-02", "02-05", "05-10", "10-20", "over-20", "over-20",
    ]  # fmt: skip


def test_what_an_older_program_counted_at_the_welcome_page_is_still_said_but_counted_no_more() -> None:
    said = shipped_catalogue().said(EventKind.GOT_STUCK, stored("welcome"))
    assert said.text == Text("Trang chào (nay là Trang đầu)", "Welcome page (now the First page)")
    with pytest.raises(UnknownSubjectError):
        shipped_catalogue().event(EventKind.GOT_STUCK, "welcome")
