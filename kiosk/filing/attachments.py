"""The scanned papers of a visit as files that the portal takes: its type, under its size, with a plain name.

A name says what the paper is, in ASCII letters, and names no person: some pages refuse names with marks, and what is
uploaded may be listed for others to see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.filing.entry import Attachment
from kiosk.filing.page_rules import Rules
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
    """What can be uploaded, and what the list calls the papers that cannot: with a page over the portal's limit
    even at the lowest quality."""

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
    """One file a paper, more where it is too long for one, or one a page where the portal takes no PDF. `papers` are
    pages by the paper's id on the procedure's list, "" for pages of none; `names` what the list calls them. A paper
    without pages is left out."""
    files: list[Attachment] = []
    too_large: list[str] = []
    for paper, pages in papers.items():
        says = names.get(paper, _LOOSE_SAYS).say(language)
        made = _files(pages, rules, pack_pdf) if pages else []
        if made is None:
            too_large.append(says)
            continue
        files += (
            Attachment(
                name=_name(paper, media_type, number, len(made)),
                says=says if len(made) == 1 else f"{says} ({number}/{len(made)})",
                media_type=media_type,
                data=data,
            )
            for number, (media_type, data) in enumerate(made, start=1)
        )
    return Attachments(files=tuple(files), too_large=tuple(too_large))


def _files(pages: Sequence[JudgedPage], rules: Rules, pack_pdf: PackPdf) -> list[tuple[str, bytes]] | None:
    """Type and bytes of each file; None where a page cannot be made small enough."""
    if PDF not in rules.media_types:
        shrunk = pictures(pages, rules.largest_file)
        return None if isinstance(shrunk, TooLarge) else [(JPEG, jpeg) for jpeg in shrunk]
    made: list[tuple[str, bytes]] = []
    left = pages
    while left:
        packed = pack_pdf(left, rules.largest_file)
        if isinstance(packed, TooLarge):  # as many of the first pages as go into one file
            if packed.pages_that_fit < 1:
                return None
            packed = pack_pdf(left[: packed.pages_that_fit], rules.largest_file)
        if isinstance(packed, TooLarge):
            return None
        made.append((PDF, packed.pdf))
        left = left[packed.pages :]
    return made


def _name(paper: str, media_type: str, number: int, of: int) -> str:
    plain = paper if _PLAIN.fullmatch(paper) else LOOSE
    ending = "pdf" if media_type == PDF else "jpg"
    return f"{plain}.{ending}" if of == 1 else f"{plain}-{number}.{ending}"
