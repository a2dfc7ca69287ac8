"""The request for an eSCL job (Mopria eSCL 2.97, ScanSettings). Knows no network."""

from __future__ import annotations

from dataclasses import dataclass

from devices.scanner.escl_capabilities import A4, Capabilities
from devices.scanner.interface import ColorMode, ScanSettings
from devices.scanner.resolution import Area, next_finer

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
class JobRequest:
    """A request for a job: what is sent, the resolution in it, and the areas its pages may show, in inches."""

    message: bytes
    resolution: int
    areas: tuple[Area, ...]


def scan_settings(asked: ScanSettings, device: Capabilities) -> JobRequest:
    """The request for a job: A4 or less, at the next finer resolution the device has, in its next best colours."""
    caps = device.sources[asked.source]
    resolution = next_finer(asked.resolution, caps.resolutions)
    width, height = min(A4[0], caps.width), min(A4[1], caps.height)
    message = _SETTINGS.format(
        version=device.version,
        height=height,
        width=width,
        source=asked.source.value,
        mode=_mode(asked.color_mode, caps.modes).value,
        resolution=resolution,
    )
    return JobRequest(message=message.encode(), resolution=resolution, areas=((width / 300, height / 300), caps.bed))


def _mode(wanted: ColorMode, offered: frozenset[str]) -> ColorMode:
    return next((mode for mode in (wanted, *ColorMode) if mode.value in offered), wanted)
