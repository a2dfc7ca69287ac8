"""Known faults of screens: told, and nothing else passes."""

from __future__ import annotations

from ui.audit.complaint import Complaint, Rule, Seen, Variant
from ui.audit.known import KNOWN, WITH_ITS_FAULT, mended, told_again

ANY = Variant(theme="light", text_size=1, language="vi", resolution="1366x768")


def seen(screen: str, rule: Rule) -> Seen:
    return Seen(screen=screen, variant=ANY, finding=Complaint(rule=rule, where="here", detail="so"))


def test_what_is_known_does_not_stop_the_build_and_is_told_with_its_reason() -> None:
    known = seen(WITH_ITS_FAULT, Rule.FOCUS_INVISIBLE)
    assert mended([known])
    (told,) = told_again([known, known, seen("home", Rule.OVERLAP)])
    assert told.endswith(KNOWN[WITH_ITS_FAULT, Rule.FOCUS_INVISIBLE])


def test_another_rule_or_another_screen_does() -> None:
    assert not mended([seen(WITH_ITS_FAULT, Rule.OVERLAP)])
    assert not mended([seen("home", Rule.FOCUS_INVISIBLE)])
