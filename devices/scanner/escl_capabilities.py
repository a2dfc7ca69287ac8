"""What an eSCL device says it can do (Mopria eSCL 2.97, ScannerCapabilities). Knows no network.

Lengths are ThreeHundredthsOfInches throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from devices.errors import NotAScannerError
from devices.scanner.interface import InputSource
from devices.scanner.resolution import Area
from devices.xml_message import Element, NotXmlError, every, number, root_of, said, text

A4 = (2480, 3508)
_CAPS = {InputSource.PLATEN: "PlatenInputCaps", InputSource.FEEDER: "AdfSimplexInputCaps"}
_VERSION = re.compile(r"\d{1,2}\.\d{1,3}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCaps:
    """What one source of a device can do."""

    width: int
    height: int
    resolutions: tuple[range, ...]
    """Single ones and ranges with their steps; empty where the device tells none."""
    modes: frozenset[str] = frozenset()

    @property
    def bed(self) -> Area:
        """The whole area this source can scan, in inches."""
        return (self.width / 300, self.height / 300)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """Model and sources of a device, of its answer to ScannerCapabilities."""

    version: str
    model: str
    sources: dict[InputSource, SourceCaps]
    detects_paper: bool
    """Whether "ScannerAdfEmpty" can be believed before a scan (AdfOption DetectPaperLoaded); some servers always
    say it."""


def capabilities(message: bytes) -> Capabilities:
    """ScannerCapabilities. Raises `NotAScannerError` for anything else."""
    try:
        root = root_of(message, "ScannerCapabilities")
    except NotXmlError as fault:
        raise NotAScannerError(str(fault)) from None
    named = {profile.get("name", ""): profile for profile in every(root, "SettingProfile")}
    sources = {source: _caps(found, named) for source, name in _CAPS.items() for found in every(root, name)}
    if not sources:
        raise NotAScannerError("a scanner without any source")
    options = {said(option) for option in every(root, "AdfOption")}
    version = _VERSION.match(text(root, "Version"))
    return Capabilities(
        version=version[0] if version else "2.0",
        model=text(root, "MakeAndModel")[:80],
        sources=sources,
        detects_paper="DetectPaperLoaded" in options,
    )


def _caps(found: Element, named: Mapping[str, Element]) -> SourceCaps:
    """Profiles stand in the source, or beside it and are referred to by name."""
    referred = [profile.get("ref", "") for profile in every(found, "SettingProfile")]
    parts = [found, *(named[name] for name in referred if name and name in named)]
    return SourceCaps(
        width=number(found, "MaxWidth") or A4[0],
        height=number(found, "MaxHeight") or A4[1],
        resolutions=tuple(each for part in parts for each in _resolutions(part)),
        modes=frozenset(said(mode) for part in parts for mode in every(part, "ColorMode", "ColorReference")),
    )


def _resolutions(found: Element) -> Iterator[range]:
    """Single ones, under the name of the specification or of its older drafts, and ranges; only those that both
    directions have."""
    for each in every(found, "DiscreteResolution", "Resolution"):
        across, down = number(each, "XResolution"), number(each, "YResolution")
        single = int(said(each)) if said(each).isdecimal() and len(said(each)) < 6 else 0
        if (across and across == (down or across)) or single:
            made = across or single
            yield range(made, made + 1)
    for across_range in every(found, "XResolutionRange", "ResolutionRange"):
        least, most = number(across_range, "Min"), number(across_range, "Max")
        if 0 < least <= most and next(every(across_range, "XResolutionRange"), across_range) is across_range:
            yield range(least, most + 1, number(across_range, "Step") or 1)
