"""QR codes of public addresses, as rows of modules for screens that draw them themselves."""

from __future__ import annotations

from functools import lru_cache

from kiosk.qr_modules import Rows, modules_of


@lru_cache(maxsize=32)
def public_qr_rows(address: str) -> Rows:
    """The modules of an address that holds no value of a person, kept for the next who looks at it."""
    return modules_of(address)
