"""Who signs in at the staff's side: volunteer, officer or technician, each behind a PIN of its own.

A role says what may be opened, never who somebody is. The technician's PIN is the one of stations that knew no roles.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.counts.events import Role
from kiosk.staff.pin import PinStore, pin_path


def role_pin_path(state: Path, role: Role) -> Path:
    """Where the PIN of this role is kept."""
    file = pin_path(state)
    return file if role is Role.TECHNICIAN else file.with_stem(f"{file.stem}-{role.value}")


class RolePins:
    """The PINs of one station, by role."""

    def __init__(self, state: Path, now: Callable[[], float]) -> None:
        """`now` is the wall clock in seconds, as `PinStore` wants it."""
        self._paths = {role: role_pin_path(state, role) for role in Role}
        self._pins = {role: PinStore(path, now) for role, path in self._paths.items()}

    def of(self, role: Role) -> PinStore:
        """The PIN of that role, set or not."""
        return self._pins[role]

    def offered(self) -> tuple[Role, ...]:
        """Roles with a PIN; where none has one the technician, whose page then says how one is set."""
        found = tuple(role for role, path in self._paths.items() if path.exists())
        return found or (Role.TECHNICIAN,)
