"""The typesetter: text stays literal, faults name a place and no value."""

from __future__ import annotations

import threading
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from kiosk.documents import Typesetter, TypesettingError, declaration
from kiosk.paths import assets
from tests.helpers.pages import is_composed, text_of
from tests.unit.kiosk.documents.sheets import PRINTED_ON, ct01

MARKUP = '#panic("x") *đậm* _nghiêng_ $x^2$ @ref <nhãn> `mã` \\ [ngoặc] {x} = // ghi chú "" \'\' ~ --- ...'


def test_what_a_person_types_is_never_markup(typesetter: Typesetter) -> None:
    assert MARKUP in text_of(declaration(typesetter, ct01(name=MARKUP), printed_on=PRINTED_ON).pdf)


def test_decomposed_text_is_composed_on_paper(typesetter: Typesetter) -> None:
    name = unicodedata.normalize("NFD", "Nguyễn Thị Ường Mẫu")
    pdf = declaration(typesetter, ct01(name=name), printed_on=PRINTED_ON).pdf
    assert is_composed(pdf)
    assert "Nguyễn Thị Ường Mẫu" in text_of(pdf)


def test_a_missing_template_is_named(typesetter: Typesetter) -> None:
    with pytest.raises(TypesettingError, match=r"khong-co\.typ"):
        typesetter.typeset("khong-co", {}, printed_on=date(2026, 11, 23))


def test_a_folder_without_fonts_or_templates_is_named(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "fonts").mkdir()
    with pytest.raises(TypesettingError, match="fonts"):
        Typesetter(tmp_path)
    with pytest.raises(TypesettingError, match="templates"):
        Typesetter(tmp_path / "absent")


def test_a_fault_in_a_template_names_its_place_and_no_value(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "fonts").symlink_to(assets() / "fonts")
    template = tmp_path / "templates" / "bad.typ"
    template.write_text("#panic(json(bytes(sys.inputs.data)).name)\n", encoding="utf-8")
    with pytest.raises(TypesettingError, match=r"bad\.typ:1:\d+") as fault:
        Typesetter(tmp_path).typeset("bad", {"name": "Trần Thị Hoa Mẫu"}, printed_on=PRINTED_ON)
    assert "Hoa" not in str(fault.value)
    assert fault.value.__cause__ is None
    assert fault.value.__suppress_context__


def test_a_page_whose_tags_do_not_come_out_right_is_set_without_them(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "fonts").symlink_to(assets() / "fonts")
    untitled = tmp_path / "templates" / "untitled.typ"
    untitled.write_text('#set text(font: "Tinos")\n#json(bytes(sys.inputs.data)).name\n', encoding="utf-8")
    document = Typesetter(tmp_path).typeset("untitled", {"name": "Trần Thị Hoa Mẫu"}, printed_on=PRINTED_ON)
    assert "Trần Thị Hoa Mẫu" in text_of(document.pdf)
    assert b"pdfuaid" not in document.pdf


def test_neither_pdf_nor_data_is_in_a_repr(typesetter: Typesetter) -> None:
    document = declaration(typesetter, ct01(name="Trần Thị Hoa Mẫu"), printed_on=PRINTED_ON)
    assert repr(document) == "TypesetDocument(pages=2)"


def test_a_press_of_another_thread_sets_the_same_page(typesetter: Typesetter) -> None:
    here = declaration(typesetter, ct01(), printed_on=PRINTED_ON).pdf
    there: list[bytes] = []
    worker = threading.Thread(
        target=lambda: there.append(declaration(Typesetter(), ct01(), printed_on=PRINTED_ON).pdf)
    )
    worker.start()
    worker.join(30)
    assert there == [here]
