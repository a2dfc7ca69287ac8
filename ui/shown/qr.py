"""A QR code as rows of modules, for screens that draw it themselves."""

from __future__ import annotations

from functools import lru_cache

from kiosk.qr_modules import Rows, modules_of


def qr_rows(address: str) -> Rows:
    """The modules of a QR code for an address, True is dark; no quiet zone."""
    return modules_of(address)


@lru_cache(maxsize=32)
def public_qr_rows(address: str) -> Rows:
    """The same of an address that holds no value of a person, kept for the next who looks at it."""
    return qr_rows(address)
