"""Tables with rows filled in: a hand can still sign, names are read in lines, no row is torn between two pages."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from kiosk.documents import EmptySheetError, Typesetter, declaration
from kiosk.documents.sheet_tables import PADDING, SIGNED_BY_HAND, table_of
from kiosk.forms import Answers, Context, Journey, printed
from kiosk.forms.printed import Layout, PrintedItem
from tests.helpers import shipped
from tests.unit.kiosk.documents.sheets import PRINTED_ON, general

COLUMNS = ("STT", "Họ và tên", "Ngày sinh", "Số định danh cá nhân", "Quan hệ", "Chữ ký")
ROW = ("1", "Nguyễn Hoàng Phương Thảo Quỳnh Anh", "01/02/1985", "040185001234", "Em dâu của chủ hộ", "")


def members(*rows: tuple[str, ...], columns: tuple[str, ...] = COLUMNS, min_rows: int = 3) -> PrintedItem:
    return PrintedItem(
        no="5.", label="Thành viên", layout=Layout.TABLE, columns=columns, rows=rows, min_rows=min_rows
    )


def shares(item: PrintedItem) -> dict[str, float]:
    table = table_of(item)
    widths = table["widths"]
    assert isinstance(widths, list)
    return {name: width * 160 / sum(widths) for name, width in zip(item.columns, widths, strict=True)}


@pytest.mark.parametrize("signed", ["Chữ ký", "Ký tên", "Chữ ký của thành viên góp vốn", "Ký, ghi rõ họ tên"])
@pytest.mark.parametrize("rows", [(), (ROW,), (ROW,) * 8])
def test_a_signature_column_is_wide_enough_for_a_hand(signed: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert shares(members(*rows, columns=(*COLUMNS[:-1], signed)))[signed] >= 20.0


def test_a_long_name_is_not_set_a_word_a_line_beside_wide_numbers() -> None:
    table = table_of(members(ROW))
    name = dict(zip(COLUMNS, table["widths"], strict=True))["Họ và tên"]  # type: ignore[call-overload]
    assert name - PADDING >= len("Nguyễn Hoàng")
    assert dict(zip(COLUMNS, table["widths"], strict=True))["Chữ ký"] >= SIGNED_BY_HAND  # type: ignore[call-overload]


def test_no_row_is_torn_between_two_pages(typesetter: Typesetter) -> None:
    rows = [(str(n), f"Đầu{n:02} " + "rất dài " * 14 + f"Cuối{n:02}", "", "", "", "") for n in range(40)]
    form = replace(general(), items=(members(*rows),))
    reader = pypdf.PdfReader(io.BytesIO(declaration(typesetter, form, printed_on=PRINTED_ON).pdf))
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) > 2
    for n in range(40):
        begins = [at for at, text in enumerate(texts) if f"Đầu{n:02}" in text]
        assert begins == [at for at, text in enumerate(texts) if f"Cuối{n:02}" in text] != []


@pytest.mark.parametrize("name", ["luu-tru", "can-cuoc-cc01"])
def test_a_form_without_a_layout_is_never_an_empty_heading(typesetter: Typesetter, name: str) -> None:
    form = shipped.forms()[name]
    sheet = printed(Journey(form, Answers(), Context(today=PRINTED_ON)))
    with pytest.raises(EmptySheetError):
        declaration(typesetter, sheet, printed_on=PRINTED_ON)


def test_every_form_without_a_layout_is_one_that_is_not_offered_on_paper(typesetter: Typesetter) -> None:
    forms = shipped.forms()
    empty = {name for name, form in forms.items() if not form.questions}
    assert {name for name in empty if forms[name].printable} == set()
