"""The guest who is looked at or typed just now: on the list only once the guest was kept."""

from __future__ import annotations

from dataclasses import replace

from kiosk.filing.guests import GuestField
from kiosk.officer.lodging.guest import Guest


class GuestInHand:
    """One guest at a time, or nobody."""

    def __init__(self) -> None:
        self.guest: Guest | None = None
        self.typed: dict[GuestField, str] = {}
        """As it was typed, until the guest is kept."""
        self.tried = False
        """Whether what is missing is shown."""

    def take(self, guest: Guest, *, tried: bool = False) -> None:
        """From now on it is this guest; with `tried`, what is missing is shown at once."""
        self.guest, self.typed, self.tried = guest, {}, tried

    def put_away(self) -> None:
        """Nobody any more, and nothing that was typed."""
        self.guest, self.typed, self.tried = None, {}, False

    def put(self, name: GuestField, typed: str) -> None:
        """A value, as far as it is typed."""
        if self.guest is not None:
            self.typed[name] = typed

    def go_with(self, adult: int | None) -> None:
        """With whom the guest stays; nobody for none."""
        if self.guest is not None:
            self.guest = replace(self.guest, guardian=adult)

    @property
    def written(self) -> Guest | None:
        """The guest with everything typed so far, in its kept shape."""
        guest = self.guest
        for name, typed in self.typed.items():
            guest = guest.given(name, typed) if guest is not None else None
        return guest
