"""SecurityInfos of a made-up card: EF.CardAccess, EF.CardSecurity, DG14 and DG15 (ICAO 9303-11 clause 9.2)."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from ecdsa import SigningKey

from devices.card_reader.virtual_card.ber import integer, oid, sequence, set_of, tlv
from devices.card_reader.virtual_card.ciphers import CipherName
from devices.card_reader.virtual_card.domains import CURVES
from devices.card_reader.virtual_card.modp import modp_group
from devices.card_reader.virtual_card.pace import PaceProfile
from devices.card_reader.virtual_card.persona import ActiveAuthentication, Chip, ChipAuthentication, Quirks
from devices.card_reader.virtual_card.specimen_keys import curve_key, rsa_key, scalar

BSI = "0.4.0.127.0.7.2.2"
ID_TA = f"{BSI}.2"
ID_PK_DH, ID_PK_ECDH = f"{BSI}.1.1", f"{BSI}.1.2"
ID_CA_DH, ID_CA_ECDH = f"{BSI}.3.1", f"{BSI}.3.2"
ID_FILLING = "2.23.136.1.1.99"
STANDARDIZED = "0.4.0.127.0.7.1.2"
ID_AA = "2.23.136.1.1.5"
PLAIN_ECDSA = {"SHA-1": 1, "SHA-224": 2, "SHA-256": 3, "SHA-384": 4, "SHA-512": 5}
DH_PUBLIC_NUMBER = "1.2.840.10046.2.1"


def card_access(offers: Sequence[PaceProfile], chip: ChipAuthentication | None, quirks: Quirks) -> bytes:
    """EF.CardAccess: terminal authentication first and PACE last, as on the cards in the field."""
    infos = [sequence(oid(ID_TA), integer(1))]
    if quirks.card_access_filling:
        infos.append(sequence(oid(ID_FILLING), tlv(0x04, bytes(quirks.card_access_filling))))
    if chip:
        infos.append(_chip_info(chip))
    infos += [_pace_info(offer, numbered=not quirks.omits_parameters) for offer in offers]
    if quirks.states_parameters:
        infos += [_stated_parameters(offer) for offer in offers]
    return set_of(*infos)


def dg14(label: str, chip: Chip, quirks: Quirks, offers: Sequence[PaceProfile]) -> bytes:
    """DG14: what EF.CardAccess says, plus the chip's public key and the active authentication algorithm."""
    infos = [sequence(oid(ID_TA), integer(1))]
    if chip.chip_authentication:
        named = [_chip_info(chip.chip_authentication)] if quirks.chip_authentication_named else []
        infos += [*named, _chip_key_info(label, chip.chip_authentication)]
    infos += [_pace_info(offer, numbered=not quirks.omits_parameters) for offer in offers]
    active = chip.active_authentication
    if active and active.algorithm != "RSA":
        algorithm = f"0.4.0.127.0.7.1.1.4.1.{PLAIN_ECDSA[active.digest]}"
        infos.append(sequence(oid(ID_AA), integer(1), oid(algorithm)))
    return tlv(0x6E, set_of(*infos))


def card_security_infos(label: str, pace: PaceProfile, chip: ChipAuthentication) -> bytes:
    """What EF.CardSecurity signs for Chip Authentication Mapping."""
    return set_of(_pace_info(pace), _chip_info(chip), _chip_key_info(label, chip))


def dg15(label: str, active: ActiveAuthentication) -> bytes:
    """The public key of Active Authentication."""
    key = rsa_key(label) if active.algorithm == "RSA" else curve_key(label)
    return tlv(0x6F, key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))


def static_scalar(label: str, chip: ChipAuthentication) -> int:
    """The private key behind DG14."""
    order = modp_group(chip.parameter_id).order if chip.parameter_id <= 2 else CURVES[chip.parameter_id].order
    return scalar(f"{label} chip authentication", int(order))


def _pace_info(pace: PaceProfile, *, numbered: bool = True) -> bytes:
    number = integer(pace.parameter_id) if numbered else b""
    return sequence(oid(pace.protocol), integer(2), number)


def _stated_parameters(pace: PaceProfile) -> bytes:
    """PACEDomainParameterInfo: what an offer without a number means."""
    return sequence(oid(pace.protocol.rpartition(".")[0]), sequence(oid(STANDARDIZED), integer(pace.parameter_id)))


def chip_protocol(chip: ChipAuthentication) -> str:
    """The object identifier of the chip's Chip Authentication, dotted."""
    base = ID_CA_DH if chip.parameter_id <= 2 else ID_CA_ECDH
    return f"{base}.{CipherName(chip.cipher).oid_arc}"


def _chip_info(chip: ChipAuthentication) -> bytes:
    return sequence(oid(chip_protocol(chip)), integer(1))


def _chip_key_info(label: str, chip: ChipAuthentication) -> bytes:
    private = static_scalar(label, chip)
    if chip.parameter_id <= 2:
        group = modp_group(chip.parameter_id)
        algorithm = sequence(oid(DH_PUBLIC_NUMBER), group.parameters)
        number = integer(group.power(group.generator, private))
        return sequence(oid(ID_PK_DH), sequence(algorithm, tlv(0x03, b"\x00", number)))
    key = SigningKey.from_secret_exponent(private, CURVES[chip.parameter_id])
    encoding = "explicit" if chip.explicit_parameters else "named_curve"
    return sequence(oid(ID_PK_ECDH), key.verifying_key.to_der(curve_parameters_encoding=encoding))
