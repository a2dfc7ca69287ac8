"""One file in the fewest exchanges, from chips with every habit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from devices.emrtd.file_reader import FileReader
from devices.emrtd.lds.files import ElementaryFile
from devices.iso7816 import tlv
from devices.iso7816.apdu import Command, Response
from devices.iso7816.block_sizes import BlockSizes
from devices.iso7816.errors import MalformedError, StatusError
from tests.helpers.scripted_card import AnsweringCard

Habit = Callable[[Command], Response | None]


class PlainChip:
    """A chip with one readable file and habits that may answer first."""

    def __init__(self, content: bytes, *habits: Habit) -> None:
        self.content = content
        self._habits = habits
        self.asked: list[Command] = []

    def transmit(self, raw: bytes, /) -> bytes:
        """Answer one command."""
        command = Command.decode(raw)
        self.asked.append(command)
        for habit in self._habits:
            answer = habit(command)
            if answer is not None:
                return answer.encode()
        return self._answer(command).encode()

    def _answer(self, command: Command) -> Response:
        if command.ins == 0xA4:
            return Response(sw=0x9000)
        if command.ins == 0xB1:
            offset = int.from_bytes(tlv.read(command.data).value, "big")
            room = command.ne - (2 if command.ne <= 0x81 else 3 if command.ne <= 0x102 else 4)
            return Response(data=tlv.encode(0x53, self.content[offset : offset + room]), sw=0x9000)
        offset = command.p2 if command.p1 & 0x80 else command.p1 << 8 | command.p2
        return Response(data=self.content[offset : offset + command.ne], sw=0x9000)


def file_of(length: int, tag: int = 0x75) -> bytes:
    """A file of `length` content bytes, no two blocks alike."""
    return tlv.encode(tag, bytes((place * 7 + place // 251) % 256 for place in range(length)))


def read(
    chip: PlainChip, *, size: int | None = None, so_far: bytes = b"", file: ElementaryFile = ElementaryFile.DG2
) -> bytes:
    """The whole file."""
    sizes = BlockSizes()
    if size is not None and size < sizes.size("reader"):
        sizes.lower("reader", size)
    content = bytearray(so_far)
    length = FileReader(chip, sizes, "reader").read(file, content)
    return bytes(content[:length])


def test_a_small_file_takes_one_exchange() -> None:
    chip = PlainChip(file_of(90))
    assert read(chip) == chip.content
    assert len(chip.asked) == 1


@pytest.mark.parametrize(("size", "exchanges"), [(8192, 2), (2048, 8), (223, 71), (112, 141)])
def test_a_photo_takes_as_many_exchanges_as_it_has_blocks(size: int, exchanges: int) -> None:
    chip = PlainChip(file_of(15_700 - 4))
    assert read(chip, size=size) == chip.content
    assert len(chip.asked) == exchanges


@pytest.mark.parametrize("length", [40_000, 70_000])
@pytest.mark.parametrize("size", [8192, 223])
def test_offsets_above_32767_take_the_odd_instruction(length: int, size: int) -> None:
    chip = PlainChip(file_of(length))
    assert read(chip, size=size) == chip.content
    assert any(command.ins == 0xB1 for command in chip.asked)


def test_a_read_goes_on_at_the_byte_reached() -> None:
    chip = PlainChip(file_of(900))
    assert read(chip, so_far=chip.content[:333], size=223) == chip.content
    assert chip.asked[0].ins == 0xA4
    assert chip.asked[1].p1 << 8 | chip.asked[1].p2 == 333


def test_bytes_behind_the_file_are_cut_off() -> None:
    content = file_of(50)
    chip = PlainChip(content + b"padding")
    assert read(chip) == content


def refuse_short_ids(sw: int) -> Habit:
    """A chip that knows long file identifiers only."""
    return lambda command: Response(sw=sw) if command.ins == 0xB0 and command.p1 & 0x80 else None


@pytest.mark.parametrize("sw", [0x6A82, 0x6A86, 0x6B00, 0x6D00])
def test_a_chip_without_short_identifiers_is_read_by_selecting(sw: int) -> None:
    chip = PlainChip(file_of(90), refuse_short_ids(sw))
    reader = FileReader(chip, BlockSizes(), "reader")
    for _ in range(2):
        assert reader.read(ElementaryFile.DG2, bytearray()) == len(chip.content)
    selects = [command.ins for command in chip.asked].count(0xA4)
    assert selects == 2
    assert [command.ins for command in chip.asked][-2:] == [0xA4, 0xB0]


def test_an_absent_file_is_absent_once_short_identifiers_worked() -> None:
    chip = PlainChip(file_of(90), lambda command: Response(sw=0x6A82) if command.p1 == 0x8D else None)
    reader = FileReader(chip, BlockSizes(), "reader")
    reader.read(ElementaryFile.DG2, bytearray())
    with pytest.raises(StatusError):
        reader.read(ElementaryFile.DG13, bytearray())
    assert [command.ins for command in chip.asked] == [0xB0, 0xB0]


def test_a_file_that_can_neither_be_read_short_nor_selected_is_absent() -> None:
    chip = PlainChip(b"", lambda _: Response(sw=0x6A82))
    with pytest.raises(StatusError, match="SELECT: 6A82"):
        read(chip)


def test_a_refused_file_is_not_asked_for_twice() -> None:
    chip = PlainChip(b"", lambda _: Response(sw=0x6982))
    with pytest.raises(StatusError, match="6982"):
        read(chip)
    assert len(chip.asked) == 1


def too_large(limit: int, sw: int) -> Habit:
    """A chip that carries at most `limit` bytes."""
    return lambda command: Response(sw=sw) if command.ne > limit else None


@pytest.mark.parametrize("sw", [0x6700, 0x9000])
@pytest.mark.parametrize("limit", [2048, 223, 112])
def test_a_block_that_is_too_large_is_stepped_down_and_remembered(limit: int, sw: int) -> None:
    chip, sizes = PlainChip(file_of(3_000), too_large(limit, sw)), BlockSizes()
    content = bytearray()
    FileReader(chip, sizes, "reader").read(ElementaryFile.DG2, content)
    assert bytes(content) == chip.content
    assert sizes.size("reader") <= limit


def test_a_chip_that_names_the_length_it_wants_gets_it() -> None:
    chip = PlainChip(file_of(3_000), lambda c: Response(sw=0x6CB0) if c.ne > 0xB0 else None)
    sizes, content = BlockSizes(), bytearray()
    FileReader(chip, sizes, "reader").read(ElementaryFile.DG2, content)
    assert bytes(content) == chip.content
    assert sizes.size("reader") == 160


def test_a_small_file_that_names_its_length_teaches_nothing() -> None:
    content = file_of(93, 0x61)
    chip, sizes = PlainChip(content, lambda c: Response(sw=0x6C00 | 95) if c.ne > 95 else None), BlockSizes()
    assert FileReader(chip, sizes, "reader").read(ElementaryFile.DG1, bytearray()) == 95
    assert sizes.size("reader") == BlockSizes().size("reader")


def test_a_chip_that_carries_no_block_at_all_is_given_up() -> None:
    with pytest.raises(StatusError, match="6700"):
        read(PlainChip(file_of(300), too_large(20, 0x6700)))
    with pytest.raises(StatusError, match="6C00"):
        read(PlainChip(file_of(300), lambda _: Response(sw=0x6C00)))


def past_the_end(content: bytes) -> Habit:
    """A chip that refuses a block reaching over the end of its file."""

    def habit(command: Command) -> Response | None:
        if command.ins != 0xB0:
            return None
        offset = command.p2 if command.p1 & 0x80 else command.p1 << 8 | command.p2
        return Response(sw=0x6B00) if offset + command.ne > len(content) else None

    return habit


def test_a_chip_that_refuses_to_read_across_the_end_is_read_exactly() -> None:
    content = file_of(300)
    chip = PlainChip(content, past_the_end(content))
    reader = FileReader(chip, BlockSizes(), "reader")
    for _ in range(2):
        got = bytearray()
        reader.read(ElementaryFile.DG2, got)
        assert bytes(got) == content
    assert [command.ne for command in chip.asked] == [8192, 5, 299, 5, 299]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"\x61\x02\x00\x00", "DG2 tag"),
        (b"\x75\x84\x7f\xff\xff\xff", "DG2 length"),
        (b"\x75\x83\x10\x00\x00" + bytes(20), "DG2 length"),
        (b"\x75\x80\x00\x00", "TLV length"),
        (b"\x75", "TLV length"),
    ],
)
def test_a_lying_header_is_malformed(content: bytes, place: str) -> None:
    with pytest.raises(MalformedError, match=place):
        read(PlainChip(content))


def test_a_file_shorter_than_it_says_is_given_up() -> None:
    content = file_of(300)[:-100]
    with pytest.raises(StatusError):
        read(PlainChip(content))


def test_a_chip_that_trickles_is_given_up() -> None:
    content = file_of(60_000)
    chip = PlainChip(
        content, lambda c: Response(data=b"\x75" if c.p1 & 0x80 else b"\x01", sw=0x6282) if c.p1 != 0x82 else None
    )
    with pytest.raises(MalformedError, match="blocks"):
        read(chip)
    assert len(chip.asked) < 1_000


def test_an_odd_answer_without_its_object_is_malformed() -> None:
    chip = PlainChip(file_of(40_000), lambda c: Response(data=b"\x54\x01\x00", sw=0x9000) if c.ins == 0xB1 else None)
    with pytest.raises(MalformedError):
        read(chip)


def test_what_the_connection_raises_passes_and_keeps_what_came() -> None:
    content = file_of(900)

    def lifted(command: bytes) -> bytes:
        if len(command) and command[2] == 0 and command[3]:
            raise ConnectionError
        return content[:223] + b"\x90\x00"

    so_far = bytearray()
    with pytest.raises(ConnectionError):
        FileReader(AnsweringCard(lifted), BlockSizes(), "reader").read(ElementaryFile.DG2, so_far)
    assert bytes(so_far) == content[:223]
