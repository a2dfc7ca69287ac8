"""The sheet that a person fills in before a real Windows PC asks what the technician's guides end with."""

from __future__ import annotations

import re

import pytest

from kiosk.documents.windows_sheet import ITEMS
from kiosk.i18n import Language
from tests.helpers.sources import ROOT

ROW = re.compile(r"^\| \d+ \| (.+) \| ☐ \| \|$", re.MULTILINE)


@pytest.mark.parametrize(("guide", "language"), [("", Language.EN), (".vi", Language.VI)])
def test_the_guide_has_the_same_items_in_the_same_order(guide: str, language: Language) -> None:
    rows = ROW.findall((ROOT / "docs" / f"technician-windows{guide}.md").read_text("utf-8"))
    assert [row.replace("`", "") for row in rows] == [item.say(language) for item in ITEMS]
