"""The technician's setup as the installed package plays it to prove that its screens may write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from kiosk.settings import read_settings
from ui.played.setup import record_setup


def test_the_setup_is_played_from_the_pin_to_the_acceptance_sheet(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "etc"))
    record_setup(tmp_path / "out", tmp_path / "etc", persona="nguyen-van-an", size=QSize(720, 1280))
    played = json.loads((tmp_path / "out" / "visit.json").read_text(encoding="utf-8"))
    assert [one["file"] for one in played["printed"]] == ["001-trial-page.pdf", "002-readiness.pdf"]
    assert played["qml_warnings"] == []
    assert [(one["kind"], one["subject"]) for one in played["counted"]] == [("staff-signed-in", "technician")]
    assert read_settings().kiosk.commune.name.vi == "Xã Vân Tụ"
