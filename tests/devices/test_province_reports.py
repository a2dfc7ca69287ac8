"""Reports of a seeded quarter in a real PostgreSQL 15, number by number against the rows themselves; sheets, sticks,
the nation's copy."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.clock import Clock
from kiosk.counts import authority
from kiosk.counts.catalogue import NO_SUBJECT, Event, Subject, stored
from kiosk.counts.disclosure import Cell
from kiosk.counts.events import EventKind
from kiosk.counts.kinds import MEANINGS
from kiosk.counts.period import Period, read_month, read_week
from kiosk.counts.province import Models
from kiosk.counts.province_import import Imported, import_sheet, import_stick
from kiosk.counts.province_report import (
    Withheld,
    late_pcs,
    province_report,
    silent_pcs,
    tell,
    troubles_by_model,
    withheld_of,
)
from kiosk.counts.report import Report, Row
from kiosk.counts.sheet_code import SheetError, codes_of, read_codes
from kiosk.counts.station_keys import signing_key
from kiosk.counts.stick import StickFileError, read_stick, write_stick
from kiosk.counts.totals import Total
from kiosk.counts.uplink import Uplink
from kiosk.i18n import Text
from tests.helpers import postgres
from tests.helpers.counting import shipped_catalogue

pytestmark = pytest.mark.real("postgresql")
PCS = ("pc-17842-may-1", "pc-17842-may-2", "pc-16681-may-1", "pc-16690-may-1")
FIRST, LAST = date(2026, 9, 1), date(2026, 11, 22)
MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {pc: tmp_path_factory.mktemp(pc) for pc in PCS}


@pytest.fixture(scope="module")
def server(folders: dict[str, Path]) -> Iterator[postgres.Server]:
    """A quarter of four PCs, sent as PCs send; the last PC has fallen silent in October."""
    if missing := postgres.missing_programs():
        pytest.skip(f"not installed: {', '.join(missing)}")
    with postgres.server() as made:
        for number, (pc, folder) in enumerate(folders.items()):
            identity = made.enrol(pc, folder, Models(printer=f"Printer {number % 2}", card_reader="Reader A"))
            with Uplink(identity) as wire:
                wire.send(quarter(number, LAST if number < 3 else date(2026, 10, 10)))
        yield made


def quarter(seed: int, last: date) -> list[Total]:
    chance = random.Random(seed)
    events = [event for event, _ in shipped_catalogue().pairs()]
    jams = [event for event in events if event.subject == "printer.jam"]
    days = [FIRST + timedelta(days=n) for n in range((last - FIRST).days + 1)]
    return [
        Total(day=day, kind=event.kind, subject=event.subject, count=chance.randint(1, 40))
        for day in days
        if day.weekday() < 6
        for event in dict.fromkeys([*chance.sample(events, 60), *(jams if day.day == 5 else ())])
    ]


def report_of(
    database: psycopg.Connection, period: Period, commune: str | None, withheld: Withheld | None = None
) -> Report:
    place = Text("Nơi thử", "A place")
    return province_report(
        database,
        period,
        shipped_catalogue(),
        place=place,
        office=place,
        made_on=MONDAY,
        commune=commune,
        withheld=withheld,
    )


class RowsThemselves:
    """All that the PCs have sent, row by row: what is added up here shares nothing with the report's queries."""

    def __init__(self, database: psycopg.Connection) -> None:
        self._rows: dict[str, list[tuple[str, date, str, int]]] = {}
        asked = "SELECT kind, subject, day, pc_id, count FROM counts.day_total"
        for kind, subject, day, pc, count in database.execute(asked):
            self._rows.setdefault(kind, []).append((subject, day, pc.split("-")[1], count))

    def sum(
        self,
        period: Period,
        commune: str | None,
        kind: EventKind,
        wanted: Callable[[str, date], bool] = lambda subject, day: True,
    ) -> int:
        """How often a kind was counted in these days and this commune, for the subjects and days that are wanted."""
        return sum(
            count
            for subject, day, place, count in self._rows.get(kind.value, ())
            if period.first <= day <= period.last and commune in (None, place) and wanted(subject, day)
        )


