"""Icons and drawings: tinted for the theme, and every name that a screen or the content uses exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer

from ui.window.drawings import ACCENT, GROUND, INK, OF_ONE_PERSON, SOFT, TintedSvgProvider

ROOT = Path(__file__).parents[4]
ICONS = ROOT / "assets" / "icons"
ILLUSTRATIONS = ROOT / "assets" / "illustrations"


def colours(image: QImage) -> set[str]:
    """The fully opaque colours of a picture."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in pixels if colour.alpha() == 255}


def test_an_icon_is_drawn_in_the_asked_colour_and_size(qapp: QGuiApplication) -> None:
    image = TintedSvgProvider(ICONS, (INK,)).requestImage("check/12ab34", QSize(), QSize(40, 40))
    assert (image.width(), image.height()) == (40, 40)
    assert colours(image) == {"#12ab34"}


def test_a_drawing_takes_the_four_colours_of_the_theme(qapp: QGuiApplication) -> None:
    wanted = ["ffffff", "ffe600", "101010", "000000"]
    provider = TintedSvgProvider(ILLUSTRATIONS, (INK, ACCENT, SOFT, GROUND))
    image = provider.requestImage("/".join(["door-procedure", *wanted]), QSize(), QSize(480, 360))
    assert {f"#{colour}" for colour in wanted} <= colours(image)


def test_icons_of_every_colour_and_size_are_kept_within_their_bound_and_the_last_is_kept(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    provider = TintedSvgProvider(ICONS, (INK,))
    draw = provider._drawn
    monkeypatch.setattr(provider, "_drawn", lambda address, size: drawn.append(address) or draw(address, size))
    for grey in range(64):
        for _ in "ab":
            provider.requestImage(f"check/{grey:02x}{grey:02x}{grey:02x}", QSize(), QSize(128, 128))
    assert len(drawn) == 64
    provider.requestImage("check/000000", QSize(), QSize(128, 128))
    assert len(drawn) == 65
    assert sum(image.width() * image.height() for image in provider._kept.values()) <= OF_ONE_PERSON.altogether


@pytest.mark.parametrize("file", sorted([*ICONS.glob("*.svg"), *ILLUSTRATIONS.glob("*.svg")]), ids=lambda f: f.stem)
def test_every_file_is_sound_and_uses_only_the_palette(qapp: QGuiApplication, file: Path) -> None:
    assert QSvgRenderer(str(file)).isValid()
    used = set(re.findall(r"#[0-9a-f]{6}", file.read_text(encoding="utf-8")))
    assert used <= {INK, ACCENT, SOFT, GROUND}
    assert QColor(INK).isValid()


def test_every_icon_and_drawing_that_a_screen_names_exists() -> None:
    missing = []
    for qml in sorted((ROOT / "ui" / "qml").rglob("*.qml")):
        for line in qml.read_text(encoding="utf-8").splitlines():
            key, _, value = line.strip().partition(": ")
            folder = {"iconName": ICONS, "mainIcon": ICONS, "drawing": ILLUSTRATIONS}.get(key.split(" ")[-1])
            chosen = re.sub(r'=== "[^"]*"', "", value)  # what is only compared is no name
            names = re.findall(r'"([a-z][a-z0-9-]*)"', chosen) if folder else []
            missing += [(qml.name, name) for name in names if folder and not (folder / f"{name}.svg").exists()]
    assert missing == []
