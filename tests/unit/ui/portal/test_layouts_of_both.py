"""The portal's process counts the layouts of the keyboard as `KeyPanel.qml` does, which draws them."""

from __future__ import annotations

import re

from kiosk import paths
from ui.portal.layouts import KeyLayout

PANEL = paths.root() / "ui" / "qml" / "Kiosk" / "Components" / "KeyPanel.qml"


def layouts_of_the_panel() -> dict[str, int]:
    body = re.search(r"enum Layout \{(.*?)\}", PANEL.read_text("utf-8"), re.DOTALL)
    assert body
    names = re.findall(r"\w+", re.sub(r"//.*", "", body[1]))
    return {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper(): number for number, name in enumerate(names)}


def test_each_layout_has_the_number_that_it_has_in_qml() -> None:
    assert {layout.name: layout.value for layout in KeyLayout}.items() <= layouts_of_the_panel().items()
