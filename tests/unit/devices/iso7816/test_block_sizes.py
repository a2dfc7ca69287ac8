"""What a reader carries is learned once and stepped down."""

from __future__ import annotations

from devices.iso7816.block_sizes import LADDER, BlockSizes


def test_a_reader_not_met_before_is_asked_for_the_most() -> None:
    assert BlockSizes().size("new") == LADDER[0]


def test_a_step_down_is_remembered_for_that_reader_only() -> None:
    sizes = BlockSizes()
    assert sizes.lower("one")
    assert (sizes.size("one"), sizes.size("other")) == (LADDER[1], LADDER[0])


def test_a_step_down_goes_to_the_limit_the_chip_named() -> None:
    sizes = BlockSizes()
    assert sizes.lower("one", 200)
    assert sizes.size("one") == 192
    assert sizes.lower("one", 5_000)
    assert sizes.size("one") == 160


def test_below_the_last_step_there_is_none() -> None:
    sizes = BlockSizes()
    assert not sizes.lower("one", 111)
    assert sizes.size("one") == LADDER[0]
