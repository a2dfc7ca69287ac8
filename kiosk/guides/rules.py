"""What holds for every step of a guide beyond the way through it: one thing to do, one button, the spot to touch,
what is seen next, who looks away.

Only for whoever writes content. Volunteers never type a secret and never see one typed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from kiosk.content.reading_level import PlainLanguage, without_quotes
from kiosk.guides import rule_words
from kiosk.guides.guide import Guide, Step
from kiosk.toml.fault import Found

_ALONE = re.compile(r"\btự\b")
_CLAUSE = re.compile(r",\s*(?:rồi\s+)?|\s+rồi\s+|\s+và\s+|[.;:]\s*")
_PRESSED = re.compile(r"(?:bấm\s+)?“", re.IGNORECASE)
"""How a clause begins that names a button: “Bấm “A”, rồi “B”” names two."""
_TO_WHOM = re.compile(r"(?:ông/bà|tự|hãy|xong|sau đó|sau cùng)\s+", re.IGNORECASE)
_AS_BEFORE = re.compile(r"giữ yên\b", re.IGNORECASE)
MOST_ACTS: Final = 2
"""The second is what the step asks for, the first only leads there."""
_LOOK_AWAY = "quay mặt đi"


def broken_rules(guide: Guide) -> Iterator[Found]:
    """Every rule that the steps of one guide break."""
    for step in guide.steps:
        place = f"steps[{step.id}]"
        if step.screen and step.next and not any(line.lit for line in step.screen.lines):
            yield f"{place}.screen.lines", rule_words.SPOT_NOT_SHOWN
        if step.secret:
            yield from _secret(place, step)
        if (pressed := pressed_in(step.text.vi)) > 1:
            yield f"{place}.text.vi", rule_words.TOO_MANY_BUTTONS.filled(given=pressed)
        if step.screen and step.next and step.after is None and guide.next_heading(step) is None:
            yield f"{place}.after", rule_words.SAY_WHAT_IS_SEEN_NEXT


def more_than_one_act(guide: Guide, plain: PlainLanguage) -> Iterator[Found]:
    """Steps that ask for more than one thing; questions ask for none."""
    for step in guide.steps if plain.step_verbs else ():
        acts = [] if step.choices else acts_in(step.text.vi, plain.step_verbs)
        if len(acts) > MOST_ACTS or (len(acts) == MOST_ACTS and acts[0] not in plain.leading_verbs):
            yield f"steps[{step.id}].text.vi", rule_words.MORE_THAN_ONE_ACT.filled(given=", ".join(acts))


def pressed_in(text: str) -> int:
    """How many buttons a step names to be pressed."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause]
    return sum(1 for clause in clauses if _PRESSED.match(clause))


def acts_in(text: str, verbs: Collection[str]) -> list[str]:
    """The verbs that the clauses of a text begin with, as far as they ask somebody to do something."""
    longest_first = "|".join(re.escape(verb) for verb in sorted(verbs, key=len, reverse=True))
    asked = re.compile(rf"(?:{_TO_WHOM.pattern})*({longest_first})(?!\w)", re.IGNORECASE)
    clauses = _CLAUSE.split(without_quotes(text))
    found = (asked.match(clause) for clause in clauses if not _AS_BEFORE.match(clause))
    return [match[1].lower() for match in found if match]


def _secret(place: str, step: Step) -> Iterator[Found]:
    if not _ALONE.search(step.text.vi.lower()):
        yield f"{place}.text.vi", rule_words.SECRET_TYPED_ALONE
    if step.helper is None or _LOOK_AWAY not in step.helper.vi.lower():
        yield f"{place}.helper.vi", rule_words.HELPER_LOOKS_AWAY.filled(given=_LOOK_AWAY)
