"""The facts of the shipped content, held against the day of `tests.helpers.days` alone."""

from __future__ import annotations

from tests.helpers.days import unread_clock

__all__ = ["unread_clock"]
