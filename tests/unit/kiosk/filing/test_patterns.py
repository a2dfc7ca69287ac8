"""Regular expressions of the content end soon, whatever a page says."""

from __future__ import annotations

import pytest

from kiosk.filing.patterns import MOST_WAYS, why_unusable


@pytest.mark.parametrize(
    "pattern",
    [
        r"G\d{2}(?:\.\d{2}){2}-\d{6}-\d{4,6}",
        r"G01(?:\.\d{2,3}){1,5}-\d{6}-\d{4,8}",
        r"^https://a\.vn/(?!ho-so\.html)(?:[/?#]|$)",
        r"^https://a\.vn/(?:\?[^#]{0,200})?#/ke-khai",
        "a|b|c?",
        r"(?i:H)\d{1,3}?",
    ],
)
def test_a_pattern_with_bounds_may_be_used(pattern: str) -> None:
    assert why_unusable(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("", "expected 1 to"),
        ("a" * 201, "expected 1 to"),
        ("(", "is no regular expression"),
        ("a+", "repeats without an end"),
        ("a*?b", "repeats without an end"),
        ("a{2,}", "repeats without an end"),
        ("(?:a+)+$", "repeats without an end"),
        (r"(\d{2})\1", "looks back at a group"),
        ("(?:a|b+)", "repeats without an end"),
        ("(?=a+)", "repeats without an end"),
        (r"\d{1,64}\d{1,64}\d{1,64}", "more than"),
        ("(?:a{1,9}){1,9}", "more than"),
        ("(?:(?:(?:a{1,40}){1,40}){1,40}){1,40}", "more than"),
        ("(?:a|aa|aaa){40}", "more than"),
    ],
)
def test_one_that_could_take_long_may_not(pattern: str, why: str) -> None:
    said = why_unusable(pattern)
    assert said is not None
    assert why in said.en
    assert MOST_WAYS < 100_000
