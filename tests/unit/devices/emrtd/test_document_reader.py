"""Whole reads: which exchanges, in which order, and what happens when the session, the block or the card goes."""

from __future__ import annotations

import hashlib

import pytest

from devices.emrtd.access_keys import AccessKey
from devices.emrtd.document_reader import MAX_REOPENINGS
from devices.emrtd.errors import (
    AccessUnsupportedError,
    CardChangedError,
    NotAnIdentityCardError,
    SessionLostError,
    WrongKeyError,
)
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.partial_read import PartialRead
from devices.emrtd.reading import FileStatus, Phase
from devices.errors import CardError, CardLiftedError, CardSilentError
from devices.iso7816.block_sizes import LARGEST_SHORT, BlockSizes
from devices.iso7816.connection import Connection
from devices.iso7816.errors import MalformedError, StatusError
from tests.helpers.documents import ALL, TEXT, can_of, mrz_of, read
from tests.helpers.personas import persona, reader_with
from tests.helpers.scripted_card import AnsweringCard


class Tamper:
    """Passes commands on, unless `fault` has its own answer for the n-th one."""

    def __init__(self, inner: Connection, fault) -> None:  # type: ignore[no-untyped-def]
        self._inner = inner
        self._fault = fault
        self.count = 0

    def transmit(self, command: bytes, /) -> bytes:
        """Pass on, or what the fault says."""
        self.count += 1
        answer = self._fault(self.count, command)
        return self._inner.transmit(command) if answer is None else answer


def raising(fault: Exception, when) -> object:  # type: ignore[no-untyped-def]
    """A fault that raises where `when` says so."""

    def check(count: int, command: bytes) -> None:
        if when(count, command):
            raise fault

    return check


def statuses(partial: PartialRead) -> dict[str, FileStatus]:
    """What became of each file."""
    return {line.name: line.status for line in partial.receipt}


def test_a_common_card_takes_fifteen_exchanges_and_its_text_nine() -> None:
    made = persona()
    counted: list[Tamper] = []
    partial = PartialRead()
    done_at: list[int] = []

    def watch(count: int, _command: bytes) -> None:
        if not done_at and all(map(partial.is_settled, ALL[:2])):
            done_at.append(count - 1)

    def wrap(inner: Connection) -> Connection:
        counted.append(Tamper(inner, watch))
        return counted[0]

    outcome, _ = read(made, can_of(made), ALL, partial=partial, wrap=wrap)
    assert outcome.access == "PACE-CAN"
    assert (counted[0].count, done_at[0]) == (15, 9)
    assert set(statuses(partial).values()) == {FileStatus.READ}


def test_short_apdus_stay_within_ninety_six_exchanges() -> None:
    made = persona(chip={"extended_length": False})
    counted: list[Tamper] = []

    def wrap(inner: Connection) -> Connection:
        counted.append(Tamper(inner, lambda *_: None))
        return counted[0]

    sizes = BlockSizes()
    read(made, can_of(made), ALL, sizes=sizes, wrap=wrap)
    assert counted[0].count <= 96
    assert sizes.size("between") == LARGEST_SHORT


def test_phases_come_in_order_and_the_photo_only_when_asked_for() -> None:
    made = persona()
    for files, photo in ((TEXT, []), (ALL, [Phase.READING_PHOTO])):
        seen: list[Phase] = []
        read(made, can_of(made), files, on_phase=seen.append)
        assert seen == [Phase.OPENING, Phase.READING_TEXT, *photo, Phase.CHECKING]


def test_only_the_files_asked_for_are_fetched_and_text_before_the_photo() -> None:
    made = persona()
    _, partial = read(made, can_of(made), (ElementaryFile.DG2, ElementaryFile.DG13))
    assert [line.name for line in partial.receipt] == ["DG13", "DG2"]


def test_files_a_chip_refuses_or_lacks_never_abort_a_read() -> None:
    made = persona()
    files = (ElementaryFile.DG13, ElementaryFile.DG3, ElementaryFile.DG11, ElementaryFile.DG1)
    _, partial = read(made, can_of(made), files)
    found = statuses(partial)
    assert (found["DG13"], found["DG1"]) == (FileStatus.READ, FileStatus.READ)
    assert found["DG11"] is FileStatus.ABSENT
    assert found["DG3"] in {FileStatus.REFUSED, FileStatus.ABSENT}


