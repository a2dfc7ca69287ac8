"""A persona: one JSON file of `assets/demo_cards` that says who the made-up holder is, what chip the card has,
what is awkward about it, and how a read must end.

Dates are dd/mm/yyyy as printed on the card. Unknown keys and wrong types are refused with the file's name.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError


class PersonaError(Exception):
    """A persona file cannot be used; the message names file, key and expectation."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One text in both languages."""

    vi: str
    en: str


class Holder(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The values of DG13, by the names of `kiosk.person`; an empty text is stored as an empty field."""

    personal_number: str
    full_name: str
    date_of_birth: str
    sex: Literal["Nam", "Nữ"]
    date_of_expiry: str
    nationality: str = "Việt Nam"
    ethnicity: str = ""
    religion: str = ""
    place_of_origin: str = ""
    place_of_residence: str = ""
    identifying_features: str = ""
    date_of_issue: str = ""
    father: str = ""
    mother: str = ""
    spouses: tuple[str, ...] = ()
    old_id_number: str = ""
    chip_number: str = ""


class Pace(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One PACEInfo; parameter 13 is brainpoolP256r1."""

    mapping: Literal["ECDH-GM", "ECDH-IM", "ECDH-CAM", "DH-GM", "DH-IM"] = "ECDH-GM"
    cipher: Literal["3DES", "AES-128", "AES-192", "AES-256"] = "AES-128"
    parameter_id: int = 13


class ChipAuthentication(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The key pair of DG14; a parameter above 2 is a curve, 0 to 2 a MODP group."""

    cipher: Literal["3DES", "AES-128", "AES-192", "AES-256"] = "AES-128"
    parameter_id: int = 13
    explicit_parameters: bool = False


class ActiveAuthentication(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The key pair of DG15."""

    algorithm: Literal["ECDSA", "ECDSA-DER", "RSA"] = "ECDSA"
    digest: Literal["SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"] = "SHA-256"


class Chip(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the chip offers when nothing is wrong with it."""

    atr: str = "3b8980014d4b6a434f532d333712"
    pace: Pace | None = msgspec.field(default_factory=Pace)
    more_pace: tuple[Pace, ...] = ()
    """Further offers, behind the first in EF.CardAccess."""
    bac: bool = True
    chip_authentication: ChipAuthentication | None = msgspec.field(default_factory=ChipAuthentication)
    active_authentication: ActiveAuthentication | None = msgspec.field(default_factory=ActiveAuthentication)
    photo: str | None = "portrait.jpg"
    signer: Literal["specimen", "specimen-rsa", "expired", "revoked", "unknown"] = "specimen"
    extended_length: bool = True


class Quirks(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is odd; status words are four hexadecimal digits, sizes are bytes. Bare means: outside the seal."""

    # the master file and PACE
    select_mf: str = "6D00"
    select_mf_form: Literal["any", "empty", "control-information"] = "any"
    card_access: str = "9000"
    card_access_filling: int = 0
    knows_can: bool = True
    parameters_unnamed: str = "9000"
    default_offer: int = 0
    omits_parameters: bool = False
    states_parameters: bool = False
    signed_offers: Literal["same", "none", "other"] = "same"
    mapping_proof: Literal["whole", "absent", "cut", "wrong"] = "whole"
    # reading
    select_application: str = "9000"
    largest_block: int | None = None
    too_large: Literal["6700", "6C", "bare 6700"] = "6700"
    past_end: Literal["9000", "6282", "6B00", "bare 6282", "bare 6B00"] = "6282"
    short_file_id: bool = True
    extended_under_seal: bool = True
    long_answers: Literal["6700", "61"] = "6700"
    # proofs
    chip_authentication: str = "9000"
    chip_authentication_commands: Literal["any", "Set AT"] = "any"
    chip_authentication_named: bool = True
    signature: Literal["whole", "empty", "cut", "noise", "6C", "6700", "61", "bare 6700"] = "whole"
    signature_form: Literal["any", "extended"] = "any"
    cloned: bool = False
    stubborn: bool = False
    # time
    exchange_ms: float = 0.0
    silent_after: int | None = None
    # files
    changed_after_signing: dict[str, str] = {}
    declared_longer: dict[str, int] = {}
    garbage: dict[str, int] = {}
    decomposed_text: bool = False
    cut_text: str = ""
    """The name of a text of DG13 that ends in mid letter."""
    parents: Literal["apart", "together", "nested", "bare", "fields"] = "apart"
    signed_type: str = "2.23.136.1.1.1"
    face_record: Literal["19794-5", "39794-5"] = "19794-5"


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a read with the right key ends; the words are those of `kiosk.identification`."""

    code: str | None = None
    access: Literal["PACE-CAN", "PACE-MRZ", "BAC"] | None = "PACE-CAN"
    integrity: str = "data-unchanged"
    chip: str = "active-authentication"
    issuer: str = "issuer-specimen"
    absent: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    photo: bool = True


class Persona(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One virtual card: who holds it, what its chip offers, how a read must end."""

    title: Words
    about: Words
    holder: Holder
    chip: Chip = msgspec.field(default_factory=Chip)
    quirks: Quirks = msgspec.field(default_factory=Quirks)
    expected: Expected = msgspec.field(default_factory=Expected)


def read_persona(path: Path) -> Persona:
    """One persona; raises `PersonaError` naming file and key."""
    try:
        return json_message.decode(path.read_bytes(), Persona)
    except (OSError, JsonMessageError) as fault:
        raise PersonaError(f"{path}: {fault}") from fault
