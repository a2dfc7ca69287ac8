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

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.content.pseudo_language import PSEUDO
from kiosk.i18n import Language
from ui.audit import controls, keyboard, pixels, room, texts
from ui.audit.complaint import LANGUAGES, RESOLUTIONS, TEXT_SIZES, THEMES, Complaint, Rule, Seen, Variant
from ui.audit.judged import JudgedStop, JudgedStops, not_yet
from ui.audit.snapshot import WindowSnapshot

LAID_OUT: tuple[Callable[[WindowSnapshot], Iterator[Complaint]], ...] = (
    controls.names_and_roles,
    controls.target_sizes,
    controls.target_gaps,
    controls.ways_out,
    texts.whole,
    texts.unbroken,
    texts.apart,
    texts.large_enough,
    texts.spoken,
    texts.composed,
    room.page_used,
    room.grown_as_chosen,
    room.whole_at_the_fold,
    room.quiet_citations,
)
"""What hangs on words and places: judged once for all themes in which every item stands where it stood."""
DRAWN = (pixels.contrast, pixels.colour_alone)
"""What hangs on colours: judged in every theme."""
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


def chosen_variants(*, small: bool, themes: Sequence[str] = (), resolutions: Sequence[str] = ()) -> list[Variant]:
    """The matrix or its corners, in these themes and resolutions; in all where none is named."""
    return [
        variant
        for variant in (small_matrix() if small else whole_matrix())
        if variant.theme in (themes or THEMES) and variant.resolution in (resolutions or RESOLUTIONS)
    ]


