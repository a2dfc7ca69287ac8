"""The official pages of the content, as far as a station's settings let them open."""

from __future__ import annotations

import msgspec
import pytest

from kiosk import paths
from kiosk.content.pack import Pack
from kiosk.filing.messages import Look
from kiosk.forms.journey import Journey
from kiosk.i18n import Language
from kiosk.person import Origin, PersonField, PersonRecord, Sourced
from kiosk.procedures.procedure import Procedure
from kiosk.scanning.job import ScanJob
from kiosk.settings import KioskSettings, read_settings
from kiosk.station.filing import NoPortalError, PackPortals, page_hosts
from tests.unit.kiosk.filing.filled import DAY, answered, forms, places, portals, procedures
from tests.unit.kiosk.scanning.glass import page

DEATH = procedures()["dang-ky-khai-tu"]
AT_THE_DESK = procedures()["chung-thuc-ban-sao"]
PERSON = PersonRecord(fields={PersonField.FULL_NAME: Sourced(value="Nguyễn Thị Mẫu", origin=Origin.CHIP)})


def station(**portal: object) -> PackPortals:
    settings: KioskSettings = read_settings().kiosk
    changed = msgspec.structs.replace(settings, portal=msgspec.structs.replace(settings.portal, **portal))
    return PackPortals(portals=portals(), forms=forms(), places=places, settings=changed, today=lambda: DAY)


def test_what_is_filed_online_is_offered_and_the_rest_is_not() -> None:
    assert station().offers(DEATH)
    assert not station().offers(AT_THE_DESK)
    with pytest.raises(NoPortalError):
        made(AT_THE_DESK)


def test_a_forbidden_first_page_is_not_offered_and_its_host_named_nowhere() -> None:
    narrow = station(forbidden_hosts=("dichvucong.gov.vn",))
    assert not narrow.offers(DEATH)
    assert "dichvucong.gov.vn" not in narrow.hosts
    assert station().hosts["dichvucong.gov.vn"]
    assert station(extra_hosts=("nop.nghean.gov.vn",)).hosts["nop.nghean.gov.vn"] == "nop.nghean.gov.vn"


def made(
    procedure: Procedure,
    *,
    journey: Journey | None = None,
    person: PersonRecord | None = None,
    scans: ScanJob | None = None,
) -> dict[str, str]:
    visit = station().portal_visit(
        procedure,
        journey=journey,
        person=person,
        scans=scans or ScanJob(),
        look=Look(),
        language=Language.VI,
    )
    assert visit.rules.start.startswith("https://")
    return {entry.id: entry.value for entry in visit.entries}


def test_answers_fill_in_the_page_and_scans_go_along_as_files() -> None:
    scans = ScanJob(wanted=("bao-tu",), pages=(page(document="bao-tu"),))
    entries = made(DEATH, journey=answered("hotich-khai-tu-dien-tu"), scans=scans)
    assert entries["nguoi-mat.nm_ho_ten"] == "Nguyễn Thị Mẫu"
    assert entries["paper.bao-tu.pdf"] == "bao-tu.pdf"


def test_somebody_who_answered_nothing_has_the_fields_that_the_card_knows() -> None:
    entries = made(DEATH, person=PERSON)
    assert entries["nguoi-yeu-cau.yc_ho_ten"] == "Nguyễn Thị Mẫu"
    assert "nguoi-mat.nm_ho_ten" not in entries
    assert made(DEATH) == {}


def test_the_form_of_the_page_is_told_where_its_fields_are_known() -> None:
    assert station().form_of(DEATH) == "hotich-khai-tu-dien-tu"
    assert station().form_of(procedures()["nhan-cha-me-con"]) == "hotich-cha-me-con-dien-tu"
    assert station().form_of(procedures()["doi-giay-phep-lai-xe"]) is None


def test_the_doctor_asks_pages_and_logins_and_no_pictures() -> None:
    shared, asked = portals().shared, page_hosts(Pack(paths.assets() / "content"))
    assert shared is not None
    assert set(shared.login_hosts) <= set(asked)
    assert not set(shared.resource_hosts) & set(asked)
    assert len(asked) == len(set(asked))
