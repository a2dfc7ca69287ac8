"""The view model and the page of each screen, found by the name of the screen.

`Screen.LIFE_EVENT` has `LifeEventViewModel` in `ui/view_models/life_event.py` and is drawn by `LifeEventScreen.qml`;
`./station check` names what is missing (`tests/qml/screen_places.py`).
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, cast

from kiosk.session import Screen
from ui.shown.snapshot import capitals
from ui.view_models.screen_model import ScreenModel, ScreenParts


def page_of(screen: Screen) -> str:
    """The file that draws the screen."""
    return f"{capitals(screen.name)}Screen.qml"


def model_of(screen: Screen) -> type[ScreenModel[Any]]:
    """The class of its view model. Raises `ImportError` or `AttributeError` where there is none."""
    module = import_module(f"ui.view_models.{screen.name.lower()}")
    return cast("type[ScreenModel[Any]]", getattr(module, f"{capitals(screen.name)}ViewModel"))


MODELS = {screen: model_of(screen) for screen in Screen}
"""Read with this module, so that QML knows every type before the first page is compiled."""


def screen_models(parts: ScreenParts) -> dict[Screen, ScreenModel[Any]]:
    """One view model a screen."""
    return {screen: model(parts) for screen, model in MODELS.items()}
