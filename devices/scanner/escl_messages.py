"""The XML of eSCL (Mopria eSCL 2.97): capabilities and status in, scan settings out. Knows no network.

Lengths are ThreeHundredthsOfInches throughout. Devices differ in name spaces, so elements are found by local name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from devices.errors import ScannerError
from devices.scanner.interface import ColorMode, InputSource, ScannerTrouble, ScanSettings

A4 = (2480, 3508)
LONGEST_MESSAGE = 1_000_000
_CAPS = {InputSource.PLATEN: "PlatenInputCaps", InputSource.FEEDER: "AdfSimplexInputCaps"}
_ADF_TROUBLES = {
    "ScannerAdfJam": ScannerTrouble.JAM,
    "ScannerAdfMispick": ScannerTrouble.JAM,
    "ScannerAdfMultipickDetected": ScannerTrouble.JAM,
    "ScannerAdfHatchOpen": ScannerTrouble.COVER_OPEN,
    "ScannerAdfEmpty": ScannerTrouble.NO_DOCUMENTS,
}
_STATE_TROUBLES = {
    "Processing": ScannerTrouble.BUSY,
    "Testing": ScannerTrouble.BUSY,
    "Stopped": ScannerTrouble.COVER_OPEN,
    "Down": ScannerTrouble.OFFLINE,
}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" \
xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
<pwg:Version>{version}</pwg:Version>
<scan:Intent>Document</scan:Intent>
<pwg:ScanRegions><pwg:ScanRegion>
<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
<pwg:Height>{height}</pwg:Height><pwg:Width>{width}</pwg:Width>
<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
</pwg:ScanRegion></pwg:ScanRegions>
<pwg:InputSource>{source}</pwg:InputSource>
<scan:ColorMode>{mode}</scan:ColorMode>
<scan:XResolution>{resolution}</scan:XResolution>
<scan:YResolution>{resolution}</scan:YResolution>
<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
</scan:ScanSettings>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCaps:
    """What one source of a device can do."""

    width: int
    height: int
    resolutions: tuple[int, ...]
    """Discrete ones; empty where the device gives a range, within which every one is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a device says of itself."""

    version: str
    model: str
    sources: dict[InputSource, SourceCaps]
    detects_paper: bool
    """Whether "ScannerAdfEmpty" can be believed before a scan (AdfOption DetectPaperLoaded); some servers always
    say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceState:
    """ScannerStatus: `state` of the device, `adf` of its feeder or empty."""

    state: str
    adf: str = ""

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


def capabilities(message: bytes) -> Capabilities:
    """ScannerCapabilities. Raises `ScannerError` for anything else."""
    root = _root(message, "ScannerCapabilities")
    sources = {source: _caps(found) for source, name in _CAPS.items() for found in _all(root, name)}
    if not sources:
        raise ScannerError("a scanner without any source")
    options = {_said(option) for option in _all(root, "AdfOption")}
    return Capabilities(
        version=_text(root, "Version") or "2.0",
        model=_text(root, "MakeAndModel"),
        sources=sources,
        detects_paper="DetectPaperLoaded" in options,
    )


def device_state(message: bytes) -> DeviceState:
    """ScannerStatus. Raises `ScannerError` for anything else."""
    root = _root(message, "ScannerStatus")
    return DeviceState(state=_text(root, "State"), adf=_text(root, "AdfState"))


def scan_settings(asked: ScanSettings, device: Capabilities) -> tuple[bytes, int]:
    """The request for a job, and the resolution it asks for: the next finer one the device has. A4, or less."""
    caps = device.sources[asked.source]
    finer = [each for each in caps.resolutions if each >= asked.resolution]
    resolution = min(finer) if finer else max(caps.resolutions, default=asked.resolution)
    mode: ColorMode = asked.color_mode
    message = _SETTINGS.format(
        version=device.version,
        height=min(A4[1], caps.height),
        width=min(A4[0], caps.width),
        source=asked.source.value,
        mode=mode.value,
        resolution=resolution,
    )
    return message.encode(), resolution


def _caps(found: ET.Element) -> SourceCaps:
    resolutions = {_number(each, "XResolution") for each in _all(found, "DiscreteResolution")} - {0}
    return SourceCaps(
        width=_number(found, "MaxWidth") or A4[0],
        height=_number(found, "MaxHeight") or A4[1],
        resolutions=tuple(sorted(resolutions)),
    )


def _root(message: bytes, name: str) -> ET.Element:
    if len(message) > LONGEST_MESSAGE or b"<!DOCTYPE" in message or b"<!ENTITY" in message:
        raise ScannerError(f"not a {name}")
    try:
        root = ET.fromstring(message)  # noqa: S314 - no DTD gets here
    except ET.ParseError:
        raise ScannerError(f"not a {name}") from None
    if _local(root) != name:
        raise ScannerError(f"not a {name}")
    return root


def _all(root: ET.Element, name: str) -> Iterator[ET.Element]:
    return (element for element in root.iter() if _local(element) == name)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _said(element: ET.Element) -> str:
    return (element.text or "").strip()


def _text(root: ET.Element, name: str) -> str:
    return next((_said(element) for element in _all(root, name)), "")


def _number(root: ET.Element, name: str) -> int:
    text = _text(root, name)
    return int(text) if text.isdigit() and len(text) < 7 else 0
