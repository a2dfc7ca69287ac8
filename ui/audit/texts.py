"""Rules about texts: whole, apart from each other, large enough, spoken, composed, and in the person's language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QFontMetricsF

from kiosk.content.pseudo_language import outside
from ui.audit.complaint import Complaint, Rule
from ui.audit.snapshot import CAPITAL_MM, Node, WindowSnapshot

WORD = re.compile(r"[^ \n/–-]+[/–-]?")
"""What a line keeps together; a non-breaking space holds two words."""
LOOSE_EM = 0.2  # empty leading below the last line may hang over
VIETNAMESE_ONLY = frozenset("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")


def whole(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """No text is shortened, and none sticks out of its item, its button or card, or the window."""
    for node in snapshot.texts:
        if node.item.property("truncated") is True:
            yield Complaint(rule=Rule.ELIDED, where=node.path, detail=_quote(node))
        if node.is_cut and _scrolls(node):
            continue
        painted, loose = _without_leading(node), LOOSE_EM * node.em
        for name, box in _boxes(node, snapshot):
            if not box.adjusted(-1.5, -loose, 1.5, loose).contains(painted):
                yield Complaint(rule=Rule.CLIPPED, where=node.path, detail=f"{_quote(node)} leaves its {name}")
                break


def unbroken(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """No line ends within a word: each word, and those that are kept together, fits its place."""
    for node in snapshot.texts:
        if node.item.property("lineCount") == 1 or node.item.property("verbatim") is True:
            continue
        paddings = float(node.item.property("leftPadding")) + float(node.item.property("rightPadding"))
        place, font = node.rect.width() - paddings, QFontMetricsF(node.item.property("font"))
        for word in WORD.findall(str(node.item.property("text"))):
            if font.horizontalAdvance(word) > place + 1:
                yield Complaint(rule=Rule.BROKEN_WORD, where=node.path, detail=f"“{word}” in {_quote(node)}")


def apart(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """No two texts are drawn over each other, and no text over a button or picture it does not belong to."""
    letters = [(node, _without_leading(node).intersected(node.shown)) for node in snapshot.texts]
    for (one, first), (other, second) in combinations(letters, 2):
        if _common(first, second, min(one.em, other.em)):
            yield Complaint(rule=Rule.OVERLAP, where=one.path, detail=f"{_quote(one)} over {_quote(other)}")
    for node, painted in letters:
        for thing in (*snapshot.controls, *snapshot.icons):
            if _common(painted, thing.shown, node.em) and not _belong_together(node, thing, painted):
                detail = f"{_quote(node)} over {thing.name or thing.path}"
                yield Complaint(rule=Rule.OVERLAP, where=node.path, detail=detail)


def _common(one: QRectF, other: QRectF, em: float) -> bool:
    """Whether they share more than the empty edge of their letters."""
    if not one.intersects(other):
        return False
    common = one.intersected(other)
    return common.width() > 2 and common.height() > LOOSE_EM * em


def _belong_together(text: Node, thing: Node, painted: QRectF) -> bool:
    """A label inside its button, a drawing with words of its own, the example that stands in an empty field."""
    if text.within(thing) or thing.within(text) or text.in_drawing:
        return True
    return thing.role is QAccessible.Role.EditableText and thing.rect.contains(painted)


def large_enough(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """Capitals of what a visitor reads are at least 4.8 mm; staff screens may be smaller."""
    if snapshot.is_staff:
        return
    for node in snapshot.texts:
        capital = snapshot.capital_mm(node)
        if capital < CAPITAL_MM - 0.05 and not node.in_drawing:
            yield Complaint(rule=Rule.SMALL_LETTERS, where=node.path, detail=f"{capital:.1f} mm: {_quote(node)}")


def spoken(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """Every text stands in something the voice reads."""
    if snapshot.is_staff:
        return
    for node in snapshot.texts:
        if not node.spoken and any(char.isalpha() for char in node.text):
            yield Complaint(rule=Rule.NO_SPEECH, where=node.path, detail=_quote(node))


def composed(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """No decomposed text: its marks are drawn in the wrong place."""
    for node in snapshot.texts:
        if not unicodedata.is_normalized("NFC", node.text):
            yield Complaint(rule=Rule.DECOMPOSED, where=node.path, detail=_quote(node))


def translated(vietnamese: AbstractSet[str], english: WindowSnapshot) -> Iterator[Complaint]:
    """A text with Vietnamese letters that stays the same in English is not translated, unless its item or one
    around it says `verbatim`: a person's value, a proper name, a word to be found on a Vietnamese screen."""
    for node in english.texts:
        if node.text in vietnamese and VIETNAMESE_ONLY & set(node.text.lower()) and not _verbatim(node):
            yield Complaint(rule=Rule.NOT_TRANSLATED, where=node.path, detail=_quote(node))


def third_language(pseudo: WindowSnapshot) -> Iterator[Complaint]:
    """A text in a language that only the data know, of which something went through neither `Text.say` nor `qsTr`."""
    for node in pseudo.texts:
        if any(char.isalpha() for char in outside(node.text)) and not _verbatim(node):
            yield Complaint(rule=Rule.TWO_LANGUAGES, where=node.path, detail=_quote(node))


def _verbatim(node: Node) -> bool:
    return any(n.item.property("verbatim") is True for n in (node, *node.ancestors))


def _without_leading(node: Node) -> QRectF:
    """The painted text without the empty leading of its last line."""
    rect = node.letters
    leading = float(node.item.property("lineHeight"))
    return rect.adjusted(0, 0, 0, -node.em * 1.265 * (leading - 1)) if leading > 1 else rect


def _boxes(node: Node, snapshot: WindowSnapshot) -> Iterator[tuple[str, QRectF]]:
    yield "place", node.rect
    yield "window", QRectF(0, 0, snapshot.window.width(), snapshot.window.height())
    for around in reversed(node.ancestors):
        if around.is_control or around.is_drawn:
            yield "frame", around.rect
            return


def _scrolls(node: Node) -> bool:
    return any(n.item.inherits("QQuickFlickable") for n in node.ancestors)


def _quote(node: Node) -> str:
    return f"“{node.text[:60]}”"
