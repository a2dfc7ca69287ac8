"""One screen as the audit sees it: the visible items of a window with their names, places and texts, and its pixels.

Only what a person can see and touch is taken: hidden, transparent and scrolled-away items are left out, and while a
dialog is open only the dialog. Geometry is in logical pixels of the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtQml import QQmlExpression, qmlContext, qmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

Pixels = NDArray[np.uint32]

CAPITAL_MM = 4.8
"""The least height of a visitor's capital letter."""
CAPITAL_OF_EM = 0.74
"""Of Be Vietnam Pro."""
TIES = str.maketrans({"\u00a0": " ", "\u2060": None})
"""What only keeps words together on a line."""
CONTROL_CLASSES = ("QQuickAbstractButton", "QQuickTextInput", "QQuickTextEdit", "QQuickSlider")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One visible item. `item` may be gone as soon as the window lives on; the rest stays."""

    item: QQuickItem = field(repr=False)
    path: str
    rect: QRectF
    """The whole item, in the window."""
    shown: QRectF
    """The part of it that no clip cuts off."""
    ancestors: tuple[Node, ...] = field(repr=False)
    role: QAccessible.Role
    name: str
    text: str
    spoken: bool
    """Whether the item or one around it has a text for the voice."""

    is_picture: bool
    is_text: bool
    """A QQuickText that draws letters."""
    em: float
    """The size of its letters; 0 where none are drawn."""
    letters: QRectF
    """Where its letters stand; empty where none are drawn."""

    is_control: bool
    """Something to touch."""
    is_enabled: bool
    is_touch_only: bool
    """A key of the keyboard on the screen, a page button: the physical keyboard has a way of its own."""

    is_drawn: bool
    """A rectangle with a colour of its own."""
    children: int
    """How many items are shown in it."""

    def stands(self) -> bool:
        """Whether the item is where it was and as it was, colours aside."""
        item = self.item
        text = item.property("text") if self.text else ""
        return (
            _is_shown(item)
            and item.isEnabled() == self.is_enabled
            and item.mapRectToScene(QRectF(0, 0, item.width(), item.height())) == self.rect
            and _shown_children(item) == self.children
            and _is_drawn(item) == self.is_drawn
            and (not self.text or (isinstance(text, str) and text.translate(TIES) == self.text))
        )

    @property
    def in_drawing(self) -> bool:
        """Whether it stands inside a drawing with a name of its own (a phone, a sheet)."""
        return any(
            n.item.property("lit") is not None and n.item.property("lines") is not None for n in self.ancestors
        )

    @property
    def is_cut(self) -> bool:
        """Whether a clip hides a part of it (it lies at the edge of something that scrolls)."""
        return self.shown.width() < self.rect.width() - 1 or self.shown.height() < self.rect.height() - 1

    def within(self, other: Node) -> bool:
        """Whether `other` is one of the items around this one."""
        return any(around.item is other.item for around in self.ancestors)


class WindowSnapshot:
    """Tree, geometry and pixels of one window at one moment."""

    def __init__(self, window: QQuickWindow, pixels_per_mm: float, before: WindowSnapshot | None = None) -> None:
        self.window = window
        self.pixels_per_mm = pixels_per_mm
        self.image = window.grabWindow()
        self.everything: list[Node] = (
            before.everything if before is not None and before.stands() else _everything(window)
        )
        self.is_unmoved = before is not None and self.everything is before.everything
        """Whether every item stands as in the snapshot `before`, with the same words: only colours may differ."""
        dialogs = [node for node in self.everything if node.role is QAccessible.Role.Dialog]
        self.dialog = dialogs[-1] if dialogs else None
        front = [n for n in self.everything if self.dialog is None or n.within(self.dialog)]
        self.icons = [node for node in front if node.is_picture]
        """Also those scrolled away: a text half in sight still has its icon."""
        self.nodes = [node for node in front if not node.shown.isEmpty()]
        self.controls = [node for node in self.nodes if node.is_control]
        self.texts = [node for node in self.nodes if node.is_text]
        self.accent = _accent(window)
        self.is_staff = any(node.item.property("staff") is True for node in self.nodes)
        """A screen for staff: smaller letters are allowed, nothing is spoken."""
        self._pixels: Pixels | None = None

    def stands(self) -> bool:
        """Whether every item of this snapshot is still where it was, with the same words, and none came or went."""
        return all(shiboken6.isValid(node.item) and node.stands() for node in self.everything)

    @property
    def pixels(self) -> Pixels:
        """The picture as rows of colours packed as 0xRRGGBB."""
        if self._pixels is None:
            self._pixels = packed(self.image)
        return self._pixels

    def capital_mm(self, node: Node) -> float:
        """The height of a text's capital letters on the screen."""
        return node.em * CAPITAL_OF_EM / self.pixels_per_mm

    def crop(self, rect: QRectF) -> Pixels:
        """The pixels of a part of the window."""
        ratio = self.image.devicePixelRatio()
        left, top = max(0, int(rect.left() * ratio)), max(0, int(rect.top() * ratio))
        right, bottom = int(np.ceil(rect.right() * ratio)), int(np.ceil(rect.bottom() * ratio))
        return self.pixels[top:bottom, left:right]


