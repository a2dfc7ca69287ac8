"""Every paper the kiosk can set, by name: the plain ones whose pages are compared, and the longest ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from kiosk.content.fact import Confidence, Fact
from kiosk.documents import (
    LeafletSize,
    Poster,
    PosterSize,
    TypesetDocument,
    Typesetter,
    declaration,
    leaflet,
    posted_list,
    privacy_receipt,
    slip,
    steps_poster,
)
from kiosk.documents.labels import PcLabel, labels
from kiosk.documents.lodging_list import ListedGuest, lodging_list
from kiosk.documents.steps_poster import PosterCode, PosterStep
from kiosk.documents.trial_page import trial_page
from kiosk.documents.windows_sheet import windows_sheet
from kiosk.forms.printed import SheetStatus
from kiosk.guides.guide import Exit, ExitKind, Guide, ServiceCounter, Topic
from kiosk.i18n import Language, Text
from tests.unit.kiosk.documents import procedures
from tests.unit.kiosk.documents.sheets import LONG_ADDRESS, LONG_NAME, PRINTED_ON, ct01, general

Paper = Callable[[Typesetter], TypesetDocument]
BOTH = (Language.VI, Language.EN)
MEMBERS = (
    ("1", "Trần Văn Bé Mẫu", "01/02/2015", "Nam", "040215000123", "Con"),
    ("2", LONG_NAME, "05/11/2018", "Nữ", "040318000456", "Cháu ngoại"),
)


def _sheet(name: str, address: str, status: SheetStatus) -> Paper:
    return lambda typesetter: declaration(
        typesetter,
        general(name=name, address=address, status=status),
        printed_on=PRINTED_ON,
        commune="Xã Thần Lĩnh",
        portal_url=procedures.SEARCH,
        procedure_code="1.999999",
    )


def _leaflet(size: LeafletSize, languages: tuple[Language, ...], *, long: bool = False) -> Paper:
    return lambda typesetter: leaflet(
        typesetter,
        procedures.longest() if long else procedures.made_up(),
        commune=procedures.commune(),
        portal=procedures.settings().portal,
        printed_on=PRINTED_ON,
        languages=languages,
        size=size,
        personal_lines=(f"{LONG_NAME}, {LONG_ADDRESS}",) if long else (),
    )


def poster(text: str = "") -> Poster:
    """Three ways, or three very long ones."""
    said = Text(text or "Làm như thế này.", text or "Do it like this.")
    return Poster(
        id="thu",
        title=Text(text[:60] or "3 cách thử", text[:60] or "3 ways to try"),
        intro=said,
        steps=tuple(PosterStep(name=Text(f"Cách {n}", f"Way {n}"), detail=said) for n in (1, 2, 3)),
        warning=said,
        codes=(PosterCode(address="https://dichvucong.gov.vn", words=Text("Cổng", "Portal")),) * 2,
        source="Nguồn mẫu để thử",
        checked=date(2026, 11, 1),
        confidence=Confidence.MEDIUM,
    )


def _poster(size: PosterSize, text: str = "") -> Paper:
    return lambda typesetter: steps_poster(
        typesetter, poster(text), commune=procedures.commune(), printed_on=PRINTED_ON, size=size
    )


def _list(size: PosterSize) -> Paper:
    return lambda typesetter: posted_list(
        typesetter, procedures.small_catalogue(), commune=procedures.commune(), printed_on=PRINTED_ON, size=size
    )


def _receipt(typesetter: Typesetter) -> TypesetDocument:
    return privacy_receipt(
        typesetter,
        read=(Text("Họ tên", "Name"), Text("Ngày sinh", "Date of birth")),
        purpose=Text("điền sẵn tờ khai CT01", "filling in form CT01"),
        commune=procedures.commune(),
        printed_on=PRINTED_ON,
        languages=BOTH,
        specimen=True,
    )


def _slip(language: Language, text: str = "") -> Paper:
    said = Text(text or "Nói cần kích hoạt lại tài khoản.", text or "Say that the account must be activated again.")
    guide = Guide(
        id="thu",
        topic=Topic.VNEID,
        order=1,
        title=Text("Kích hoạt thử", "Trial activation"),
        summary=said,
        illustration="",
        start="a",
        minutes=5,
        steps=(),
        exits=(),
        status=Fact(**procedures.SURE),
    )
    end = Exit(
        id="quay", kind=ExitKind.HAND_OVER, text=said, counter="thu", bring=(Text("Thẻ căn cước", "ID card"), said)
    )
    counter = ServiceCounter(
        name=Text("Công an xã", "Commune police"), where=said, hours=said, phone="0238 3000 222", **procedures.UNSURE
    )
    return lambda typesetter: slip(
        typesetter, guide, end, counter, commune=procedures.commune(), printed_on=PRINTED_ON, language=language
    )


def _guests(name: str, address: str) -> Paper:
    stay = {"room": "204", "arrival": "30/11/2026", "departure": "02/12/2026", "reason": "Du lịch"}
    adult = ListedGuest(
        name=name, born="10/02/1990", sex="Nữ", nationality="Việt Nam", number="040190012345", residence=address,
        company="", **stay,
    )  # fmt: skip
    child = replace(adult, name="Trần Văn Bé Mẫu", born="05/06/2019", sex="Nam", number="", company=name)
    return lambda typesetter: lodging_list(
        typesetter,
        [adult, child, *[replace(adult, departure="")] * 12],
        house="Nhà nghỉ Mẫu",
        commune=procedures.commune(),
        at=datetime(2026, 11, 23, 21, 15, tzinfo=UTC),
        unconfirmed=Text("Chưa xác minh các cột.", "The columns are not confirmed."),
        specimen=True,
    )


PLAIN: dict[str, Paper] = {
    "ct01": lambda typesetter: declaration(
        typesetter,
        ct01(name="Trần Thị Hoa Mẫu", address="thôn 3, xã Thần Lĩnh, tỉnh Nghệ An", number="040158007531"),
        printed_on=PRINTED_ON,
        commune="Xã Thần Lĩnh",
        specimen=True,
    ),
    "ct01-blank": lambda typesetter: declaration(typesetter, ct01(), printed_on=PRINTED_ON),
    "sheet-older-blank": _sheet("", "", SheetStatus.OLDER),
    "sheet": _sheet("Trần Thị Hoa Mẫu", "thôn 3, xã Thần Lĩnh", SheetStatus.OFFICIAL),
    "data-sheet": _sheet("Trần Thị Hoa Mẫu", "thôn 3, xã Thần Lĩnh", SheetStatus.DATA_SHEET),
    "preparation": _sheet("Trần Thị Hoa Mẫu", "thôn 3, xã Thần Lĩnh", SheetStatus.PREPARATION),
    "leaflet-a4": _leaflet(LeafletSize.A4, (Language.VI,)),
    "leaflet-a5-both": _leaflet(LeafletSize.A5, BOTH),
    "leaflet-large-en": _leaflet(LeafletSize.LARGE, (Language.EN,)),
    "posted-list-a3": _list(PosterSize.A3),
    "posted-list-a4": _list(PosterSize.A4),
    "steps-poster-a3": _poster(PosterSize.A3),
    "steps-poster-a4": _poster(PosterSize.A4),
    "receipt": _receipt,
    "slip-en": _slip(Language.EN),
    "labels": lambda typesetter: labels(
        typesetter,
        [
            PcLabel(
                pc=f"pc-17842-may-{n}",
                commune="Xã Thần Lĩnh",
                province="Tỉnh Nghệ An",
                phone="0238 000 001" * (n % 2),
            )
            for n in range(1, 16)
        ],
        printed_on=PRINTED_ON,
    ),
    "lodging-list": _guests("Trần Thị Hoa Mẫu", "thôn 3, xã Thần Lĩnh, tỉnh Nghệ An"),
    "trial-page": lambda typesetter: trial_page(
        typesetter, commune=procedures.commune(), at=datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
    ),
    "windows-sheet": lambda typesetter: windows_sheet(typesetter, version="0.1.0", printed_on=PRINTED_ON),
}
LONGEST: dict[str, Paper] = {
    "ct01": lambda typesetter: declaration(
        typesetter,
        ct01(name=LONG_NAME, address=LONG_ADDRESS, number="040158007531", members=MEMBERS),
        printed_on=PRINTED_ON,
        specimen=True,
    ),
    "sheet": _sheet(LONG_NAME, LONG_ADDRESS, SheetStatus.OFFICIAL),
    "sheet-older": _sheet(LONG_NAME, LONG_ADDRESS, SheetStatus.OLDER),
    "data-sheet": _sheet(LONG_NAME, LONG_ADDRESS, SheetStatus.DATA_SHEET),
    "preparation": _sheet(LONG_NAME, LONG_ADDRESS, SheetStatus.PREPARATION),
    **{
        f"leaflet-{size.value}-{len(languages)}": _leaflet(size, languages, long=True)
        for size in LeafletSize
        for languages in ((Language.VI,), BOTH)
    },
    "steps-poster-a3": _poster(PosterSize.A3, f"{LONG_NAME} {LONG_ADDRESS}"),
    "steps-poster-a4": _poster(PosterSize.A4, f"{LONG_NAME} {LONG_ADDRESS}"),
    "posted-list-a3": _list(PosterSize.A3),
    "posted-list-a4": _list(PosterSize.A4),
    "lodging-list": _guests(LONG_NAME, LONG_ADDRESS),
    "slip": _slip(Language.EN, f"{LONG_NAME} {LONG_ADDRESS}"),
}
