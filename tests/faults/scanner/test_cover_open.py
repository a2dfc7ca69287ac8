"""The lid or the hatch is open."""

from __future__ import annotations

import pytest
from PIL import Image

from devices.errors import ScannerCoverOpenError
from devices.scanner.interface import InputSource, ScanSettings
from tests.helpers.sane import Sane

pytestmark = pytest.mark.real("sane")
PAPER = Image.new("RGB", (60, 80), "white")


@pytest.mark.parametrize("source", InputSource)
def test_an_open_cover_is_told_as_such_from_every_source(sane: Sane, source: InputSource) -> None:
    with pytest.raises(ScannerCoverOpenError) as fault:
        list(sane.feeder("COVER_OPEN").scan(ScanSettings(source=source, resolution=50)))
    assert type(fault.value) is ScannerCoverOpenError


def test_an_open_cover_after_a_whole_page_gives_no_page_from_the_platen(sane: Sane) -> None:
    with pytest.raises(ScannerCoverOpenError) as fault:
        list(sane.platen(PAPER, "coveropen").scan(ScanSettings(resolution=75)))
    assert type(fault.value) is ScannerCoverOpenError
