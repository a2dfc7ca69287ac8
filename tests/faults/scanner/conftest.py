"""A real SANE for every fault of this folder, and the recorded eSCL device beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.sane import Sane


@pytest.fixture
def sane(tmp_path: Path) -> Sane:
    return Sane(tmp_path / "sane")
