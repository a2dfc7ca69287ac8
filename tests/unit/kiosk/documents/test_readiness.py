"""The sheet of the acceptance asks what no program can look at; that of every morning does not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.documents import Typesetter
from kiosk.documents.readiness import ASKED, readiness_sheet
from kiosk.settings import read_settings
from tests.helpers.pages import text_of, words_outside

COMMUNE = read_settings(overrides=Path("/none")).kiosk.commune


@pytest.mark.parametrize("acceptance", [True, False])
def test_firmware_boot_menu_and_disk_are_asked_at_the_acceptance_alone(
    typesetter: Typesetter, *, acceptance: bool
) -> None:
    at = datetime(2026, 11, 29, 8, tzinfo=UTC)
    sheet = readiness_sheet(typesetter, [], commune=COMMUNE, at=at, acceptance=acceptance)
    printed = " ".join(text_of(sheet.pdf).split())
    for text in ASKED:
        assert (text.vi.partition(";")[0] in printed) is acceptance
        assert (text.en.partition(";")[0] in printed) is acceptance
    assert words_outside(sheet.pdf) == []
