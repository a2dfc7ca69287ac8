"""One test for each answer of a real scanner: the facts it told, written anew in the shape it told them in.

Models, resolutions, beds and states are as published (SOURCES.md); serial numbers and addresses are left out.
"""

from __future__ import annotations

import pytest

from devices.scanner.escl_capabilities import capabilities
from devices.scanner.escl_settings import scan_settings
from devices.scanner.escl_status import device_state
from devices.scanner.interface import ColorMode, InputSource, ScannerTrouble, ScanSettings
from devices.scanner.sane_words import chosen, options_in
from tests.unit.devices.scanner.escl_device import state

COLOURS = ("BlackAndWhite1", "Grayscale8", "RGB24")
PLATEN, FEEDER = InputSource.PLATEN, InputSource.FEEDER


def listed(*values: int, element: str = "DiscreteResolution") -> str:
    return "".join(
        f"<scan:{element}><scan:XResolution>{value}</scan:XResolution><scan:YResolution>{value}</scan:YResolution>"
        f"</scan:{element}>"
        for value in values
    )


def ranged(least: int, most: int, step: int) -> str:
    ends = f"<scan:Min>{least}</scan:Min><scan:Max>{most}</scan:Max><scan:Step>{step}</scan:Step>"
    both = "".join(f"<scan:{axis}ResolutionRange>{ends}</scan:{axis}ResolutionRange>" for axis in "XY")
    return f"<scan:ResolutionRange>{both}</scan:ResolutionRange>"


def profile(resolutions: str, colours: tuple[str, ...] = COLOURS, name: str = "") -> str:
    modes = "".join(f"<scan:ColorMode>{colour}</scan:ColorMode>" for colour in colours)
    named = f' name="{name}"' if name else ""
    return (
        f"<scan:SettingProfile{named}>{modes}<scan:Resolutions>{resolutions}</scan:Resolutions></scan:SettingProfile>"
    )


def source(element: str, width: int, height: int, profiles: str) -> str:
    return (
        f"<scan:{element}><scan:MaxWidth>{width}</scan:MaxWidth><scan:MaxHeight>{height}</scan:MaxHeight>{profiles}"
        f"</scan:{element}>"
    )


def device(version: str, model: str, *sources: str, encoding: str = "UTF-8", beside: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><scan:ScannerCapabilities '
        'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" '
        'xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">'
        f"<pwg:Version>{version}</pwg:Version><pwg:MakeAndModel>{model}</pwg:MakeAndModel>{beside}{''.join(sources)}"
        "</scan:ScannerCapabilities>"
    ).encode()


HP_570 = device(
    "2.63",
    "Smart Tank Plus 570 series",
    source("PlatenInputCaps", 2550, 3508, profile(listed(75, 100, 150, 200, 300, 400, 600, 1200))),
    source("AdfSimplexInputCaps", 2550, 4200, profile(listed(75, 100, 150, 200, 300))),
    "<scan:AdfOption>DetectPaperLoaded</scan:AdfOption>",
)
PHOTOSMART = device(
    "2.6",
    "Hewlett Packard Photosmart C4760",
    source("PlatenInputCaps", 3000, 3600, profile(ranged(75, 1200, 10), COLOURS[:2])),
    source("AdfSimplexInputCaps", 2600, 3400, '<scan:SettingProfile ref="p1"/>'),
    encoding="UTF8",
    beside=profile(listed(100, 200, 300), COLOURS[:2], name="p1"),
)
OLD_DRAFT = device(
    "2.0",
    "",
    source(
        "PlatenInputCaps",
        2550,
        3508,
        "<scan:ColorReference>Grayscale8</scan:ColorReference><scan:ColorReference>RGB24</scan:ColorReference>"
        + listed(75, 150, 300, 600, 1200, 2400, element="Resolution"),
    ),
    source("AdfSimplexInputCaps", 2550, 4200, listed(75, 150, 300, 600, element="Resolution")),
)
LIDE = device(
    "2.0",
    "Canon CanoScan N670U/N676U/LiDE20",
    source("PlatenInputCaps", 2539, 3508, profile("", ("Grayscale8", "Grayscale16", "RGB24", "RGB48"))),
)


