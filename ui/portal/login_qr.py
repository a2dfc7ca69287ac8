"""The QR of the login page, found on the picture of the window, so that it can be shown large.

The page draws it as a picture, a canvas or a data address, with classes that change: so it is looked for as a phone
would. Its text goes nowhere but into the symbol that is drawn again.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QImage

MOST = 1200
"""Letters of a login symbol; a longer text is not one."""
MIDDLE_GREY = 128


def text_of(picture: QImage) -> str:
    """The text of the one QR symbol of the picture; empty where there is none, or more than one."""
    import zxingcpp  # the first login page pays for it, not the start of the process

    whole = picture.width() & ~3  # Qt fills rows up to four bytes; without filling, the picture is one block
    grey = picture.copy(0, 0, whole, picture.height()).convertToFormat(QImage.Format.Format_Grayscale8)
    if grey.isNull():
        return ""
    rows = memoryview(grey.constBits()).cast("B", (grey.height(), whole))
    found = {
        each.text
        for each in zxingcpp.read_barcodes(rows, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    }
    text = found.pop() if len(found) == 1 else ""
    return text if len(text) <= MOST else ""


def rows_of(text: str) -> list[list[bool]]:
    """The symbol anew, true is dark, without a border; nothing for no text."""
    if not text:
        return []
    import zxingcpp  # it writes as well as it reads; a second library would cost the page 10 MB

    drawn: Any = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(add_quiet_zones=False)
    height, width = drawn.shape
    dots = memoryview(drawn)
    return [[dots[row, column] < MIDDLE_GREY for column in range(width)] for row in range(height)]
