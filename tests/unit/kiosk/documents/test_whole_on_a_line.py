"""A telephone number, an amount, the number of a law: never half on one line and half on the next."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

from kiosk import paths
from kiosk.documents import Typesetter
from tests.helpers.pages import text_of

LINES = """#import "paper.typ": *
#set document(title: "x")
#show: on-paper
#for width in range(20, 95) [
  #("n " * width) 1800 1096 và 1.250.000 đồng theo 116/2026/TT-BCA và 1/2026/QĐ-TTg #linebreak()
]
"""
WHOLE = re.compile("1800 1096|1.250.000 đồng|116/2026/TT-BCA|1/2026/QĐ-TTg")


def test_what_is_read_as_one_stays_on_one_line_and_copies_as_it_was_written(tmp_path: Path) -> None:
    for folder in ("templates", "fonts"):
        shutil.copytree(paths.assets() / folder, tmp_path / folder)
    (tmp_path / "templates" / "lines.typ").write_text(LINES, encoding="utf-8")
    pdf = Typesetter(tmp_path).typeset("lines", {}, printed_on=date(2026, 11, 30)).pdf
    found = [piece for line in text_of(pdf).splitlines() for piece in WHOLE.findall(line)]
    assert len(found) == 4 * 75
