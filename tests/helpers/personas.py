"""Personas for tests: those that are shipped, and variations of them made on the spot."""

from __future__ import annotations

from typing import Any

import msgspec

from devices.card_reader.simulator import PersonaFolder, SimulatedReader
from devices.card_reader.virtual_card.card import VirtualCard
from devices.card_reader.virtual_card.mrz import mrz_information
from devices.card_reader.virtual_card.persona import Persona
from devices.emrtd.bac import open_with_bac
from devices.emrtd.domain_parameters import standardized_group
from devices.emrtd.key_derivation import password_from_can, password_from_mrz
from devices.emrtd.oids import PACE
from devices.emrtd.pace import Pace, PaceTerminal, Password, PasswordReference
from devices.emrtd.secure_messaging import SecureMessaging
from devices.iso7816.commands import select_application
from devices.iso7816.connection import Connection
from kiosk.paths import assets

FOLDER = assets() / "demo_cards"
AID = bytes.fromhex("A0000002471001")


def shipped_personas() -> PersonaFolder:
    """The virtual cards that are shipped, by name."""
    return PersonaFolder(FOLDER)


def persona(name: str = "nguyen-van-an", **changes: Any) -> Persona:
    """A persona with parts replaced: `chip={...}`, `quirks={...}`, `holder={...}`."""
    plain: Any = msgspec.to_builtins(shipped_personas().persona(name))
    for part, values in changes.items():
        plain[part].update(values)
    return msgspec.convert(plain, Persona)


def card(made: Persona) -> VirtualCard:
    """A card of that persona that never sleeps."""
    return VirtualCard(made, FOLDER / "photos", sleep=lambda _: None)


def reader_with(made: Persona | str) -> SimulatedReader:
    """A reader with that card in its field."""
    reader = SimulatedReader(shipped_personas(), sleep=lambda _: None)
    reader.insert(made if isinstance(made, str) else card(made))
    return reader


def run_pace(connection: Connection, made: Persona, *, can: str | None = None) -> Pace:
    """PACE with the terminal's own code; the CAN unless another is given, or the MRZ for `can=''`."""
    pace = made.chip.pace
    assert pace is not None
    branch = {"DH-GM": 1, "ECDH-GM": 2, "DH-IM": 3, "ECDH-IM": 4, "ECDH-CAM": 6}[pace.mapping]
    number = {"3DES": 1, "AES-128": 2, "AES-192": 3, "AES-256": 4}[pace.cipher]
    terminal = PaceTerminal(
        connection, PACE[f"0.4.0.127.0.7.2.2.4.{branch}.{number}"], standardized_group(pace.parameter_id)
    )
    if can == "":
        secret = password_from_mrz(mrz_information(made.holder))
        return terminal.open(Password(reference=PasswordReference.MRZ, secret=secret))
    secret = password_from_can(can or made.holder.personal_number[-6:])
    return terminal.open(Password(reference=PasswordReference.CAN, secret=secret))


def opened_with_pace(connection: Connection, made: Persona) -> SecureMessaging:
    """PACE, then the application selected under secure messaging."""
    messaging = SecureMessaging(connection, run_pace(connection, made).channel)
    assert messaging.transmit(select_application(AID).encode()) == b"\x90\x00"
    return messaging


def opened_with_bac(connection: Connection, made: Persona) -> SecureMessaging:
    """The application selected, then BAC."""
    assert connection.transmit(select_application(AID).encode()) == b"\x90\x00"
    channel = open_with_bac(connection, mrz_information(made.holder))
    return SecureMessaging(connection, channel)
