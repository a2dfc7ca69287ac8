"""Read this card: a card in the field and a key in hand become a person record and a verdict, or the reason why not.

Screens and the session take everything from here; the modules inside are this package's own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from devices.emrtd.access_keys import (
    AccessKey,
    key_from_mrz,
    key_from_number,
    key_from_qr,
    key_from_text,
)
from devices.emrtd.card_qr import MAX_LENGTH as LONGEST_KEY_TEXT
from devices.emrtd.card_qr import CardQr, parse_card_qr
from devices.emrtd.errors import KeyTextError
from devices.emrtd.partial_read import PartialRead
from devices.emrtd.reading import FileRead, FileStatus, Phase, Rung, Statistics
from devices.emrtd.verdict import Finding, FindingState, Reason, Verdict
from devices.iso7816.block_sizes import BlockSizes
from kiosk.identification.examine import Examination, Task, examine
from kiosk.identification.identify import identify
from kiosk.identification.outcome import ATTEMPTS, Identified, NotIdentified
from kiosk.identification.person_from_card import files_for, mark_damaged, person_from_files

if TYPE_CHECKING:
    from devices.emrtd.trust import TrustStore

__all__ = [
    "ATTEMPTS",
    "LONGEST_KEY_TEXT",
    "AccessKey",
    "BlockSizes",
    "CardQr",
    "Examination",
    "FileRead",
    "FileStatus",
    "Finding",
    "FindingState",
    "Identified",
    "KeyTextError",
    "NotIdentified",
    "PartialRead",
    "Phase",
    "Reason",
    "Rung",
    "Statistics",
    "Task",
    "TrustStore",
    "Verdict",
    "examine",
    "files_for",
    "identify",
    "key_from_mrz",
    "key_from_number",
    "key_from_qr",
    "key_from_text",
    "mark_damaged",
    "parse_card_qr",
    "person_from_files",
    "prepare_reading",
    "read_trust_folder",
]


def prepare_reading() -> None:
    """Load the cryptography behind a read while nobody waits for it: a tenth of a second the first card need not pay.

    For a worker while the person keys in the digits; without it a read loads the same by itself.
    """
    import devices.emrtd.document_reader
    import devices.emrtd.verification  # noqa: F401


def read_trust_folder(*folders: Path) -> TrustStore:
    """The trusted roots of one or more folders; an absent folder adds nothing. Loads asn1crypto, so call it late."""
    from devices.emrtd import trust

    return trust.read_trust_folder(*folders)


def __getattr__(name: str) -> object:
    """`TrustStore`, whose module is too heavy to load with the window."""
    if name != "TrustStore":
        raise AttributeError(name)
    from devices.emrtd import trust

    return trust.TrustStore
