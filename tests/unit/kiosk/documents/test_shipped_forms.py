"""Every form of the content pack on paper: blank, and filled to the brim."""

from __future__ import annotations

import dataclasses
import re

import pytest

from kiosk.documents import Typesetter, declaration
from kiosk.forms import Answers, Context, Journey, printed
from kiosk.forms.printed import Layout, PrintedForm, PrintedItem, SheetStatus
from tests.helpers import shipped
from tests.helpers.pages import smallest_size_of, text_of, words_outside
from tests.unit.kiosk.documents.sheets import LONG_ADDRESS, LONG_NAME, PRINTED_ON

FOOT = re.compile(r" In ngày 23/11/2026.*?Trang \d+ / \d+( THẺ MẪU · KHÔNG CÓ GIÁ TRỊ · SPECIMEN)?")
"""Stands between two pages, maybe in the middle of a value."""
FORMS = {name: form for name, form in shipped.forms().items() if form.printable}


def blank(name: str) -> PrintedForm:
    return printed(Journey(FORMS[name], Answers(), Context(today=PRINTED_ON)))


def filled(item: PrintedItem) -> PrintedItem:
    match item.layout:
        case Layout.LINE:
            return dataclasses.replace(item, value=LONG_NAME)
        case Layout.PARAGRAPH:
            return dataclasses.replace(item, value=LONG_ADDRESS)
        case Layout.BOXES:
            return dataclasses.replace(item, value="040158007531")
        case Layout.CHECK:
            return dataclasses.replace(item, value="x")
        case Layout.TABLE:
            return dataclasses.replace(item, rows=((LONG_NAME,) * len(item.columns),))
        case _:
            return item


@pytest.mark.parametrize("name", FORMS)
def test_a_blank_form_has_title_labels_and_its_honest_mark(typesetter: Typesetter, name: str) -> None:
    form = blank(name)
    pdf = declaration(typesetter, form, printed_on=PRINTED_ON).pdf
    text = text_of(pdf).replace("\u00a0", " ")
    official_looking = form.status in (SheetStatus.OFFICIAL, SheetStatus.OLDER)
    assert form.title.upper() in text.upper()
    assert ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text) == official_looking
    assert ("hỏi cán bộ trước khi nộp" in text) == (form.status is SheetStatus.OLDER)
    unbroken = "".join(text.split())
    assert all("".join(item.label.split()).rstrip(":") in unbroken for item in form.items)
    assert words_outside(pdf) == []


@pytest.mark.parametrize("name", FORMS)
def test_a_form_filled_to_the_brim_loses_and_shrinks_nothing(typesetter: Typesetter, name: str) -> None:
    form = blank(name)
    full = dataclasses.replace(form, items=tuple(map(filled, form.items)))
    pdf = declaration(typesetter, full, printed_on=PRINTED_ON, specimen=True).pdf
    text = FOOT.sub("", text_of(pdf))
    layouts = [item.layout for item in form.items]
    assert text.count(LONG_NAME) >= layouts.count(Layout.LINE)
    assert text.count(LONG_ADDRESS) >= layouts.count(Layout.PARAGRAPH)
    assert text.count("0 4 0 1 5 8 0 0 7 5 3 1") >= layouts.count(Layout.BOXES)
    assert words_outside(pdf) == []
    assert b"pdfuaid:part" in pdf
    if Layout.LINE in layouts:
        assert smallest_size_of(pdf, LONG_NAME) >= 10
