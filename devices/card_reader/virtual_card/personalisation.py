"""From persona to the files and keys inside the chip; what is spoiled on purpose is spoiled after signing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from devices.card_reader.virtual_card import data_groups, security_infos
from devices.card_reader.virtual_card.ber import length
from devices.card_reader.virtual_card.ciphers import CipherName
from devices.card_reader.virtual_card.faces import face_record, face_record_39794
from devices.card_reader.virtual_card.file_system import (
    CARD_ACCESS,
    CARD_SECURITY,
    COM,
    FIRST_DATA_GROUP,
    SOD,
    Directory,
    ElementaryFile,
    ReadRight,
)
from devices.card_reader.virtual_card.pace import PaceProfile
from devices.card_reader.virtual_card.persona import Chip, Pace, Persona
from devices.card_reader.virtual_card.security_object import ef_card_security, ef_sod
from devices.card_reader.virtual_card.specimen_pki import signer
from devices.pictures import picture

PORTRAITS = ("JPEG", "JPEG2000")
"""What DG2 may hold (ICAO 9303-10 §4.7.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Personalised:
    """What a card leaves the factory with."""

    label: str
    """Names the card's keys; the holder's number."""
    master: Directory
    application: Directory


def personalise(persona: Persona, photos: Path) -> Personalised:
    """Build and sign every file; `photos` is the folder of the persona's portrait."""
    label = persona.holder.personal_number
    groups = _data_groups(persona, label, photos)
    files = {f"DG{number}": content for number, content in groups.items()}
    files["COM"] = data_groups.ef_com(tuple(sorted(groups)))
    files["SOD"] = ef_sod(groups, signer(persona.chip.signer), persona.quirks.signed_type)
    spoiled = {name: _spoil(persona, name, content) for name, content in files.items()}
    application = {
        _file_id(name): ElementaryFile(content=content, right=_right(name)) for name, content in spoiled.items()
    }
    return Personalised(label=label, master=_master(persona, label), application=Directory(files=application))


def pace_offers(chip: Chip) -> tuple[Pace, ...]:
    """Every offer of EF.CardAccess, in the card's order."""
    return (chip.pace, *chip.more_pace) if chip.pace else ()


def profile(pace: Pace) -> PaceProfile:
    """The persona's PACE parameters in the chip's own types."""
    return PaceProfile(mapping=pace.mapping, cipher=CipherName(pace.cipher), parameter_id=pace.parameter_id)


def _data_groups(persona: Persona, label: str, photos: Path) -> dict[int, bytes]:
    chip = persona.chip
    groups = {
        1: data_groups.dg1(persona.holder),
        3: data_groups.dg3(label),
        13: data_groups.dg13(persona.holder, persona.quirks),
    }
    if chip.photo:
        path = photos / chip.photo
        width, height = picture(path, formats=PORTRAITS).size
        record = face_record if persona.quirks.face_record == "19794-5" else face_record_39794
        groups[2] = data_groups.dg2(record(path.read_bytes(), width=width, height=height))
    if chip.pace or chip.chip_authentication or chip.active_authentication:
        groups[14] = security_infos.dg14(label, chip, persona.quirks, _signed_offers(persona))
    if chip.active_authentication:
        groups[15] = security_infos.dg15(label, chip.active_authentication)
    return groups


def _signed_offers(persona: Persona) -> list[PaceProfile]:
    """The PACE offers that DG14 repeats; `other` is what a chip would say whose EF.CardAccess was changed."""
    offers = [profile(each) for each in pace_offers(persona.chip)]
    if persona.quirks.signed_offers == "same":
        return offers
    other = PaceProfile(mapping="ECDH-GM", cipher=CipherName.AES_256, parameter_id=17)
    return [other] if persona.quirks.signed_offers == "other" else []


def _master(persona: Persona, label: str) -> Directory:
    files: dict[int, ElementaryFile] = {}
    chip = persona.chip
    if chip.pace:
        offers = [profile(each) for each in pace_offers(chip)]
        access = security_infos.card_access(offers, chip.chip_authentication, persona.quirks)
        files[CARD_ACCESS] = ElementaryFile(content=access, right=ReadRight.ALWAYS)
        if offers[0].mapping == "ECDH-CAM" and chip.chip_authentication:
            infos = security_infos.card_security_infos(label, offers[0], chip.chip_authentication)
            files[CARD_SECURITY] = ElementaryFile(content=ef_card_security(infos, signer(chip.signer)))
    return Directory(files=files)


def _spoil(persona: Persona, name: str, content: bytes) -> bytes:
    quirks = persona.quirks
    if name in quirks.garbage:
        return hashlib.shake_256(f"noise {name}".encode()).digest(quirks.garbage[name])
    if name in quirks.changed_after_signing:
        old, new = quirks.changed_after_signing[name].split("→")
        content = content.replace(old.encode(), new.encode())
    if name in quirks.declared_longer:
        tag = 1
        head = 1 if content[1] < 0x80 else 1 + content[1] - 0x80
        body = content[tag + head :]
        content = content[:tag] + length(len(body) + quirks.declared_longer[name]) + body
    return content


def _file_id(name: str) -> int:
    return {"COM": COM, "SOD": SOD}.get(name) or FIRST_DATA_GROUP + int(name.removeprefix("DG"))


def _right(name: str) -> ReadRight:
    return ReadRight.EXTENDED_ACCESS if name == "DG3" else ReadRight.ACCESS
