"""The modules of a QR code (ISO/IEC 18004, level M) for papers and screens; the only room that knows qrcode."""

from __future__ import annotations

Rows = tuple[tuple[bool, ...], ...]


def modules_of(content: str, mask: int | None = None) -> Rows:
    """Row by row, True is dark, no quiet zone. Without a `mask` all eight are tried."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=mask)
    code.add_data(content)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())
