"""The commune's public list of procedures, fees and times with a QR each, for the notice board: A3 or A4.

Grouped as the catalogue groups them. A fee or time that is not confirmed says so on its own line; the whole list
carries the day it was printed and the oldest day on which one of its facts was checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from devices.printer.interface import A4
from kiosk.documents.leaflet_words import ASK
from kiosk.documents.qr import qr
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import SPECIMEN, confirmed, day, dong, paired
from kiosk.i18n import Text
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.procedure import Fee, Procedure
from kiosk.settings import CommuneSettings

TITLE = Text("Thủ tục, lệ phí và thời hạn giải quyết", "Procedures, fees and times")
HOW_TO = Text(
    "Quét mã QR bằng điện thoại để mở thủ tục trên Cổng Dịch vụ công quốc gia.",
    "Scan a code with your phone to open the procedure on the National Public Service Portal.",
)


class PosterSize(Enum):
    """The paper of a poster."""

    A3 = "a3"
    A4 = "a4"

    @property
    def media(self) -> str:
        """The paper in IPP's words (PWG 5101.1)."""
        return "iso_a3_297x420mm" if self is PosterSize.A3 else A4


def posted_list(
    typesetter: Typesetter,
    catalogue: Catalogue,
    *,
    commune: CommuneSettings,
    printed_on: date,
    size: PosterSize = PosterSize.A3,
) -> TypesetDocument:
    """Every procedure of the catalogue as it holds on `printed_on`."""
    procedures = catalogue.all()
    data: dict[str, object] = {
        "size": size.value,
        "title": paired(TITLE),
        "how_to": paired(HOW_TO),
        "place_line": f"{commune.name.vi}, {commune.province.vi} · {commune.counter.vi}",
        "groups": list(_groups(catalogue, printed_on)),
        "labels": {"fee": "Lệ phí", "time": "Thời hạn", "place": "Nộp tại"},
        "footer": _footer(procedures, printed_on),
        "page_word": "Trang",
        "specimen": False,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("posted_list", data, printed_on=printed_on)


def _groups(catalogue: Catalogue, printed_on: date) -> Iterable[dict[str, object]]:
    agencies = {agency.id: agency.name for agency in catalogue.groups.agencies}
    for group in catalogue.groups.groups:
        procedures = catalogue.by_group(group.id)
        if procedures:
            yield {
                "agency": agencies[group.agency].vi,
                "name": paired(group.name),
                "procedures": [_entry(procedure, printed_on) for procedure in procedures],
            }


def _entry(procedure: Procedure, printed_on: date) -> dict[str, object]:
    fee, time = procedure.fee(printed_on), procedure.time_limit(printed_on)
    return {
        "name": paired(procedure.name),
        "code": procedure.code or "chưa có mã",
        "fee": confirmed(_amount(fee), fee).vi if fee else ASK.vi,
        "time": confirmed(time.text, time).vi if time else ASK.vi,
        "place": procedure.place_on(printed_on).vi,
        "qr": qr(procedure.portal_on(printed_on).search_url),
    }


_FREE = Text("miễn phí", "free")
_ONLINE_DESK = Text("qua mạng {online}, tại quầy {desk}", "online {online}, desk {desk}")


def _amount(fee: Fee) -> Text:
    """Both amounts when both are known, else the words of the record."""
    if fee.online_vnd is None or fee.desk_vnd is None:
        return fee.text
    if fee.online_vnd == fee.desk_vnd:
        return dong(fee.desk_vnd)
    online, desk = (dong(amount) if amount else _FREE for amount in (fee.online_vnd, fee.desk_vnd))
    return _ONLINE_DESK.filled(online=online, desk=desk)


def _footer(procedures: Iterable[Procedure], printed_on: date) -> str:
    oldest = min((procedure.status.checked for procedure in procedures), default=printed_on)
    return (
        f"In ngày {day(printed_on)} · Nguồn: Cổng Dịch vụ công quốc gia và văn bản ghi ở từng thủ tục, "
        f"kiểm tra từ ngày {day(oldest)} · Bảng hướng dẫn, không thay văn bản công bố"
    )
