"""The scanned papers of a visit as files that the portal takes: its type, under its size, with a plain name.

A name says what the paper is, in ASCII letters, and names no person: some pages refuse names with marks, and what is
uploaded may be listed for others to see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.filing.messages import Attachment, Rules
from kiosk.i18n import Language, Text
from kiosk.scanning.page import JudgedPage
from kiosk.scanning.pdf import Packed, TooLarge, pack, pictures

PDF, JPEG = "application/pdf", "image/jpeg"
LOOSE = "giay-to"
"""Pages that belong to no paper of the list."""
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LOOSE_SAYS = Text("Giấy tờ khác", "Other papers")

PackPdf = Callable[[Sequence[JudgedPage], int], Packed | TooLarge]
"""Pages and a limit in bytes; `kiosk.scanning.pdf.pack`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachments:
    """What can be uploaded, and the papers that cannot: too long for the portal even at the lowest quality."""

    files: tuple[Attachment, ...] = ()
    too_large: tuple[str, ...] = ()


def attachments(
    papers: Mapping[str, Sequence[JudgedPage]],
    names: Mapping[str, Text],
    rules: Rules,
    language: Language,
    *,
    pack_pdf: PackPdf = pack,
) -> Attachments:
    """One file a paper, or one a page where the portal takes no PDF. `papers` are pages by the paper's id on the
    procedure's list, "" for pages of none; `names` what the list calls them. A paper without pages is left out."""
    files: list[Attachment] = []
    too_large: list[str] = []
    for paper, pages in papers.items():
        made = _files(pages, rules, pack_pdf) if pages else []
        if made is None:
            too_large.append(paper)
            continue
        says = names.get(paper, _LOOSE_SAYS).say(language)
        files += (
            Attachment(name=_name(paper, media_type, number, len(made)), says=says, media_type=media_type, data=data)
            for number, (media_type, data) in enumerate(made, start=1)
        )
    return Attachments(files=tuple(files), too_large=tuple(too_large))


def _files(pages: Sequence[JudgedPage], rules: Rules, pack_pdf: PackPdf) -> list[tuple[str, bytes]] | None:
    """Type and bytes of each file; None where it cannot be made small enough."""
    if PDF in rules.media_types:
        packed = pack_pdf(pages, rules.largest_file)
        return [(PDF, packed.pdf)] if isinstance(packed, Packed) else None
    shrunk = pictures(pages, rules.largest_file)
    return None if isinstance(shrunk, TooLarge) else [(JPEG, jpeg) for jpeg in shrunk]


def _name(paper: str, media_type: str, number: int, of: int) -> str:
    plain = paper if _PLAIN.fullmatch(paper) else LOOSE
    ending = "pdf" if media_type == PDF else "jpg"
    return f"{plain}.{ending}" if of == 1 else f"{plain}-{number}.{ending}"