def walks(variant: Variant) -> bool:
    """Whether this variant is also walked through by keyboard: the order does not hang on letters or language, the
    visible focus hangs on the theme."""
    return (
        variant.language == WRITTEN_FIRST
        and variant.text_size in {1, 4}
        and variant.resolution in {"1366x768", "1080x1920"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OneLook:
    """One look at a stop, with what the rules about words and places found."""

    variant: Variant
    snapshot: WindowSnapshot
    laid_out: tuple[Complaint, ...]


@dataclass(slots=True, kw_only=True)
class ShownElsewhere:
    """What other variants of the same stop showed, for the rules that hold two looks against each other."""

    vietnamese: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    """The words in Vietnamese, by resolution and text size."""
    smallest: dict[tuple[str, str], dict[tuple[str, str], float]] = field(default_factory=dict)
    """The letters in the smallest text size, by resolution and language."""

    def compared(self, variant: Variant, snapshot: WindowSnapshot) -> Iterator[Complaint]:
        """What a look shows beside the Vietnamese one and beside the smallest letters, which come before it."""
        if variant.language == WRITTEN_FIRST:
            self.vietnamese[variant.resolution, variant.text_size] = {node.text for node in snapshot.texts}
        elif variant.language == PSEUDO.code:
            yield from texts.third_language(snapshot)
        else:
            written = self.vietnamese.get((variant.resolution, variant.text_size), set())
            yield from texts.translated(written, snapshot)
        shape = (variant.resolution, variant.language)
        if variant.text_size == min(TEXT_SIZES):
            self.smallest[shape] = room.letters(snapshot)
        yield from room.grown_with_the_size(self.smallest.get(shape, {}), snapshot)


@dataclass(slots=True, kw_only=True)
class AuditRun:
    """Goes from stop to stop of the tour and keeps what each rule found."""

    window: QQuickWindow
    look: QObject
    variants: Sequence[Variant]
    pictures: Path | None = None
    kept: JudgedStops | None = None
    """Where each stop is kept as soon as it was judged."""
    tell: Callable[[JudgedStop], None] = lambda _: None
    """Called after each stop that was looked at."""
    judged: list[JudgedStop] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    busy: Callable[[], bool] = lambda: False
    """Whether the screen still waits for a worker (papers made anew in another language)."""

    @property
    def seen(self) -> list[Seen]:
        """Every finding of every stop."""
        return [seen for judged in self.judged for seen in judged.seen]

    @property
    def stops(self) -> list[str]:
        """The names of the stops, in the order of the tour."""
        return [judged.stop for judged in self.judged]

    def run(self, tour: Iterable[str]) -> None:
        """Examine every stop of the tour, but for what earlier runs judged of it."""
        QAccessible.setActive(True)
        for stop in tour:
            judged = self.kept.of(stop, tuple(self.variants)) if self.kept is not None else not_yet(stop)
            left = self._left(judged.variants)
            self.judged.append(judged.and_also(self._examine(stop, left)) if left else judged)

    def words_and_places(self, stop: str) -> list[Seen]:
        """What the rules about words and places find in the screen in front, in each variant, without the walk by
        keyboard and the measured colours: for many screens of one make, of which the tour visits a few."""
        shown = ShownElsewhere()
        looks = [self._look(variant, None, shown) for variant in sorted(self.variants, key=_turn)]
        self.put_on(replace(self.variants[0], language=WRITTEN_FIRST))
        return [
            Seen(screen=stop, variant=look.variant, finding=found)
            for look in looks
            for found in dict.fromkeys(look.laid_out)
        ]

    def _left(self, known: Sequence[Variant]) -> list[Variant]:
        """What is still to be looked at: a resolution and theme at once, as its looks are held against each other."""
        shapes = {(variant.resolution, variant.theme) for variant in self.variants if variant not in known}
        return [variant for variant in self.variants if (variant.resolution, variant.theme) in shapes]

    def _examine(self, stop: str, variants: Sequence[Variant]) -> JudgedStop:
        shown = ShownElsewhere()
        seen: list[Seen] = []
        shots: dict[str, str] = {}
        before: OneLook | None = None
        for variant in sorted(variants, key=_turn):
            before = self._look(variant, before, shown)
            if self.pictures is not None:
                name = f"{len(self.judged) + 1:02d}-{variant}.jpg".replace(" ", "-")
                shots[str(variant)] = name
                keep_picture(before.snapshot.image, self.pictures / name)
            seen += [Seen(screen=stop, variant=variant, finding=found) for found in self._found(stop, before)]
        self.put_on(replace(self.variants[0], language=WRITTEN_FIRST))  # the tour goes on in Vietnamese
        judged = JudgedStop(stop=stop, variants=tuple(variants), seen=tuple(seen), shots=shots)
        if self.kept is not None:
            self.kept.add(judged)
        self.tell(judged)
        return judged

    def _look(self, variant: Variant, before: OneLook | None, shown: ShownElsewhere) -> OneLook:
        """Show it and judge words and places, or take over what was found of them in another theme."""
        same = before if before is not None and replace(before.variant, theme=variant.theme) == variant else None
        if same is None:
            self.put_on(variant)
        else:
            self._recolour(variant.theme)
        scale = float(self.look.property("pixelsPerMm"))
        snapshot = WindowSnapshot(self.window, scale, same.snapshot if same is not None else None)
        if same is not None and snapshot.is_unmoved:
            return OneLook(variant=variant, snapshot=snapshot, laid_out=same.laid_out)
        found = [finding for rule in LAID_OUT for finding in rule(snapshot)]
        return OneLook(variant=variant, snapshot=snapshot, laid_out=(*found, *shown.compared(variant, snapshot)))

    def _found(self, stop: str, look: OneLook) -> Iterable[Complaint]:
        """Each finding of this look once."""
        found = [*look.laid_out, *(finding for rule in DRAWN for finding in rule(look.snapshot))]
        if walks(look.variant):
            found += keyboard.passage(look.snapshot)
        found += [Complaint(rule=Rule.QML_WARNING, where=stop, detail=text) for text in self.warnings]
        self.warnings.clear()
        return dict.fromkeys(found)

    def _recolour(self, theme: str) -> None:
        """Show the screen in front in another theme, which moves nothing."""
        self.look.setProperty("theme", THEMES.index(theme))
        QCoreApplication.processEvents()

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


def _turn(variant: Variant) -> tuple[bool, str, str, int]:
    """Vietnamese first, and all themes of one shape after each other."""
    return variant.language != WRITTEN_FIRST, variant.language, variant.resolution, variant.text_size


def keep_picture(image: QImage, path: Path) -> None:
    """A small copy for the contact sheet."""
    fitted = image.scaled(
        THUMBNAIL, THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    fitted.save(str(path), quality=82)


def settle(window: QQuickWindow) -> None:
    """Let layouts and queued signals come to rest (motion is off)."""
    for _ in range(QUIET_ROUNDS):
        QCoreApplication.processEvents()
        time.sleep(0.004)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # without a loop of events nothing else does
    window.update()
    QCoreApplication.processEvents()
