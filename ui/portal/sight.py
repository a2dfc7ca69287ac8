"""What the page in front means for the filing: which step it is, which fields take which value, how they stand.

Pure: a scan and the words of the frames in, one value out. The judging itself is `kiosk.filing`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kiosk.filing.control import Control, Field, fields_of
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.hosts import host_of
from kiosk.filing.left_out import left_out
from kiosk.filing.matching import Matched, match
from kiosk.filing.messages import PortalVisit
from kiosk.filing.never import guarded
from kiosk.filing.outcome import Judged, PageSays, outcome
from kiosk.filing.outcome import Page as Said
from kiosk.filing.page_rules import Actor, PortalStep, Rules, Secrecy
from kiosk.filing.reading_back import FieldState, field_state, is_empty, papers_named, value_in
from kiosk.filing.steps import step_of
from ui.portal.page import FrameWords, PageScan

NOTHING = Judged(says=PageSays.NOTHING)
STRANGE = 3
"""A page with so many fields to fill, most of which the content does not know, is not the page the content means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySight:
    """One value of the visit on the page in front: `field` is None where the page does not show it."""

    entry: Entry
    field: Field | None
    state: FieldState
    on_page: str = ""
    """What stands there as a person reads it."""

    @property
    def stands(self) -> bool:
        """Whether nothing is left to do: it holds the value, or an answer where the visit knows none."""
        answered = self.state is FieldState.DEFAULT and not self.entry.value
        return self.state is FieldState.FILLED or answered

    def __repr__(self) -> str:
        return f"<EntrySight {self.entry.id} {self.state.value}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The page as the guide shows it."""

    step: PortalStep | None = None
    secrecy: Secrecy = Secrecy.OPEN
    judged: Judged = NOTHING
    entries: tuple[EntrySight, ...] = ()
    fields: int = 0
    """Controls a person could fill here, known or not."""
    host: str = ""
    """Of the frame with most fields."""
    address: str = ""
    """Of the main frame."""
    takes_keys: bool = False
    """A native date of the page has the cursor."""
    received: frozenset[str] = frozenset()
    """Ids of the papers that the page names: it has taken them."""
    asks_besides: tuple[str, ...] = ()
    """Fields that the page marks as needed, that are empty and take no value of the visit: as the page calls them."""
    at_cursor: str = ""
    """The value whose field has the cursor; empty where none has, or nobody knows which it is."""

    @property
    def curtain(self) -> bool:
        """Whether the person does this alone, and the guide shows no value."""
        return self.secrecy is not Secrecy.OPEN

    @property
    def shown(self) -> tuple[EntrySight, ...]:
        """What of the visit this page asks for."""
        return tuple(each for each in self.entries if each.field is not None)

    @property
    def left_out(self) -> tuple[EntrySight, ...]:
        """Values that belong on this page and that no field of it takes: typed by hand, if it asks for them."""
        known = left_out([each.entry for each in self.entries], {each.entry.id for each in self.shown})
        ids = {each.id for each in known} if not self.curtain else set()
        return tuple(each for each in self.entries if each.entry.id in ids)

    @property
    def concluded(self) -> bool:
        """Whether every field that this page asks for is only concluded."""
        return bool(self.shown) and all(each.entry.inferred for each in self.shown)

    @property
    def by_hand(self) -> bool:
        """Whether the values stand large, to be typed: a page of no known step, or one the map no longer fits."""
        unknown = not self.shown and (self.step is None or self.step.actor is Actor.KIOSK)
        return not self.curtain and (bool(self.stale_host) or unknown)

    @property
    def stale_host(self) -> str:
        """The host where the map of the content no longer fits; empty where it does."""
        wanted = [
            each
            for each in self.entries
            if each.entry.kind is not ControlKind.FILE and (each.field is not None or not each.entry.instead_of)
        ]
        found = [each for each in wanted if each.field is not None]
        asks = self.step is not None and self.step.actor is Actor.KIOSK and not self.curtain
        known = 2 * len(found) >= min(len(wanted), self.fields)
        return self.host if asks and wanted and self.fields >= STRANGE and not known else ""


