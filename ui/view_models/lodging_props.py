"""What the page of the lodging list shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.officer.advice import Advice
from kiosk.officer.lodging.stage import LodgingStage


@dataclass(frozen=True, slots=True, kw_only=True)
class LodgingProps:
    """`stage` says which part is in front. `unconfirmed` is empty where the columns are confirmed."""

    stage: LodgingStage = LodgingStage.LIST
    busy: bool = False
    house: str = field(default="", repr=False)
    guests_listed: int = 0
    incomplete: int = 0
    complete: bool = False
    unsaved: bool = False
    copied: str = ""
    unconfirmed: str = ""
    asking_to_drop: bool = False
    printing: bool = False
    guest_name: str = field(default="", repr=False)
    guest_came: str = ""
    guest_notes: tuple[str, ...] = ()
    advice: Advice | None = None
    advice_words: str = ""
    is_listed: bool = False
    """The guest in hand stands on the list already."""
    can_bring_child: bool = False
    needs_company: bool = False
    company_fault: str = ""
    reasons: tuple[str, ...] = ()
    can_file: bool = False
    """The official page can be opened here."""
    filing: bool = False
    """It is open over this page."""
    dossier: str = field(default="", repr=False)
    """The code that the portal gave the list."""
    passphrase: str = field(default="", repr=False)
    weakness: str = ""
    specimen: bool = False
    trouble: str = ""
    remedy: str = ""
