"""Walking a file: everything in it with its key path, the same however often and whatever was walked between."""

from __future__ import annotations

import msgspec

from kiosk.content.walk import walk


class Step(msgspec.Struct, frozen=True):
    """One item of a list that is called by its id."""

    id: str
    says: str


class Leaflet(msgspec.Struct, frozen=True):
    """A file with a list and a table."""

    steps: tuple[Step, ...]
    named: dict[str, int]


class Draft(msgspec.Struct):
    """What may still change."""

    title: str


LEAFLET = Leaflet(steps=(Step(id="mo", says="Mở"),), named={"a": 1})


def test_everything_is_met_with_its_key_path() -> None:
    assert [path for path, _ in walk(LEAFLET)] == [
        "", "steps", "steps[mo]", "steps[mo].id", "steps[mo].says", "named", "named.a",
    ]  # fmt: skip


def test_another_file_between_two_walks_changes_nothing() -> None:
    other = Leaflet(steps=(), named={"b": 2})
    before = list(walk(LEAFLET))
    assert [path for path, _ in walk(other)] == ["", "steps", "named", "named.b"]
    assert list(walk(LEAFLET)) == before == list(walk(LEAFLET))


def test_what_may_change_is_walked_anew() -> None:
    draft = Draft(title="Một")
    assert dict(walk(draft))["title"] == "Một"
    draft.title = "Hai"
    assert dict(walk(draft))["title"] == "Hai"
