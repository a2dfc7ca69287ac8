"""The device and its driver lose each other."""

from __future__ import annotations

import pytest
from PIL import Image

from devices.errors import ScannerError
from devices.scanner.interface import InputSource, ScanSettings
from tests.helpers.sane import Sane

pytestmark = pytest.mark.real("sane")
PAPER = Image.new("RGB", (60, 80), "white")


@pytest.mark.parametrize("source", InputSource)
def test_a_broken_line_is_told_as_such_from_every_source(sane: Sane, source: InputSource) -> None:
    with pytest.raises(ScannerError) as fault:
        list(sane.feeder("IO_ERROR").scan(ScanSettings(source=source, resolution=50)))
    assert type(fault.value) is ScannerError


def test_a_broken_line_after_a_whole_page_gives_no_page_from_the_platen(sane: Sane) -> None:
    with pytest.raises(ScannerError) as fault:
        list(sane.platen(PAPER, "ioerror").scan(ScanSettings(resolution=75)))
    assert type(fault.value) is ScannerError
