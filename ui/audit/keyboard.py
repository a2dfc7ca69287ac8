"""Rules found by walking through a screen with the Tab key: everything reached, in reading order, focus seen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.audit.complaint import Complaint, Rule
from ui.audit.snapshot import Node, Pixels, WindowSnapshot, packed

LIMIT = 200  # presses of Tab; no screen has more controls
RING_MM = 3.0  # where the focus may be drawn around a control
STEPS_OF_A_LAYOUT = 4
DRAWN_AT_MOST = 8  # times, until drawing moves nothing
CHANGED = 40  # pixels that must change for the focus to be seen


def passage(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """Walk once round the screen with Tab and judge what was reached."""
    window = snapshot.window
    start: QQuickItem | None = window.activeFocusItem()
    order = _walk_round(window)
    for control in snapshot.controls:
        if (
            control.is_enabled
            and not control.is_touch_only
            and control.item not in order
            and _still_there(control.item)
        ):
            yield Complaint(rule=Rule.UNREACHABLE, where=control.name or control.path, detail="Tab never comes here")
    nodes = {node.item: node for node in snapshot.controls}
    yield from _reading_order([nodes[item] for item in order if item in nodes])
    if snapshot.dialog is not None and any(item not in nodes for item in order):
        yield Complaint(rule=Rule.FOCUS_ORDER, where=snapshot.dialog.name, detail="the focus leaves the dialog")
    yield from _visible(order, snapshot)
    if start is not None and shiboken6.isValid(start):
        start.forceActiveFocus()
    _back_to_top(snapshot)


def _back_to_top(snapshot: WindowSnapshot) -> None:
    """The walk turned the pages of what is long; the next look begins where a person begins."""
    for node in snapshot.nodes:
        if shiboken6.isValid(node.item) and node.item.metaObject().indexOfMethod("toTop()") >= 0:
            QMetaObject.invokeMethod(node.item, "toTop")
    _settle()


def _walk_round(window: QQuickWindow) -> list[QQuickItem]:
    order: list[QQuickItem] = []
    for _ in range(LIMIT):
        tab(window)
        item: QQuickItem | None = window.activeFocusItem()
        if item is None or item in order:
            break
        order.append(item)
    return order


def _still_there(item: QQuickItem) -> bool:
    """A page button is disabled once the walk has scrolled to the end; a key goes with its keyboard."""
    return shiboken6.isValid(item) and item.isVisible() and item.isEnabled()


def _reading_order(order: list[Node]) -> Iterator[Complaint]:
    """Within one container the focus never jumps upwards. The round is cut open at its topmost control."""
    first = min(range(len(order)), key=lambda i: (order[i].rect.top(), order[i].rect.left()), default=0)
    for before, after in pairwise(order[first:] + order[:first]):
        same = before.ancestors and after.ancestors and before.ancestors[-1].item is after.ancestors[-1].item
        if same and after.rect.bottom() <= before.rect.top() + 1:
            detail = f"after “{before.name}” comes “{after.name}” above it"
            yield Complaint(rule=Rule.FOCUS_ORDER, where=after.path, detail=detail)


class Resting:
    """The window while nothing has the focus: drawn once for all controls that stand where they stood then."""

    def __init__(self, order: list[QQuickItem], window: QQuickWindow) -> None:
        self._order = order
        self._window = window
        self._image: QImage | None = None
        self._stood: list[QRectF] = []

    def without(self, item: QQuickItem) -> QImage:
        """The window with the focus taken from `item`, which has it."""
        stands = self._places()
        item.setFocus(False, Qt.FocusReason.OtherFocusReason)  # or its scope hands the focus to it for ever
        if self._image is not None and stands == self._stood:
            return self._image
        image, _ = _drawn(self._window, item)
        bare = self._window.activeFocusItem() not in self._order and self._places() == stands
        self._image, self._stood = (image if bare else None), stands
        return image

    def forget(self) -> None:
        """The focus did not go: what was drawn holds for no other control."""
        self._image = None

    def _places(self) -> list[QRectF]:
        return [_place(item) for item in self._order if shiboken6.isValid(item)]


def _visible(order: list[QQuickItem], snapshot: WindowSnapshot) -> Iterator[Complaint]:
    resting = Resting(order, snapshot.window)
    for item in order:
        if shiboken6.isValid(item) and (changed := _change(item, order, resting, snapshot)) < CHANGED:
            name = item.property("text") or item.objectName() or item.metaObject().className()
            yield Complaint(rule=Rule.FOCUS_INVISIBLE, where=str(name), detail=f"{changed} pixels change")


def _change(item: QQuickItem, order: list[QQuickItem], resting: Resting, snapshot: WindowSnapshot) -> int:
    """How many pixels around `item` differ with the focus on it and away from it."""
    ring = RING_MM * snapshot.pixels_per_mm
    item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    image, place = _drawn(snapshot.window, item)
    rect = place.adjusted(-ring, -ring, ring, ring)
    focused = _crop(image, rect)
    changed = int(np.count_nonzero(focused != _crop(resting.without(item), rect)))
    if changed >= CHANGED:
        return changed
    resting.forget()
    other = _farthest(item, order)  # a row of a list hands its focus to the list: look again from far away
    if other is not None:
        other.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    image, _ = _drawn(snapshot.window, item)
    return int(np.count_nonzero(focused != _crop(image, rect)))


def _drawn(window: QQuickWindow, item: QQuickItem) -> tuple[QImage, QRectF]:
    """The window, and where `item` stands in it. Drawing lays out what waited for it, and that can move the item and
    hand the focus on: so it is drawn until the drawing moved nothing."""
    image, place, is_still = _drawn_once(window, item)
    for _ in range(1, DRAWN_AT_MOST):
        if is_still:
            break
        image, place, is_still = _drawn_once(window, item)
    return image, place


def _drawn_once(window: QQuickWindow, item: QQuickItem) -> tuple[QImage, QRectF, bool]:
    """The window, where `item` stood in it, and whether drawing has moved neither the item nor the focus."""
    _settle()
    stood = _place(item), window.activeFocusItem()
    image = window.grabWindow()
    return image, stood[0], (_place(item), window.activeFocusItem()) == stood


def _farthest(item: QQuickItem, order: list[QQuickItem]) -> QQuickItem | None:
    here = _place(item).center()
    others = [other for other in order if shiboken6.isValid(other) and other != item]
    return max(others, key=lambda other: (_place(other).center() - here).manhattanLength(), default=None)


def _place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _crop(image: QImage, rect: QRectF) -> Pixels:
    ratio = image.devicePixelRatio()
    scaled = QRectF(rect.topLeft() * ratio, rect.size() * ratio).toRect().intersected(image.rect())
    return packed(image.copy(scaled))


def tab(window: QQuickWindow) -> None:
    """Press and release Tab, and let the focus move."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QGuiApplication.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier))
    _settle()


def _settle() -> None:
    """A focus that leaves a field takes the keyboard away: the page grows, its rows move, then the ring."""
    for _ in range(STEPS_OF_A_LAYOUT):
        QCoreApplication.processEvents()
