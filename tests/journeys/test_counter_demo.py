"""The officer's work as the demonstration plays it: pictures, a slip, the copy of the sample list on the stick."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from ui.played.counter import COPY, LIST, record_counter


def test_the_officers_work_is_played_from_the_pin_to_the_copy(qapp: QGuiApplication, tmp_path: Path) -> None:
    record_counter(tmp_path, persona="nguyen-van-an", size=QSize(720, 1280))
    played = json.loads((tmp_path / "visit.json").read_text(encoding="utf-8"))
    assert [one["file"] for one in played["printed"]] == ["001-identity-slip.pdf"]
    assert played["qml_warnings"] == []
    assert {one["kind"] for one in played["counted"]} == {
        "staff-signed-in",
        "identity-checked",
        "roster-checked",
        "register-scanned",
    }
    assert len(list(tmp_path.glob("*-officer-*.png"))) == 17
    sheet = openpyxl.load_workbook(tmp_path / "usb" / COPY).active
    assert sheet is not None
    said = [row[6].value for row in sheet.iter_rows() if row[6].value]
    assert said == ["Kết quả đối chiếu thẻ", "Khớp", "Khác"]
    shipped = Path(__file__).resolve().parents[2] / "assets" / "demo_lists" / LIST
    assert (tmp_path / "usb" / LIST).read_bytes() == shipped.read_bytes()
