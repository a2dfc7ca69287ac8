"""The pages of a PDF of ours as dots, for printers that take no PDF. The only module that knows pypdfium2.

Nothing is written anywhere; a PDF that cannot be drawn is the printer's failure code, as nothing will be printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from devices.errors import PrinterError

POINTS = 72.0
Dots = npt.NDArray[np.uint8]


def pages_of(pdf: bytes, dpi: int, *, in_colour: bool) -> Iterator[Dots]:
    """Each page at `dpi`: height x width x 1 (grey, 255 is white) or x 3 (sRGB). Raises `PrinterError`."""
    import pypdfium2  # loads a library of 7 MB, which most printers have no use for

    try:
        with pypdfium2.PdfDocument(pdf) as document:
            for page in document:
                yield _drawn(page, dpi, in_colour=in_colour)
    except pypdfium2.PdfiumError:
        raise PrinterError("the document could not be drawn") from None


def _drawn(page: Any, dpi: int, *, in_colour: bool) -> Dots:
    width, height = (max(1, round(side / POINTS * dpi)) for side in page.get_size())
    bitmap = page.render(scale=dpi / POINTS, grayscale=not in_colour, rev_byteorder=True)
    drawn = np.atleast_3d(bitmap.to_numpy())[:height, :width, : 3 if in_colour else 1]
    # The page is rounded up to whole dots; a raster must be exactly as large as its paper.
    whole = np.full((height, width, drawn.shape[2]), 255, dtype=np.uint8)
    whole[: drawn.shape[0], : drawn.shape[1]] = drawn
    return whole
