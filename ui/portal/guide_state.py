"""The guide's state from what was seen of the page, and the words of a fault. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kiosk.filing.entry import ControlKind
from kiosk.filing.hosts import host_of
from kiosk.filing.page_rules import Actor, Secrecy
from kiosk.filing.reading_back import FieldState
from ui.portal.portal_model import FilingProps, Front
from ui.portal.sight import EntrySight, Sight

MOST_NAMED = 4
"""Fields that are named in one sentence; the rows below tell of all."""
MOST_ELSEWHERE = 2
"""Of answers without a field: in the largest letters the rows must stay in sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultWords:
    """What a person reads about a fault."""

    title: str
    remedy: str
    staff: str


def _is_file(each: EntrySight) -> bool:
    return each.entry.kind is ControlKind.FILE


def _is_left(each: EntrySight, answered: Collection[str]) -> bool:
    """Whether the person still has to look at it: also what the portal has put there by itself."""
    return each.state is not FieldState.FILLED and not (each.stands and each.entry.id in answered)


def _named(said: Sequence[str], most: int = MOST_NAMED) -> str:
    return "; ".join(said[:most]) + ("…" if len(said) > most else "")


def derive(props: FilingProps, seen: Sight, code: str, answered: Collection[str] = ()) -> FilingProps:
    """The screen after a look at the page. `code` is the dossier's, once it was caught; `answered` are the entries
    that the person has filled."""
    front = props.front
    if front is Front.PAGE and code:
        front = Front.FILED
    known = [each for each in seen.shown if each.entry.value]
    asked = [each.entry.says for each in seen.shown if _is_left(each, answered) and not _is_file(each)]
    asked += seen.asks_besides
    return replace(
        props,
        front=front,
        left=len(asked) if known else 0,
        left_says=_named(asked),
        elsewhere_says=_named([each.entry.says for each in seen.left_out], MOST_ELSEWHERE) if known else "",
        host=host_of(seen.address) or "",
        step=seen.step.says if seen.step is not None else "",
        kiosk_fills=seen.step is not None and seen.step.actor is Actor.KIOSK,
        secrecy=seen.secrecy,
        can_fill=bool(known) and not seen.curtain,
        concluded=seen.concluded,
        by_hand=seen.by_hand,
        at_cursor=seen.at_cursor,
        code=code,
        qr_rows=props.qr_rows if seen.secrecy is Secrecy.LOGIN else (),
        qr_spent=props.qr_spent and seen.secrecy is Secrecy.LOGIN,
    )
