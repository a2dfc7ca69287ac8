"""The notices for people who walk by or wait: one sheet after another, on a screen that nobody touches.

A television has room for a whole slide; a strip of lights shows one sentence of it at a time. Each language has a
round of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.content.notice import IdleNotice, in_rotation
from kiosk.i18n import Language, Text
from kiosk.station.noticeboard import Noticeboard
from ui.shown.qr import public_qr_rows
from ui.shown.snapshot import ViewModel

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

STRIP_SHAPE = 2.6
"""Width over height from which a screen is a strip: a television is 1.78, the widest monitor 2.4."""
STRIP_SIDE = 300
"""Pixels of the shorter side below which any screen is one; four lines of letters are no more legible on it."""
SHORTEST = 5
"""Seconds of one sentence: as long as a slide stays at least."""
_WAITING = Text(
    "Trong lúc chờ, quét mã này để xem thủ tục và nộp qua mạng",
    "While you wait, scan this to look up procedures and file online",
)
_HOTLINE = Text("Hỏi đáp: {number}", "Questions: {number}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is shown at one moment, for `seconds`; `notice` is the place of its notice in the round, from 0."""

    heading: str
    points: tuple[str, ...] = ()
    drawing: str = ""
    seconds: int = 12
    notice: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PanoProps:
    """`notices` is their number, `notice` the one shown. No `qr` where it would be too fine to be scanned."""

    strip: bool = False
    place_name: str = ""
    opening_hours: str = ""
    hotline: str = ""
    heading: str = ""
    points: tuple[str, ...] = ()
    drawing: str = ""
    seconds: int = 12
    notices: int = 0
    notice: int = 0
    qr: tuple[tuple[bool, ...], ...] = ()
    qr_words: str = ""


def sheets(board: Noticeboard, language: Language, day: date, *, strip: bool) -> tuple[Sheet, ...]:
    """One round in one language; never empty: where no notice holds, the place is named."""
    rotation = in_rotation(board.notices, day)
    round_ = [sheet for at, notice in enumerate(rotation) for sheet in _sheets_of(notice, at, language, strip=strip)]
    if strip or not round_:
        round_ += _about_the_place(board, language, len(rotation), strip=strip)
    return tuple(round_)


def _sheets_of(notice: IdleNotice, at: int, language: Language, *, strip: bool) -> Iterator[Sheet]:
    heading, points = notice.heading.say(language), tuple(point.say(language) for point in notice.points)
    if not strip:
        yield Sheet(heading=heading, points=points, drawing=notice.illustration, seconds=notice.seconds, notice=at)
        return
    sentences = (heading, *points)
    seconds = max(SHORTEST, notice.seconds // len(sentences))
    yield from (Sheet(heading=sentence, seconds=seconds, notice=at) for sentence in sentences)


def _about_the_place(board: Noticeboard, language: Language, at: int, *, strip: bool) -> Iterator[Sheet]:
    place, *rest = _place(board, language)
    if not strip:
        yield Sheet(heading=place, drawing="counter", notice=at)
        return
    sentences = (place, *rest, _words_of_qr(board).say(language))
    yield from (Sheet(heading=sentence, seconds=SHORTEST, notice=at) for sentence in sentences if sentence)


def _words_of_qr(board: Noticeboard) -> Text:
    own = board.settings.pano.qr_words
    return own if own.vi else _WAITING


def _place(board: Noticeboard, language: Language) -> tuple[str, str, str]:
    """Name of the place, opening hours, telephone number for questions."""
    commune, hotline = board.settings.commune, board.settings.portal.hotline
    return (
        f"{commune.name.say(language)}, {commune.province.say(language)}",
        commune.opening_hours.say(language),
        _HOTLINE.filled(number=hotline).say(language) if hotline else "",
    )


def derive_pano(
    board: Noticeboard, language: Language, round_: tuple[Sheet, ...], at: int, *, strip: bool
) -> PanoProps:
    """One sheet of the round, with what stands beside all of them."""
    shown, settings = round_[at], board.settings
    place, hours, hotline = _place(board, language)
    return PanoProps(
        strip=strip,
        place_name=place,
        opening_hours=hours,
        hotline=hotline,
        heading=shown.heading,
        points=shown.points,
        drawing=shown.drawing,
        seconds=shown.seconds,
        notices=round_[-1].notice + 1,
        notice=shown.notice,
        qr=public_qr_rows(settings.pano.qr or settings.portal.national),
        qr_words=_words_of_qr(board).say(language),
    )


@QmlElement
class PanoViewModel(ViewModel[PanoProps]):
    """Goes through the rounds; `board` is read anew before each, so that new content and a new day show by
    themselves."""

    def __init__(self, board: Callable[[], Noticeboard], today: Callable[[], date]) -> None:
        super().__init__()
        self._read = board
        self._today = today
        self._board = board()
        self._strip = False
        self._language = 0
        self._at = 0
        self._begin()

    @Slot(int, int)
    def fit(self, width: int, height: int) -> None:
        """Take in the screen's size in pixels; another kind of screen begins the round anew."""
        strip = width > height * STRIP_SHAPE or min(width, height) < STRIP_SIDE
        if strip is not self._strip:
            self._strip = strip
            self._begin()

    @Slot()
    def next(self) -> None:
        """The sheet was long enough in front."""
        self._at += 1
        if self._at >= len(self._round):
            self._board = self._read()
            self._language = (self._language + 1) % len(self._board.languages)
            self._begin()
        else:
            self._look()

    def _begin(self) -> None:
        self._at = 0
        self._round = sheets(self._board, self._spoken, self._today(), strip=self._strip)
        self._look()

    @property
    def _spoken(self) -> Language:
        return self._board.languages[self._language % len(self._board.languages)]

    def _look(self) -> None:
        self.show(derive_pano(self._board, self._spoken, self._round, self._at, strip=self._strip))
