"""Which steps of a booted machine's trial are played: none silently."""

from __future__ import annotations

import click
import pytest

from release.image.verify import machine
from release.image.verify.machine import asked_steps

NAMES = ("starts", "visit", "cuts")


@pytest.fixture(autouse=True)
def _can_boot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "is_there", lambda: True)


def test_all_steps_are_played_or_those_that_are_named_in_their_own_order() -> None:
    assert asked_steps((), NAMES) == NAMES
    assert asked_steps(("cuts", "visit"), NAMES) == ("visit", "cuts")


def test_a_step_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(click.ClickException, match="no step is called walks: starts, visit, cuts"):
        asked_steps(("walks", "visit"), NAMES)


def test_without_a_program_that_boots_nothing_is_said_to_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "is_there", lambda: False)
    with pytest.raises(click.ClickException, match="nothing was booted and nothing was seen"):
        asked_steps((), NAMES)
