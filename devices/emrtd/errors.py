"""What can go wrong above the answers of ISO 7816: access refused, session lost, proof failed.

Each carries a failure code of `config/failures.toml`; none carries a value of a person or a key.
"""

from __future__ import annotations

from typing import ClassVar

from devices.emrtd.verdict import Reason
from devices.errors import CardError


class SessionLostError(CardError):
    """Secure messaging is over: the card answered unprotected, or its checksum does not fit.

    Never continue after it: start again from reset and access. `sw` is the status word that came, if one did.
    """

    code: ClassVar[str] = "card.session-lost"

    def __init__(self, place: str, sw: int | None = None) -> None:
        super().__init__(place if sw is None else f"{place}: {sw:04X}")
        self.place = place
        self.sw = sw


class WrongKeyError(CardError):
    """The card says the CAN or the MRZ key is not its own.

    `tries_left` when the card counts them; `spent` is how many keys were tried in this read.
    """

    code: ClassVar[str] = "card.wrong-key"

    def __init__(self, access: str, tries_left: int | None = None, spent: int = 1) -> None:
        super().__init__(access)
        self.access = access
        self.tries_left = tries_left
        self.spent = spent


class AccessUnsupportedError(CardError):
    """The card offers no way in that the key at hand fits (a BAC-only card and only a CAN, for one)."""

    code: ClassVar[str] = "card.needs-mrz"


class NotAnIdentityCardError(CardError):
    """The application A0000002471001 is not on this card."""

    code: ClassVar[str] = "card.not-identity-card"


class CardChangedError(CardError):
    """What was read before the card was lifted does not belong to the card that is in the field now."""

    code: ClassVar[str] = "card.changed"


class KeyTextError(CardError):
    """A typed or scanned key is no CAN, no MRZ and no card QR text; `place` says which rule it breaks."""

    code: ClassVar[str] = "key.unreadable"

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class VerificationError(CardError):
    """A proof does not hold; `reason` is what the verdict says of it."""

    code: ClassVar[str] = "card.not-verified"

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
