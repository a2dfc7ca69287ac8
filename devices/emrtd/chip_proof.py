"""Which proof of the chip is asked for, and what came of it (ICAO Doc 9303-11 clause 6).

The cheapest first: the mapping proof that PACE-CAM already brought, then Active Authentication (one exchange), then
Chip Authentication (three). A proof that fails is final; one the chip cannot do lets the next be tried, in a session
opened again where the last one broke.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from devices.emrtd.access import Access
from devices.emrtd.active_authentication import authenticate_actively
from devices.emrtd.chip_authentication import (
    ChipAuthentication,
    Offer,
    check_mapping,
    chip_authentication_offers,
)
from devices.emrtd.errors import SessionLostError, VerificationError
from devices.emrtd.file_reader import FileReader
from devices.emrtd.lds.card_security import CardSecurity, parse_card_security
from devices.emrtd.lds.dg14 import parse_dg14
from devices.emrtd.lds.dg15 import parse_dg15
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.security_infos import SecurityInfos
from devices.emrtd.master_file import select_master_file
from devices.emrtd.oids import AID
from devices.emrtd.verdict import Finding, FindingState, Reason
from devices.errors import CardExchangeError, CardSilentError
from devices.iso7816.block_sizes import LARGEST_SHORT, BlockSizes
from devices.iso7816.commands import read_short_file, select_application
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


BROKEN: Final = ChipProof(finding=Finding(state=FindingState.NOT_CHECKED, reason=Reason.CHIP_PROOF_BROKEN))
_ABSENT: Final = ChipProof(finding=Finding(state=FindingState.NOT_CHECKED, reason=Reason.CHIP_PROOF_ABSENT))


class ChipProver:
    """Asks one chip for its proof. `link` is the card below secure messaging, `reopen` makes a new session on it."""

    def __init__(
        self,
        access: Access,
        link: Connection,
        files: Mapping[ElementaryFile, bytes],
        *,
        extended: bool,
        reopen: Callable[[], Access],
    ) -> None:
        """`extended` says whether extended length passes the link; `reopen` raises `CardError` when it cannot."""
        self._access = access
        self._link = link
        self._files = files
        self._extended = extended
        self._reopen = reopen
        self._infos = SecurityInfos()
        self._offers: list[Offer] = []
        self._lost = False
        self._broken = False
        self._doubted = False

    def prove(self) -> ChipProof:
        """The best proof the files allow.

        Raises what the link raises for a card or reader that is gone; whatever the chip does wrong is in the finding.
        """
        for attempt in self._attempts():
            try:
                if self._lost:
                    self._access, self._lost = self._reopen(), False
                if (proof := attempt()) is not None:
                    return proof
            except VerificationError as fault:
                return ChipProof(finding=Finding(state=FindingState.FAILED, reason=fault.reason))
            except (StatusError, MalformedError):
                self._broken = True
            except SessionLostError:
                if self._lost:
                    return BROKEN  # not even a new session
                # What broke it may have been the length: nothing long is asked any more.
                self._broken = self._lost = True
                self._extended = False
            except (CardSilentError, CardExchangeError):
                # The link is not to be trusted with another attempt; what was read stays read.
                return BROKEN
        return BROKEN if self._broken else _ABSENT

    def _attempts(self) -> Iterator[Callable[[], ChipProof | None]]:
        yield self._learn
        yield self._mapping
        yield self._active
        if self._lost:
            yield self._active
        for offer in self._offers:
            yield partial(self._chip, offer)
            if self._doubted:
                yield partial(self._chip, offer)

    def _learn(self) -> None:
        if ElementaryFile.DG14 in self._files:
            self._infos = parse_dg14(self._files[ElementaryFile.DG14])
            self._offers = chip_authentication_offers(self._infos)

    def _mapping(self) -> ChipProof | None:
        """The key of the mapping may stand in DG14; the one that counts is in EF.CardSecurity (clause 4.4.3.5)."""
        pace = self._access.pace
        if pace is None or not pace.chip_authentication_data:
            return None
        try:
            check_mapping(pace, self._infos)
        except (VerificationError, MalformedError):
            card_security = read_card_security(self._access.connection)
            check_mapping(pace, card_security.infos)
            return replace(_confirmed(Reason.CHIP_AUTHENTICATION_MAPPING), card_security=card_security)
        return _confirmed(Reason.CHIP_AUTHENTICATION_MAPPING)

    def _active(self) -> ChipProof | None:
        if ElementaryFile.DG15 not in self._files:
            return None
        key = parse_dg15(self._files[ElementaryFile.DG15])
        hash_name = self._infos.active_authentication_hash
        authenticate_actively(self._access.connection, key, hash_name, extended=self._extended)
        return _confirmed(Reason.ACTIVE_AUTHENTICATION)

    def _chip(self, offer: Offer) -> ChipProof:
        """A wrong checksum under the new keys is asked for once more: a genuine chip may garble an answer."""
        info, key = offer
        run = ChipAuthentication(self._link, self._access.connection, info, extended=self._extended)
        try:
            run.run(key, read_short_file(ElementaryFile.DG14.sfi, 1))
        except VerificationError as fault:
            if self._doubted:
                raise
            self._doubted = True
            raise SessionLostError("chip authentication") from fault
        return _confirmed(Reason.CHIP_AUTHENTICATION)


def read_card_security(connection: Connection) -> CardSecurity:
    """EF.CardSecurity of the master file; the application is selected again afterwards.

    Raises `StatusError` and `MalformedError` when there is none to be had.
    """
    sizes, content = BlockSizes(), bytearray()
    sizes.lower(_HERE, LARGEST_SHORT)
    try:
        select_master_file(connection)
        length = FileReader(connection, sizes, _HERE).read(ElementaryFile.CARD_SECURITY, content)
    finally:
        connection.transmit(select_application(AID).encode())
    return parse_card_security(bytes(content[:length]))


def _confirmed(reason: Reason) -> ChipProof:
    return ChipProof(finding=Finding(state=FindingState.CONFIRMED, reason=reason))
