"""Which looks the audit takes: the whole matrix, its corners, and the shares of the corners that run side by side."""

from __future__ import annotations

from pathlib import Path

from ui.audit.audit_run import chosen_variants, small_matrix, whole_matrix
from ui.audit.complaint import LANGUAGES, RESOLUTIONS, TEXT_SIZES, THEMES

CHECK = Path(__file__).resolve().parents[4] / "tests" / "check.sh"


def test_the_whole_matrix_has_every_look_once() -> None:
    whole = whole_matrix()
    assert len(whole) == len(set(whole)) == len(RESOLUTIONS) * len(THEMES) * len(TEXT_SIZES) * len(LANGUAGES)


def test_the_corners_are_looks_of_the_matrix_with_each_theme_and_language_and_the_extremes_of_size() -> None:
    small = small_matrix()
    assert set(small) < set(whole_matrix())
    assert {variant.theme for variant in small} == set(THEMES)
    assert {variant.language for variant in small} == set(LANGUAGES)
    assert {variant.text_size for variant in small} == {min(TEXT_SIZES), max(TEXT_SIZES)}


def test_the_check_leaves_no_theme_out() -> None:
    loop = next(line for line in CHECK.read_text("utf-8").splitlines() if "for theme in" in line)
    assert set(loop.partition(" in ")[2].partition(";")[0].split()) == set(THEMES)


def test_a_slice_has_the_looks_of_its_theme_and_size_and_no_choice_means_all() -> None:
    assert chosen_variants(small=False) == whole_matrix()
    dark = chosen_variants(small=False, themes=["dark"], resolutions=["1280x800"])
    assert {(each.theme, each.resolution) for each in dark} == {("dark", "1280x800")}
    assert len(dark) == len(TEXT_SIZES) * len(LANGUAGES)
