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
        "question ho_ten, read aloud",
        Rule.FOLD,
    ): "on 1280x800 in the largest letters fault and field need more than is left",
    ("check answers, with a scanner", Rule.ROOM): "the last part of a long form leaves half of an upright page free",
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
