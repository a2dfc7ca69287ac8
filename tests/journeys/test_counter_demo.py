"""The officer's work as the demonstration plays it: pictures, papers, and the files on the stick."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pyzipper
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from ui.played.counter import COPY, LIST, record_counter
from ui.played.guests import PASSPHRASE


def test_the_officers_work_is_played_from_the_pin_to_the_files_on_the_stick(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    record_counter(tmp_path, persona="nguyen-van-an", size=QSize(720, 1280))
    played = json.loads((tmp_path / "visit.json").read_text(encoding="utf-8"))
    assert [one["file"] for one in played["printed"]] == ["001-identity-slip.pdf", "002-lodging-list.pdf"]
    assert played["qml_warnings"] == []
    assert {one["kind"] for one in played["counted"]} == {
        "staff-signed-in", "identity-checked", "roster-checked", "register-scanned", "lodging-listed",
    }  # fmt: skip
    assert len(list(tmp_path.glob("*-officer-*.png"))) == 23
    sheet = openpyxl.load_workbook(tmp_path / "usb" / COPY).active
    assert sheet is not None
    said = [row[6].value for row in sheet.iter_rows() if row[6].value]
    assert said == ["Kết quả đối chiếu thẻ", "Khớp", "Khác"]
    shipped = Path(__file__).resolve().parents[2] / "assets" / "demo_lists" / LIST
    assert (tmp_path / "usb" / LIST).read_bytes() == shipped.read_bytes()
    (plain,) = (tmp_path / "usb").glob("danh-sach-luu-tru-*.xlsx")
    guests = [[cell.value for cell in row] for row in openpyxl.load_workbook(plain).worksheets[0]]
    assert [row[0] for row in guests] == ["Họ và tên", "Nguyễn Văn An", "Nguyễn Ngọc Châu"]
    (closed,) = (tmp_path / "usb").glob("danh-sach-luu-tru-*.zip")
    with pyzipper.AESZipFile(closed) as box:
        assert box.read(box.namelist()[0], pwd=PASSPHRASE.encode())[:2] == b"PK"
