"""Opens the chip with the key at hand: PACE first, BAC where the chip knows no PACE (ICAO Doc 9303-11 clause 4.2).

A chip that refused a key may refuse the right one until it starts anew, so a warm reset lies between two attempts.
How many attempts a visitor has is the caller's; a read never spends more than it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from devices.emrtd.access_keys import AccessKey
from devices.emrtd.bac import open_with_bac
from devices.emrtd.errors import AccessUnsupportedError, NotAnIdentityCardError, SessionLostError, WrongKeyError
from devices.emrtd.key_derivation import password_from_can, password_from_mrz
from devices.emrtd.lds.card_access import PaceOffer
from devices.emrtd.oids import AID
from devices.emrtd.pace import Pace, PaceTerminal, Password, PasswordReference
from devices.emrtd.secure_messaging import SecureMessaging
from devices.iso7816.apdu import Response
from devices.iso7816.commands import select_application
from devices.iso7816.connection import Connection, ResettableConnection
from devices.iso7816.errors import MalformedError, StatusError
from devices.iso7816.status_words import FILE_NOT_FOUND, SUCCESS

MAX_OFFERS = 3
"""Offers tried on one chip before its BAC; the cards known make one, or two of which the first is refused at once."""
_PACE_BROKEN = (AccessUnsupportedError, SessionLostError, StatusError, MalformedError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """An open chip with the application selected."""

    connection: Connection
    label: str
    """`PACE-CAN`, `PACE-MRZ` or `BAC`."""
    key: AccessKey = field(repr=False)
    """The one candidate that fitted: opening again after a lift costs no attempt."""
    pace: Pace | None = None


class ChipOpener:
    """Opens one chip; `link` is the same card with its innermost wrappers."""

    def __init__(self, chip: ResettableConnection, link: Connection, attempts: int) -> None:
        self._chip = chip
        self._link = link
        self._attempts = attempts
        self._spent = 0

    def open(self, key: AccessKey, offers: Sequence[PaceOffer]) -> Access:
        """The open chip, after at most `attempts` refused keys.

        Raises `WrongKeyError` (with the attempts spent), `AccessUnsupportedError` when the key does not fit what the
        chip speaks, `NotAnIdentityCardError`, and any other `CardError`.
        """
        for offer in offers[:MAX_OFFERS]:
            try:
                return self._try_each(_pace_keys(key), offer)
            except _PACE_BROKEN:
                self._chip.reset()
        if not key.mrz_candidates:
            self._select_application(self._link)
            raise AccessUnsupportedError
        return self._try_each([AccessKey(mrz_candidates=(each,)) for each in key.mrz_candidates], None)

    def _try_each(self, keys: Sequence[AccessKey], offer: PaceOffer | None) -> Access:
        refused: WrongKeyError | None = None
        for key in keys:
            if self._spent >= self._attempts:
                break
            if refused is not None:
                self._chip.reset()
            try:
                return self._pace(key, offer) if offer is not None else self._bac(key)
            except WrongKeyError as fault:
                refused = fault
                self._spent += 1
            except AccessUnsupportedError:
                # The chip may know the other password: some cards speak PACE and have no CAN.
                if offer is None or key is keys[-1]:
                    raise
        if refused is None:
            raise AccessUnsupportedError
        raise WrongKeyError(refused.access, refused.tries_left, self._spent) from None

    def _pace(self, key: AccessKey, offer: PaceOffer) -> Access:
        password = _password(key)
        terminal = PaceTerminal(self._link, offer.info.protocol, offer.group)
        pace = terminal.open(password, offer.info.parameter_id, named=offer.named)
        secure = SecureMessaging(self._link, pace.channel)
        self._select_application(secure)
        return Access(connection=secure, label=f"PACE-{password.reference.name}", key=key, pace=pace)

    def _bac(self, key: AccessKey) -> Access:
        self._select_application(self._link)
        channel = open_with_bac(self._link, key.mrz_candidates[0])
        return Access(connection=SecureMessaging(self._link, channel), label="BAC", key=key)

    def _select_application(self, connection: Connection) -> None:
        answer = Response.decode(connection.transmit(select_application(AID).encode()))
        if answer.sw == FILE_NOT_FOUND:
            raise NotAnIdentityCardError
        if answer.sw != SUCCESS:
            raise StatusError("SELECT application", answer.sw)


def _pace_keys(key: AccessKey) -> list[AccessKey]:
    """The CAN, then MRZ candidates: after a refused CAN the likeliest only, since both come from one number."""
    candidates = [AccessKey(mrz_candidates=(each,)) for each in key.mrz_candidates]
    return candidates if key.can is None else [AccessKey(can=key.can), *candidates[:1]]


def _password(key: AccessKey) -> Password:
    if key.can is not None:
        return Password(reference=PasswordReference.CAN, secret=password_from_can(key.can))
    return Password(reference=PasswordReference.MRZ, secret=password_from_mrz(key.mrz_candidates[0]))
