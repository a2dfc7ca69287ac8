"""A coached journey as a content file (`assets/content/guides/<id>.toml`) says it: steps, ways out of them, exits.

A step asks for one action and has two ways: `next` when it worked, `trouble` when it did not; or it asks one
question and has `choices`. Ways only lead forward (`kiosk.guides.check` proves it), so every walk ends.
Volunteers guide; they never type a password, an OTP or a passcode: such steps are marked `secret`.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

import msgspec

from kiosk.content.fact import Fact
from kiosk.i18n import Text


class Topic(Enum):
    """What a guide is about; the screen lists guides by it, in this order."""

    VNEID = "vneid"
    VNEID_TROUBLE = "vneid-trouble"
    HOUSEHOLD_BOOK = "household-book"
    HEALTH = "health"
    MONEY = "money"
    RESIDENCE = "residence"
    TRAFFIC = "traffic"


class LineKind(Enum):
    """What a line of the drawn phone is."""

    HEADING = "heading"
    TEXT = "text"
    FIELD = "field"
    DOTS = "dots"
    """A field whose value is hidden."""
    ITEM = "item"
    """A row of a list that can be touched."""
    BUTTON = "button"


class ScreenLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of the drawn phone; `lit` marks the spot to touch."""

    kind: LineKind
    text: Text
    lit: bool = False


class PhoneScreen(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A phone screen of our own drawing, always shown with "hình minh họa" and its date: the app may have changed."""

    app: Text
    """What stands at the top of the phone: the name of the app, or what kind of app it is."""
    drawn: date
    lines: tuple[ScreenLine, ...]


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One answer to the question of a step."""

    label: Text
    to: str


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One action or one question. `to`-keys name steps or exits of the same guide."""

    id: str
    text: Text
    spoken: Text | None = None
    """Said aloud instead of `text`, where the ear needs other words."""
    illustration: str | None = None
    """A drawing of `assets/illustrations`, when no phone is drawn."""
    screen: PhoneScreen | None = None
    after: Text | None = None
    """What is seen once it is done, where the next step's drawn phone does not show it (`next_heading`)."""
    helper: Text | None = None
    """For the volunteer, small."""
    secret: bool = False
    """A password, OTP or passcode is typed here, by the person alone."""
    basis: Fact | None = None
    """Where this step's own facts come from, when not from the guide's sources."""
    next: str | None = None
    trouble: str | None = None
    choices: tuple[Choice, ...] = ()

    @property
    def ways(self) -> tuple[str, ...]:
        """Everything one can go to from here."""
        ends = (self.next, self.trouble, *(choice.to for choice in self.choices))
        return tuple(end for end in ends if end is not None)


class ExitKind(Enum):
    """What a guide leads to: the aim itself, another guide, or a counter."""

    DONE = "done"
    GO_ON = "go-on"
    """Another guide takes over; `then` names it."""
    HAND_OVER = "hand-over"
    """Beyond this station: a slip is printed that names the counter."""


class Exit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One end of a guide."""

    id: str
    kind: ExitKind
    text: Text
    counter: str | None = None
    """Key of `counters.toml`; every hand-over has one."""
    bring: tuple[Text, ...] = ()
    """What to take to the counter; printed on the slip."""
    then: str | None = None
    """Another guide that goes on from here."""


class Guide(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One guide. `id` is the file's name without its ending."""

    id: str
    topic: Topic
    order: int
    """Place among the guides of its topic, small first."""
    title: Text
    summary: Text
    illustration: str
    start: str
    minutes: int
    """How long it usually takes; our own estimate."""
    bring: tuple[Text, ...] = ()
    """What to have at hand before starting."""
    procedure: str | None = None
    """The procedure this guide helps with."""
    steps: tuple[Step, ...]
    exits: tuple[Exit, ...]
    status: Fact

    def step(self, key: str) -> Step | None:
        """The step of that id, or None."""
        return next((step for step in self.steps if step.id == key), None)

    def exit(self, key: str) -> Exit | None:
        """The exit of that id, or None."""
        return next((end for end in self.exits if end.id == key), None)

    def next_heading(self, step: Step) -> Text | None:
        """The heading of the phone that the next step draws: what is seen when `step` worked."""
        screen = follower.screen if step.next and (follower := self.step(step.next)) else None
        headings = (line.text for line in screen.lines if line.kind is LineKind.HEADING) if screen else ()
        return next(iter(headings), None)

    def basis(self, step: Step) -> Fact:
        """How far a step may be believed, and by whose word."""
        return step.basis or self.status


class ServiceCounter(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place or hotline people are handed to. The commune's overlay sets its own telephone, hours and room."""

    name: Text
    where: Text
    hours: Text
    phone: str = ""
    """Empty until the commune has filled it in."""


class Counters(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`counters.toml`: the counters of the hall, by the id that a guide's exit names."""

    counters: dict[str, ServiceCounter]