def sight(visit: PortalVisit, scanned: PageScan, words: Sequence[FrameWords], typed: Collection[str] = ()) -> Sight:
    """The page as it stands; `typed` are the entries that the kiosk has entered here."""
    rules = visit.rules
    never = guarded(scanned.controls, scanned.addresses, rules)
    open_controls = [each for each in scanned.controls if (each.frame, each.index) not in never]
    found = match(visit.entries, open_controls)
    step = _step(words, rules)
    secrecy = _secrecy(step, words, never, scanned.controls, rules)
    cursors = {each.cursor for each in words if each.cursor is not None}
    return Sight(
        step=step,
        secrecy=secrecy,
        judged=outcome(_whole(words), rules) if words else NOTHING,
        entries=tuple(_entry_sight(entry, found, entry.id in typed) for entry in visit.entries),
        fields=sum(each.visible and not each.read_only and not each.is_choice for each in open_controls),
        host=_host_of_form(scanned, open_controls),
        address=words[0].address if words else "",
        asks_besides=tuple(_asks_besides(open_controls, found)),
        received=papers_named(visit.entries, "\n".join(each.words for each in words)),
        takes_keys=any(each.takes_keys for each in words),
        at_cursor=_with_cursor(found, cursors),
    )


def _asks_besides(controls: Sequence[Control], found: Matched) -> Iterator[str]:
    """What the page itself marks as missing; a person finds it by the words beside it."""
    taken = {(each.frame, each.index) for field in found.fields.values() for each in field.controls}
    for field in fields_of(controls):
        first = field.first
        said = (first.group or first.label).strip(" *:")
        wanted = any(each.required for each in field.controls) and not first.is_file and not first.read_only
        if wanted and said and (first.frame, first.index) not in taken and is_empty(field):
            yield said


def _with_cursor(found: Matched, cursors: Collection[tuple[int, int]]) -> str:
    """The entry of the field one of whose controls has the cursor."""
    places = {key: {(each.frame, each.index) for each in field.controls} for key, field in found.fields.items()}
    return next((key for key, own in places.items() if own & set(cursors)), "")


def _entry_sight(entry: Entry, found: Matched, typed: bool) -> EntrySight:  # noqa: FBT001 handed on as it is
    field = found.fields.get(entry.id)
    on_page = value_in(field) if field is not None else ""
    return EntrySight(entry=entry, field=field, state=field_state(entry, field, typed=typed), on_page=on_page)


def _whole(words: Sequence[FrameWords]) -> Said:
    """The page as a person sees it: the address of the main frame, the words of all."""
    return Said(address=words[0].address, words="\n".join(each.words for each in words))


def _step(words: Sequence[FrameWords], rules: Rules) -> PortalStep | None:
    """The step of the whole page; else that of a frame, such as a form from another host."""
    if not words:
        return None
    pages = [_whole(words), *(Said(address=each.address, words=each.words) for each in words[1:])]
    return next((step for page in pages if (step := step_of(page, rules)) is not None), None)


def _secrecy(
    step: PortalStep | None,
    words: Sequence[FrameWords],
    never: dict[tuple[int, int], Secrecy],
    controls: Sequence[Control],
    rules: Rules,
) -> Secrecy:
    """The strictest of: whose page it is, which step, and what the page asks for."""
    host = host_of(words[0].address) if words else None
    if host in rules.payment_hosts:
        return Secrecy.PAYMENT
    if host in rules.login_hosts:
        return Secrecy.LOGIN
    if step is not None and step.secrecy is not Secrecy.OPEN:
        return step.secrecy
    asked = [
        never[each.frame, each.index]
        for each in controls
        if (each.frame, each.index) in never and each.visible and (each.is_text or each.type == "password")
    ]
    return next((why for why in (Secrecy.LOGIN, Secrecy.CODE) if why in asked and _alone(controls)), Secrecy.OPEN)


def _alone(controls: Sequence[Control]) -> bool:
    """Whether the page asks for little else: a captcha below a long form covers itself alone."""
    return sum(each.visible and each.is_text for each in controls) <= 8


def _host_of_form(scanned: PageScan, controls: Sequence[Control]) -> str:
    """The host of the frame with most controls."""
    counts = {frame.number: sum(each.frame == frame.number for each in controls) for frame in scanned.frames}
    best = max(scanned.frames, key=lambda frame: counts[frame.number], default=None)
    return (host_of(best.address) or "") if best else ""
