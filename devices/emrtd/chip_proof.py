"""Which proof of the chip is asked for, and what came of it (ICAO Doc 9303-11 clause 6).

The cheapest first: the mapping proof that PACE-CAM already brought, then Active Authentication (one exchange), then
Chip Authentication (three). A proof that fails is final; one the chip cannot do lets the next be tried.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from devices.emrtd.access import Access
from devices.emrtd.active_authentication import authenticate_actively
from devices.emrtd.chip_authentication import ChipAuthentication, check_mapping, chip_authentication_offer
from devices.emrtd.errors import SessionLostError, VerificationError
from devices.emrtd.file_reader import FileReader
from devices.emrtd.lds.card_security import CardSecurity, parse_card_security
from devices.emrtd.lds.dg14 import parse_dg14
from devices.emrtd.lds.dg15 import parse_dg15
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.security_infos import SecurityInfos
from devices.emrtd.oids import AID
from devices.emrtd.verdict import Finding, FindingState, Reason
from devices.errors import CardExchangeError, CardSilentError
from devices.iso7816.block_sizes import LARGEST_SHORT, BlockSizes
from devices.iso7816.commands import read_short_file, select_application, select_master_file
from devices.iso7816.connection import Connection
from devices.iso7816.errors import MalformedError, StatusError

_HERE: Final = "card security"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipProof:
    """What the chip proved; the verdict counts it only if the file that holds its key is signed.

    That file is DG14 or DG15, or the EF.CardSecurity given here.
    """

    finding: Finding
    card_security: CardSecurity | None = None


def prove_chip(
    access: Access, link: Connection, files: Mapping[ElementaryFile, bytes], *, extended: bool
) -> ChipProof:
    """Ask for the best proof the files allow. `extended` says whether long answers pass the link.

    Raises what the link raises for a card or reader that is gone; whatever the chip does wrong is in the finding.
    """
    broken = False
    infos = SecurityInfos()
    try:
        if ElementaryFile.DG14 in files:
            infos = parse_dg14(files[ElementaryFile.DG14])
    except MalformedError:
        broken = True
    for attempt in (_mapping, _active, _chip):
        try:
            proof = attempt(access, link, files, infos, extended=extended)
        except VerificationError as fault:
            return ChipProof(finding=Finding(state=FindingState.FAILED, reason=fault.reason))
        except (StatusError, MalformedError, SessionLostError):
            broken = True
            continue
        except (CardSilentError, CardExchangeError):
            # The link is not to be trusted with another attempt; what was read stays read.
            broken = True
            break
        if proof is not None:
            return proof
    reason = Reason.CHIP_PROOF_BROKEN if broken else Reason.CHIP_PROOF_ABSENT
    return ChipProof(finding=Finding(state=FindingState.NOT_CHECKED, reason=reason))


def _mapping(
    access: Access, _link: Connection, _files: Mapping[ElementaryFile, bytes], infos: SecurityInfos, *, extended: bool
) -> ChipProof | None:
    del extended
    if access.pace is None or not access.pace.chip_authentication_data:
        return None
    if infos.chip_authentication_keys:
        check_mapping(access.pace, infos)
        return _confirmed(Reason.CHIP_AUTHENTICATION_MAPPING)
    card_security = read_card_security(access.connection)
    check_mapping(access.pace, card_security.infos)
    return replace(_confirmed(Reason.CHIP_AUTHENTICATION_MAPPING), card_security=card_security)


def read_card_security(connection: Connection) -> CardSecurity:
    """EF.CardSecurity of the master file; the application is selected again afterwards.

    Raises `StatusError` and `MalformedError` when there is none to be had.
    """
    sizes, content = BlockSizes(), bytearray()
    sizes.lower(_HERE, LARGEST_SHORT)
    try:
        connection.transmit(select_master_file().encode())
        length = FileReader(connection, sizes, _HERE).read(ElementaryFile.CARD_SECURITY, content)
    finally:
        connection.transmit(select_application(AID).encode())
    return parse_card_security(bytes(content[:length]))


def _active(
    access: Access, _link: Connection, files: Mapping[ElementaryFile, bytes], infos: SecurityInfos, *, extended: bool
) -> ChipProof | None:
    if ElementaryFile.DG15 not in files:
        return None
    key = parse_dg15(files[ElementaryFile.DG15])
    authenticate_actively(access.connection, key, infos.active_authentication_hash, extended=extended)
    return _confirmed(Reason.ACTIVE_AUTHENTICATION)


def _chip(
    access: Access, link: Connection, _files: Mapping[ElementaryFile, bytes], infos: SecurityInfos, *, extended: bool
) -> ChipProof | None:
    del extended
    offer = chip_authentication_offer(infos)
    if offer is None:
        return None
    info, key = offer
    ChipAuthentication(link, access.connection, info).run(key, read_short_file(ElementaryFile.DG14.sfi, 1))
    return _confirmed(Reason.CHIP_AUTHENTICATION)


def _confirmed(reason: Reason) -> ChipProof:
    return ChipProof(finding=Finding(state=FindingState.CONFIRMED, reason=reason))
