"""One form from its TOML file, and what the types cannot say of it (`kiosk.forms.check`).

The content pack (`kiosk.content`) has its own door for whole packs; this one serves a single form and the tests.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.errors import FaultyFileError
from kiosk.forms.check import faults_of
from kiosk.forms.definition import FormDefinition
from kiosk.toml.fault import FileFault
from kiosk.toml.reading import read_file


def read_form(path: Path) -> FormDefinition:
    """One form. Raises `FaultyFileError` naming the file, the path inside it and what was expected."""
    form = read_file(path, FormDefinition)
    if isinstance(form, tuple):
        raise FaultyFileError(form)
    said = list(faults_of(form))
    if form.id != path.stem:
        said.append(f"id: {form.id!r}, expected the file's name {path.stem!r}")
    if said:
        raise FaultyFileError([FileFault(file=str(path), path="", expected=each) for each in said])
    return form
