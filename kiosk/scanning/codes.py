"""The QR codes on a scanned page, such as the one on a chip card (300 dots an inch).

Their text is a person's data and goes nowhere but to the caller.
"""

from __future__ import annotations

from kiosk.scanning.page import JudgedPage, decoded

MOST = 8


def qr_texts(page: JudgedPage) -> tuple[str, ...]:
    """What the codes say, in the order found; from the page as it lay when cutting it out lost them."""
    import zxingcpp

    qr_code = zxingcpp.barcode_formats_from_str("QRCode")
    for picture in (page.after, page.before):
        found = zxingcpp.read_barcodes(decoded(picture), formats=qr_code)
        if texts := tuple(code.text for code in found[:MOST] if code.text):
            return texts
    return ()
