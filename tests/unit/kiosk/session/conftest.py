"""A visit below the window: its clock is handed in."""

from __future__ import annotations

from tests.helpers.days import unread_clock

__all__ = ["unread_clock"]
