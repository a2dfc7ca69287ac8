"""Runs the rules over a tour of screens: each stop in every wanted variant, each finding told once a variant.

The tour drives the program from state to state and says the name of each stop; the examination changes only the look
(theme, text size, language) and the size of the window, waits until the screen is quiet, and looks.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.content.pseudo_language import PSEUDO
from kiosk.i18n import Language
from ui.audit import controls, keyboard, pixels, room, texts
from ui.audit.complaint import LANGUAGES, RESOLUTIONS, TEXT_SIZES, THEMES, Complaint, Rule, Seen, Variant
from ui.audit.snapshot import WindowSnapshot

RULES: tuple[Callable[[WindowSnapshot], Iterator[Complaint]], ...] = (
    controls.names_and_roles,
    controls.target_sizes,
    controls.target_gaps,
    controls.ways_out,
    texts.whole,
    texts.apart,
    texts.large_enough,
    texts.spoken,
    texts.composed,
    room.page_used,
    room.grown_as_chosen,
    room.whole_at_the_fold,
    room.quiet_citations,
    pixels.contrast,
    pixels.colour_alone,
)
WRITTEN_FIRST = Language.VI.code
QUIET_ROUNDS = 3
LONGEST_WAIT_S = 20.0
THUMBNAIL = 420  # pixels of the longer side


def whole_matrix() -> list[Variant]:
    """4 text sizes x 3 themes x 3 languages x 4 resolutions."""
    return [
        Variant(theme=theme, text_size=size, language=language, resolution=resolution)
        for resolution, theme, size, language in product(RESOLUTIONS, THEMES, TEXT_SIZES, LANGUAGES)
    ]


def small_matrix() -> list[Variant]:
    """The corners where faults show: the tightest screens, the largest letters, each theme once, each language."""
    corners = (
        ("1366x768", "light", 1, "vi"),
        ("1366x768", "light", 1, "en"),
        ("1366x768", "light", 1, "qps"),
        ("1080x1920", "high-contrast", 4, "vi"),
        ("1280x800", "dark", 4, "en"),
    )
    return [Variant(resolution=r, theme=t, text_size=s, language=lang) for r, t, s, lang in corners]


def walks(variant: Variant) -> bool:
    """Whether this variant is also walked through by keyboard: the order does not hang on letters or language, the
    visible focus hangs on the theme."""
    return (
        variant.language == WRITTEN_FIRST
        and variant.text_size in {1, 4}
        and variant.resolution in {"1366x768", "1080x1920"}
    )


@dataclass(slots=True, kw_only=True)
class AuditRun:
    """Goes from stop to stop of the tour and keeps what each rule found."""

    window: QQuickWindow
    look: QObject
    variants: Sequence[Variant]
    pictures: Path | None = None
    seen: list[Seen] = field(default_factory=list)
    stops: list[str] = field(default_factory=list)
    shots: dict[tuple[str, Variant], str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    busy: Callable[[], bool] = lambda: False
    """Whether the screen still waits for a worker (papers made anew in another language)."""

    def run(self, tour: Iterable[str]) -> None:
        """Examine every stop of the tour."""
        QAccessible.setActive(True)
        for stop in tour:
            self.stops.append(stop)
            self._examine(stop)

    def _examine(self, stop: str) -> None:
        vietnamese: dict[tuple[str, int, str], WindowSnapshot] = {}
        for variant in sorted(self.variants, key=lambda v: v.language, reverse=True):
            self.put_on(variant)
            snapshot = WindowSnapshot(self.window, float(self.look.property("pixelsPerMm")))
            self._keep_picture(stop, variant, snapshot.image)
            found = [finding for rule in RULES for finding in rule(snapshot)]
            key = (variant.theme, variant.text_size, variant.resolution)
            if variant.language == WRITTEN_FIRST:
                vietnamese[key] = snapshot
            elif variant.language == PSEUDO.code:
                found += texts.third_language(snapshot)
            elif key in vietnamese:
                found += texts.translated(vietnamese[key], snapshot)
            if walks(variant):
                found += keyboard.passage(snapshot)
            found += [Complaint(rule=Rule.QML_WARNING, where=stop, detail=text) for text in self.warnings]
            self.warnings.clear()
            self.seen += [Seen(screen=stop, variant=variant, finding=finding) for finding in dict.fromkeys(found)]
        self.put_on(replace(self.variants[0], language=WRITTEN_FIRST))  # the tour goes on in Vietnamese

    def put_on(self, variant: Variant) -> None:
        """Show the screen in front as this variant has it, and wait until it is quiet."""
        self.look.setProperty("theme", THEMES.index(variant.theme))
        self.look.setProperty("textSize", variant.text_size - 1)
        self.look.setProperty("language", LANGUAGES.index(variant.language))
        size = RESOLUTIONS[variant.resolution]
        if self.window.size() != size:
            self.window.resize(size)
        settle(self.window)
        until = time.monotonic() + LONGEST_WAIT_S
        while self.busy() and time.monotonic() < until:
            settle(self.window)

    def _keep_picture(self, stop: str, variant: Variant, image: QImage) -> None:
        if self.pictures is None:
            return
        name = f"{len(self.stops):02d}-{variant}.jpg".replace(" ", "-")
        fitted = image.scaled(
            THUMBNAIL, THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.save(str(self.pictures / name), quality=82)
        self.shots[(stop, variant)] = name


def settle(window: QQuickWindow) -> None:
    """Let layouts and queued signals come to rest (motion is off)."""
    for _ in range(QUIET_ROUNDS):
        QCoreApplication.processEvents()
        time.sleep(0.004)
    window.update()
    QCoreApplication.processEvents()
