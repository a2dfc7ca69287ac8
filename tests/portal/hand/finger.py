"""What the hand does in the window: find what has a name, tap, type, look into the page, take a picture.

Over a web page neither the item with the focus nor children of the view are asked for: both end the process.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

EYES = Path(__file__).with_name("Eyes.qml")
PRESSABLE = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ListItem,
    QAccessible.Role.Link,
    QAccessible.Role.PageTab,
}
Answer = Callable[[object], None]
STEPS = 12
"""Places at which a finger on its way is felt."""


class Finger:
    """One for the process; finds the window when it is first needed."""

    def __init__(self) -> None:
        self._eyes: Any = None
        self._component: QQmlComponent | None = None
        self._waiting: dict[str, Answer] = {}
        self._number = 0
        self._touch: Any = None
        self._zoom = 0.0
        """Of the page, as the program began it in its smallest letters."""

    def do(self, command: dict[str, Any], answer: Answer) -> None:
        """One command; `answer` is called once, sometimes later."""
        match command["do"]:
            case "things":
                answer(list(self._things()))
            case "tap":
                self._tap(command["x"], command["y"])
                answer({})
            case ("drag" | "swipe") as how:
                move = self._drag if how == "drag" else self._swipe
                move(command["from"], command["to"])
                answer({})
            case "menu":
                self._menu(command["x"], command["y"])
                answer({"windows": len([each for each in QGuiApplication.topLevelWindows() if each.isVisible()])})
            case "type":
                self._commit(command["text"], command.get("instead", 0))
                answer({})
            case "key":
                self._key(Qt.Key(command["key"]))
                answer({})
            case "keys":
                self._keys(command["text"])
                answer({})
            case "frames":
                answer(json.loads(self._see().frames()))
            case "page":
                self._ask(command, answer)
            case "picture":
                answer({"size": self._picture(command["into"])})
            case "shape":
                self._shape(command["width"], command["height"], command["text_size"])
                answer({})

    def _window(self) -> QQuickWindow:
        shown = [window for window in QGuiApplication.topLevelWindows() if isinstance(window, QQuickWindow)]
        shown = [window for window in shown if window.isVisible()]
        if not shown:
            raise RuntimeError("no window is shown")
        return shown[-1]

    def _things(self) -> Iterator[dict[str, Any]]:
        window = self._window()
        for item in _shown(window.contentItem()):
            access = QAccessible.queryAccessibleInterface(item)
            if access is None or not (name := access.text(QAccessible.Text.Name)):
                continue
            place = item.mapRectToScene(item.boundingRect())
            centre = place.center()
            yield {
                "name": name,
                "pressable": access.role() in PRESSABLE and not access.state().disabled,
                "role": access.role().name,
                "x": centre.x(),
                "y": centre.y(),
                "width": place.width(),
                "height": place.height(),
            }

    def _send(self, kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        point = QPointF(x, y)
        event = QMouseEvent(kind, point, point, button, held, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(self._window(), event)

    def _tap(self, x: float, y: float) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseMove, x, y, none, none)
        self._send(QEvent.Type.MouseButtonPress, x, y, left, left)
        self._send(QEvent.Type.MouseButtonRelease, x, y, left, none)

    def _drag(self, begin: list[float], end: list[float]) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseButtonPress, *begin, left, left)
        for part in range(1, 9):
            x, y = (a + (b - a) * part / 8 for a, b in zip(begin, end, strict=True))
            self._send(QEvent.Type.MouseMove, x, y, none, left)
        self._send(QEvent.Type.MouseButtonRelease, *end, left, none)

    def _menu(self, x: float, y: float) -> None:
        """The other button of a mouse, or a finger that stays: what opens a browser's menu."""
        right, none = Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseButtonPress, x, y, right, right)
        self._send(QEvent.Type.MouseButtonRelease, x, y, right, none)

    def _swipe(self, begin: list[float], end: list[float]) -> None:
        """A finger on a touch screen, which scrolls where a mouse would mark."""
        window = self._window()
        self._touch = self._touch or QTest.createTouchDevice()
        points = [
            QPointF(*(a + (b - a) * part / STEPS for a, b in zip(begin, end, strict=True))).toPoint()
            for part in range(STEPS + 1)
        ]
        QTest.touchEvent(window, self._touch).press(0, points[0], window).commit()
        for point in points[1:]:
            QTest.touchEvent(window, self._touch).move(0, point, window).commit()
        QTest.touchEvent(window, self._touch).release(0, points[-1], window).commit()

    def _commit(self, text: str, instead: int) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text, -instead, instead)
        QCoreApplication.sendEvent(self._window(), event)

    def _key(self, key: Qt.Key) -> None:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self._window(), QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

    def _keys(self, text: str) -> None:
        """Each letter as a key of a physical keyboard."""
        for letter in text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                QCoreApplication.sendEvent(self._window(), QKeyEvent(kind, Qt.Key.Key_unknown, none, letter))

    def _see(self) -> Any:
        window = self._window()
        if self._eyes is None:
            engine = _engine(window.contentItem())
            self._component = QQmlComponent(engine, QUrl.fromLocalFile(str(EYES)))
            self._eyes = self._component.create()
            if self._eyes is None:
                raise RuntimeError(self._component.errorString())
            QQmlEngine.setObjectOwnership(self._eyes, QQmlEngine.ObjectOwnership.CppOwnership)
            self._eyes.answered.connect(self._answered)
        self._eyes.setProperty("root", window.contentItem())
        return self._eyes

    def _ask(self, command: dict[str, Any], answer: Answer) -> None:
        self._number += 1
        number = str(self._number)
        self._waiting[number] = answer
        self._see().run(number, command["frame"], command["code"], command.get("world", 2))
        QTimer.singleShot(command.get("patience", 5000), lambda: self._answered(number, '{"silent": true}'))

    def _answered(self, number: str, answer: str) -> None:
        if waiting := self._waiting.pop(number, None):
            waiting(json.loads(answer or "null"))

    def _picture(self, into: str) -> list[int]:
        image = self._window().grabWindow()
        image.save(into)
        return [image.width(), image.height()]

    def _shape(self, width: int, height: int, text_size: int) -> None:
        """Another screen and other letters, kiosk's and page's, as if the program had begun so (from 1 to 4)."""
        from ui.portal.filing import ZOOMS  # here only: another program than ours has a hand too

        window = self._window()
        window.resize(width, height)
        look: Any = _engine(window.contentItem()).singletonInstance("Kiosk.Style", "Look")
        look.setProperty("textSize", text_size - 1)
        page = next(item for item in _shown(window.contentItem()) if item.objectName() == "officialPage")
        self._zoom = self._zoom or float(page.property("zoom"))
        page.setProperty("zoom", self._zoom * ZOOMS[max(0, min(2, text_size - 2))])


def _shown(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if not child.isVisible() or child.opacity() == 0:
            continue
        yield child
        if not child.inherits("QQuickWebEngineView"):
            yield from _shown(child)


def _engine(item: QQuickItem) -> QQmlEngine:
    """The engine in which the program's pages live."""
    for child in _shown(item):
        context = QQmlEngine.contextForObject(child)
        if context is not None:
            return context.engine()
    raise RuntimeError("the window holds no QML")