def _accent(window: QQuickWindow) -> QColor | None:
    """The one colour that decorates: headings, facts at a glance. Every other colour of a text says something."""
    children = window.contentItem().childItems()
    engine = qmlEngine(children[0]) if children else None
    colours = engine.singletonInstance("Kiosk.Style", "Colour") if engine is not None else None
    accent = colours.property("accent") if isinstance(colours, QObject) else None
    return accent if isinstance(accent, QColor) else None


def packed(image: QImage) -> Pixels:
    """A picture as an array of rows of colours packed as 0xRRGGBB."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(plain.constBits(), dtype=np.uint32)
    return flat.reshape(plain.height(), plain.bytesPerLine() // 4)[:, : plain.width()] & np.uint32(0xFFFFFF)


def _letters(item: QQuickItem, rect: QRectF) -> QRectF:
    """Where the letters of a text stand in the window, from its alignment and painted size."""
    width, height = float(item.property("paintedWidth")), float(item.property("paintedHeight"))
    left, top = float(item.property("leftPadding")), float(item.property("topPadding"))
    space = rect.width() - left - float(item.property("rightPadding")) - width
    fall = rect.height() - top - float(item.property("bottomPadding")) - height
    down, across = divmod(_number(item, "verticalAlignment * 256 + effectiveHorizontalAlignment"), 256)
    x = left + (space / 2 if across == 4 else space if across == 2 else 0)
    y = top + (fall / 2 if down == 128 else fall if down == 64 else 0)
    return QRectF(rect.left() + x, rect.top() + y, width, height)


def _number(item: QQuickItem, expression: str) -> int:
    """QML evaluates what Python has no converter for (the alignments of a text)."""
    context = qmlContext(item)
    if context is None:
        return 0
    value, _undefined = QQmlExpression(context, item, expression).evaluate()
    return int(value)


def colour_of(node: Node) -> QColor:
    """The colour a text is drawn in."""
    colour = node.item.property("color")
    return colour if isinstance(colour, QColor) else QColor()


def _everything(window: QQuickWindow) -> list[Node]:
    """Every visible item of the window, those around before those within."""
    return list(_walk(window.contentItem(), QRectF(0, 0, window.width(), window.height()), (), False))


def _is_shown(item: QQuickItem) -> bool:
    return item.isVisible() and item.opacity() >= 0.02


def _shown_children(item: QQuickItem) -> int:
    return sum(map(_is_shown, item.childItems()))


def _is_drawn(item: QQuickItem) -> bool:
    colour = item.property("color") if item.inherits("QQuickRectangle") else None
    return isinstance(colour, QColor) and colour.alpha() > 0


def _walk(item: QQuickItem, clip: QRectF, around: tuple[Node, ...], spoken: bool) -> Iterator[Node]:  # noqa: FBT001
    if not _is_shown(item):
        return
    rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    has_voice = spoken or isinstance(item.property("spoken"), str)
    node = _node(item, rect, rect.intersected(clip), around, has_voice)
    yield node
    inner = rect.intersected(clip) if item.clip() else clip
    for child in sorted(item.childItems(), key=lambda child: child.z()):
        yield from _walk(child, inner, (*around, node), has_voice)


def _node(item: QQuickItem, rect: QRectF, shown: QRectF, around: tuple[Node, ...], spoken: bool) -> Node:  # noqa: FBT001
    access: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
    text = item.property("text")
    label = item.metaObject().className().split("_QML")[0].removeprefix("QQuick")
    if item.objectName():
        label += f"#{item.objectName()}"
    is_text = isinstance(text, str) and bool(text) and item.inherits("QQuickText")
    return Node(
        item=item,
        path="/".join([*(n.path.rsplit("/", 1)[-1] for n in around[-3:]), label]),
        rect=rect,
        shown=shown,
        ancestors=around,
        role=access.role() if access is not None else QAccessible.Role.NoRole,
        name=access.text(QAccessible.Text.Name) if access is not None else "",
        text=text.translate(TIES) if isinstance(text, str) else "",
        spoken=spoken,
        is_picture=item.inherits("QQuickImage"),
        is_text=is_text,
        em=float(item.property("font").pixelSize()) if is_text else 0.0,
        letters=_letters(item, rect) if is_text else QRectF(),
        is_control=any(item.inherits(name) for name in CONTROL_CLASSES),
        is_enabled=item.isEnabled(),
        is_touch_only=item.property("touchOnly") is True,
        is_drawn=_is_drawn(item),
        children=_shown_children(item),
    )
