"""Nothing that a command tells can command the terminal of whoever reads it."""

from __future__ import annotations

import sys

import click
import pytest
from click.testing import CliRunner

from kiosk.cli import LazyGroup
from kiosk.cli.terminal import harmless, harmless_output

NAUGHTY = "a\x1b[2Jb\x07c\x9bd\x7fe\rf\x00g\u202eh\udc1bi"


@click.group(cls=LazyGroup)
def program() -> None:
    """A program of ours."""


@program.command()
def tell() -> None:
    """Tell what somebody else wrote, on both outputs."""
    click.echo(NAUGHTY)
    click.echo(NAUGHTY, err=True)


@program.command()
def fail() -> None:
    """Fail with it."""
    raise click.ClickException(NAUGHTY)


def commands_in(text: str) -> list[str]:
    """Control characters other than line feed and tab, and what turns the direction of letters."""
    return [letter for letter in text if letter not in "\n\t" and not letter.isprintable() and letter != "\u3000"]


@pytest.mark.parametrize("words", [["tell"], ["fail"], ["no\x1b[31mcommand"]])
def test_control_characters_of_a_message_a_fault_and_an_argument_are_shown_and_not_obeyed(words: list[str]) -> None:
    done = CliRunner().invoke(program, words)
    assert commands_in(done.output) == []


def test_they_are_seen_as_what_they_are() -> None:
    assert "ab\u2407c" in CliRunner().invoke(program, ["tell"]).output.replace("\u241b[2J", "")


def test_every_control_character_is_seen_and_vietnamese_stays() -> None:
    assert harmless("Trần Thị Mai\tđã in\n") == "Trần Thị Mai\tđã in\n"
    odd = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x202E, 0x2066)))
    assert commands_in(harmless(odd)) == []
    assert len(harmless(odd)) == len(odd)


def test_after_the_block_the_streams_are_the_old_ones() -> None:
    before = sys.stdout, sys.stderr
    with harmless_output():
        assert sys.stdout is not before[0]
    assert (sys.stdout, sys.stderr) == before
