"""Faults of the screens that are known and not mended yet: told in every table, and no reason to stop the build.

The list may only grow shorter. A screen, a rule, and why it still stands.
"""

from __future__ import annotations

from typing import Final

from ui.audit.complaint import Rule, Seen

WITH_ITS_FAULT: Final = "question dia_chi (address), with its fault"
KNOWN: Final = {
    (WITH_ITS_FAULT, Rule.FOCUS_INVISIBLE): "the frame round the commune found is drawn after the look, now and then",
    (
        WITH_ITS_FAULT,
        Rule.ELIDED,
    ): "on 1280x800 the search field's hint in the largest letters is longer than the field",
    (
        "question ho_ten, read aloud",
        Rule.FOLD,
    ): "on 1280x800 in the largest letters fault and field need more than is left",
    ("check answers, with a scanner", Rule.ROOM): "57 % of an upright page",
}


def mended(seen: list[Seen]) -> bool:
    """Whether nothing was seen but what is known."""
    return all((one.screen, one.finding.rule) in KNOWN for one in seen)


def told_again(seen: list[Seen]) -> list[str]:
    """A line for each known fault among what was seen."""
    found = dict.fromkeys((one.screen, one.finding.rule) for one in seen)
    return [
        f"known: {screen}: {rule.value}: {KNOWN[screen, rule]}" for screen, rule in found if (screen, rule) in KNOWN
    ]
