"""One warm typesetter for the sheets of whole walks."""

from __future__ import annotations

import pytest

from kiosk.documents import Typesetter


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    """Templates and fonts as shipped."""
    return Typesetter()
