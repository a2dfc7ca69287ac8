"""The key of a card as it is entered: six digits by keypad, or a text by a scanner that types like a keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.identification import LONGEST_KEY_TEXT, AccessKey, KeyTextError, key_from_text

DIGITS = 6


@dataclass(slots=True)
class KeyEntry:
    """What was entered so far; forgotten as soon as it is taken."""

    digits: str = field(default="", repr=False)
    typed: str = field(default="", repr=False)
    not_understood: bool = False

    @property
    def complete(self) -> bool:
        """All six digits are there."""
        return len(self.digits) == DIGITS

    def add(self, digit: str) -> None:
        """A key of the keypad."""
        if len(self.digits) < DIGITS and digit.isdecimal():
            self.digits, self.not_understood = self.digits + digit, False

    def remove(self) -> None:
        """Take the last one away."""
        self.digits = self.digits[:-1]

    def clear(self) -> None:
        """Forget digits and text, for the next card."""
        self.digits, self.typed, self.not_understood = "", "", False

    def type(self, text: str) -> None:
        """A key of a real keyboard, or one character of a scanner; digits show while they could be the six."""
        self.typed = (self.typed + text)[: LONGEST_KEY_TEXT + 1]
        if self.typed.isdecimal() and len(self.typed) <= DIGITS:
            self.digits, self.not_understood = self.typed, False

    def take(self) -> AccessKey | None:
        """The key of what was typed or keyed in, which is forgotten; None when it is none."""
        text = self.typed or self.digits
        self.clear()
        try:
            return key_from_text(text)
        except KeyTextError:
            self.not_understood = True
            return None
