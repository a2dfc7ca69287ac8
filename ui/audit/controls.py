"""Rules about what can be touched: a name and a role, size and distance in millimetres, and the ways out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible

from ui.audit.complaint import Complaint, Rule
from ui.audit.snapshot import Node, WindowSnapshot

TARGET_MM = 12.7
GAP_MM = 2.5
SLACK_PX = 0.75  # geometry is rounded to whole pixels
ROLES = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.EditableText,
        QAccessible.Role.ListItem,
        QAccessible.Role.PageTab,
        QAccessible.Role.Link,
        QAccessible.Role.Slider,
    }
)


def names_and_roles(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """Every control has a name for the voice and a role a screen reader knows; no two enabled ones share a name."""
    for control in snapshot.controls:
        if not control.name.strip():
            yield Complaint(rule=Rule.NAME_AND_ROLE, where=control.path, detail="no name")
        if control.role not in ROLES:
            yield Complaint(rule=Rule.NAME_AND_ROLE, where=control.path, detail=f"role {control.role.name}")
    shared = Counter(node.name for node in snapshot.controls if node.is_enabled and not node.is_touch_only)
    for name, times in shared.items():
        if times > 1 and name:
            yield Complaint(rule=Rule.SAME_NAME, where=name, detail=f"{times} controls")


def target_sizes(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """A target is at least 12.7 mm in both directions; one half scrolled away is judged when it is whole."""
    for control in snapshot.controls:
        smaller = min(control.rect.width(), control.rect.height())
        if not control.is_cut and smaller < TARGET_MM * snapshot.pixels_per_mm - SLACK_PX:
            millimetres = smaller / snapshot.pixels_per_mm
            yield Complaint(rule=Rule.TARGET_SIZE, where=_called(control), detail=f"{millimetres:.1f} mm")


def target_gaps(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """Between two targets lie 2.5 mm; a button inside its own field belongs to it."""
    gap = GAP_MM * snapshot.pixels_per_mm
    enabled = [(c, c.shown.adjusted(-gap, -gap, gap, gap)) for c in snapshot.controls if c.is_enabled]
    for (one, near), (other, _) in combinations(enabled, 2):
        if (
            not near.intersects(other.shown)
            or one.within(other)
            or other.within(one)
            or _belongs(one, other)
            or _belongs(other, one)
        ):
            continue
        distance = _distance(one.shown, other.shown)
        if distance < gap - SLACK_PX:
            where = f"{_called(one)} | {_called(other)}"
            millimetres = distance / snapshot.pixels_per_mm
            yield Complaint(rule=Rule.TARGET_GAP, where=where, detail=f"{millimetres:.1f} mm")


def ways_out(snapshot: WindowSnapshot) -> Iterator[Complaint]:
    """A screen of a visit leads back, home, to help and to the end; hidden only where the frame says so."""
    if snapshot.dialog is not None:
        return
    frames = [node for node in snapshot.nodes if node.item.property("canCallHelp") is not None and _is_frame(node)]
    for frame in frames:
        wanted = {
            "helpButton": "canCallHelp",
            "endButton": "canEnd",
            "backButton": "canGoBack",
            "homeButton": "canGoHome",
        }
        for button, allowed in wanted.items():
            found = [n for n in snapshot.controls if n.item.objectName() == button and n.is_enabled]
            if frame.item.property(allowed) is True and not found:
                yield Complaint(rule=Rule.WAY_OUT, where=frame.path, detail=f"no {button}")


def _is_frame(node: Node) -> bool:
    return isinstance(node.item.property("stepCount"), int)


def _belongs(inner: Node, outer: Node) -> bool:
    return outer.role is QAccessible.Role.EditableText and outer.rect.contains(inner.rect)


def _distance(one: QRectF, other: QRectF) -> float:
    across = max(one.left() - other.right(), other.left() - one.right(), 0.0)
    down = max(one.top() - other.bottom(), other.top() - one.bottom(), 0.0)
    return float((across**2 + down**2) ** 0.5)


def _called(node: Node) -> str:
    return node.name or node.path
