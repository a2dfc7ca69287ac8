"""The words of SANE's drivers, in listings written anew after what the drivers are known to offer."""

from __future__ import annotations

import pytest

from devices.errors import ScannerNoDocumentsError, ScannerNoGlassError
from devices.scanner.interface import ColorMode, InputSource, ScanSettings
from devices.scanner.sane_words import chosen, mode_word, options_in, source_words

FEEDER, PLATEN = ScanSettings(source=InputSource.FEEDER), ScanSettings()
BROTHER = """
    --mode 24bit Color|Black & White|True Gray|Gray[Error Diffusion]|24bit Color[Fast] [24bit Color[Fast]]
    --resolution 100|150|200|300|400|600|1200dpi [200]
    --source FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,Duplex) [FlatBed]
    --brightness -50..50% (in steps of 1) [inactive]
    -l 0..211.9mm (in steps of 0.0999908) [0]
    -t 0..355.6mm (in steps of 0.0999908) [0]
    -x 0..211.9mm (in steps of 0.0999908) [211.881]
    -y 0..355.6mm (in steps of 0.0999908) [355.567]
"""
FUJITSU = """
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
    --mode Lineart|Halftone|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
    --page-width 0..224.846mm (in steps of 0.0211639) [215.872]
    --page-height 0..863.489mm (in steps of 0.0211639) [279.364]
    -x 0..215.872mm (in steps of 0.0211639) [215.872]
    -y 0..279.364mm (in steps of 0.0211639) [279.364]
    --depth 1|8|16 [8]
"""
CANON = """
    --source Flatbed|ADF Front|ADF Back|ADF Duplex [Flatbed]
    --page-height 0..355.6mm (in steps of 0.0211639) [inactive]
    -x 0..215.9mm [215.9]
    -y 0..297.2mm [297.2]
    --mode Lineart|Gray|Color [Color]
    --resolution 75|100|150|300|600dpi [300]
"""


def words(listing: str, settings: ScanSettings) -> tuple[str, ...]:
    return chosen(options_in(listing), settings).words


@pytest.mark.parametrize(
    ("choices", "colour", "grey"),
    [
        ("24bit Color|Black & White|True Gray|Gray[Error Diffusion]", "24bit Color", "True Gray"),
        ("Black & White|Gray[Error Diffusion]|True Gray|24bit Color[Fast]|24bit Color", "24bit Color", "True Gray"),
        ("Lineart|Halftone|Gray|Color", "Color", "Gray"),
        ("Lineart|Dithered|16bit Gray|Gray|16bit Color|Color", "Color", "Gray"),
        ("Color|Gray|48 bits color|16 bits gray|Lineart", "Color", "Gray"),
        ("Lineart|Grayscale|Colour", "Colour", "Grayscale"),
        ("bw|halftone|gray|color", "color", "gray"),
        ("Binary|Greyscale|RGB", "RGB", "Greyscale"),
        ("Lineart|Gray", "Gray", "Gray"),
        ("Lineart|Color", "Color", "Color"),
        ("48bit Color|16bit Gray", "48bit Color", "16bit Gray"),
    ],
)
def test_colour_and_grey_are_found_by_meaning(choices: str, colour: str, grey: str) -> None:
    offered = tuple(choices.split("|"))
    assert mode_word(offered, ColorMode.RGB24) == colour
    assert mode_word(offered, ColorMode.GRAYSCALE8) == grey
    assert mode_word(offered[::-1], ColorMode.RGB24) == colour
    assert mode_word(offered[::-1], ColorMode.GRAYSCALE8) == grey


def test_without_colour_and_grey_no_mode_is_asked() -> None:
    assert mode_word(("Lineart", "Halftone"), ColorMode.RGB24) is None


@pytest.mark.parametrize(
    ("choices", "platen", "feeder"),
    [
        ("FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,Duplex)",
         "FlatBed", "Automatic Document Feeder(left aligned)"),
        ("ADF Duplex|ADF Back|ADF Front", None, "ADF Front"),
        ("ADF|Duplex", None, "ADF"),
        ("Duplex|ADF|Flatbed", "Flatbed", "ADF"),
        ("Transparency Unit|Document Table|ADF", "Document Table", "ADF"),
        ("Auto|ADF|Flatbed", "Flatbed", "ADF"),
        ("Card Front|Flatbed|ADF Front", "Flatbed", "ADF Front"),
        ("Sheetfed", None, "Sheetfed"),
        ("Normal|Negative|Slide", "Normal", None),
    ],
)  # fmt: skip
def test_the_glass_and_the_one_sided_feeder_are_found(choices: str, platen: str | None, feeder: str | None) -> None:
    named = source_words(options_in(f"    --source {choices} [x]"))
    assert named.get(InputSource.PLATEN) == platen
    assert named.get(InputSource.FEEDER) == feeder


def test_brother_is_asked_in_its_own_words() -> None:
    asked = chosen(options_in(BROTHER), FEEDER)
    assert asked.words == (
        "--source=Automatic Document Feeder(left aligned)",
        "--mode=24bit Color",
        "--resolution=200",
        "-x", "211.9", "-y", "297",
    )  # fmt: skip
    assert [round(side * 25.4, 1) for side in asked.areas[0]] == [211.9, 297.0]


def test_fujitsu_gets_its_page_before_what_is_taken_of_it() -> None:
    given = words(FUJITSU, FEEDER)
    assert given[given.index("--page-height") + 1] == "297"
    assert given[given.index("--page-width") + 1] == "216"
    assert given.index("--page-height") < given.index("-y")
    assert "--depth=8" in given
    with pytest.raises(ScannerNoGlassError):
        words(FUJITSU, PLATEN)


def test_the_range_of_a_page_not_yet_set_does_not_cut_a4_off() -> None:
    given = words(FUJITSU, FEEDER)
    assert given[given.index("-y") + 1] == "297"


def test_a_page_height_that_only_the_feeder_makes_active_is_given_all_the_same() -> None:
    given = words(CANON, FEEDER)
    assert given[given.index("--page-height") + 1] == "297"
    assert given.index("--source=ADF Front") < given.index("--page-height")


def test_the_next_finer_resolution_of_a_list_or_range_is_asked() -> None:
    assert chosen(options_in(CANON), PLATEN).resolution == 300
    assert chosen(options_in(FUJITSU), FEEDER).resolution == 200
    assert chosen(options_in("    --resolution 300..1200dpi (in steps of 300) [300]"), PLATEN).resolution == 300
    assert chosen(options_in("    --resolution 4.5..x [1]"), PLATEN).resolution == 200


def test_a_device_without_a_choice_of_source_has_its_glass_only() -> None:
    assert words("", PLATEN) == ()
    with pytest.raises(ScannerNoDocumentsError):
        words("", FEEDER)


def test_options_that_cannot_be_set_are_let_alone() -> None:
    assert words("    --mode Gray|Color [inactive]\n    --depth 8|16 [inactive]", PLATEN) == ()


@pytest.mark.parametrize("digits", ["9" * 400, "9" * 5_000, "1" + "0" * 7, "1.2.3", "..."])
def test_a_number_that_no_scanner_could_mean_is_none(digits: str) -> None:
    options = options_in(
        f"    --resolution {digits}dpi [300]\n"
        f"    --depth 8..{digits} (in steps of {digits}) [8]\n"
        f"    -x 0..{digits}mm [9]\n"
    )
    assert options["resolution"].numbers == ()
    assert options["depth"].numbers == ()
    assert options["x"].most is None
