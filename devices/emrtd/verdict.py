"""What a read proved and what it did not: three findings and a fourth on the way in, each with a state and a reason.

ICAO 9303-11 clauses 5 (Passive Authentication), 6.1 (Active Authentication) and 6.2 (Chip Authentication). The
three never stand in for each other: a card without a trusted issuer can at most be unchanged and not copied.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class FindingState(Enum):
    """CONFIRMED was checked and holds; FAILED was checked and does not; NOT_CHECKED claims nothing."""

    CONFIRMED = "confirmed"
    FAILED = "failed"
    NOT_CHECKED = "not-checked"


class Reason(StrEnum):
    """Why a finding stands as it does; `verdict.<value>` is its entry in `config/failures.toml`."""

    # integrity
    DATA_UNCHANGED = "data-unchanged"
    HASH_MISMATCH = "hash-mismatch"
    HASH_MISSING = "hash-missing"
    SIGNATURE_INVALID = "signature-invalid"
    SIGNATURE_UNREADABLE = "signature-unreadable"
    SIGNATURE_ABSENT = "signature-absent"
    # chip
    ACTIVE_AUTHENTICATION = "active-authentication"
    CHIP_AUTHENTICATION = "chip-authentication"
    CHIP_AUTHENTICATION_MAPPING = "chip-authentication-mapping"
    CHIP_COPIED = "chip-copied"
    CHIP_PROOF_BROKEN = "chip-proof-broken"
    CHIP_PROOF_ABSENT = "chip-proof-absent"
    CHIP_NOT_ASKED = "chip-not-asked"
    CHIP_KEY_UNSIGNED = "chip-key-unsigned"
    # issuer
    ISSUER_TRUSTED = "issuer-trusted"
    ISSUER_SPECIMEN = "issuer-specimen"
    ISSUER_NO_ROOTS = "issuer-no-roots"
    ISSUER_UNKNOWN = "issuer-unknown"
    ISSUER_SIGNATURE_UNPROVEN = "issuer-signature-unproven"
    SIGNER_EXPIRED = "signer-expired"
    SIGNER_NOT_YET_VALID = "signer-not-yet-valid"
    SIGNER_REVOKED = "signer-revoked"
    SIGNER_MISUSED = "signer-misused"
    SIGNER_CHAIN_INVALID = "signer-chain-invalid"
    # access
    ACCESS_SIGNED = "access-signed"
    ACCESS_UNSIGNED = "access-unsigned"
    ACCESS_CHANGED = "access-changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The answer to one question of the verdict, and why."""

    state: FindingState
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Integrity: the data is what was signed. Chip: this chip is not a copy. Issuer: who signed is trusted."""

    integrity: Finding
    chip: Finding
    issuer: Finding
    access: Finding = Finding(state=FindingState.NOT_CHECKED, reason=Reason.ACCESS_UNSIGNED)
    """That the ways in, as the chip offered them before any key, are those its signed DG14 names.

    9303-11 clause 9.2.8. FAILED means that others were offered, by the chip or by something between chip and reader;
    it speaks against no value read.
    """
    specimen: bool = False
    """True when the trusted root is a specimen root: every screen and print carries the THẺ MẪU band."""
    list_age_days: int | None = None
    """Days since the newest master list in the trust folder was signed, or None without one."""
