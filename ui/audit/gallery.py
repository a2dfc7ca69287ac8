"""The pictures of the documentation that no single visit comes to: search, troubles, scanning, guides, English."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from kiosk.i18n import BOTH
from ui.audit.audit_run import AuditRun
from ui.audit.complaint import Variant
from ui.audit.run import touring
from ui.played.gallery import shrink

TOURED = {
    "home": ("home-english", "en"),
    "search, found": ("search", "vi"),
    "procedure with a form": ("procedure-english", "en"),
    "ladder, card lifted": ("card-lifted", "vi"),
    "question ho_ten (person-name), with its fault": ("question-fault", "vi"),
    "question co_thanh_vien (yes-no), with its fault": ("two-answers", "vi"),
    "problems": ("problems", "vi"),
    "scan, a page, clear": ("scan", "vi"),
    "scan, a page, not clear": ("scan-unclear", "vi"),
    "print, out-of-paper": ("printer-trouble", "vi"),
    "guides": ("guides", "vi"),
    "guide vneid-kich-hoat, otp": ("guide-otp", "vi"),
    "guide, handed over": ("counter", "vi"),
    "staff, the day": ("staff-day", "vi"),
}
"""Stops of the tour with the name of their picture and its language."""
RESOLUTIONS = {"": "1080x1920", "wide-": "1920x1080"}


def write_toured(out: Path) -> None:
    """`out/NAME.png` upright and `out/wide-NAME.png` wide, one a stop."""
    first = Variant(theme="light", text_size=1, language="vi", resolution="1080x1920")
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-gallery-tour-") as folder,
        touring([first], None, BOTH) as (shown, stops),
    ):
        for stop in _wanted(stops):
            name, language = TOURED[stop]
            for prefix, resolution in RESOLUTIONS.items():
                shown.put_on(Variant(theme="light", text_size=1, language=language, resolution=resolution))
                _draw(shown, Path(folder) / f"{prefix}{name}.png", out)
            shown.put_on(first)  # the tour goes on in Vietnamese


def _wanted(stops: Iterator[str]) -> Iterator[str]:
    """The stops with a picture; the tour ends with the last of them."""
    left = set(TOURED)
    for stop in takewhile(lambda _: bool(left), stops):
        if stop in left:
            left.discard(stop)
            yield stop
    if left:
        raise RuntimeError(f"the tour does not come to {sorted(left)}")


def _draw(shown: AuditRun, screen: Path, out: Path) -> None:
    shown.window.grabWindow().save(str(screen))
    shrink(screen, out / screen.name)