@pytest.mark.parametrize(
    ("answer", "status"),
    [(b"\x69\x82", FileStatus.REFUSED), (b"\x6a\x82", FileStatus.ABSENT), (b"\x6f\x00", FileStatus.DAMAGED)],
)
def test_a_files_fate_follows_the_status_word(answer: bytes, status: FileStatus) -> None:
    from devices.emrtd.document_reader import _outcome

    assert _outcome(StatusError("READ BINARY", int.from_bytes(answer, "big")), begun=False) is status
    assert _outcome(StatusError("READ BINARY", 0x6A82), begun=True) is FileStatus.DAMAGED


def test_a_file_that_lies_about_its_length_is_damaged_and_the_rest_is_read() -> None:
    made = persona(quirks={"declared_longer": {"DG13": 40}})
    _, partial = read(made, can_of(made))
    assert statuses(partial)["DG13"] is FileStatus.DAMAGED
    assert statuses(partial)["DG1"] is FileStatus.READ


def test_a_file_with_another_tag_is_damaged_and_the_rest_is_read() -> None:
    made = persona(quirks={"garbage": {"DG13": 300}})
    _, partial = read(made, can_of(made))
    assert statuses(partial)["DG13"] is FileStatus.DAMAGED
    assert statuses(partial)["DG1"] is FileStatus.READ


# ---------------------------------------------------------------- access
def test_bac_opens_a_chip_that_knows_no_pace() -> None:
    made = persona(chip={"pace": None})
    outcome, _ = read(made, mrz_of(made))
    assert outcome.access == "BAC"


def test_the_mrz_opens_pace_too() -> None:
    made = persona()
    outcome, _ = read(made, mrz_of(made))
    assert outcome.access == "PACE-MRZ"


def test_a_chip_that_needs_the_mrz_says_so_to_a_can() -> None:
    made = persona(chip={"pace": None})
    with pytest.raises(AccessUnsupportedError):
        read(made, can_of(made))


def test_a_card_without_the_application_is_no_identity_card() -> None:
    made = persona(chip={"pace": None}, quirks={"select_application": "6A82"})
    for key in (can_of(made), mrz_of(made)):
        with pytest.raises(NotAnIdentityCardError):
            read(made, key)


def test_an_application_that_will_not_open_is_named() -> None:
    made = persona(chip={"pace": None}, quirks={"select_application": "6F00"})
    with pytest.raises(StatusError, match="SELECT application"):
        read(made, mrz_of(made))


def test_a_wrong_can_is_refused_once_and_costs_one_attempt() -> None:
    with pytest.raises(WrongKeyError) as refused:
        read(persona(), AccessKey(can="000000"))
    assert (refused.value.spent, refused.value.access) == (1, "PACE-CAN")


def test_the_right_candidate_is_found_after_wrong_ones_with_a_reset_between() -> None:
    made = persona(quirks={"stubborn": True})
    for key in (
        AccessKey(can="000000", mrz_candidates=mrz_of(made).mrz_candidates),
        AccessKey(mrz_candidates=("0" * 24, "1" * 24, *mrz_of(made).mrz_candidates)),
    ):
        assert read(made, key)[0].access == "PACE-MRZ"


def test_a_wrong_qr_leaves_one_attempt() -> None:
    with pytest.raises(WrongKeyError) as refused:
        read(persona(), AccessKey(can="000000", mrz_candidates=("0" * 24, "1" * 24)))
    assert refused.value.spent == 2


@pytest.mark.parametrize("attempts", [1, 2, 3])
def test_never_more_attempts_are_spent_than_given(attempts: int) -> None:
    key = AccessKey(mrz_candidates=("0" * 24, "1" * 24, "2" * 24, "3" * 24))
    with pytest.raises(WrongKeyError) as refused:
        read(persona(), key, attempts=attempts)
    assert refused.value.spent == attempts


def test_wrong_keys_are_counted_on_a_bac_chip_as_well() -> None:
    made = persona(chip={"pace": None})
    key = AccessKey(mrz_candidates=("0" * 24, "1" * 24, *mrz_of(made).mrz_candidates))
    assert read(made, key)[0].access == "BAC"
    with pytest.raises(WrongKeyError) as refused:
        read(made, key, attempts=2)
    assert refused.value.spent == 2


def test_without_an_attempt_nothing_is_tried() -> None:
    made = persona(chip={"pace": None})
    with pytest.raises(AccessUnsupportedError):
        read(made, mrz_of(made), attempts=0)


