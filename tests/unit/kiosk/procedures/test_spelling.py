"""Telex and VNI left-overs, sounds, slips."""

from __future__ import annotations

import pytest

from kiosk.procedures.spelling import from_keys, slips, sound, written


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("ddawng", "dang"),
        ("kys", "ky"),
        ("tajm", "tam"),
        ("thuwowngf", "thuong"),
        ("dduowngf", "duong"),
        ("khaaur", "khau"),
        ("tuwf", "tu"),
        ("d9a8ng", "dang"),
        ("ky1", "ky"),
        ("sinh", "sinh"),
        ("", ""),
    ],
)
def test_raw_keys_are_read_as_the_word_they_stand_for(keys: str, word: str) -> None:
    assert from_keys(keys) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [("trich", "chich"), ("so", "xo"), ("dang", "dan"), ("ly", "li"), ("giay", "day"), ("ro", "do"), ("lam", "nam")],
)
def test_syllables_heard_alike_share_a_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_syllables_heard_apart_do_not() -> None:
    assert len({sound(word) for word in ("ba", "ma", "ta", "ca", "ho", "he")}) == 6


def test_a_slip_is_one_letter_more_less_other_or_swapped() -> None:
    assert {"sih", "sinhh", "sing", "sihn"} <= set(slips("sinh"))


def test_both_places_of_the_tone_mark_are_the_same_word() -> None:
    assert written("hòa") == written("hoà")
    assert written("hòa") != written("hoa")
