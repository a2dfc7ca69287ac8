"""What a demonstration adds to a station so that its staff side can be practised: PINs, a stick with a sample list.

Everybody on the list is made up; the PIN is of the demonstration alone and lies in the state of the demonstration.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk import paths
from kiosk.counts.events import Role
from kiosk.staff import RolePins
from kiosk.station.station import Station

PIN = "204617"
"""Of every role in a demonstration."""
LISTS = "demo_lists"
STICK = "usb"
"""The folder that plays the officer's stick, in the folder of the demonstration."""


def for_practice(station: Station, state: Path, out: Path) -> Station:
    """The same station with a PIN for each role and a stick that is plugged in whenever somebody begins."""
    pins = RolePins(state, station.clock.seconds)
    for role in Role:
        pins.of(role).set(PIN)
    station, port = with_port(station)
    plug(port, out)
    return station


def with_port(station: Station) -> tuple[Station, SimulatedPort]:
    """The same station with a virtual port that has no stick yet."""
    port, services = SimulatedPort(put_in_anew=True), station.services
    changed = replace(services, scanning=replace(services.scanning, port=port))
    return replace(station, services=changed), port


def plug(port: SimulatedPort, out: Path) -> None:
    """Put a stick in: a folder of `out` with the sample list."""
    stick = out / STICK
    stick.mkdir(parents=True, exist_ok=True)
    for each in (paths.assets() / LISTS).iterdir():
        shutil.copyfile(each, stick / each.name)
    port.stick = SimulatedStick(stick)


def what_to_practise_with(out: Path) -> str:
    """How to get to the staff side of a demonstration, in both languages."""
    return (
        f"Phần nhân viên: bấm F12 ở màn hình chờ, mã PIN {PIN}; USB tập: {(out / STICK).resolve()}\n"
        f"The staff side: F12 on the idle screen, PIN {PIN}; the stick to practise with: {(out / STICK).resolve()}"
    )