SUBJECT_OF = {
    "services": (EventKind.PROCEDURE_VIEWED,),
    "forms": (EventKind.FORM_PRINTED,),
    "leaflets": (EventKind.LEAFLET_PRINTED,),
    "vneid-steps": (EventKind.VNEID_STEP_REACHED,),
    "vneid-problems": (EventKind.VNEID_PROBLEM_CHOSEN,),
    "stuck": (EventKind.GOT_STUCK,),
    "card-errors": (EventKind.CARD_FAILED,),
    "aids": (EventKind.ACCESSIBILITY_USED,),
    "bands": (EventKind.VISIT_BAND,),
    "lengths": (EventKind.VISIT_LENGTH,),
    "troubles": (
        EventKind.DEVICE_TROUBLE,
        EventKind.PRINT_TROUBLE,
        EventKind.SCAN_FAILED,
        EventKind.COUNTING_TROUBLE,
    ),
}


@cache
def pairs_of(kind: EventKind) -> tuple[tuple[Event, Subject], ...]:
    """What can be counted of one kind, with what it is called."""
    return tuple((event, said) for event, said in shipped_catalogue().pairs() if event.kind is kind)


def expected(rows: RowsThemselves, period: Period, commune: str | None, key: str, row: Row) -> set[int]:
    """What a row may say: one number, or one for each kind the section mixes."""
    if key in ("visits", "papers", "volunteers"):
        kinds = [kind for kind, meaning in MEANINGS.items() if meaning.text == row.label]
        return {rows.sum(period, commune, kinds[0] if kinds else EventKind.VOLUNTEER_MINUTES)}
    if key == "weekdays":
        names = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
        weekday = names.index(row.label.vi) + 1
        return {rows.sum(period, commune, EventKind.VISIT_STARTED, lambda _, day: day.isoweekday() == weekday)}
    if key == "devices":
        device = {"Máy đọc thẻ": "card-reader", "Máy in": "printer", "Máy quét": "scanner"}[row.label.vi]
        kind = EventKind.DEVICE_CHECKED
        looks = rows.sum(period, commune, kind, lambda subject, _: subject.startswith(f"{device}/"))
        ready = rows.sum(period, commune, kind, lambda subject, _: subject == f"{device}/ready")
        return {round(1000 * ready / looks) if looks else 0}
    return {
        rows.sum(period, commune, kind, lambda subject, _, wanted=event.subject: subject == wanted)  # type: ignore[misc]
        for kind in SUBJECT_OF[key]
        for event, said in pairs_of(kind)
        if said.text == row.label and row.code in (said.code, event.subject, "")
    }


@pytest.mark.parametrize("text", ["2026-09", "2026-10", "2026-11", "2026-W46"])
def test_every_number_of_a_quarter_is_what_the_rows_add_up_to(server: postgres.Server, text: str) -> None:
    period = read_week(text) if "W" in text else read_month(text)
    with server.admin() as database:
        rows, withheld = RowsThemselves(database), withheld_of(database, period)
        for commune in (None, "17842", "16690"):
            compare(rows, report_of(database, period, commune, withheld), period, commune)


def compare(rows: RowsThemselves, report: Report, period: Period, commune: str | None) -> None:
    """Every number of the report, and of the column beside it."""
    checked = 0
    for section in report.sections:
        named = [row for row in section.rows if not row.label.vi.startswith("Còn lại")]
        for row in named:
            assert row.now in expected(rows, period, commune, section.key, row), (section.key, row, commune)
            assert row.before in expected(rows, period.before, commune, section.key, row), (section.key, row, commune)
            checked += 2
        if len(named) < len(section.rows):
            whole = sum(rows.sum(period, commune, kind) for kind in SUBJECT_OF[section.key])
            assert sum(row.now for row in section.rows) == whole
    assert checked > 70


def test_what_is_left_out_is_decided_for_all_reports_of_a_period_at_once(server: postgres.Server) -> None:
    week = read_week("2026-W46")
    with server.admin() as database:
        once = report_of(database, week, "17842", withheld_of(database, week))
        assert once == report_of(database, week, "17842")


def test_a_report_says_how_many_pcs_are_in_it(server: postgres.Server) -> None:
    with server.admin() as database:
        months = [read_month(text) for text in ("2026-09", "2026-11", "2026-12")]
        nothing = (frozenset[Cell](), frozenset[Cell]())
        assert [report_of(database, month, None, nothing).scope.stations for month in months] == [4, 3, 0]


