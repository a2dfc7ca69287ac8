"""How an eSCL device stands and what it does for whom (Mopria eSCL 2.97, ScannerStatus). Knows no network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from devices.errors import NotAScannerError
from devices.scanner.interface import ScannerTrouble
from devices.xml_message import NotXmlError, every, root_of, text

_ADF_TROUBLES = {
    "ScannerAdfJam": ScannerTrouble.JAM,
    "ScannerAdfMispick": ScannerTrouble.JAM,
    "ScannerAdfMultipickDetected": ScannerTrouble.JAM,
    "ScannerAdfInputTrayFailed": ScannerTrouble.JAM,
    "ScannerAdfInputTrayOverloaded": ScannerTrouble.JAM,
    "ScannerAdfHatchOpen": ScannerTrouble.COVER_OPEN,
    "ScannerAdfEmpty": ScannerTrouble.NO_DOCUMENTS,
}
_STATE_TROUBLES = {
    "Processing": ScannerTrouble.BUSY,
    "Testing": ScannerTrouble.BUSY,
    "Stopped": ScannerTrouble.COVER_OPEN,
    "Down": ScannerTrouble.OFFLINE,
}
_AT_WORK = frozenset({"Pending", "Processing"})
_BROKEN_OFF = frozenset({"Aborted", "Canceled"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceState:
    """ScannerStatus: `state` of the device, `adf` of its feeder or empty, the jobs it knows by their paths."""

    state: str
    adf: str = ""
    jobs: Mapping[str, str] = field(default_factory=dict)

    def is_at_work(self, job: str) -> bool:
        """Whether a page of this job may still be under way."""
        known = self.jobs.get(job)
        return known in _AT_WORK if known else self.state == "Processing" or self.adf == "ScannerAdfProcessing"

    def has_broken_off(self, job: str) -> bool:
        """Whether the device ended this job before its time."""
        return self.jobs.get(job) in _BROKEN_OFF

    @property
    def adf_trouble(self) -> ScannerTrouble | None:
        """What the feeder complains of."""
        return _ADF_TROUBLES.get(self.adf)

    @property
    def trouble(self) -> ScannerTrouble | None:
        """What keeps the device from working; an empty feeder does not, and a jam is told before "Stopped"."""
        adf = self.adf_trouble
        if adf is not None and adf is not ScannerTrouble.NO_DOCUMENTS:
            return adf
        return _STATE_TROUBLES.get(self.state)


def device_state(message: bytes) -> DeviceState:
    """ScannerStatus. Raises `NotAScannerError` for anything else."""
    try:
        root = root_of(message, "ScannerStatus")
    except NotXmlError as fault:
        raise NotAScannerError(str(fault)) from None
    jobs = {path_of(text(job, "JobUri")): text(job, "JobState") for job in every(root, "JobInfo")}
    return DeviceState(state=text(root, "State"), adf=text(root, "AdfState"), jobs=jobs)


def path_of(job: str) -> str:
    """What stays the same of a job's address, however the device writes it."""
    try:
        path = urlsplit(job).path
    except ValueError:
        path = job
    return "/" + path.strip("/")
