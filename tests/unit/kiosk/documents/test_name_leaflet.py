"""The leaflet of a procedure of which the national catalogue tells no more than name, code and agency."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli.content import command as content
from kiosk.cli.print import command as print_command
from kiosk.documents import LeafletSize, Typesetter
from kiosk.documents.name_leaflet import address_of, name_leaflet
from kiosk.i18n import BOTH, Language
from kiosk.procedures.national import NamedProcedure, index_rows, named_by_code, read_rows
from kiosk.procedures.rules import LONGEST_ADDRESS
from kiosk.procedures.words import lexicon
from tests.helpers.days import CLOCK
from tests.helpers.pages import qr_texts, text_of, words_outside
from tests.unit.kiosk.documents import procedures

DAY = date(2026, 11, 23)
NAMED = NamedProcedure(code="1.000077", name="Cấp phép nuôi chim cảnh", agency="Ủy ban nhân dân cấp xã")
LONG = NamedProcedure(code="2.999999", name="Thủ tục có tên rất dài về việc cấp, đổi và thu hồi giấy phép " * 5)
ROWS = (
    {"code": "1.000077", "name": "Cấp phép nuôi chim cảnh", "handled_by": ["Ủy ban nhân dân  cấp xã", "Sở Thử"]},
    {"code": "1.0000771", "name": "Cấp phép khác"},
)


def catalogue(folder: Path) -> Path:
    file = folder / "catalogue.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS), "utf-8")
    return file


@pytest.mark.parametrize("size", LeafletSize)
@pytest.mark.parametrize("languages", [(Language.VI,), (Language.EN,), BOTH])
@pytest.mark.parametrize("named", [NAMED, LONG], ids=["short", "long"])
def test_it_says_name_code_and_agency_and_that_this_is_all(
    typesetter: Typesetter, named: NamedProcedure, languages: tuple[Language, ...], size: LeafletSize
) -> None:
    kiosk = procedures.settings()
    sheet = name_leaflet(
        typesetter,
        named,
        commune=procedures.commune(),
        portal=kiosk.portal,
        printed_on=DAY,
        languages=languages,
        size=size,
    )
    said = text_of(sheet.pdf)
    assert named.code in said
    assert named.name[:20] in said
    assert (named.agency or ("Hỏi cán bộ" if Language.VI in languages else "Ask the staff")) in said
    only = "Tờ này chỉ có tên, mã và nơi giải quyết." if Language.VI in languages else "This sheet has only name"
    assert only in said
    assert "Các bước" not in said
    assert qr_texts(sheet.pdf) == [address_of(named)]
    assert words_outside(sheet.pdf) == []


def test_the_address_is_short_enough_to_be_read_from_a_worn_print() -> None:
    assert len(address_of(LONG)) <= LONGEST_ADDRESS
    assert address_of(NAMED).endswith("chim%20c%E1%BA%A3nh")


def test_a_code_names_one_row_and_who_settles_it(tmp_path: Path) -> None:
    index = index_rows(read_rows(catalogue(tmp_path)), lexicon({}))
    named = named_by_code(index, "1.000077")
    assert named == NamedProcedure(
        code="1.000077", name="Cấp phép nuôi chim cảnh", agency="Ủy ban nhân dân cấp xã; Sở Thử"
    )
    assert named_by_code(index, "1.0000") is None


def test_the_command_prints_any_code_of_an_imported_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    out = tmp_path / "sheet.pdf"
    asked = ["name", "1.000077", "--out", str(out)]
    without = CliRunner().invoke(print_command, asked, obj=CLOCK)
    assert "no national catalogue" in without.output
    assert CliRunner().invoke(content, ["import-catalogue", str(catalogue(tmp_path))]).exit_code == 0
    made = CliRunner().invoke(print_command, asked, obj=CLOCK)
    assert made.exit_code == 0, made.output
    assert "Cấp phép nuôi chim cảnh" in text_of(out.read_bytes())
    unknown = CliRunner().invoke(print_command, ["name", "9.999999", "--out", str(out)], obj=CLOCK)
    assert "There is no procedure with the code “9.999999”" in unknown.output