def test_a_broken_pace_leads_to_bac_where_the_mrz_is_known() -> None:
    made = persona()

    def breaks(_count: int, command: bytes) -> bytes | None:
        return b"\x6f\x00" if command[1] == 0x86 else None

    assert read(made, mrz_of(made), wrap=lambda inner: Tamper(inner, breaks))[0].access == "BAC"


# ---------------------------------------------------------------- card access
@pytest.mark.parametrize("answer", [b"\x6a\x82", b"\x6d\x00", b"\x69\x82", b"junk\x90\x00", b"\x31\x00\x90\x00"])
def test_an_unreadable_card_access_means_what_vietnamese_cards_say(answer: bytes) -> None:
    made = persona()

    def unreadable(_count: int, command: bytes) -> bytes | None:
        return answer if command[2] == 0x9C else None

    if answer.startswith(b"\x31"):
        assert read(made, mrz_of(made), wrap=lambda inner: Tamper(inner, unreadable))[0].access == "BAC"
        return
    assert read(made, can_of(made), wrap=lambda inner: Tamper(inner, unreadable))[0].access == "PACE-CAN"


@pytest.mark.parametrize("refused", [0, 1, 2], ids=["selected", "selected below the master file", "not at all"])
def test_a_card_access_without_short_identifier_is_selected(refused: int) -> None:
    made = persona(chip={"pace": {"mapping": "ECDH-GM", "cipher": "AES-256", "parameter_id": 15}})
    selects: list[bytes] = []

    def habits(_count: int, command: bytes) -> bytes | None:
        if command[2] == 0x9C:
            return b"\x6a\x86"
        if command.hex().startswith("00a4020c02011c"):
            selects.append(command)
            return b"\x6a\x82" if len(selects) <= refused else None
        return None

    if refused == 2:
        with pytest.raises(AccessUnsupportedError):
            read(made, can_of(made), wrap=lambda inner: Tamper(inner, habits))
        return
    assert read(made, can_of(made), wrap=lambda inner: Tamper(inner, habits))[0].access == "PACE-CAN"


def test_a_card_access_that_is_selected_and_not_read_is_not_read() -> None:
    made = persona()

    def habits(_count: int, command: bytes) -> bytes | None:
        return b"\x69\x82" if command[0] == 0 and command[1] == 0xB0 else None

    assert read(made, can_of(made), wrap=lambda inner: Tamper(inner, habits))[0].access == "PACE-CAN"


@pytest.mark.parametrize("sw", [b"\x67\x00", b"\x6c\xdf"])
def test_extended_length_that_does_not_pass_is_noticed_before_anything_is_lost(sw: bytes) -> None:
    made, sizes = persona(), BlockSizes()

    def short_only(_count: int, command: bytes) -> bytes | None:
        return sw if len(command) > 5 and command[4] == 0 and command[2] == 0x9C else None

    read(made, can_of(made), sizes=sizes, wrap=lambda inner: Tamper(inner, short_only))
    assert sizes.size("between") == LARGEST_SHORT


@pytest.mark.parametrize("fault", [CardError(), CardLiftedError()])
def test_a_driver_that_does_not_carry_extended_length_is_noticed(fault: CardError) -> None:
    made, sizes = persona(), BlockSizes()
    fails = raising(fault, lambda _count, command: len(command) == 7 and command[4] == 0)
    read(made, can_of(made), sizes=sizes, wrap=lambda inner: Tamper(inner, fails))
    assert sizes.size("between") == LARGEST_SHORT


def test_a_card_that_fails_under_short_apdus_fails() -> None:
    made, sizes = persona(), BlockSizes()
    sizes.lower("between", LARGEST_SHORT)
    with pytest.raises(CardSilentError):
        read(
            made,
            can_of(made),
            sizes=sizes,
            wrap=lambda inner: Tamper(inner, raising(CardSilentError(), lambda *_: True)),
        )


# ---------------------------------------------------------------- broken sessions
@pytest.mark.parametrize("count", [9, 12, 14])
@pytest.mark.parametrize("answer", [b"\x69\x88", b"\x67\x00"])
def test_a_session_that_breaks_is_opened_again_and_the_read_goes_on(count: int, answer: bytes) -> None:
    made = persona()
    broken: list[Tamper] = []

    def wrap(inner: Connection) -> Connection:
        broken.append(Tamper(inner, lambda n, _: answer if n == count else None))
        return broken[0]

    _, partial = read(made, can_of(made), ALL, wrap=wrap)
    assert set(statuses(partial).values()) == {FileStatus.READ}
    assert broken[0].count > 15


