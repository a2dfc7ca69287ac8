"""Whether a regular expression of the content can be searched in a page without taking long, whatever the page says.

A pattern may repeat only a bounded number of times; the ways in which its repetitions can share a text are counted,
nested ones multiplied. Nothing is run: the expression is taken apart as Python's own parser reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, Final

from kiosk.filing import rule_words
from kiosk.i18n import Text

LONGEST: Final = 200
"""Characters of a pattern."""
MOST_WAYS: Final = 20_000
"""Ways to try at one place of a text."""
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_NEVER = {"GROUPREF", "GROUPREF_EXISTS"}
_parser: Any = import_module("re._parser")


def why_unusable(pattern: str) -> Text | None:
    """What is wrong with a pattern of the content; None when it may be used."""
    if not pattern or len(pattern) > LONGEST:
        return rule_words.LENGTH_OF_A_PATTERN.filled(most=LONGEST)
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return rule_words.NO_REGULAR_EXPRESSION.filled(error=error)
    ways = _ways(_parser.parse(pattern))
    if ways is None:
        return rule_words.REPEATS_WITHOUT_END
    if ways > MOST_WAYS:
        return rule_words.TRIED_IN_TOO_MANY_WAYS.filled(most=MOST_WAYS)
    return None


def _ways(parts: Iterable[tuple[Any, Any]]) -> int | None:
    """In how many ways the parts can share a text; None without a bound."""
    total = 1
    for kind, value in parts:
        ways = _ways_of(str(kind), value)
        if ways is None:
            return None
        total = min(total * ways, MOST_WAYS + 1)
    return total


def _ways_of(kind: str, value: Any) -> int | None:
    if kind in _NEVER:
        return None
    if kind in _REPEATS:
        least, most, inside = value
        inner = _ways(inside)
        if inner is None or most is _parser.MAXREPEAT:
            return None
        return int(min((most - least + 1) * inner ** min(most, 64), MOST_WAYS + 1))
    if kind == "SUBPATTERN":
        return _ways(value[-1])
    if kind in {"ASSERT", "ASSERT_NOT"}:
        return _ways(value[1])
    if kind == "ATOMIC_GROUP":
        return _ways(value)
    if kind == "BRANCH":
        branches = [_ways(branch) for branch in value[1]]
        return None if None in branches else sum(branch for branch in branches if branch is not None)
    return 1
