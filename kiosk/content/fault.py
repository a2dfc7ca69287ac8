"""A content pack that cannot be used, with everything that is wrong in it."""

from __future__ import annotations

from kiosk.errors import FaultyFileError


class ContentError(FaultyFileError):
    """The pack cannot be used as it is."""
