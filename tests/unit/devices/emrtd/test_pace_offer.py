"""EF.CardAccess as chips give it: long, nameless, behind any form of SELECT; and PACE by what stands in it."""

from __future__ import annotations

import pytest

from devices.card_reader.virtual_card.ciphers import CipherName
from devices.card_reader.virtual_card.pace import PaceProfile
from devices.card_reader.virtual_card.persona import Quirks
from devices.card_reader.virtual_card.security_infos import card_access as encoded_card_access
from devices.emrtd.access_keys import AccessKey
from devices.emrtd.errors import AccessUnsupportedError
from devices.emrtd.lds.card_access import parse_card_access
from devices.emrtd.pace_offer import LONGEST, CardAccess, read_card_access
from devices.emrtd.verdict import FindingState, Reason
from devices.emrtd.verification import judge
from devices.iso7816.block_sizes import LARGEST_SHORT, BlockSizes
from devices.iso7816.tlv import encode
from kiosk.clock import Clock
from tests.helpers.documents import can_of, mrz_of, read, shipped_trust, verdict_of
from tests.helpers.personas import persona
from tests.helpers.scripted_card import AnsweringCard

P256 = {"mapping": "ECDH-GM", "cipher": "AES-128", "parameter_id": 12}
BP256 = P256 | {"parameter_id": 13}
P384 = P256 | {"parameter_id": 15}


def access_of(key: str = "can", **changes: object) -> str:
    """How a card with those changes is opened."""
    made = persona(**changes)
    return read(made, can_of(made) if key == "can" else mrz_of(made))[0].access


@pytest.mark.parametrize("unnamed", ["9000", "6A80", "6A86", "6A87", "6A88"])
@pytest.mark.parametrize("default", [0, 1, 2])
def test_several_offers_of_one_protocol_are_told_apart_by_name(default: int, unnamed: str) -> None:
    chip = {"pace": P256, "more_pace": [BP256, P384]}
    assert access_of(chip=chip, quirks={"default_offer": default, "parameters_unnamed": unnamed}) == "PACE-CAN"


@pytest.mark.parametrize("unnamed", ["6A80", "6A86", "6A87", "6A88"])
def test_a_single_offer_is_named_when_the_chip_asks_for_it(unnamed: str) -> None:
    assert access_of(chip={"pace": BP256}, quirks={"parameters_unnamed": unnamed}) == "PACE-CAN"


@pytest.mark.parametrize("mapping", ["ECDH-GM", "ECDH-IM", "ECDH-CAM"])
def test_every_mapping_reads_a_whole_card(mapping: str) -> None:
    assert access_of(chip={"pace": P256 | {"mapping": mapping}}) == "PACE-CAN"


@pytest.mark.parametrize("states", [True, False])
def test_an_offer_without_parameters_is_taken_with_those_stated_or_the_vietnamese_ones(states: bool) -> None:
    quirks = {"omits_parameters": True, "states_parameters": states}
    assert access_of(chip={"pace": BP256}, quirks=quirks) == "PACE-CAN"
    if states:
        assert access_of(chip={"pace": P384}, quirks=quirks) == "PACE-CAN"


@pytest.mark.parametrize("extended_length", [True, False])
@pytest.mark.parametrize("filling", [200, 240, 700])
def test_a_long_card_access_is_read_to_its_end(filling: int, extended_length: bool) -> None:
    chip = {"pace": P256, "extended_length": extended_length}
    assert access_of(chip=chip, quirks={"card_access_filling": filling}) == "PACE-CAN"


@pytest.mark.parametrize("past_end", ["6B00", "bare 6282", "9000"])
def test_a_long_card_access_is_read_whatever_the_chip_says_at_its_end(past_end: str) -> None:
    chip = {"pace": P256, "extended_length": False}
    assert access_of(chip=chip, quirks={"card_access_filling": 240, "past_end": past_end}) == "PACE-CAN"


@pytest.mark.parametrize("form", ["any", "empty", "control-information"])
def test_the_master_file_is_selected_in_the_form_the_chip_takes(form: str) -> None:
    made = persona(chip={"pace": P256}, quirks={"short_file_id": False, "select_mf": "9000", "select_mf_form": form})
    selected: list[bytes] = []

    class FirstRefused:
        def __init__(self, inner: object) -> None:
            self._inner = inner

        def transmit(self, command: bytes, /) -> bytes:
            if command[:3] == b"\x00\xa4\x00":
                selected.append(command)
            if command.hex() == "00a4020c02011c" and not selected:
                return b"\x6a\x82"
            return bytes(self._inner.transmit(command))  # type: ignore[attr-defined]

    assert read(made, can_of(made), wrap=FirstRefused)[0].access == "PACE-CAN"
    assert (
        selected[-1].hex()
        == {"any": "00a4000c023f00", "empty": "00a4000c", "control-information": "00a40000023f0000"}[form]
    )


