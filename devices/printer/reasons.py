"""What a printer's `printer-state-reasons` and a job's `job-state-reasons` mean for the paper. Pure.

RFC 8011 §5.4.12 and §5.3.8, PWG 5100.13; what devices do beyond them stands beside each rule.
"""

from __future__ import annotations

from collections.abc import Iterable

from devices.printer.interface import JobState, PrinterTrouble

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
_STOPS_EVEN_AS_A_WARNING = frozenset(
    {"media-jam", "media-path-jam", "cover-open", "door-open", "interlock-open", "media-needed"}
)
"""Nothing prints with these, though CUPS' own device calls them warnings until it gives up; a tray or cartridge whose
emptiness is a warning is another one than that in use."""

CANCELLED_BY_SOMEBODY = frozenset(
    {"job-canceled-by-user", "job-canceled-by-operator", "job-canceled-at-device", "canceled-at-device"}
)
_DOCUMENT_AT_FAULT = frozenset(
    {
        "document-format-error",
        "unsupported-document-format",
        "document-access-error",
        "document-password-error",
        "document-permission-error",
        "document-security-error",
        "document-unprintable-error",
        "unsupported-compression",
        "compression-error",
    }
)
_FAILED = _DOCUMENT_AT_FAULT | {
    "aborted-by-system",
    "job-completed-with-errors",
    "errors-detected",
    "submission-interrupted",
    "job-interrupted-by-device-failure",
    "resources-are-not-supported",
    "unsupported-attributes-or-values",
    "conflicting-attributes",
    "account-authorization-failed",
    "account-closed",
    "account-info-needed",
    "account-limit-reached",
}
"""Reasons of a job that a device calls completed all the same, though no paper or not all of it came."""


def without_severity(reason: str) -> str:
    """The reason without `-report`, `-warning` or `-error`."""
    for severity in ("-report", "-warning", "-error"):
        reason = reason.removesuffix(severity)
    return reason


def trouble_of(state: int | None, reasons: Iterable[str]) -> PrinterTrouble | None:
    """The one trouble to tell. An idle device may call its empty tray a mere report; while it prints, a report and
    most warnings (the other tray is empty) hold nothing up."""
    everything = frozenset(reasons)
    told = everything if state != PROCESSING else frozenset(filter(_holds_up_work, everything))
    bare = {without_severity(reason) for reason in told} - {"none"}
    for trouble, names in _TROUBLES:
        if bare & names:
            return trouble
    if state == STOPPED:
        return PrinterTrouble.STOPPED
    return PrinterTrouble.TONER_LOW if {without_severity(reason) for reason in everything} & _LOW else None


def _holds_up_work(reason: str) -> bool:
    if reason.endswith("-warning"):
        return without_severity(reason) in _STOPS_EVEN_AS_A_WARNING
    return not reason.endswith("-report")


def outcome_of(
    state: JobState, reasons: frozenset[str], *, asked_to_cancel: bool, no_page_counted: bool
) -> tuple[JobState, PrinterTrouble | None]:
    """How a job that is over really ended, and why it was given up where that is known.

    Devices call a job canceled that they gave up, completed what they could not read, aborted what somebody stopped
    at their own buttons; the reasons tell better than the state.
    """
    if reasons & CANCELLED_BY_SOMEBODY or (state is JobState.CANCELED and asked_to_cancel):
        return JobState.CANCELED, None
    if reasons & _DOCUMENT_AT_FAULT:
        return JobState.ABORTED, PrinterTrouble.WRONG_DOCUMENT
    if state is not JobState.COMPLETED or reasons & _FAILED:
        return JobState.ABORTED, None
    return (JobState.ABORTED, PrinterTrouble.NOTHING_PRINTED) if no_page_counted else (JobState.COMPLETED, None)
