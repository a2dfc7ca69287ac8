"""A new screen touches five places; the check names each that is missing, and with all five it opens."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.qml.screen_places import ROOT, SCREENS, STAFF, missing

MODEL = '''"""When the station is open."""

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from ui.view_models.screen_model import ScreenModel

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursProps:
    """The hours."""

    opening_hours: str = ""


@QmlElement
class HoursViewModel(ScreenModel[HoursProps]):
    """Shows the hours."""

    def derive(self) -> HoursProps:
        """From the settings."""
        return HoursProps(opening_hours=self.visit.say(self.visit.services.settings.commune.opening_hours))
'''
PAGE = """import QtQuick
import Kiosk.Components
import Kiosk.Visit

VisitScreen {
    id: screen

    required property HoursViewModel model

    heading: qsTr("Giờ mở cửa của trạm này")
    mainText: qsTr("Làm tiếp")
    place: qsTr("Giờ mở cửa của trạm này")
    onMainAsked: screen.shell.goBack()

    Words {
        objectName: "hours"
        text: screen.model.openingHours
    }
}
"""
WAY = """
    @Slot()
    def openHours(self) -> None:
        \"\"\"To the hours.\"\"\"
        self.visit.act(lambda: self.visit.session.go(Screen.HOURS))
"""
BUTTON = """        QuietButton {
            Layout.fillWidth: true
            iconName: "clock"
            text: screen.model.openingHours
            onClicked: screen.model.openHours()
        }

        NoticeBand {"""
ENGLISH = """<context>
    <name>HoursScreen</name>
    <message>
        <source>Giờ mở cửa của trạm này</source>
        <translation>When this station is open</translation>
    </message>
    <message>
        <source>Làm tiếp</source>
        <translation>Go on</translation>
    </message>
</context>
</TS>"""


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{file.name} has no single {before!r}"
    file.write_text(text.replace(before, after), encoding="utf-8")


def add_member(root: Path) -> None:
    edit(root / "kiosk/screens.py", "    END = ", '    HOURS = Text("Giờ mở cửa", "Opening hours")\n    END = ')
    edit(root / "kiosk/screens.py", "FREE = frozenset({", "FREE = frozenset({Screen.HOURS, ")


def add_model(root: Path) -> None:
    (root / "ui/view_models/hours.py").write_text(MODEL, encoding="utf-8")


def add_page(root: Path) -> None:
    (root / "ui/qml/Kiosk/Screens/HoursScreen.qml").write_text(PAGE, encoding="utf-8")


def add_way(root: Path) -> None:
    file = root / "ui/view_models/help.py"
    file.write_text(file.read_text(encoding="utf-8") + WAY, encoding="utf-8")
    edit(file, "from PySide6.QtQml", "from PySide6.QtCore import Slot\nfrom PySide6.QtQml")
    edit(file, "from ui.view_models", "from kiosk.session import Screen\nfrom ui.view_models")
    edit(root / "ui/qml/Kiosk/Screens/HelpScreen.qml", "        NoticeBand {", BUTTON)


def add_english(root: Path) -> None:
    edit(root / "ui/translations/screens_en.ts", "</TS>", ENGLISH)


PLACES: dict[Callable[[Path], None], tuple[str, ...]] = {
    add_member: (f"HoursScreen.qml: no screen: add its member to Screen in {SCREENS}, or to StaffPage in {STAFF}",),
    add_model: ("Screen.HOURS: no view model: write HoursViewModel in ui/view_models/hours.py",),
    add_page: ("Screen.HOURS: no page: draw it in ui/qml/Kiosk/Screens/HoursScreen.qml",),
    add_way: ("Screen.HOURS: no way to it: let another page open it (a slot of its view model in ui/view_models)",),
    add_english: (
        "HoursScreen.qml: no English for “Giờ mở cửa của trạm này”: add it in ui/translations",
        "HoursScreen.qml: no English for “Làm tiếp”: add it in ui/translations",
    ),
}
"""Each place and what the check says without it."""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the program whose folders may be written to."""
    ignored = shutil.ignore_patterns("__pycache__", "*.qmlc", "*.jsc")
    for name in ("kiosk", "devices", "ui"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    for name in ("assets", "config", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def test_the_screens_of_today_miss_nothing() -> None:
    assert missing(ROOT) == []


@pytest.mark.parametrize("left_out", PLACES, ids=lambda add: add.__name__.removeprefix("add_"))
def test_each_place_that_is_left_out_is_named(tree: Path, left_out: Callable[[Path], None]) -> None:
    for add in PLACES:
        if add is not left_out:
            add(tree)
    assert missing(tree) == list(PLACES[left_out])


def test_a_page_of_the_staff_is_looked_at_the_same_way(tree: Path) -> None:
    edit(tree / "ui/staff/pages.py", "    PAPERS = auto()", "    PAPERS = auto()\n    SPARE = auto()")
    assert missing(tree) == [
        "StaffPage.SPARE: no view model: write SpareViewModel in ui/view_models/staff_spare.py",
        "StaffPage.SPARE: no page: draw it in ui/qml/Kiosk/Screens/StaffSpareScreen.qml",
        "StaffPage.SPARE: no way to it: let another page open it (a slot of its view model in ui/view_models)",
    ]


def test_a_step_of_the_wizard_needs_no_way_but_its_place_in_the_order(tree: Path) -> None:
    edit(tree / "ui/staff/pages.py", "    ACCEPTANCE = auto()", "    ACCEPTANCE = auto()\n    SPARE = auto()")
    edit(tree / "ui/staff/pages.py", "    StaffPage.ACCEPTANCE,", "    StaffPage.ACCEPTANCE,\n    StaffPage.SPARE,")
    assert missing(tree) == [
        "StaffPage.SPARE: no view model: write SpareViewModel in ui/view_models/setup_spare.py",
        "StaffPage.SPARE: no page: draw it in ui/qml/Kiosk/Screens/SetupSpareScreen.qml",
    ]


def test_a_screen_in_its_five_places_opens_and_nothing_is_missing(tree: Path) -> None:
    for add in PLACES:
        add(tree)
    assert missing(tree) == []
    play = """
import sys
from pathlib import Path
from PySide6.QtQuick import QQuickItem
from kiosk.session import Screen
from tests.helpers.kiosk_window import kiosk_window
with kiosk_window(Path(sys.argv[1])) as window:
    app = window.app
    app.visit.begin()
    app.shell.callHelp()
    app.models[Screen.HELP].openHours()
    window.user.settle()
    shown = app.window.findChild(QQuickItem, "hours")
    assert app.visit.screen is Screen.HOURS and shown.property("text"), app.warnings
    app.shell.goBack()
    assert app.visit.screen is Screen.HOME and app.warnings == [], app.warnings
"""
    environment = {**os.environ, "PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", play, str(tree / "state")]
    played = subprocess.run(command, env=environment, cwd=tree, capture_output=True, text=True, check=False)
    assert played.returncode == 0, played.stderr[-2000:]
