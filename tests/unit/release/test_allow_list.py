"""The allow-list of the frozen folder: what the kiosk needs gets in, GPL-only Qt never does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from release.allow_list import GPL_ONLY, belongs, provided_by_debian, strangers
from release.folder import ROOT

LIB, QML, PLUGINS = "PySide6/Qt/lib", "PySide6/Qt/qml", "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    "place",
    [
        f"{LIB}/libQt6Quick.so.6",
        f"{QML}/QtQuick/Layouts/qmldir",
        f"{QML}/QtQuick/libqtquick2plugin.so",
        f"{PLUGINS}/platforms/libqwayland.so",
        "PySide6/QtQuick.abi3.so",
        "typst/_typst.abi3.so",
        "assets/fonts/BeVietnamPro-Regular.ttf",
    ],
)
def test_what_the_kiosk_needs_gets_in(place: str) -> None:
    assert belongs(place)


@pytest.mark.parametrize("module", GPL_ONLY)
def test_a_gpl_only_module_stays_out(module: str) -> None:
    assert not belongs(f"{LIB}/libQt6{module}.so.6")
    assert not belongs(f"PySide6/Qt{module}.abi3.so")
    assert not belongs(f"{QML}/Qt{module}/qmldir")


def test_every_module_of_qt_that_the_program_asks_for_gets_in_with_the_library_it_stands_on() -> None:
    asked = {
        module
        for path in (ROOT / "ui").rglob("*.py")
        if "portal" not in path.relative_to(ROOT).parts
        for module in re.findall(r"^\s*from PySide6\.Qt(\w+) import", path.read_text("utf-8"), re.MULTILINE)
    }
    assert {"Core", "Gui", "Qml", "Quick"} <= asked
    left = {
        each for each in asked if not (belongs(f"PySide6/Qt{each}.abi3.so") and belongs(f"{LIB}/libQt6{each}.so.6"))
    }
    assert not left, left


def test_a_built_folder_with_a_stranger_is_named(tmp_path: Path) -> None:
    for place in (f"{LIB}/libQt6Core.so.6", f"{LIB}/libQt6Charts.so.6", "qml/QtCharts/qmldir"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).touch()
    assert strangers(tmp_path) == [f"{LIB}/libQt6Charts.so.6", "qml/QtCharts/qmldir"]


def test_a_library_of_debian_is_a_dependency_and_not_bundled() -> None:
    assert provided_by_debian("/lib/x86_64-linux-gnu/libcrypto.so.3")
    assert not provided_by_debian("/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0")
    assert not provided_by_debian("/opt/venv/lib/python3.11/site-packages/numpy.libs/libgfortran.so.5")


@pytest.mark.parametrize(
    "place", ["PySide6/plugins/platforms/qwindows.dll", "PySide6/plugins/imageformats/qjpeg.dll"]
)
def test_the_places_of_a_windows_wheel_are_judged_too(place: str) -> None:
    assert belongs(place)
    assert not belongs("PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll")
    assert not belongs("PySide6/qml/QtCharts/qmldir")
