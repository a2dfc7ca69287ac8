"""Why the province let nothing in, by what libpq says about a connection that did not come about.

A connection that fails has no SQLSTATE, only words: libpq's own, and the server's, which the shipped settings keep
English (`lc_messages`). Words that nobody knows are "no answer", and nothing of them is passed on.
"""

from __future__ import annotations

from enum import Enum
from typing import Final


class Obstacle(Enum):
    """What stands between a PC and the province; the value is its code in the failure book."""

    NOT_ENROLLED = "province.not-enrolled"
    UNKNOWN_HOST = "province.unknown-host"
    WRONG_NAME = "province.wrong-name"
    NOT_TRUSTED = "province.not-trusted"
    REVOKED = "province.revoked"
    REFUSED = "province.refused"
    NO_ANSWER = "province.no-answer"

    @property
    def code(self) -> str:
        """Its entry in the failure book."""
        return self.value

    @property
    def lasts(self) -> bool:
        """Whether trying again in a while is of no use."""
        return self is not Obstacle.NO_ANSWER


_SAID: Final = (
    ("does not match host name", Obstacle.WRONG_NAME),
    ("host name does not match", Obstacle.WRONG_NAME),
    ("could not translate host name", Obstacle.UNKNOWN_HOST),
    ("is not permitted to log in", Obstacle.REVOKED),
    ("certificate verify failed", Obstacle.NOT_TRUSTED),
    ("tlsv1 alert", Obstacle.NOT_TRUSTED),
    ("sslv3 alert", Obstacle.NOT_TRUSTED),
    ("server does not support SSL", Obstacle.NOT_TRUSTED),
    ("could not read root certificate", Obstacle.NOT_ENROLLED),
    ("root certificate file", Obstacle.NOT_ENROLLED),
    ("certificate file", Obstacle.NOT_ENROLLED),
    ("private key file", Obstacle.NOT_ENROLLED),
    ("certificate authentication failed", Obstacle.REFUSED),
    ("no pg_hba.conf entry", Obstacle.REFUSED),
    ("pg_hba.conf rejects", Obstacle.REFUSED),
    ("does not exist", Obstacle.REFUSED),
)
"""Part of the words, in the order in which they are looked for."""


def obstacle_in(words: str) -> Obstacle:
    """What these words of libpq mean. A connection tried at several addresses says each; the first that is known
    counts."""
    return next((obstacle for part, obstacle in _SAID if part in words), Obstacle.NO_ANSWER)
