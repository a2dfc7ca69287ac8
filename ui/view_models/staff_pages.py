"""The view model and the QML file of each staff page, found by the name of the page.

`StaffPage.SIGN_IN` has `SignInViewModel` in `ui/view_models/staff_sign_in.py`, drawn by `StaffSignInScreen.qml`; the
names of a step of the wizard begin with `setup`, those of the officer's work with `officer`. `./station check` names
what is missing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, cast

from ui.shown.snapshot import capitals
from ui.staff.pages import OFFICER, WIZARD, StaffPage
from ui.view_models.staff_model import StaffModel, StaffParts


def _kind(page: StaffPage) -> str:
    return "setup" if page in WIZARD else "officer" if page in OFFICER else "staff"


def file_of(page: StaffPage) -> str:
    """The file that draws the page; none while the staff side is closed."""
    return "" if page is StaffPage.CLOSED else f"{_kind(page).capitalize()}{capitals(page.name)}Screen.qml"


def model_of(page: StaffPage) -> type[StaffModel[Any]]:
    """The class of its view model. Raises `ImportError` or `AttributeError` where there is none."""
    module = import_module(f"ui.view_models.{_kind(page)}_{page.name.lower()}")
    return cast("type[StaffModel[Any]]", getattr(module, f"{capitals(page.name)}ViewModel"))


MODELS = {page: model_of(page) for page in StaffPage if page is not StaffPage.CLOSED}
"""Read with this module, so that QML knows every type before the first page is compiled."""


def staff_models(parts: StaffParts) -> dict[StaffPage, StaffModel[Any]]:
    """One view model a page."""
    return {page: model(parts) for page, model in MODELS.items()}
