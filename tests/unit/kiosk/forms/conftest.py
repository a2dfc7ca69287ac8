"""One warm typesetter for the sheets of whole walks; the day is handed in."""

from __future__ import annotations

import pytest

from kiosk.documents import Typesetter
from tests.helpers.days import unread_clock

__all__ = ["typesetter", "unread_clock"]


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    """Templates and fonts as shipped."""
    return Typesetter()
