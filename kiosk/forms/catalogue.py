"""The forms of a pack, each read and checked when it is first asked for.

Reading all 59 at start would cost a tenth of a second that no visitor has asked for. A form that is broken is not in
the catalogue; `kiosk content check` says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from kiosk.content.fault import ContentError
from kiosk.content.pack import Pack
from kiosk.forms.check import faults_of
from kiosk.forms.definition import FormDefinition


class FormCatalogue(Mapping[str, FormDefinition]):
    """Forms by id. Iterating gives every id of the pack and its overlays, read or not."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._read: dict[str, FormDefinition | None] = {}

    def __getitem__(self, form_id: str) -> FormDefinition:
        if form_id not in self._read:
            self._read[form_id] = self._sound(form_id)
        if (form := self._read[form_id]) is None:
            raise KeyError(form_id)
        return form

    def __iter__(self) -> Iterator[str]:
        found = (path for layer in self._pack.layers for path in (layer / "forms").glob("*.toml"))
        return iter(sorted({path.stem for path in found if not path.name.startswith(".")}))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _sound(self, form_id: str) -> FormDefinition | None:
        try:
            form = self._pack.file(f"forms/{form_id}.toml", FormDefinition)
        except ContentError:
            return None
        return None if faults_of(form) else form


class FormHead(msgspec.Struct, frozen=True, kw_only=True):
    """What the search needs of a form, without its questions and its layout. Keys as in `FormDefinition`."""

    id: str
    form_no: str
    procedures: tuple[str, ...] = ()
    replaced_by: str | None = None


def read_form_heads(pack: Pack) -> Mapping[str, FormHead]:
    """The heads of all forms of a pack at once, in the order of their files."""
    return pack.folder("forms", FormHead)
