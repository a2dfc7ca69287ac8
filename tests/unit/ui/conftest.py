"""One stage a file for pages and components of QML: what the engine has compiled serves every test of the file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from tests.helpers.qml_stage import RESOLUTIONS, Stage


@pytest.fixture(scope="module")
def opened(qapp: QGuiApplication) -> Iterator[Stage]:
    """The stage, in whatever state the test before has left it: `again` first."""
    stage = Stage(RESOLUTIONS["wxga"])
    yield stage
    stage.close()


@pytest.fixture
def stage(opened: Stage) -> Stage:
    """The stage as new, in the shape of most screens."""
    return opened.again(RESOLUTIONS["wxga"])
