"""Every virtual card is read through the simulator and ends as its file says."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

import pytest

from devices.card_reader.virtual_card.mrz import mrz_lines
from devices.card_reader.virtual_card.persona import Persona
from devices.emrtd.expiry import expiry_candidates
from kiosk.identification import FileStatus, Identified, NotIdentified, identify, key_from_mrz, read_trust_folder
from kiosk.paths import shipped_config
from kiosk.person import PersonField
from tests.helpers.personas import FOLDER, reader_with, shipped_personas

NOW = datetime(2026, 11, 23, tzinfo=UTC)
NAMES = shipped_personas().names()


def read(name: str) -> Identified | NotIdentified:
    made = shipped_personas().persona(name)
    key = key_from_mrz("".join(mrz_lines(made.holder)))
    trust = read_trust_folder(shipped_config() / "trust")
    wanted = frozenset(PersonField)
    return identify(reader_with(made), key, wanted, lambda _: None, trust=trust, photo=True, now=NOW)


def printed_on(made: Persona) -> dict[PersonField, str]:
    """What the file says the card shows, in the composed form."""
    holder = made.holder
    values = {name: getattr(holder, name, "") for name in PersonField}
    values[PersonField.SPOUSE] = ", ".join(holder.spouses)
    return {PersonField(name): unicodedata.normalize("NFC", value) for name, value in values.items() if value}


@pytest.mark.parametrize("name", NAMES)
def test_the_card_ends_as_its_file_says(name: str) -> None:
    expected = shipped_personas().persona(name).expected
    outcome = read(name)
    if isinstance(outcome, NotIdentified):
        assert outcome.code == expected.code
        return
    verdict = outcome.verdict
    assert expected.code is None
    assert outcome.access == expected.access
    assert (verdict.integrity.reason, verdict.chip.reason) == (expected.integrity, expected.chip)
    assert verdict.issuer.reason == expected.issuer
    assert (outcome.person.photo is not None) == expected.photo
    assert {name.value for name in PersonField} - set(outcome.person.fields) == set(expected.absent)
    assert {file.name for file in outcome.receipt if file.status is FileStatus.DAMAGED} == set(expected.damaged)


@pytest.mark.parametrize("name", NAMES)
def test_the_values_read_are_those_in_the_file(name: str) -> None:
    made = shipped_personas().persona(name)
    outcome = read(name)
    if isinstance(outcome, NotIdentified) or made.expected.damaged or made.quirks.changed_after_signing:
        return
    values = {field: sourced.value for field, sourced in outcome.person.fields.items()}
    assert values == printed_on(made)


def test_data_changed_after_signing_is_shown_and_called_changed() -> None:
    outcome = read("dinh-van-binh")
    assert isinstance(outcome, Identified)
    assert outcome.person.get(PersonField.PLACE_OF_RESIDENCE) == "Thôn 1, Lam Sơn, Anh Sơn, Nghệ An"


def test_a_name_cut_in_the_zone_is_whole_in_dg13() -> None:
    outcome = read("cong-tang-ton-nu")
    assert isinstance(outcome, Identified)
    assert (
        outcome.person.get(PersonField.FULL_NAME) == shipped_personas().persona("cong-tang-ton-nu").holder.full_name
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_date_of_expiry_follows_the_law(name: str) -> None:
    holder = shipped_personas().persona(name).holder
    birth, issue = (
        date(*map(int, reversed(text.split("/")))) for text in (holder.date_of_birth, holder.date_of_issue)
    )
    printed = holder.date_of_expiry
    expiry = date(*map(int, reversed(printed.split("/")))) if "/" in printed else date(2099, 12, 31)
    assert f"{expiry:%y%m%d}" in {f"{candidate:%y%m%d}" for candidate in expiry_candidates(birth, issue)}


@pytest.mark.parametrize("name", NAMES)
def test_every_persona_says_in_both_languages_what_is_awkward(name: str) -> None:
    made = shipped_personas().persona(name)
    assert all((made.title.vi, made.title.en, made.about.vi, made.about.en))


def test_no_two_cards_share_a_number_or_a_can() -> None:
    numbers = [shipped_personas().persona(name).holder.personal_number for name in NAMES]
    assert len({number[-6:] for number in numbers}) == len(numbers) >= 24


def test_the_list_of_the_zoo_names_every_card() -> None:
    listed = (FOLDER / "README.md").read_text("utf-8")
    for name in NAMES:
        assert f"`{name}` | {shipped_personas().persona(name).title.en}" in listed
