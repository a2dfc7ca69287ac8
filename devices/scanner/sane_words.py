"""What each driver of SANE calls things: `scanimage -A` read, and the words chosen for a scan.

Backends agree on no word: Brother scans "24bit Color", Fujitsu begins with Letter whatever `-y` says, and half of
them offer modes that lose what is grey. Understands sane-backends 1.x.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from devices.errors import ScannerNoDocumentsError, ScannerNoGlassError
from devices.scanner.interface import ColorMode, InputSource, ScanSettings
from devices.scanner.resolution import Area, next_finer

A4_MM = {"x": 216.0, "y": 297.0}
PAGES = {"x": "page-width", "y": "page-height"}
MM = 25.4
_OPTION = re.compile(r"^ {4}--?([\w-]+)(?:\[=\((.*?)\)\]| (.*?))? \[(.*)\]\s*$")
LARGEST = 1e6
"""Of any number of a scanner: dots an inch, millimetres."""
_RANGE = re.compile(r"(-?[\d.]+?)\.\.(-?[\d.]+?)(?:[a-z]+)?(?: \(in steps of ([\d.]+)\))?$")
_NUMBER = re.compile(r"[\d.]+")
_FEEDERS = re.compile(r"adf|feed|sheet-?fed", re.IGNORECASE)
_NO_PLATEN = re.compile(
    r"adf|feed|sheet-?fed|duplex|card|film|slide|negative|positive|transparen|tpu|auto", re.IGNORECASE
)
_NOT_FIRST = re.compile(r"duplex|back|card", re.IGNORECASE)
_COLOUR = re.compile(r"colou?r|rgb", re.IGNORECASE)
_GREY = re.compile(r"gr[ae]y", re.IGNORECASE)
_LOSSY = re.compile(
    r"diffusion|dither|halftone|line ?art|black|binary|fast|\b(?:10|12|14|16|30|36|42|48) ?-?bits?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaneOption:
    """One option: its choices (a range stays one choice) and whether it can be set now."""

    choices: tuple[str, ...]
    active: bool

    @property
    def most(self) -> float | None:
        """The largest value of a range such as `0..215.9mm (in steps of 0.1)`; None for anything else."""
        match = _RANGE.match(self.choices[0]) if len(self.choices) == 1 else None
        return _float(match[2]) if match else None

    @property
    def numbers(self) -> tuple[range, ...]:
        """The whole numbers it takes: single ones, or a range with its steps."""
        match = _RANGE.match(self.choices[0]) if len(self.choices) == 1 else None
        if match:
            least, most, step = (round(_float(part) or 0) for part in (match[1], match[2], match[3] or "1"))
            return (range(least, most + 1, max(1, step)),) if 0 < least <= most else ()
        told = [round(_float(found[0]) or 0) for each in self.choices if (found := _NUMBER.match(each))]
        return tuple(range(each, each + 1) for each in told if each > 0)


Options = Mapping[str, SaneOption]


def options_in(listing: str) -> dict[str, SaneOption]:
    """`scanimage -A` -> its options by name; those that only another source makes active are marked so."""
    found = {}
    for line in listing.splitlines():
        if match := _OPTION.match(line):
            choices = match[2] or match[3] or ""
            split = tuple(choices.split("|")) if choices else ()
            found[match[1]] = SaneOption(choices=split, active=match[4] != "inactive")
    return found


def source_words(options: Options) -> dict[InputSource, str]:
    """What this device calls its platen and its feeder; of several feeders the one-sided comes first."""
    choices = options["source"].choices if "source" in options else ()
    feeders = sorted((word for word in choices if _FEEDERS.search(word)), key=lambda w: bool(_NOT_FIRST.search(w)))
    platens = [word for word in choices if not _NO_PLATEN.search(word)]
    named = {InputSource.PLATEN: platens, InputSource.FEEDER: feeders}
    return {source: words[0] for source, words in named.items() if words}


def mode_word(choices: tuple[str, ...], mode: ColorMode) -> str | None:
    """What this device calls colour or grey, without loss before with it, grey for colour before nothing; None when
    it has no word for either."""
    wanted = {ColorMode.RGB24: (_COLOUR, _GREY), ColorMode.GRAYSCALE8: (_GREY, _COLOUR)}[mode]
    for kind in wanted:
        words = [word for word in choices if kind.search(word) and not (kind is _GREY and _COLOUR.search(word))]
        if words:
            return min(words, key=lambda word: len(_LOSSY.findall(word)))
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The words for one scan, the resolution they ask for, and the area, in inches, where the device says one."""

    words: tuple[str, ...]
    resolution: int
    areas: tuple[Area, ...]


def chosen(options: Options, settings: ScanSettings) -> Chosen:
    """Only what the device has. Raises `ScannerError` for a source it has not."""
    words = _source(options, settings.source)
    active = {name: option for name, option in options.items() if option.active}
    if "mode" in active and (mode := mode_word(active["mode"].choices, settings.color_mode)):
        words.append(f"--mode={mode}")
    # 16 bits twice as slow for nothing that a clerk sees, and 1 bit loses stamps.
    if "depth" in active and any(8 in each for each in active["depth"].numbers):
        words.append("--depth=8")
    resolution = settings.resolution
    if "resolution" in active:
        resolution = next_finer(resolution, active["resolution"].numbers)
        words.append(f"--resolution={resolution}")
    # Some drivers begin with a postcard, and with Letter in the feeder: the page first, then what is taken of it.
    # Options of the feeder alone are inactive until the source is set; scanimage passes over those that stay so.
    pages = {axis: min(reach, A4_MM[axis]) for axis in A4_MM if (reach := _reach(options, PAGES[axis]))}
    for axis, side in pages.items():
        words += [f"--{PAGES[axis]}", f"{side:g}"]
    # What can be taken of a page grows with the page.
    within = {axis: max(reach, pages.get(axis, 0.0)) for axis in A4_MM if (reach := _reach(active, axis))}
    sides = {axis: min(reach, A4_MM[axis]) for axis, reach in within.items()}
    for axis, side in sides.items():
        words += [f"-{axis}", f"{side:g}"]
    area = ((sides["x"] / MM, sides["y"] / MM),) if len(sides) == len(A4_MM) else ()
    return Chosen(words=tuple(words), resolution=resolution, areas=area)


def _reach(options: Options, name: str) -> float | None:
    return options[name].most if name in options else None


def _source(options: Options, source: InputSource) -> list[str]:
    """A device that offers no choice of source has its one source, the glass."""
    named = source_words(options)
    if source in named:
        return [f"--source={named[source]}"]
    if source is InputSource.FEEDER:
        raise ScannerNoDocumentsError("this scanner has no feeder")
    if named:
        raise ScannerNoGlassError("this scanner has a feeder only")
    return []


def _float(text: str) -> float | None:
    """None for what is no number, or none that a scanner could mean."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) <= LARGEST else None
