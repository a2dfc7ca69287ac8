"""A QR code as rows of modules, for screens that draw it themselves."""

from __future__ import annotations

from functools import lru_cache

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

Rows = tuple[tuple[bool, ...], ...]


def qr_rows(address: str) -> Rows:
    """The modules of a QR code for an address (ISO/IEC 18004, level M), True is dark; no quiet zone."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(address)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


@lru_cache(maxsize=32)
def public_qr_rows(address: str) -> Rows:
    """The same of an address that holds no value of a person, kept for the next who looks at it."""
    return qr_rows(address)
