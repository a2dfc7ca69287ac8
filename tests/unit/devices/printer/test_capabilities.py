"""The form a document is handed over in, and whether its paper lies in the printer."""

from __future__ import annotations

from typing import Any

import pytest

from devices.printer.capabilities import DocumentForm, WantedForm, is_loaded, size_of, wanted_form
from devices.printer.interface import A4
from devices.printer.ipp_encoding import decode
from tests.helpers.ipp_answers import PRINTER_GROUP, answer, group

PDF = WantedForm(form=DocumentForm.PDF)
FORMATS, PWG_DPI = "document-format-supported", "pwg-raster-document-resolution-supported"
PWG_TYPES, URF = "pwg-raster-document-type-supported", "urf-supported"


def wanted(**facts: Any) -> WantedForm | None:
    said = {name.replace("_", "-"): value for name, value in facts.items()}
    return wanted_form(decode(answer(0, group(PRINTER_GROUP, said)).content))


@pytest.mark.parametrize(
    ("facts", "form"),
    [
        ({}, PDF),
        ({FORMATS: ["image/urf", "application/PDF"]}, PDF),
        ({FORMATS: ["application/octet-stream", "image/jpeg"]}, None),
        ({FORMATS: ["application/vnd.hp-PCL"]}, None),
        (
            {FORMATS: ["image/pwg-raster"], PWG_DPI: [150, 600, 300], PWG_TYPES: ["Sgray_8"]},
            WantedForm(form=DocumentForm.PWG, dpi=300),
        ),
        (
            {FORMATS: ["image/pwg-raster"], PWG_DPI: [180], PWG_TYPES: ["srgb_8"]},
            WantedForm(form=DocumentForm.PWG, dpi=180, in_colour=True),
        ),
        ({FORMATS: ["image/pwg-raster"], PWG_DPI: [360]}, WantedForm(form=DocumentForm.PWG, dpi=360)),
        ({FORMATS: ["image/pwg-raster"], PWG_DPI: [600], PWG_TYPES: ["black_1"]}, None),
        (
            {FORMATS: ["image/pwg-raster", "image/urf"], URF: ["W8", "RS300-600"]},
            WantedForm(form=DocumentForm.URF, dpi=300),
        ),
        ({FORMATS: ["image/urf"], URF: ["V1.4", "W8-16", "RS600"]}, WantedForm(form=DocumentForm.URF, dpi=600)),
        ({FORMATS: ["image/urf"], URF: ["W8", "RS1200-2400"]}, WantedForm(form=DocumentForm.URF, dpi=1_200)),
        ({FORMATS: ["image/urf"], URF: ["W8", "RS2400-9999"]}, None),
        ({FORMATS: ["image/urf"], URF: ["SRGB24", "RS1200"]}, None),
        ({FORMATS: ["image/pwg-raster"], PWG_DPI: [2_400]}, None),
        (
            {FORMATS: ["image/urf"], URF: ["SRGB24", "RS200"]},
            WantedForm(form=DocumentForm.URF, dpi=200, in_colour=True),
        ),
        ({FORMATS: ["image/urf"], URF: ["W8"]}, None),
        ({FORMATS: ["image/urf"], URF: ["RS300", "DEVW8"]}, None),
        ({FORMATS: ["image/urf"], URF: ["W8", "RS0-99999"]}, None),
    ],
)
def test_pdf_comes_first_then_a_raster_then_nothing(facts: dict[str, Any], form: WantedForm | None) -> None:
    assert wanted(**facts) == form


@pytest.mark.parametrize(
    ("media", "loaded"),
    [
        ([], True),
        (["iso_a4_210x297mm"], True),
        (["na_letter_8.5x11in", "iso_a4_210x297mm"], True),
        (["custom_a4-borderless_210x297mm"], True),
        (["iso-a4"], True),
        (["A4"], True),
        (["main", "auto"], True),
        (["na_letter_8.5x11in"], False),
        (["iso_a5_148x210mm"], False),
        (["na_legal_8.5x14in", "iso_dl_110x220mm"], False),
        (["letter"], False),
    ],
)
def test_a4_is_missed_only_where_another_paper_is_surely_there(media: list[str], loaded: bool) -> None:
    assert is_loaded(A4, frozenset(media)) is loaded


def test_the_size_of_a_paper_stands_in_its_name() -> None:
    assert size_of("na_letter_8.5x11in") == pytest.approx((215.9, 279.4))
    assert size_of("iso_a5_148x210mm") == (148.0, 210.0)
    assert size_of("tray-2") is None
