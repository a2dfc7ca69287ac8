"""Procedures for the tests of paper: one made up, so that its pages change only with the templates, one with the
longest texts, and the catalogue that ships."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from kiosk.content.fact import Confidence, Fact
from kiosk.i18n import Text
from kiosk.paths import assets, shipped_config
from kiosk.procedures.catalogue import Agency, Catalogue, Groups, LifeEvents, ProcedureGroup
from kiosk.procedures.in_time import Filing
from kiosk.procedures.procedure import (
    DocumentCase,
    Fee,
    Level,
    Notice,
    OnlineStep,
    Pitfall,
    Procedure,
    ProcedurePortal,
    RequiredDocument,
    TimeLimit,
)
from kiosk.settings import CommuneSettings, KioskSettings, read_settings
from tests.helpers.shipped import catalogue
from tests.unit.kiosk.documents.sheets import LONG_ADDRESS, LONG_NAME

SOURCE = {"source": "Nguồn mẫu để thử", "checked": date(2026, 11, 1)}
SURE = {**SOURCE, "confidence": Confidence.HIGH}
UNSURE = {**SOURCE, "confidence": Confidence.LOW}
SEARCH = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=%C4%90%C4%83ng%20k%C3%BD%20th%E1%BB%AD"


@lru_cache(maxsize=1)
def settings() -> KioskSettings:
    """The shipped settings, whatever this machine overrides."""
    return read_settings(shipped_config(), assets()).kiosk


def commune() -> CommuneSettings:
    """The example commune, with a telephone."""
    return msgspec.structs.replace(settings().commune, phone="0238 3000 111")


def shipped() -> Catalogue:
    """The catalogue that ships."""
    return catalogue()


def made_up() -> Procedure:
    """A procedure with everything a leaflet can say, some of it unconfirmed."""
    return Procedure(
        id="dang-ky-thu",
        code="1.999999",
        official_name="Đăng ký thử theo tên chính thức",
        name=Text("Đăng ký thử", "Trial registration"),
        summary=Text("Dùng khi ông/bà muốn thử tờ hướng dẫn.", "For trying the leaflet out."),
        group="thu",
        agency=Text("Công an xã", "Commune police"),
        level=Level.COMMUNE,
        who=Text("Người muốn thử", "Anyone who wants to try"),
        filing=(Filing.ONLINE, Filing.DESK, Filing.POST),
        place=Text("Công an xã nơi ở", "The police where you live"),
        fees=(
            Fee(
                online_vnd=7_000,
                desk_vnd=15_000,
                text=Text("Qua mạng 7.000 đồng, tại quầy 15.000 đồng.", "7,000 online, 15,000 at the desk."),
                exempt=Text("Miễn cho trẻ em.", "Children are exempt."),
                **SURE,
            ),
        ),
        time_limits=(TimeLimit(text=Text("3 ngày làm việc", "3 working days"), working_days=3, **UNSURE),),
        cases=(
            DocumentCase(
                id="chung",
                name=Text("Chung", "General"),
                documents=(
                    RequiredDocument(id="to-khai", name=Text("Tờ khai thử", "Trial form"), original=True, copies=2),
                    RequiredDocument(
                        id="cho-o",
                        name=Text("Giấy tờ chỗ ở", "Proof of residence"),
                        optional=True,
                        hint=Text("Chỉ khi dữ liệu chưa có.", "Only if the data lack it."),
                    ),
                ),
                **SURE,
            ),
        ),
        online_steps=tuple(OnlineStep(text=Text(f"Làm việc thứ {n}.", f"Do thing {n}.")) for n in range(1, 6)),
        pitfalls=(Pitfall(text=Text("Thiếu chữ ký.", "No signature.")),),
        portal=ProcedurePortal(name="Cổng Dịch vụ công quốc gia", search_url=SEARCH, **SURE),
        notices=(Notice(text=Text("Từ 1/1/2027 mẫu đổi.", "The form changes on 1 January 2027."), **UNSURE),),
        status=Fact(**SURE),
    )


def longest() -> Procedure:
    """Name, place, papers and an unconfirmed fee as long as texts get; a code that is not known."""
    name, place = Text(LONG_NAME, LONG_NAME), Text(LONG_ADDRESS, LONG_ADDRESS)
    paper = RequiredDocument(id="x", name=place, original=True, hint=place)
    return msgspec.structs.replace(
        made_up(),
        code=None,
        name=name,
        official_name=LONG_ADDRESS,
        place=place,
        fees=(Fee(text=place, **UNSURE),),
        cases=(DocumentCase(id="dai", name=place, documents=(paper, paper), **UNSURE),),
        online_steps=tuple(OnlineStep(text=place) for _ in range(9)),
    )


def small_catalogue() -> Catalogue:
    """Three entries of one group."""
    entries = [
        msgspec.structs.replace(
            made_up(), id=f"thu-{n}", code=f"1.00000{n}", name=Text(f"Việc thử {n}", f"Trial {n}")
        )
        for n in (1, 2)
    ] + [longest()]
    groups = Groups(
        agencies=(Agency(id="ca", name=Text("Công an", "Police")),),
        groups=(ProcedureGroup(id="thu", agency="ca", name=Text("Thử", "Trials")),),
    )
    return Catalogue(by_id={entry.id: entry for entry in entries}, groups=groups, events=LifeEvents(life_events=()))
