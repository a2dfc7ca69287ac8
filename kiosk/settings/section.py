"""What the tables of the settings files share: frozen, and strict about unknown keys."""

from __future__ import annotations

import msgspec


class SettingsSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of a settings file."""