def test_a_report_made_once_more_tells_nothing_of_a_pc_that_came_late_until_it_is_made_anew(
    server: postgres.Server, folders: dict[str, Path]
) -> None:
    week, month = read_week("2026-W43"), read_month("2026-10")
    identity = server.enrol("pc-16690-may-9", folders[PCS[3]] / "late")

    def reports(database: psycopg.Connection) -> list[Report]:
        withheld = {period: withheld_of(database, period) for period in (week, month)}
        communes = (None, "16690")
        return [report_of(database, each, commune, withheld[each]) for each in withheld for commune in communes]

    with server.admin() as database:
        tell(database, week)
        before = reports(database)
        with Uplink(identity) as wire:
            wire.send([Total(day=week.first, kind=EventKind.HELP_CALLED, subject=NO_SUBJECT, count=3)])
        assert [late_pcs(database, week, commune) for commune in (None, "16690", "17842")] == [1, 1, 0]
        tell(database, week)
        after = reports(database)
        for one, other in zip(before, after, strict=True):
            assert [section.rows for section in one.sections] == [section.rows for section in other.sections]
            assert one.scope == other.scope
        tell(database, week, anew=True)
        assert late_pcs(database, week) == 0
        assert report_of(database, week, None).scope.stations == before[0].scope.stations + 1
        database.execute("TRUNCATE counts.told")
        database.execute("DELETE FROM counts.day_total WHERE pc_id = %s", (identity.pc_id,))
        database.execute("DELETE FROM counts.pc WHERE pc_id = %s", (identity.pc_id,))


def test_silent_pcs_are_ranked_the_longest_silent_first(server: postgres.Server, tmp_path: Path) -> None:
    server.enrol("pc-00001-never", tmp_path)
    with server.admin() as database:
        ranked = silent_pcs(database)
        database.execute("DELETE FROM counts.pc WHERE pc_id = 'pc-00001-never'")
    assert [(pc.pc_id, pc.last_day) for pc in ranked[:2]] == [
        ("pc-00001-never", None),
        ("pc-16690-may-1", date(2026, 10, 10)),
    ]


def test_troubles_are_added_up_by_model(server: postgres.Server) -> None:
    period = read_month("2026-10")
    with server.admin() as database:
        troubles = troubles_by_model(database, period)
        jams = {t.model: t.number for t in troubles if t.code == "printer.jam"}
        query = (
            "SELECT printer, sum(count) FROM counts.day_total NATURAL JOIN counts.pc WHERE subject = 'printer.jam' "
            "AND kind IN ('device-trouble', 'print-trouble', 'scan-failed') "
            "AND to_char(day, 'YYYY-MM') = '2026-10' GROUP BY printer"
        )
        assert jams == dict(database.execute(query).fetchall())
    assert set(jams) == {"Printer 0", "Printer 1"}


def a_day(pc_rows: int = 5) -> list[Total]:
    events = [event for event, _ in shipped_catalogue().pairs()][:pc_rows]
    return [Total(day=MONDAY, kind=e.kind, subject=e.subject, count=n + 1) for n, e in enumerate(events)]


def test_a_sheet_is_stored_once_and_only_with_its_pc_s_signature(
    server: postgres.Server, folders: dict[str, Path]
) -> None:
    pc = PCS[2]
    sheet = read_codes(codes_of(pc, MONDAY, a_day(), signing_key(folders[pc])))
    forged = read_codes(codes_of(pc, MONDAY, a_day(), Ed25519PrivateKey.generate()))
    strange = read_codes(codes_of("pc-99999-x", MONDAY, a_day(), signing_key(folders[pc])))
    changed = [*a_day(4), Total(day=MONDAY, kind=a_day()[4].kind, subject=a_day()[4].subject, count=99)]
    with server.admin() as database:
        for wrong in (forged, strange):
            with pytest.raises(SheetError):
                import_sheet(database, wrong)
        assert import_sheet(database, sheet) == Imported(pc_id=pc, new=5, known=0, differing=0)
        assert import_sheet(database, sheet) == Imported(pc_id=pc, new=0, known=5, differing=0)
        other = read_codes(codes_of(pc, MONDAY, changed, signing_key(folders[pc])))
        assert import_sheet(database, other) == Imported(pc_id=pc, new=0, known=5, differing=1)


