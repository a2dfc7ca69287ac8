"""What the tours of staff and officer share: the staff's side of the window, and the model of a page."""

from __future__ import annotations

from typing import Any, TypeVar

from ui.staff.pages import StaffPage
from ui.view_models.staff import StaffViewModel
from ui.view_models.staff_model import StaffModel
from ui.window.app import App

M = TypeVar("M", bound=StaffModel[Any])


class TourOfStaff:
    """The pages behind the staff's PIN, once staff was called."""

    def __init__(self, app: App) -> None:
        self._app = app

    @property
    def _staff(self) -> StaffViewModel:
        """Raises `LookupError` when staff has not been called."""
        if self._app.staff is None:
            raise LookupError("the staff has not been called")
        self._app.staff.side.alone.never_ask()  # a page is looked at in more shapes than the silence has seconds
        return self._app.staff

    def _model(self, page: StaffPage, kind: type[M]) -> M:
        """The view model of the page. Raises `TypeError` when it is of another kind."""
        model = self._staff.models[page]
        if not isinstance(model, kind):
            raise TypeError(f"the page {page.name} has another model")
        return model
