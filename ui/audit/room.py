"""Rules about the room of a page: used, nothing cut at the fold, letters that grew as chosen, quiet citations.

They judge what a visitor sees; a question that lies over a page, and the staff's pages, they leave out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np
from PySide6.QtCore import QObject, QRectF
from PySide6.QtQml import qmlEngine

from ui.audit.complaint import Complaint, Rule
from ui.audit.snapshot import CAPITAL_MM, Node, WindowSnapshot

LEAST_USED = 0.6
CELL_MM = 4.0
AROUND_MM = 8.0
"""What lies so near to a thing is its margin and counts as used."""
LEAST_GROWTH = (1.0, 1.06, 1.12, 1.2)
"""What each text size promises of every text, those of the top and bottom line, headings and notes too."""
LARGE_MM = 8.1
"""Capitals so high are as large as an answer in the largest text size."""
FOLD_PX = 3.0
CITATION = re.compile(r"\b\d+/\d{4}/[A-ZĐ]{2}")
"""The number of a law, decree or circular: 116/2026/TT-BCA."""


def page_used(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """At least 60 % of the page between the top and the bottom line holds something."""
    page = _page(snapshot)
    if page is None or snapshot.dialog is not None or snapshot.is_staff:
        return
    share = used_share([_seen(node) for node in snapshot.nodes if _holds_something(node, page)], page, snapshot)
    if share < LEAST_USED:
        yield Complaint(rule=Rule.ROOM, where="page", detail=f"{share:.0%} of the page used")


def used_share(things: list[QRectF], page: QRectF, snapshot: WindowSnapshot) -> float:
    """The share of the cells of `page` that one of `things` touches with the margin around it."""
    cell, around = CELL_MM * snapshot.pixels_per_mm, AROUND_MM * snapshot.pixels_per_mm
    used = np.zeros((max(1, int(page.height() / cell)), max(1, int(page.width() / cell))), dtype=bool)
    for thing in things:
        part = thing.adjusted(-around, -around, around, around).intersected(page)
        if part.isEmpty():
            continue
        left, top = (part.left() - page.left()) / cell, (part.top() - page.top()) / cell
        right, bottom = (part.right() - page.left()) / cell, (part.bottom() - page.top()) / cell
        used[int(top) : int(np.ceil(bottom)), int(left) : int(np.ceil(right))] = True
    return float(used.mean())


def _page(snapshot: WindowSnapshot) -> QRectF | None:
    tops = [node.rect.bottom() for node in snapshot.nodes if _is(node, "TopLine")]
    bottoms = [node.rect.top() for node in snapshot.nodes if _is(node, "BottomLine")]
    if not tops or not bottoms:
        return None
    return QRectF(0, tops[-1], snapshot.window.width(), bottoms[-1] - tops[-1])


def _is(node: Node, component: str) -> bool:
    return node.item.metaObject().className().startswith(f"{component}_QML")


def _holds_something(node: Node, page: QRectF) -> bool:
    """A text, a control, a picture, or a card with an edge of its own; the ground of the page is nothing."""
    if not node.shown.intersects(page):
        return False
    if node.is_text or node.is_control or node.item.inherits("QQuickCanvasItem"):
        return True
    if node.is_picture:
        return float(node.item.property("paintedWidth")) > 0
    return node.is_drawn and node.rect.height() < 0.95 * page.height()


def _seen(node: Node) -> QRectF:
    if node.is_text:
        return node.letters.intersected(node.shown)
    if node.is_picture:
        width, height = float(node.item.property("paintedWidth")), float(node.item.property("paintedHeight"))
        middle = node.rect.center()
        return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height).intersected(node.shown)
    return node.shown


def grown_as_chosen(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """Whoever chose larger letters finds none that stayed at the floor."""
    growth = _growth(snapshot)
    if snapshot.is_staff or growth <= 1:
        return
    for node in snapshot.texts:
        capital = snapshot.capital_mm(node)
        if capital < CAPITAL_MM * growth - 0.1 and not _drawn_letters(node):
            detail = f"{capital:.1f} mm instead of {CAPITAL_MM * growth:.1f}: “{node.text[:60]}”"
            yield Complaint(rule=Rule.NOT_GROWN, where=node.path, detail=detail)


def letters(snapshot: WindowSnapshot) -> dict[tuple[str, str], float]:
    """The size of the letters of each text of a screen, by place and words; the smallest where both stand twice."""
    sizes: dict[tuple[str, str], float] = {}
    for node in snapshot.texts:
        key = (node.path, node.text)
        sizes[key] = min(node.em, sizes.get(key, node.em))
    return sizes


def grown_with_the_size(smallest: Mapping[tuple[str, str], float], snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """The lines at the edges, headings, answers and notes are all larger than in the `smallest` text size.

    Letters that are large at every size (digits, a countdown, words that fill their frame) may stay.
    """
    growth = _growth(snapshot)
    if snapshot.is_staff or growth <= 1:
        return
    for node in snapshot.texts:
        before = smallest.get((node.path, node.text))
        if before is None or snapshot.capital_mm(node) >= LARGE_MM - 0.1 or _drawn_letters(node):
            continue
        if node.em < before * growth - 1:
            detail = f"{node.em / before:.2f} instead of {growth:.2f} times as large: “{node.text[:60]}”"
            yield Complaint(rule=Rule.STAYED, where=node.path, detail=detail)


def _growth(snapshot: WindowSnapshot) -> float:
    """How much larger the chosen text size must be at least; beside a keyboard on a low screen, one step at most."""
    children = snapshot.window.contentItem().childItems()
    engine = qmlEngine(children[0]) if children else None
    look = engine.singletonInstance("Kiosk.Style", "Look") if engine is not None else None
    if not isinstance(look, QObject):
        return 1.0
    step = int(look.property("textSize"))
    return LEAST_GROWTH[min(1, step) if look.property("cramped") else step]


def _drawn_letters(node: Node) -> bool:
    """Letters inside a drawing (a phone, a sheet) and the keys of the keyboard, which have a size of their own."""
    return node.in_drawing or any(n.is_touch_only for n in node.ancestors)


def whole_at_the_fold(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """What can be touched or read is shown whole or not at all; what is longer than its place is not judged."""
    for node in (*snapshot.controls, *snapshot.texts):
        place = next((n for n in reversed(node.ancestors) if n.item.clip()), None)
        if place is None or node.rect.height() > place.rect.height() or snapshot.is_staff:
            continue
        if node.rect.height() - node.shown.height() > FOLD_PX and node.shown.height() > FOLD_PX:
            yield Complaint(rule=Rule.FOLD, where=node.name or node.path, detail="cut at the fold")


def quiet_citations(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """The number of a law is said quietly: in no larger, bolder or stronger letters than the text of the page."""
    if snapshot.is_staff:
        return
    for node in snapshot.texts:
        if CITATION.search(node.text) and node.item.property("quiet") is not True:
            yield Complaint(rule=Rule.LOUD_CITATION, where=node.path, detail=f"“{node.text[:60]}”")