def card_access_of(answer: object) -> CardAccess:
    """What a chip says that answers so, over short APDUs."""
    sizes = BlockSizes()
    sizes.lower("answering", LARGEST_SHORT)
    card = AnsweringCard(answer)  # type: ignore[arg-type]
    return read_card_access(card, card, sizes)


def test_a_length_the_chip_names_is_the_one_asked_for_next() -> None:
    content = encode(0x31, b"")

    def answer(command: bytes) -> bytes:
        wrong = command[4] != len(content)
        return bytes((0x6C, len(content))) if wrong else content + b"\x90\x00"

    assert card_access_of(answer).infos is not None


@pytest.mark.parametrize("tail", [b"", b"\x00\x00", b"\xff" * 40])
def test_what_follows_the_file_is_not_part_of_it(tail: bytes) -> None:
    assert card_access_of(lambda _: b"\x31\x00" + tail + b"\x90\x00").infos is not None


@pytest.mark.parametrize("first", [b"\x31\x82\x7f\xff" + bytes(100), b"\x31\x82", b"\x31\x20\x00"])
def test_a_file_that_never_comes_whole_means_the_vietnamese_one(first: bytes) -> None:
    answers = [first + b"\x90\x00"] + [b"\x90\x00"] * 3 + [b"\x6a\x82"] * 20
    found = card_access_of(lambda _: answers.pop(0))
    assert found.infos is None
    assert len(found.offers) == 1
    assert len(first) < LONGEST


def test_a_chip_that_has_no_can_is_opened_with_the_other_password() -> None:
    made = persona(chip={"bac": False}, quirks={"knows_can": False})
    key = AccessKey(can=can_of(made).can, mrz_candidates=mrz_of(made).mrz_candidates)
    assert read(made, key)[0].access == "PACE-MRZ"
    with pytest.raises(AccessUnsupportedError):
        read(made, can_of(made))


def test_a_card_whose_offers_all_fail_is_opened_with_bac_where_the_mrz_is_known() -> None:
    changes = {"chip": {"pace": P256, "more_pace": [BP256]}, "quirks": {"parameters_unnamed": "6D00"}}
    broken = {"chip": {"pace": P256 | {"parameter_id": 14}}, "quirks": {"card_access": "6A82"}}
    assert access_of("mrz", **broken) == "BAC"
    with pytest.raises(AccessUnsupportedError):
        access_of(**broken)
    assert access_of(**changes) == "PACE-CAN"


@pytest.mark.parametrize(
    ("signed", "state", "reason"),
    [
        ("same", FindingState.CONFIRMED, Reason.ACCESS_SIGNED),
        ("none", FindingState.NOT_CHECKED, Reason.ACCESS_UNSIGNED),
        ("other", FindingState.FAILED, Reason.ACCESS_CHANGED),
    ],
)
def test_the_offers_are_compared_with_the_signed_ones(signed: str, state: FindingState, reason: Reason) -> None:
    made = persona(quirks={"signed_offers": signed})
    found = verdict_of(made, can_of(made))
    assert (found.access.state, found.access.reason) == (state, reason)
    assert found.integrity.state is FindingState.CONFIRMED


def test_an_offer_taken_away_on_the_way_is_a_difference() -> None:
    made = persona(chip={"pace": P256, "more_pace": [BP256]})
    offered = parse_card_access(
        card_access([PaceProfile(mapping="ECDH-GM", cipher=CipherName.AES_128, parameter_id=12)])
    )
    outcome, gathered = read(made, can_of(made))
    assert outcome.card_access is not None
    found = judge(gathered.files, outcome.proof, shipped_trust(), Clock().utc(), offered)
    assert found.access.reason is Reason.ACCESS_CHANGED


def card_access(offers: list[PaceProfile]) -> bytes:
    """The file with those offers alone."""
    return encoded_card_access(offers, None, Quirks())


@pytest.mark.parametrize("quirks", [{"card_access": "6A82"}, {"changed_after_signing": {"DG13": "An→Am"}}])
def test_nothing_is_compared_where_the_file_was_not_read_or_nothing_is_signed(quirks: dict[str, object]) -> None:
    made = persona(quirks=quirks)
    assert verdict_of(made, can_of(made)).access.reason is Reason.ACCESS_UNSIGNED


def test_a_chip_that_finds_every_length_wrong_teaches_nothing_about_lengths() -> None:
    sizes = BlockSizes()
    card = AnsweringCard(lambda _: b"\x67\x00")
    assert read_card_access(card, card, sizes).infos is None
    assert sizes.size("answering") == LARGEST_SHORT
