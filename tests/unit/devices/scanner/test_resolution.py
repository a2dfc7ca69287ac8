"""The resolution a page really has, and the one a device is asked for."""

from __future__ import annotations

import pytest

from devices.scanner.escl import EsclScanner
from devices.scanner.escl_capabilities import Capabilities, capabilities
from devices.scanner.escl_settings import scan_settings
from devices.scanner.interface import ColorMode, InputSource, ScanSettings
from devices.scanner.resolution import next_finer, told
from tests.unit.devices.scanner.escl_device import Clock, RecordedDevice, jpeg

A4, BED = (2480 / 300, 3508 / 300), (8.5, 14.0)


def device(resolutions: str, modes: str = "<ColorMode>RGB24</ColorMode>") -> Capabilities:
    """Capabilities made anew, with this list of resolutions."""
    return capabilities(
        f"<ScannerCapabilities><Version>2.6</Version><Platen><PlatenInputCaps><MaxWidth>2550</MaxWidth>"
        f"<MaxHeight>3508</MaxHeight>{modes}<SupportedResolutions>{resolutions}</SupportedResolutions>"
        f"</PlatenInputCaps></Platen></ScannerCapabilities>".encode()
    )


def listed(*values: int) -> str:
    both = "<XResolution>{0}</XResolution><YResolution>{0}</YResolution>"
    rows = (f"<DiscreteResolution>{both.format(value)}</DiscreteResolution>" for value in values)
    return f"<DiscreteResolutions>{''.join(rows)}</DiscreteResolutions>"


def ranged(least: object, most: object, step: object) -> str:
    ends = f"<Min>{least}</Min><Max>{most}</Max><Normal>{most}</Normal><Step>{step}</Step>"
    x, y = f"<XResolutionRange>{ends}</XResolutionRange>", f"<YResolutionRange>{ends}</YResolutionRange>"
    return f"<ResolutionRange>{x}{y}</ResolutionRange>"


@pytest.mark.parametrize(
    ("resolutions", "asked", "wanted"),
    [
        (listed(75, 100, 150, 300, 600), 200, 300),
        ("".join(f"<Resolution>{value}</Resolution>" for value in (75, 100, 150, 300, 600)), 200, 300),
        ("<Resolution><XResolution>300</XResolution><YResolution>300</YResolution></Resolution>", 200, 300),
        (ranged(300, 600, 300), 200, 300),
        (ranged(75, 600, 1), 200, 200),
        (ranged(50, 600, 100), 200, 250),
        (ranged(50, 100, 25), 200, 100),
        (ranged(75, 600, 0), 200, 200),
        (ranged(600, 75, 1), 200, 200),
        (ranged("x", "y", "z"), 200, 200),
        (listed(600, 100) + ranged(240, 240, 1), 200, 240),
        ("<DiscreteResolution><XResolution>200</XResolution><YResolution>100</YResolution></DiscreteResolution>"
         + listed(300), 200, 300),
        (listed(100), 200, 100),
        ("", 200, 200),
        ("<DiscreteResolution><XResolution>²</XResolution></DiscreteResolution>", 200, 200),
    ],
)  # fmt: skip
def test_the_next_finer_resolution_that_the_device_has_is_asked(resolutions: str, asked: int, wanted: int) -> None:
    request = scan_settings(ScanSettings(resolution=asked), device(resolutions))
    assert request.resolution == wanted
    assert f"<scan:XResolution>{wanted}<".encode() in request.message


def test_colours_that_the_device_has_are_asked() -> None:
    grey_only = device("", "<ColorMode>BlackAndWhite1</ColorMode><ColorMode>Grayscale8</ColorMode>")
    assert b">Grayscale8<" in scan_settings(ScanSettings(), grey_only).message
    colour_only = device("", "<ColorMode>RGB24</ColorMode>")
    asked = ScanSettings(color_mode=ColorMode.GRAYSCALE8)
    assert b">RGB24<" in scan_settings(asked, colour_only).message
    assert b">RGB24<" in scan_settings(ScanSettings(), device("", "")).message


def test_what_a_device_calls_itself_cannot_write_into_the_request() -> None:
    odd = capabilities(
        b"<ScannerCapabilities><Version>2.6&lt;/pwg:Version&gt;</Version><MakeAndModel>A\xe2\x80\xaeB</MakeAndModel>"
        b"<PlatenInputCaps/></ScannerCapabilities>"
    )
    assert odd.version == "2.6"
    assert odd.model == "AB"
    assert odd.sources[InputSource.PLATEN].width == 2480


@pytest.mark.parametrize(
    ("size", "asked", "density", "wanted"),
    [
        ((1654, 2339), 200, 0, 200),
        ((2481, 3508), 200, 0, 300),
        ((2481, 3508), 200, 200, 300),
        ((3508, 2481), 200, 0, 300),
        ((4961, 7016), 200, 72, 600),
        ((1240, 1754), 300, 0, 150),
        ((1700, 2800), 200, 300, 200),
        ((2550, 4200), 200, 72, 300),
        ((1654, 1100), 200, 300, 200),
        ((1013, 638), 300, 300, 300),
        ((1013, 638), 200, 300, 300),
        ((1165, 1654), 200, 200, 200),
        ((2480, 9000), 200, 0, 300),
        ((8, 8), 200, 0, 200),
    ],
)
def test_the_dots_that_came_tell_the_resolution(size: tuple[int, int], asked: int, density: int, wanted: int) -> None:
    assert told(size, asked, density, (A4, BED)) == wanted


def test_a_page_of_unknown_area_has_the_resolution_asked_for_or_its_own_words() -> None:
    assert told((500, 700), 200, 0, ()) == 200
    assert told((500, 700), 200, 300, ()) == 300


def test_a_range_ends_where_its_last_step_ends() -> None:
    assert next_finer(590, (range(100, 601, 150),)) == 550
    assert next_finer(10, (range(100, 601, 150),)) == 100


def test_a_page_at_300_where_200_was_asked_is_told_as_300() -> None:
    clock = Clock()
    made = RecordedDevice(pages=[jpeg(size=(2481, 3508))])
    scanner = EsclScanner("http://scanner.test/eSCL", transport=made.transport, sleep=clock.sleep, clock=clock)
    (page,) = scanner.scan(ScanSettings(resolution=200))
    assert page.resolution == 300
    assert [round(side / page.resolution * 25.4) for side in page.image.size] == [210, 297]
