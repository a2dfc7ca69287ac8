"""Guides by topic, and the ways out of one step of a guide."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from kiosk.guides.guide import Guide, LineKind, PhoneScreen, Topic
from kiosk.guides.walk import Way, WayKind
from kiosk.i18n import Language
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideRow:
    """One guide; `topic` is set on the first guide of its topic."""

    id: str
    title: str
    summary: str
    minutes: int
    topic: Topic | None


@QmlElement
class GuideList(RecordList):
    """The guides that can be started."""

    record = GuideRow


def guide_row(guide: Guide, language: Language, *, first: bool) -> GuideRow:
    """`first` of its topic names the topic, which the page draws as a heading."""
    return GuideRow(
        id=guide.id,
        title=guide.title.say(language),
        summary=guide.summary.say(language),
        minutes=guide.minutes,
        topic=guide.topic if first else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WayRow:
    """One way on; `label` is empty where the screen has its own word."""

    kind: WayKind
    label: str


@QmlElement
class WayList(RecordList):
    """The ways out of a step."""

    record = WayRow


def way_row(way: Way, language: Language) -> WayRow:
    """The button of one way."""
    return WayRow(kind=way.kind, label=way.label.say(language) if way.label else "")


def phone_lines(screen: PhoneScreen, language: Language) -> tuple[str, ...]:
    """The rows of the drawn phone; a hidden field shows dots."""
    return tuple("••••••" if line.kind is LineKind.DOTS else line.text.say(language) for line in screen.lines)


def lit_line(screen: PhoneScreen) -> int:
    """The number of the row that a person is shown to touch; -1 for none."""
    return next((place for place, line in enumerate(screen.lines) if line.lit), -1)
