"""Tests that mount a file system of their own: root or a user namespace is needed, and containers may forbid both."""

from __future__ import annotations

from typing import Final

NO_MOUNT: Final = "no mount is allowed here"
"""The one reason but a missing device for which a test is skipped (`tests/conftest.py`)."""
