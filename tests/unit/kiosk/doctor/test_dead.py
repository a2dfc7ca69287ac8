"""Everything outside is dead at once: each service is named, none waits for another, and nothing hangs the doctor."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from devices.status import Readiness
from kiosk.clock import Clock
from kiosk.doctor.examination import READY, UNANSWERED, Found, Service, examine
from kiosk.settings import read_settings
from kiosk.station.doctor import checks_of
from tests.helpers.dead_station import dead_station


@pytest.mark.parametrize("kind", ["silent", "swallowing"])
def test_a_dead_device_of_each_kind_is_named_when_the_time_for_all_is_up(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dead_station(tmp_path, kind) as places:
        for name, value in places.items():
            monkeypatch.setenv(name, value)
        checks = checks_of(read_settings(), tmp_path / "state", Clock())
        findings = {finding.service: finding for finding in examine(checks, limit_s=0.2)}
    assert list(findings) == list(Service)
    assert {service: findings[service].found for service in UNANSWERED} == UNANSWERED
    assert findings[Service.DISK].found.readiness is Readiness.READY


def test_all_that_stand_outside_are_asked_at_once() -> None:
    together = threading.Barrier(len(UNANSWERED), timeout=5)

    def check() -> Found:
        together.wait()
        return READY

    assert [finding.found for finding in examine([(service, check) for service in UNANSWERED])] == [READY] * 4


def test_the_clock_is_looked_at_when_the_portal_has_answered() -> None:
    order: list[Service] = []

    def noting(service: Service) -> Found:
        order.append(service)
        return READY

    checks = [(service, lambda service=service: noting(service)) for service in (Service.NETWORK, Service.CLOCK)]
    list(examine(checks))
    assert order == [Service.NETWORK, Service.CLOCK]


def test_a_portal_that_is_still_being_looked_for_cannot_hold_the_doctor() -> None:
    found = threading.Event()

    def look_for_its_name() -> Found:
        found.wait(5)
        return READY

    (finding,) = examine([(Service.NETWORK, look_for_its_name)], limit_s=0.01)
    found.set()
    assert finding.found.code == "doctor.portal-unreachable"
