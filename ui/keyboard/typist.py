"""Enters text into whatever has the focus, by input method events: field, text area or web page alike.

It reads the word before the cursor, lets the pure composer change it and commits the difference. It keeps nothing.
Trap: over a web page, asking from Python for the item with the focus ends the process (PySide6 6.11.3). The portal's
program therefore names its window once (`write_into`); Qt leads the events on to what has the focus there.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Property, QCoreApplication, QEvent, QEventLoop, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtQml import QmlElement

from kiosk.spelling import syllables
from kiosk.spelling.letters import ToneStyle
from ui.keyboard.composer import Method, compose_within, first_word, last_word

QML_IMPORT_NAME = "Kiosk.Keyboard"
QML_IMPORT_MAJOR_VERSION = 1


LATE_S = 0.2
EXPECTED = 40
"""Letters that are compared: a word and some before it."""


def _with_focus() -> QObject | None:
    """A function of our own: `staticmethod` asks for its documentation, which PySide takes 35 ms to write."""
    return QGuiApplication.focusObject()


class _Target:
    """Who gets the events: what has the focus, unless a program has named something."""

    find: Callable[[], QObject | None] = staticmethod(_with_focus)
    is_late: bool = False
    """Whether it tells its text only a moment after it has changed."""
    expected: str | None = None


def write_into(named: QObject) -> None:
    """Send every letter of this process to this object, a window over a web page.

    A page tells its text a moment after it has changed, and counts what is to be replaced from what it last told: so
    before anything is composed or taken away, that moment is waited for, at most `LATE_S`.
    """
    _Target.find = staticmethod(lambda: named)
    _Target.is_late = True


def _settle() -> None:
    """Wait until the last letters have been told back."""
    expected, _Target.expected = _Target.expected, None
    ends = time.monotonic() + LATE_S
    while expected is not None and not before_cursor().endswith(expected) and time.monotonic() < ends:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 10)


@QmlElement
class Typist(QObject):
    """What a key of the on-screen keyboard does to the text in front."""

    cursorMoved = Signal()
    newTonesChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style = ToneStyle.OLD
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.cursorMoved)

    def _at_word_start(self) -> bool:
        return before_cursor()[-1:] in {"", " "}

    atWordStart = Property(bool, _at_word_start, notify=cursorMoved)

    def _new_tones(self) -> bool:
        return self._style is ToneStyle.NEW

    def _set_new_tones(self, new: bool) -> None:  # noqa: FBT001 Qt's signature
        self._style = ToneStyle.NEW if new else ToneStyle.OLD
        self.newTonesChanged.emit()

    newTones = Property(bool, _new_tones, _set_new_tones, notify=newTonesChanged)

    @Slot(str)
    def put(self, text: str) -> None:
        """Enter a letter, whose word's tone moves to where it now belongs, or a longer text as it is."""
        if len(text) != 1 or not composed(text, Method.PLAIN, self._style):
            commit(text)

    @Slot(str)
    def tone(self, mark: str) -> None:
        """Set the combining mark of a tone on the word before the cursor; the second time take it away."""
        composed(mark, Method.PLAIN, self._style)

    @Slot()
    def backspace(self) -> None:
        """Take away what is selected, else one letter with its marks."""
        _settle()
        if query(Qt.InputMethodQuery.ImCurrentSelection):
            commit("")
        elif before_cursor():
            commit("", replacing=1)

    @Slot()
    def clear(self) -> None:
        """Empty the field up to the cursor."""
        _settle()
        commit("", replacing=len(before_cursor()))


@QmlElement
class SyllableChooser(QObject):
    """What the syllable picker offers: onset, then rhyme, then the syllable in each tone."""

    @Slot(result=list)
    def onsets(self) -> list[str]:
        """The first sounds; the first entry stands for none."""
        return ["–", *syllables.ONSETS[1:]]

    @Slot(str, result=list)
    def rhymes(self, onset: str) -> list[str]:
        """The rhymes that may follow `onset`."""
        return list(syllables.rhymes_after(onset))

    @Slot(str, str, bool, result=list)
    def syllables(self, onset: str, rhyme: str, new_tones: bool) -> list[str]:  # noqa: FBT001 Qt's signature
        """The syllable in each tone it may bear."""
        style = ToneStyle.NEW if new_tones else ToneStyle.OLD
        return list(syllables.in_every_tone(onset, rhyme, style))


def before_cursor() -> str:
    """The text before the cursor of the focused field; empty when nothing that takes text has the focus."""
    text = query(Qt.InputMethodQuery.ImSurroundingText)
    position = query(Qt.InputMethodQuery.ImCursorPosition)
    return text[:position] if isinstance(text, str) and isinstance(position, int) else ""


def composed(key: str, method: Method, style: ToneStyle) -> bool:
    """Let the composer change the word at the cursor by one key; False where the key just stands there."""
    _settle()
    if query(Qt.InputMethodQuery.ImCurrentSelection):  # the key takes the place of what is selected
        return False
    text = before_cursor()
    before, after = last_word(text), first_word(_after_cursor())
    left, right = compose_within(before, after, key, method, style)
    if left + right == before + key + after:
        return False
    at = len(text) - len(before) + len(left) if after else None
    commit(left + right, replacing=len(before), and_after=len(after), cursor=at)
    return True


def _after_cursor() -> str:
    text = query(Qt.InputMethodQuery.ImSurroundingText)
    return text[len(before_cursor()) :] if isinstance(text, str) else ""


def query(what: Qt.InputMethodQuery) -> object:
    """What whoever gets the letters says about itself; None where nothing takes any."""
    target = _Target.find()
    if target is None:
        return None
    query = QInputMethodQueryEvent(what)
    QCoreApplication.sendEvent(target, query)
    answer: object = query.value(what)
    return answer


def _cursor_at(place: int) -> QInputMethodEvent.Attribute:
    return QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Selection, place, 0, None)


def commit(text: str, *, replacing: int = 0, and_after: int = 0, cursor: int | None = None) -> None:
    """Commit `text` in the place of `replacing` characters before the cursor and `and_after` behind it.

    `cursor` is where it then stands, counted as `before_cursor` counts; without it, behind the text.
    """
    target = _Target.find()
    if target is None:
        return
    if _Target.is_late and cursor is None:
        before = before_cursor()
        _Target.expected = (before[: len(before) - replacing] + text)[-EXPECTED:]
    if _Target.is_late and replacing == and_after == 0 and len(text) == 1 and text.isascii() and text.isdigit():
        _press(target, text)  # a date of the page takes keys only
        return
    places = [] if cursor is None else [_cursor_at(cursor)]
    event = QInputMethodEvent("", places)
    event.setCommitString(text, -replacing, replacing + and_after)
    QCoreApplication.sendEvent(target, event)


def _press(target: QObject, digit: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_0 + int(digit), Qt.KeyboardModifier.NoModifier, digit)
        QCoreApplication.sendEvent(target, key)