@pytest.mark.parametrize(
    ("answer", "wanted", "resolution", "area", "colour"),
    [
        (HP_570, PLATEN, 200, (2480, 3508), "RGB24"),
        (HP_570, FEEDER, 200, (2480, 3508), "RGB24"),
        (PHOTOSMART, PLATEN, 205, (2480, 3508), "Grayscale8"),
        (PHOTOSMART, FEEDER, 200, (2480, 3400), "Grayscale8"),
        (OLD_DRAFT, PLATEN, 300, (2480, 3508), "RGB24"),
        (OLD_DRAFT, FEEDER, 300, (2480, 3508), "RGB24"),
        (LIDE, PLATEN, 200, (2480, 3508), "RGB24"),
    ],
    ids=["HP 570", "HP 570 feeder", "Mopria sample", "Mopria sample feeder", "draft", "draft feeder", "LiDE 20"],
)
def test_what_a_device_can_is_asked_of_it(
    answer: bytes, wanted: InputSource, resolution: int, area: tuple[int, int], colour: str
) -> None:
    request = scan_settings(ScanSettings(source=wanted, resolution=200), capabilities(answer))
    assert request.resolution == resolution
    assert request.areas[0] == pytest.approx((area[0] / 300, area[1] / 300))
    assert f"<scan:ColorMode>{colour}<".encode() in request.message


def test_a_finer_wish_than_the_feeder_has_gets_its_finest() -> None:
    request = scan_settings(ScanSettings(source=FEEDER, resolution=600), capabilities(HP_570))
    assert request.resolution == 300


@pytest.mark.parametrize(
    ("told", "trouble", "at_work"),
    [
        (state("Processing", "ScannerAdfEmpty", "Processing", "/eSCL/ScanJobs/1"), ScannerTrouble.BUSY, True),
        (state("Processing", "ScannerAdfEmpty", "Completed", "/eSCL/ScanJobs/1"), ScannerTrouble.BUSY, False),
        (state("Processing", "ScannerAdfLoaded", "Processing", "/eSCL/ScanJobs/1"), ScannerTrouble.BUSY, True),
        (state("Idle", "ScannerAdfEmpty", "Completed", "/eSCL/ScanJobs/1"), None, False),
        (state("Idle", "ScannedAdfLoaded", "Completed", "/eSCL/ScanJobs/1"), None, False),
        (state("Stopped", "ScannerAdfJam"), ScannerTrouble.JAM, False),
    ],
    ids=["HP scanning", "HP done, still busy", "HP feeding", "HP 570 at rest", "NAPS2 misspelled", "Canon jam"],
)
def test_what_a_device_does_is_read(told: bytes, trouble: ScannerTrouble | None, at_work: bool) -> None:
    read = device_state(told)
    assert read.trouble is trouble
    assert read.is_at_work("/eSCL/ScanJobs/1") is at_work


@pytest.mark.parametrize(
    ("resolutions", "wanted"),
    [
        ("100|150|200|300|400|600|1200|2400|4800|9600dpi [200]", 200),
        ("100|200|300|600dpi [300]", 200),
        ("50..1200dpi [75]", 200),
        ("75|100|150|200|300|600dpi [75]", 200),
    ],
    ids=["brscan4 DCP-L3550CDW", "airscan DCP-L3550CDW", "utsushi", "hpaio PSC 1300"],
)
def test_a_list_of_sane_is_asked_for_what_it_has(resolutions: str, wanted: int) -> None:
    asked = chosen(options_in(f"    --resolution {resolutions}"), ScanSettings(color_mode=ColorMode.RGB24))
    assert asked.words == (f"--resolution={wanted}",)
