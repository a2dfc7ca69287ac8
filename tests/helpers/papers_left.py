"""A paper about somebody, as it would lie in a spool."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kiosk.documents import Typesetter
from kiosk.documents.receipt import privacy_receipt
from kiosk.i18n import Text
from kiosk.settings import read_settings


def a_paper_about(name: str) -> bytes:
    """A whole PDF with that name on it."""
    commune = read_settings(overrides=Path("/nowhere")).kiosk.commune
    read, purpose = [Text(name, "")], Text("x", "")
    return privacy_receipt(
        Typesetter(), read=read, purpose=purpose, commune=commune, printed_on=date(2026, 11, 29)
    ).pdf
