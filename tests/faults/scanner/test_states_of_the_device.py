"""What the device itself says is the matter: told as such from every source, and no page is taken for a whole one."""

from __future__ import annotations

import pytest
from PIL import Image

from devices.errors import ScannerCoverOpenError, ScannerError, ScannerJamError, ScannerNoDocumentsError
from devices.scanner.interface import InputSource, ScanSettings
from tests.helpers.sane import Sane

pytestmark = pytest.mark.real("sane")
PAPER = Image.new("RGB", (60, 80), "white")
STATES = pytest.mark.parametrize(
    ("feeder", "platen", "error"),
    [
        pytest.param("COVER_OPEN", "coveropen", ScannerCoverOpenError, id="the-lid-is-open"),
        pytest.param("IO_ERROR", "ioerror", ScannerError, id="device-and-driver-lose-each-other"),
        pytest.param("JAMMED", "jammed", ScannerJamError, id="paper-is-stuck"),
        pytest.param("NO_DOCS", "nodocs", ScannerNoDocumentsError, id="the-feeder-is-empty"),
    ],
)
"""SANE's test backend and its pnm backend spell the same state differently."""


@STATES
@pytest.mark.parametrize("source", InputSource)
def test_the_state_is_told_as_such_from_every_source(
    sane: Sane, source: InputSource, feeder: str, platen: str, error: type[ScannerError]
) -> None:
    with pytest.raises(ScannerError) as fault:
        list(sane.feeder(feeder).scan(ScanSettings(source=source, resolution=50)))
    assert type(fault.value) is error


@STATES
def test_the_state_after_a_whole_page_gives_no_page_from_the_platen(
    sane: Sane, feeder: str, platen: str, error: type[ScannerError]
) -> None:
    with pytest.raises(ScannerError) as fault:
        list(sane.platen(PAPER, platen).scan(ScanSettings(resolution=75)))
    assert type(fault.value) is error
