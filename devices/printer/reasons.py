"""What a printer's `printer-state-reasons` mean for the paper (RFC 8011 §5.4.12, PWG 5100.13). Pure."""

from __future__ import annotations

from collections.abc import Iterable

from devices.printer.interface import PrinterTrouble

PROCESSING, STOPPED = 4, 5
"""`printer-state`; 3 is idle."""

_TROUBLES = (
    (PrinterTrouble.OFFLINE, {"offline", "shutdown", "timed-out", "connecting-to-device"}),
    (PrinterTrouble.COVER_OPEN, {"cover-open", "door-open", "interlock-open", "input-tray-missing"}),
    (PrinterTrouble.JAM, {"media-jam", "media-path-jam"}),
    (PrinterTrouble.OUT_OF_PAPER, {"media-empty", "media-needed"}),
    (PrinterTrouble.TONER_EMPTY, {"toner-empty", "marker-supply-empty", "developer-empty", "marker-supply-missing"}),
    (
        PrinterTrouble.STOPPED,
        {
            "paused",
            "moving-to-paused",
            "stopped",
            "stopped-partly",
            "stopping",
            "output-area-full",
            "spool-area-full",
        },
    ),
)
"""The first that holds is told: what hides the others comes first."""
_LOW = frozenset({"toner-low", "marker-supply-low", "developer-low", "marker-waste-almost-full"})


def without_severity(reason: str) -> str:
    """The reason without `-report`, `-warning` or `-error`."""
    for severity in ("-report", "-warning", "-error"):
        reason = reason.removesuffix(severity)
    return reason


def trouble_of(state: int | None, reasons: Iterable[str]) -> PrinterTrouble | None:
    """The one trouble to tell. An idle device may call its empty tray a mere report; while it prints, a report (the
    other tray is empty) holds nothing up."""
    told = [reason for reason in reasons if state != PROCESSING or not reason.endswith("-report")]
    bare = {without_severity(reason) for reason in told} - {"none"}
    for trouble, names in _TROUBLES:
        if bare & names:
            return trouble
    if state == STOPPED:
        return PrinterTrouble.STOPPED
    return PrinterTrouble.TONER_LOW if bare & _LOW else None
