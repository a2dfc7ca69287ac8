"""A poster of numbered ways or steps (`assets/content/posters/*.toml`): the seven ways, switching VNeID on.

A Fact like every statement: source, checked date, confidence and validity stand at its foot.
"""

from __future__ import annotations

from datetime import date

import msgspec

from kiosk.content.fact import Fact
from kiosk.documents.posted_list import PosterSize
from kiosk.documents.qr import qr
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import SPECIMEN, UNCONFIRMED, day, paired
from kiosk.i18n import Text
from kiosk.settings import CommuneSettings


class PosterStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way or step: what, and one sentence more."""

    name: Text
    detail: Text


class PosterCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One QR at the foot and the words beside it."""

    address: str
    words: Text


class Poster(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A poster's TOML file: a procedure in the post, in numbered steps."""

    id: str
    title: Text
    intro: Text
    steps: tuple[PosterStep, ...]
    warning: Text | None = None
    codes: tuple[PosterCode, ...] = ()


def steps_poster(
    typesetter: Typesetter,
    poster: Poster,
    *,
    commune: CommuneSettings,
    printed_on: date,
    size: PosterSize = PosterSize.A3,
) -> TypesetDocument:
    """The poster on one or more pages."""
    data: dict[str, object] = {
        "size": size.value,
        "title": paired(poster.title),
        "intro": paired(poster.intro),
        "steps": [{"name": paired(step.name), "detail": paired(step.detail)} for step in poster.steps],
        "warning": paired(poster.warning) if poster.warning else None,
        "codes": [qr(code.address, code.words) for code in poster.codes],
        "place_line": f"{commune.counter.vi} · {commune.name.vi}, {commune.province.vi}",
        "phone": commune.phone,
        "footer": _footer(poster, printed_on),
        "page_word": "Trang",
        "specimen": False,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("steps_poster", data, printed_on=printed_on)


def _footer(poster: Poster, printed_on: date) -> str:
    doubt = "" if poster.is_confirmed else f" ({UNCONFIRMED.vi})"
    until = f" · Dùng đến {day(poster.valid_until)}" if poster.valid_until else ""
    source = f"Nguồn: {poster.source}, kiểm tra {day(poster.checked)}{doubt}"
    return f"In ngày {day(printed_on)} · {source}{until} · Giấy hướng dẫn, không thay giấy tờ"
