"""Labels for the PCs of many stations: what each is called up the line, and where it stands; 14 on an A4 sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.i18n import Language, Text

TITLE = Text("Nhãn máy", "Labels of PCs")


@dataclass(frozen=True, slots=True, kw_only=True)
class PcLabel:
    """What stands on one label."""

    pc: str
    commune: str
    province: str
    phone: str = ""


def labels(typesetter: Typesetter, of: Sequence[PcLabel], *, printed_on: date) -> TypesetDocument:
    """All labels in their order; the names of places are Vietnamese. Raises `TypesettingError`."""
    data: dict[str, object] = {
        "language": Language.VI.code,
        "title": TITLE.vi,
        "labels": [asdict(one) for one in of],
        "specimen": False,
        "specimen_words": "",
    }
    return typesetter.typeset("labels", data, printed_on=printed_on)
