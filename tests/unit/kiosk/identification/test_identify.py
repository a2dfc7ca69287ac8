"""From a card and a key to a person record and a verdict, or to the reason why not."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest

from devices.card_reader.interface import CardReaderState
from devices.card_reader.simulator import SimulatedReader
from devices.card_reader.virtual_card.persona import Persona
from devices.emrtd.lds.files import ElementaryFile
from kiosk import identification, paths
from kiosk.errors import failure_book
from kiosk.identification import (
    AccessKey,
    BlockSizes,
    FileStatus,
    FindingState,
    Identified,
    NotIdentified,
    PartialRead,
    Phase,
    Reason,
    Rung,
    files_for,
    identify,
    person_from_files,
    read_trust_folder,
)
from kiosk.person import Origin, PersonField
from tests.helpers.documents import can_of, mrz_of
from tests.helpers.personas import persona, reader_with

NOW = datetime(2026, 11, 23, tzinfo=UTC)
EVERYTHING = frozenset(PersonField)
TRUST = read_trust_folder(paths.shipped_config() / "trust")
BOOK = failure_book()


def run(
    card: Persona | SimulatedReader, key: AccessKey, wanted: frozenset[PersonField] = EVERYTHING, **more: Any
) -> Identified | NotIdentified:
    """One call of the use case."""
    reader = card if isinstance(card, SimulatedReader) else reader_with(card)
    return identify(reader, key, wanted, more.pop("on_phase", lambda _: None), trust=TRUST, now=NOW, **more)


def identified(outcome: Identified | NotIdentified) -> Identified:
    """The outcome, which is good."""
    assert isinstance(outcome, Identified)
    return outcome


def refused(outcome: Identified | NotIdentified) -> NotIdentified:
    """The outcome, which is not; its code is in the failure book."""
    assert isinstance(outcome, NotIdentified)
    assert outcome.code in BOOK
    return outcome


def test_a_common_card_gives_every_field_and_three_findings() -> None:
    made = persona()
    outcome = identified(run(made, can_of(made), photo=True))
    assert outcome.person.get(PersonField.FULL_NAME) == made.holder.full_name
    assert outcome.person.fields[PersonField.FATHER].origin is Origin.CHIP
    assert outcome.fields_read == frozenset(PersonField)
    assert outcome.person.photo
    assert outcome.verdict.integrity.state is FindingState.CONFIRMED
    assert outcome.verdict.issuer.reason is Reason.ISSUER_SPECIMEN
    assert outcome.verdict.specimen
    assert (outcome.access, outcome.statistics.apdus) == ("PACE-CAN", 15)
    assert outcome.statistics.bytes_in > 15_000
    assert outcome.statistics.milliseconds > 0


def test_only_what_is_wanted_leaves_the_chip_and_only_its_files_are_read() -> None:
    made = persona()
    outcome = identified(run(made, can_of(made), frozenset({PersonField.FATHER})))
    assert set(outcome.person.fields) == {PersonField.FATHER} == set(outcome.fields_read)
    assert outcome.person.photo is None
    assert [line.name for line in outcome.receipt] == ["DG13", "SOD", "DG14", "DG15"]


def test_a_purpose_names_its_files_text_first() -> None:
    names = [file.name for file in files_for(frozenset({PersonField.SEX}), photo=True)]
    assert names == ["DG13", "DG1", "SOD", "DG14", "DG15", "DG2"]
    assert [file.name for file in files_for(frozenset(), photo=True)] == ["SOD", "DG14", "DG15", "DG2"]


def test_a_photo_alone_may_be_asked_for() -> None:
    made = persona()
    outcome = identified(run(made, can_of(made), frozenset(), photo=True))
    assert outcome.person.photo
    assert not outcome.person.fields


def test_phases_are_told_in_order() -> None:
    made = persona()
    seen: list[Phase] = []
    run(made, can_of(made), photo=True, on_phase=seen.append)
    assert seen == list(Phase)


@pytest.mark.parametrize("quirks", [{"garbage": {"DG13": 200}}, {"declared_longer": {"DG13": 9}}])
def test_without_dg13_the_mrz_stands_in_and_says_so(quirks: dict[str, object]) -> None:
    made = persona(quirks=quirks)
    outcome = identified(run(made, can_of(made)))
    assert outcome.person.get(PersonField.FULL_NAME) == "NGUYEN VAN AN"
    assert outcome.person.get(PersonField.DATE_OF_BIRTH) == "10/02/1990"
    assert outcome.person.get(PersonField.DATE_OF_EXPIRY) == "10/02/2030"
    assert (outcome.person.get(PersonField.SEX), outcome.person.get(PersonField.NATIONALITY)) == ("Nam", "Việt Nam")
    assert {sourced.origin for sourced in outcome.person.fields.values()} == {Origin.MRZ}
    damaged = {line.name for line in outcome.receipt if line.status is FileStatus.DAMAGED}
    assert damaged == {"DG13"}


def test_changed_data_is_shown_with_a_failed_verdict_never_blanked() -> None:
    made = persona(quirks={"changed_after_signing": {"DG13": "Nguyễn Văn An→Nguyễn Văn Am"}})
    outcome = identified(run(made, can_of(made)))
    assert outcome.person.get(PersonField.FULL_NAME) == "Nguyễn Văn Am"
    assert outcome.verdict.integrity.reason is Reason.HASH_MISMATCH
    assert outcome.verdict.chip.reason is Reason.CHIP_KEY_UNSIGNED


def test_a_card_that_gives_nothing_of_what_was_wanted_is_not_identified() -> None:
    made = persona(quirks={"garbage": {"DG13": 200, "DG1": 200}})
    assert refused(run(made, can_of(made))).code == "card.no-data"


# ---------------------------------------------------------------- keys and attempts
def test_wrong_cans_count_down_to_typing_by_hand() -> None:
    made = persona()
    left = 3
    for expected in (2, 1, 0):
        outcome = refused(run(made, AccessKey(can="000000"), attempts_left=left))
        assert (outcome.code, outcome.rung, outcome.attempts_left) == ("card.wrong-key", Rung.ACCESS, expected)
        left = expected
    assert refused(run(made, can_of(made), attempts_left=0)).attempts_left == 0


def test_several_candidates_of_one_key_spend_several_attempts() -> None:
    key = AccessKey(mrz_candidates=("0" * 24, "1" * 24, "2" * 24))
    assert refused(run(persona(), key)).attempts_left == 0


def test_the_right_key_after_a_wrong_one_opens_the_card() -> None:
    made = persona(quirks={"stubborn": True})
    reader = reader_with(made)
    refused(run(reader, AccessKey(can="000000")))
    identified(run(reader, can_of(made), attempts_left=2))


def test_a_bac_card_asks_a_can_for_the_mrz_and_opens_with_it() -> None:
    made = persona(chip={"pace": None})
    outcome = refused(run(made, can_of(made)))
    assert (outcome.code, outcome.rung, outcome.attempts_left) == ("card.needs-mrz", Rung.ACCESS, None)
    assert identified(run(made, mrz_of(made))).access == "BAC"


def test_another_kind_of_card_is_said_to_be_one() -> None:
    made = persona(chip={"pace": None}, quirks={"select_application": "6A82"})
    outcome = refused(run(made, can_of(made)))
    assert (outcome.code, outcome.rung) == ("card.not-identity-card", Rung.APPLICATION)


# ---------------------------------------------------------------- the ladder
@pytest.mark.parametrize(
    ("trouble", "code", "rung"),
    [
        (CardReaderState.SERVICE_ABSENT, "reader.service-absent", Rung.SERVICE),
        (CardReaderState.READER_ABSENT, "reader.absent", Rung.READER),
        (CardReaderState.READER_BUSY, "reader.busy", Rung.READER),
        (CardReaderState.NO_CARD, "card.absent", Rung.CARD),
        (CardReaderState.CARD_MUTE, "card.silent", Rung.CARD),
    ],
)
def test_the_broken_rung_is_named(trouble: CardReaderState, code: str, rung: Rung) -> None:
    reader = reader_with(persona())
    reader.set_trouble(trouble)
    outcome = refused(run(reader, can_of(persona())))
    assert (outcome.code, outcome.rung, outcome.partial) == (code, rung, None)


# ---------------------------------------------------------------- lifted cards
def test_a_lifted_card_is_read_on_where_it_was_left() -> None:
    made, sizes = persona(), BlockSizes()
    reader = reader_with(made)
    reader.lift_after(9_500)
    first = refused(run(reader, can_of(made), photo=True, sizes=sizes))
    assert (first.code, first.rung) == ("card.lifted", Rung.CARD)
    assert first.partial is not None
    reader.put_back()
    second = identified(run(reader, can_of(made), photo=True, sizes=sizes, partial=first.partial))
    assert second.person.photo
    assert second.verdict.integrity.state is FindingState.CONFIRMED
    assert second.statistics.apdus < 15
    assert first.partial.is_empty


def test_a_card_lifted_before_anything_was_read_leaves_nothing_to_go_on_with() -> None:
    reader = reader_with(persona())
    reader.lift_after(10)
    assert refused(run(reader, can_of(persona()))).partial is None


def test_a_different_card_put_back_is_noticed_and_what_was_read_is_wiped() -> None:
    made = persona()
    reader = reader_with(made)
    reader.lift_after(9_500)
    first = refused(run(reader, can_of(made), photo=True))
    assert first.partial is not None
    other = refused(run(reader_with("tran-thi-mai"), can_of(made), photo=True, partial=first.partial))
    assert (other.code, other.rung) == ("card.changed", Rung.DATA)
    assert first.partial.is_empty


def test_a_different_card_that_takes_the_same_key_is_noticed_by_its_hashes() -> None:
    made = persona()
    twin = persona(holder={"full_name": "Nguyễn Văn Khác", "father": "Ai đó"}, chip={"photo": "portrait-woman.jpg"})
    reader = reader_with(made)
    reader.lift_after(1_200)
    first = refused(run(reader, can_of(made), photo=True))
    assert first.partial is not None
    outcome = refused(run(reader_with(twin), can_of(made), photo=True, partial=first.partial))
    assert outcome.code == "card.changed"


def test_after_a_different_card_the_same_record_of_progress_starts_afresh() -> None:
    made = persona(quirks={"changed_after_signing": {"DG13": "Nguyễn Văn An→Nguyễn Văn Am"}})
    reader, progress = reader_with(made), PartialRead()
    reader.lift_after(9_500)
    refused(run(reader, can_of(made), photo=True, partial=progress))
    reader.put_back()
    assert refused(run(reader, can_of(made), photo=True, partial=progress)).code == "card.changed"
    fresh = identified(run(reader, can_of(made), photo=True, partial=progress))
    assert fresh.verdict.integrity.reason is Reason.HASH_MISMATCH


# ---------------------------------------------------------------- values
def test_nothing_of_a_person_shows_in_a_repr() -> None:
    made = persona()
    outcome = run(made, can_of(made))
    assert made.holder.full_name not in repr(outcome)
    assert made.holder.personal_number not in repr(outcome)


def zone(birth: str, sex: str, expiry: str, *, optional: str, state: str = "VNM") -> bytes:
    """DG1 of a made-up card."""
    from devices.emrtd.mrz import check_digit
    from devices.iso7816.tlv import encode

    first = f"ID{state}165000789{check_digit('165000789')}{optional}".ljust(30, "<")
    second = f"{birth}{check_digit(birth)}{sex}{expiry}{check_digit(expiry)}{state}".ljust(29, "<")
    composite = check_digit(first[5:] + second[:7] + second[8:15] + second[18:29])
    text = first + second + composite + "TRAN<<THI<BINH".ljust(30, "<")
    return encode(0x61, encode(0x5F1F, text.encode()))


def fields_of(raw: bytes) -> dict[PersonField, str]:
    """What DG1 alone gives."""
    record, damaged = person_from_files({ElementaryFile.DG1: raw}, EVERYTHING)
    assert not damaged
    return {name: sourced.value for name, sourced in record.fields.items()}


def test_a_card_without_expiry_says_so_and_the_number_tells_the_century() -> None:
    found = fields_of(zone("100718", "F", "991231", optional="079310000789"))
    assert found[PersonField.DATE_OF_EXPIRY] == "Không thời hạn"
    assert found[PersonField.DATE_OF_BIRTH] == "18/07/2010"
    assert found[PersonField.SEX] == "Nữ"


def test_what_the_zone_does_not_say_is_left_out() -> None:
    found = fields_of(zone("65<<<<", "<", "300101", optional="", state="UTO"))
    assert PersonField.DATE_OF_BIRTH not in found
    assert PersonField.PERSONAL_NUMBER not in found
    assert PersonField.SEX not in found
    assert found[PersonField.NATIONALITY] == "UTO"
    assert date(2030, 1, 1).strftime("%d/%m/%Y") == found[PersonField.DATE_OF_EXPIRY]


def test_a_photo_that_is_no_picture_is_damaged_and_one_that_is_absent_is_absent() -> None:
    from devices.iso7816.tlv import encode

    record, damaged = person_from_files({ElementaryFile.DG2: encode(0x75, b"\x01\x00")}, EVERYTHING)
    assert (record.photo, damaged) == (None, {ElementaryFile.DG2})
    record, damaged = person_from_files({ElementaryFile.DG2: encode(0x75)}, EVERYTHING)
    assert (record.photo, damaged) == (None, frozenset())


def test_the_window_does_not_wait_for_the_cryptography_of_a_card() -> None:
    heavy = "[name for name in ('cryptography', 'ecdsa', 'asn1crypto') if name in sys.modules]"
    command = [sys.executable, "-c", f"import sys, kiosk.identification; print({heavy})"]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True, cwd=paths.root())
    assert loaded.stdout.strip() == "[]"


def test_the_package_has_the_trust_store_and_nothing_made_up() -> None:
    assert identification.TrustStore(roots=()) == TRUST.__class__()
    with pytest.raises(AttributeError):
        identification.nothing  # noqa: B018


# ---------------------------------------------------------------- odd cards, down to the person
@pytest.mark.parametrize("parents", ["apart", "together", "nested", "bare", "fields"])
def test_both_parents_are_read_however_they_are_nested(parents: str) -> None:
    made = persona(quirks={"parents": parents})
    outcome = identified(run(made, can_of(made)))
    assert outcome.person.get(PersonField.FATHER) == made.holder.father
    assert outcome.person.get(PersonField.MOTHER) == made.holder.mother


def test_a_text_of_the_chip_that_is_cut_costs_that_field_only() -> None:
    made = persona(holder={"ethnicity": "Mường Thổ Đ"}, quirks={"cut_text": "ethnicity"})
    outcome = identified(run(made, can_of(made)))
    assert outcome.fields_read == EVERYTHING - {PersonField.ETHNICITY}
    assert {line.status for line in outcome.receipt} == {FileStatus.READ}


def test_a_name_that_is_cut_on_the_chip_is_taken_from_the_zone_and_says_so() -> None:
    made = persona(holder={"full_name": "Nguyễn Thị Mỷ"}, quirks={"cut_text": "full_name"})
    outcome = identified(run(made, can_of(made)))
    assert outcome.person.fields[PersonField.FULL_NAME].origin is Origin.MRZ
    assert outcome.person.get(PersonField.FULL_NAME) == "NGUYEN THI MY"


def test_signs_that_would_be_obeyed_are_shown_as_marks() -> None:
    made = persona(holder={"place_of_residence": "Xóm 5\u202e, Vinh"})
    outcome = identified(run(made, can_of(made)))
    assert outcome.person.get(PersonField.PLACE_OF_RESIDENCE) == "Xóm 5¤, Vinh"


@pytest.mark.parametrize("past_end", ["bare 6B00", "bare 6282"])
@pytest.mark.parametrize("extended_length", [True, False])
def test_a_chip_that_ends_its_session_at_a_files_end_is_read_whole(past_end: str, extended_length: bool) -> None:
    made = persona(chip={"extended_length": extended_length}, quirks={"past_end": past_end})
    outcome = identified(run(made, can_of(made), photo=True))
    assert outcome.fields_read == EVERYTHING
    assert outcome.person.photo
    assert outcome.verdict.chip.state is FindingState.CONFIRMED


def test_a_security_object_of_an_early_issuer_is_read() -> None:
    made = persona(quirks={"signed_type": "1.2.528.1.1006.1.20.1"})
    assert identified(run(made, can_of(made))).verdict.integrity.reason is Reason.DATA_UNCHANGED


def test_what_a_reading_needs_is_loaded_when_it_is_asked_for() -> None:
    code = (
        "import sys, kiosk.identification as i; a = 'devices.emrtd.document_reader' in sys.modules; "
        "i.prepare_reading(); print(a, 'devices.emrtd.document_reader' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=paths.root())
    assert done.stdout.split() == ["False", "True"]