def test_a_sheet_with_a_mark_nobody_knows_stores_nothing(server: postgres.Server, folders: dict[str, Path]) -> None:
    pc = PCS[2]
    unknown = Total(day=MONDAY, kind=EventKind.FORM_PRINTED, subject=stored("not-a-form"), count=1)
    with server.admin() as database, pytest.raises(SheetError, match="catalogue"):
        import_sheet(database, read_codes(codes_of(pc, MONDAY, [unknown], signing_key(folders[pc]))))


def test_a_stick_is_loaded_once_and_what_is_known_is_passed_over(
    server: postgres.Server, folders: dict[str, Path]
) -> None:
    pc = PCS[1]
    key = signing_key(folders[pc])
    with server.admin() as database:
        first = read_stick(write_stick(pc, 1, a_day(), key))
        assert import_stick(database, first) == Imported(pc_id=pc, new=5, known=0, differing=0)
        with pytest.raises(StickFileError, match="loaded already"):
            import_stick(database, first)
        with pytest.raises(StickFileError, match="altered"):
            import_stick(database, read_stick(write_stick(pc, 2, a_day(), Ed25519PrivateKey.generate())))
        with pytest.raises(StickFileError, match="not enrolled"):
            import_stick(database, read_stick(write_stick("pc-99999-x", 2, a_day(), key)))
        second = read_stick(write_stick(pc, 2, a_day(7), key))
        assert import_stick(database, second) == Imported(pc_id=pc, new=2, known=5, differing=0)


def test_a_stick_with_free_text_in_it_stores_nothing_and_may_come_again(
    server: postgres.Server, folders: dict[str, Path]
) -> None:
    pc = PCS[1]
    text = Total(day=MONDAY, kind=EventKind.FORM_PRINTED, subject=stored("Nguyễn Văn An"), count=1)
    stick = read_stick(write_stick(pc, 77, [*a_day(8), text], signing_key(folders[pc])))
    with server.admin() as database:
        for _ in range(2):
            with pytest.raises(psycopg.errors.ForeignKeyViolation):
                import_stick(database, stick)


def test_the_nation_gets_every_province_s_rows_by_the_shipped_recipe(
    server: postgres.Server, folders: dict[str, Path], tmp_path: Path
) -> None:
    files = postgres.SHIPPED
    key = authority.new_key()
    made = authority.client_certificate(server.root, key.public_key(), "counts_nation", Clock().utc())
    with postgres.server() as nation, server.admin() as province, nation.admin() as above:
        for name, content in (
            ("nation.crt", authority.certificate_pem(made)),
            ("nation.key", authority.key_pem(key)),
            ("ca.crt", authority.certificate_pem(server.root.certificate)),
        ):
            nation.keep(name, content)
        province.execute((files / "to-nation.sql").read_bytes())
        source = (
            f"host=127.0.0.1 port={server.port} dbname=counts user=counts_nation sslmode=verify-full "
            f"sslrootcert={nation.folder}/ca.crt sslcert={nation.folder}/nation.crt "
            f"sslkey={nation.folder}/nation.key "
            "ssl_min_protocol_version=TLSv1.3"
        )
        recipe = (files / "from-provinces.sql").read_text(encoding="utf-8")
        above.execute(recipe.replace(":name", "from_test").replace(":'source'", f"'{source}'").encode())
        try:
            same_rows(province, above)
            identity = server.enrol(PCS[0], folders[PCS[0]])
            with Uplink(identity) as wire:
                wire.send([Total(day=date(2026, 11, 21), kind=t.kind, subject=t.subject, count=50) for t in a_day(9)])
            same_rows(province, above)
            assert above.execute("SELECT count(*) FROM counts.pc WHERE signing_key IS NOT NULL").fetchone() == (0,)
        finally:
            above.execute("DROP SUBSCRIPTION from_test")


def same_rows(below: psycopg.Connection, above: psycopg.Connection) -> None:
    query = "SELECT count(*), sum(count), md5(string_agg(pc_id || day || kind || subject || count, ',' "
    query += "ORDER BY pc_id, day, kind, subject)) FROM counts.day_total"
    end = time.monotonic() + 60
    while below.execute(query.encode()).fetchone() != above.execute(query.encode()).fetchone():
        assert time.monotonic() < end, "the nation's copy did not catch up"
        time.sleep(0.1)
