"""What `./station` says while it works."""

from __future__ import annotations

import pytest

from bootstrap.words import estimate, megabytes, say


def test_both_languages_are_said_vietnamese_first(capsys: pytest.CaptureFixture[str]) -> None:
    say("xin chờ", "please wait")
    assert capsys.readouterr().err == "station: xin chờ\n         please wait\n"


@pytest.mark.parametrize(
    ("share", "seconds", "text"),
    [(0.25, 10, "about 30 s left"), (0.5, 10, "about 10 s left"), (0.01, 10, ""), (0.5, 1, ""), (1.0, 10, "")],
)
def test_the_time_left_follows_from_the_share_done_once_that_says_something(
    share: float, seconds: float, text: str
) -> None:
    assert text in estimate(share, seconds)
    assert bool(text) == bool(estimate(share, seconds))


@pytest.mark.parametrize(("size", "text"), [(0, "0.0 MB"), (16_600_000, "16.6 MB"), (168_400_000, "168 MB")])
def test_sizes_are_told_in_megabytes(size: int, text: str) -> None:
    assert megabytes(size) == text
