"""Form definitions from their TOML files, NFC, strictly typed.

The content pack (`kiosk.content`) has its own door for whole packs; this one serves a single form and the tests.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from kiosk.errors import KioskError
from kiosk.forms.check import faults_of
from kiosk.forms.definition import FormDefinition
from kiosk.i18n import nfc


def read_form(path: Path) -> FormDefinition:
    """One form. Raises `KioskError` naming the file, the path inside it and what was expected."""
    try:
        form = msgspec.toml.decode(nfc(path.read_text("utf-8")), type=FormDefinition)
    except (OSError, msgspec.MsgspecError, ValueError) as fault:
        raise KioskError(f"{path}: {fault}") from fault
    if faults := faults_of(form):
        raise KioskError("\n".join(f"{path}: {fault}" for fault in faults))
    if form.id != path.stem:
        raise KioskError(f"{path}: id is {form.id!r}, expected the file's name {path.stem!r}")
    return form
