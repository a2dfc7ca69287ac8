"""The QR on paper: size, quiet zone, and addresses of any length read back."""

from __future__ import annotations

import re

import pytest
import zxingcpp

from kiosk.documents import LeafletSize, Typesetter, declaration, leaflet
from kiosk.documents.qr import QUIET_ZONE, SMALLEST_MODULE_MM, SMALLEST_SIDE_MM, qr
from kiosk.forms.printed import SheetStatus
from kiosk.procedures.rules import LONGEST_ADDRESS
from tests.helpers.pages import as_photographed, pages_of, qr_texts
from tests.unit.kiosk.documents import procedures
from tests.unit.kiosk.documents.sheets import PRINTED_ON, general

COPIES = 4
"""Of each size; what wears a copy is drawn by its number."""


@pytest.mark.parametrize("length", [20, 60, 120, 240, 360])
def test_it_is_at_least_25_mm_and_reads_whatever_its_address(typesetter: Typesetter, length: int) -> None:
    address = ("https://dichvucong.gov.vn/" + "%C4%90%C4%83ng" * 40)[:length]
    code = qr(address)
    side = int(re.search(r'viewBox="0 0 (\d+)', str(code["svg"]))[1])  # type: ignore[index]
    module = float(code["millimetres"]) / side  # type: ignore[arg-type]
    assert module * (side - 2 * QUIET_ZONE) >= SMALLEST_SIDE_MM - 1e-6
    assert module >= SMALLEST_MODULE_MM - 1e-9
    sheet = declaration(typesetter, general(status=SheetStatus.DATA_SHEET), printed_on=PRINTED_ON, portal_url=address)
    assert qr_texts(sheet.pdf) == [address]


@pytest.mark.parametrize("size", LeafletSize)
def test_the_longest_address_of_a_leaflet_is_read_from_every_worn_askew_and_noisy_copy(
    typesetter: Typesetter, size: LeafletSize
) -> None:
    longest = max(procedures.shipped().all(), key=lambda one: len(one.portal_on(PRINTED_ON).search_url))
    address = longest.portal_on(PRINTED_ON).search_url
    assert 110 < len(address) <= LONGEST_ADDRESS
    sheet = leaflet(
        typesetter,
        longest,
        commune=procedures.commune(),
        portal=procedures.settings().portal,
        printed_on=PRINTED_ON,
        size=size,
    )
    page = pages_of(sheet.pdf, 150)[0]
    read = [[code.text for code in zxingcpp.read_barcodes(as_photographed(page, seed))] for seed in range(COPIES)]
    assert sum(address in texts for texts in read) == COPIES
