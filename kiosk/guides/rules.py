"""What holds for every step of a guide beyond the way through it: the spot to touch, one button, who looks away.

Only for whoever writes content. Volunteers never type a secret and never see one typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.guides import rule_words
from kiosk.guides.guide import Guide, Step
from kiosk.toml.fault import Found

_ALONE = re.compile(r"\btự\b")
_PRESS = re.compile(r"\bbấm\s+“", re.IGNORECASE)
_LOOK_AWAY = "quay mặt đi"


def broken_rules(guide: Guide) -> Iterator[Found]:
    """Every rule that the steps of one guide break."""
    for step in guide.steps:
        place = f"steps[{step.id}]"
        if step.screen and step.next and not any(line.lit for line in step.screen.lines):
            yield f"{place}.screen.lines", rule_words.SPOT_NOT_SHOWN
        if step.secret:
            yield from _secret(place, step)
        if (pressed := len(_PRESS.findall(step.text.vi))) > 1:
            yield f"{place}.text.vi", rule_words.TOO_MANY_BUTTONS.filled(given=pressed)


def _secret(place: str, step: Step) -> Iterator[Found]:
    if not _ALONE.search(step.text.vi.lower()):
        yield f"{place}.text.vi", rule_words.SECRET_TYPED_ALONE
    if step.helper is None or _LOOK_AWAY not in step.helper.vi.lower():
        yield f"{place}.helper.vi", rule_words.HELPER_LOOKS_AWAY.filled(given=_LOOK_AWAY)
