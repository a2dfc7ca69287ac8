"""Why the province lets nothing in, by libpq's words; those of the server and of TLS are played in tests/fresh."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.counts.obstacle import Obstacle, obstacle_in
from kiosk.counts.uplink import Identity, Uplink, UplinkError

HEAD = 'connection failed: connection to server at "192.0.2.1", port 5432 failed: '


@pytest.mark.parametrize(
    ("said", "obstacle"),
    [
        (HEAD + 'FATAL:  role "pc-17842-may-1" is not permitted to log in', Obstacle.REVOKED),
        (HEAD + 'server certificate for "counts.vn" does not match host name "192.0.2.1"', Obstacle.WRONG_NAME),
        ('could not translate host name "counts" to address: Name or service not known', Obstacle.UNKNOWN_HOST),
        (HEAD + "SSL error: certificate verify failed", Obstacle.NOT_TRUSTED),
        (HEAD + "server does not support SSL, but SSL was required", Obstacle.NOT_TRUSTED),
        (HEAD + 'FATAL:  certificate authentication failed for user "pc-1"', Obstacle.REFUSED),
        (HEAD + 'FATAL:  role "pc-17842-may-1" does not exist', Obstacle.REFUSED),
        (HEAD + "Connection refused", Obstacle.NO_ANSWER),
        ("connection timeout expired", Obstacle.NO_ANSWER),
    ],
)
def test_what_stands_between_a_pc_and_the_province_is_told_apart(said: str, obstacle: Obstacle) -> None:
    assert obstacle_in(said) is obstacle
    assert obstacle.lasts == (obstacle is not Obstacle.NO_ANSWER)


def test_a_pc_without_its_certificate_asks_nobody(tmp_path: Path) -> None:
    identity = Identity(host="localhost", port=1, pc_id="pc-17842-may-1", folder=tmp_path)
    with pytest.raises(UplinkError) as raised:
        Uplink(identity)
    assert raised.value.obstacle is Obstacle.NOT_ENROLLED