def test_a_driver_error_in_the_middle_steps_the_block_down() -> None:
    made, sizes = persona(), BlockSizes()
    fails = raising(CardError(), lambda count, _: count == 14)
    _, partial = read(made, can_of(made), ALL, sizes=sizes, wrap=lambda inner: Tamper(inner, fails))
    assert statuses(partial)["DG2"] is FileStatus.READ
    assert sizes.size("between") == 2_048


def test_a_session_that_always_breaks_is_given_up() -> None:
    made = persona()

    def always(_count: int, command: bytes) -> bytes | None:
        return b"\x69\x88" if command[0] == 0x0C and command[1] == 0xB0 else None

    tampered: list[Tamper] = []

    def wrap(inner: Connection) -> Connection:
        tampered.append(Tamper(inner, always))
        return tampered[0]

    with pytest.raises(SessionLostError):
        read(made, can_of(made), wrap=wrap)
    assert tampered[0].count < 10 * (MAX_REOPENINGS + 1)


def test_one_file_that_breaks_every_session_does_not_cost_the_others() -> None:
    made, sizes = persona(), BlockSizes()

    def breaks_dg14(_count: int, command: bytes) -> bytes | None:
        return b"\x69\x88" if command[:3].hex() in {"0cb08e", "0ca402"} and command[2] in {0x8E, 0x02} else None

    _, partial = read(made, can_of(made), ALL, sizes=sizes, wrap=lambda inner: Tamper(inner, breaks_dg14))
    found = statuses(partial)
    assert found.pop("DG14") is FileStatus.DAMAGED
    assert set(found.values()) == {FileStatus.READ}
    assert sizes.size("between") == BlockSizes().size("between")


def test_a_lift_under_short_apdus_is_a_lift() -> None:
    made, sizes = persona(), BlockSizes()
    sizes.lower("between", LARGEST_SHORT)
    fails = raising(CardLiftedError(), lambda count, _: count == 20)
    with pytest.raises(CardLiftedError):
        read(made, can_of(made), ALL, sizes=sizes, wrap=lambda inner: Tamper(inner, fails))


def test_a_silent_card_is_silent_at_once() -> None:
    made = persona()
    with pytest.raises(CardSilentError):
        read(made, can_of(made), wrap=lambda inner: Tamper(inner, raising(CardSilentError(), lambda n, _: n == 10)))


# ---------------------------------------------------------------- lifted cards
@pytest.mark.parametrize("lifted_after", range(500, 18_000, 500))
def test_a_card_lifted_at_any_byte_is_read_to_the_end_when_it_comes_back(lifted_after: int) -> None:
    made = persona()
    reader, partial = reader_with(made), PartialRead()
    reader.lift_after(lifted_after)
    try:
        read(reader, can_of(made), ALL, partial=partial)
    except CardLiftedError:
        before = sum(len(partial.begun(file)) for file in ALL if not partial.is_settled(file)) + sum(
            map(len, partial.files.values())
        )
        reader.put_back()
        read(reader, can_of(made), ALL, partial=partial)
        assert partial.resumed is (before > 0)
    _, whole = read(made, can_of(made), ALL)
    digest = lambda files: {file: hashlib.sha256(raw).hexdigest() for file, raw in files.items()}  # noqa: E731
    assert digest(partial.files) == digest(whole.files)


def test_a_different_card_put_back_does_not_take_the_key() -> None:
    made = persona()
    reader, partial = reader_with(made), PartialRead()
    reader.lift_after(9_000)
    with pytest.raises(CardLiftedError):
        read(reader, can_of(made), ALL, partial=partial)
    other = reader_with("tran-thi-mai")
    with pytest.raises(CardChangedError):
        read(other, can_of(made), ALL, partial=partial)


def test_a_partial_read_shows_no_bytes_and_wipes_them() -> None:
    made = persona()
    _, partial = read(made, can_of(made))
    begun = partial.begun(ElementaryFile.DG2)
    begun += b"secret"
    assert repr(partial) == "PartialRead(5 whole, 1 begun)"
    assert not partial.is_empty
    partial.wipe()
    assert partial.is_empty
    assert bytes(begun) == bytes(6)
    assert partial.receipt == ()


def test_garbage_answers_are_our_own_errors() -> None:
    for raw in (b"", b"\x90", b"\x90\x00", bytes(300)):
        made = persona()
        with pytest.raises((MalformedError, CardError)):
            read(made, can_of(made), wrap=lambda _, raw=raw: AnsweringCard(lambda _command: raw))  # type: ignore[misc]
