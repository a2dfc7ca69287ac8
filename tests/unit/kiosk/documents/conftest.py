"""One warm press for all tests of paper."""

from __future__ import annotations

import pytest

from kiosk.documents import Press


@pytest.fixture(scope="session")
def press() -> Press:
    """Templates and fonts as shipped."""
    return Press()
