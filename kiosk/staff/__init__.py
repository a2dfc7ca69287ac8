"""What the staff of a help point and the technician may do at a station; it knows no visitor and no visit."""

from kiosk.staff.papers import StaffPaper, StaffPapers
from kiosk.staff.pin import PinAccepted, PinLocked, PinOutcome, PinStore, PinUnusable, PinWrong, pin_path
from kiosk.staff.roles import RolePins, role_pin_path
from kiosk.staff.services import StaffServices

__all__ = [
    "PinAccepted",
    "PinLocked",
    "PinOutcome",
    "PinStore",
    "PinUnusable",
    "PinWrong",
    "RolePins",
    "StaffPaper",
    "StaffPapers",
    "StaffServices",
    "pin_path",
    "role_pin_path",
]
