"""The rasters for printers that take no PDF, read back dot for dot by CUPS' own reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from devices.printer.capabilities import DocumentForm, WantedForm
from devices.printer.pdf_pages import pages_of
from devices.printer.raster import rasterized
from kiosk.documents import Typesetter, declaration
from tests.helpers.cups_raster import library, read_raster
from tests.unit.kiosk.documents.sheets import ct01

pytestmark = [
    pytest.mark.real("cups"),
    pytest.mark.skipif(library() is None, reason="CUPS' library is not installed: libcups2"),
]
GREY, SRGB = 18, 19


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return declaration(Typesetter(), ct01(name="Trần Thị Hoa Mẫu"), printed_on=date(2026, 11, 23)).pdf


@pytest.mark.parametrize("form", [DocumentForm.PWG, DocumentForm.URF])
@pytest.mark.parametrize(("dpi", "in_colour"), [(300, False), (150, True)])
def test_every_dot_of_every_page_arrives(
    tmp_path: Path, pdf: bytes, form: DocumentForm, dpi: int, in_colour: bool
) -> None:
    file = tmp_path / "sheet.raster"
    file.write_bytes(rasterized(pdf, WantedForm(form=form, dpi=dpi, in_colour=in_colour)))
    read, drawn = read_raster(file), list(pages_of(pdf, dpi, in_colour=in_colour))
    assert len(read) == len(drawn) == 2
    for theirs, ours in zip(read, drawn, strict=True):
        assert theirs.dpi == (dpi, dpi)
        assert theirs.colour_space == (SRGB if in_colour else GREY)
        assert theirs.dots.shape[:2] == (round(297 / 25.4 * dpi), round(210 / 25.4 * dpi))
        assert np.array_equal(theirs.dots, ours)
        assert 0.005 < (ours < 128).mean() < 0.3, "a page with text on it"
