"""A leaflet for any procedure of the national catalogue: its name, code and agency, and the QR that opens it.

No more is known of it, and it says so: papers, fee and time are asked for or read on the portal.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from urllib.parse import quote

from kiosk.documents.leaflet import KEEP, LeafletSize, place_line, printed_and_until
from kiosk.documents.leaflet_parts import help_lines
from kiosk.documents.leaflet_words import LABELS, QR_WORDS
from kiosk.documents.qr import qr
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import NO_DOCUMENT, PAGE, SPECIMEN, once, paired
from kiosk.i18n import Language, Text, alike
from kiosk.procedures.national import NamedProcedure
from kiosk.procedures.rules import LONGEST_ADDRESS, SEARCH_PAGE
from kiosk.settings import CommuneSettings, PortalSettings

ONLY: Final = Text(
    "Tờ này chỉ có tên, mã và nơi giải quyết. Giấy tờ, lệ phí, thời hạn: hỏi cán bộ hoặc xem trang trong mã QR.",
    "This sheet has only name, code and office. For papers, fee and time ask the staff or open the page in the QR.",
)
AGENCY: Final = Text("Nơi giải quyết", "Office in charge")
PORTAL: Final = "Cổng Dịch vụ công quốc gia"
SOURCE: Final = Text(
    "Nguồn: danh mục thủ tục quốc gia đã nhập vào trạm.", "Source: the national catalogue imported into this station."
)
_ASK: Final = Text("Hỏi cán bộ", "Ask the staff")


def name_leaflet(
    typesetter: Typesetter,
    named: NamedProcedure,
    *,
    commune: CommuneSettings,
    portal: PortalSettings,
    printed_on: date,
    languages: Sequence[Language] = (Language.VI,),
    size: LeafletSize = LeafletSize.A4,
) -> TypesetDocument:
    """The leaflet as of `printed_on`; the name stands in Vietnamese in every language."""

    def say(text: Text) -> dict[str, str]:
        return paired(text, languages)

    data: dict[str, object] = {
        "size": size.value,
        "title": once(alike(named.name), languages),
        "official": None,
        "code": named.code,
        "place_line": say(place_line(commune)),
        "summary": say(ONLY),
        "doubt": None,
        "facts": [{"label": say(AGENCY), "value": say(alike(named.agency) if named.agency else _ASK), "more": None}],
        "cases": [],
        "steps": [],
        "long_steps": True,
        "pitfalls": [],
        "notices": [],
        "dossier": None,
        "qr": qr(address_of(named), code=named.code, show=PORTAL)
        | {"words": say(QR_WORDS), "code_label": LABELS["code"].say(languages[0])},
        "apps": [],
        "personal": [],
        "help": help_lines(languages, commune, portal),
        "sources": say(SOURCE),
        "labels": {name: say(label) for name, label in LABELS.items()},
        "no_document": say(NO_DOCUMENT),
        "dates": say(printed_and_until(printed_on, printed_on + KEEP)),
        "page_word": PAGE.say(languages[0]),
        "specimen": False,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("leaflet", data, printed_on=printed_on)


def address_of(named: NamedProcedure) -> str:
    """The portal's search for the first words of the name that a worn print still carries."""
    words = named.name.split()
    while len(words) > 1 and len(SEARCH_PAGE) + len(quote(" ".join(words))) > LONGEST_ADDRESS:
        words.pop()
    return f"{SEARCH_PAGE}{quote(' '.join(words))}"
