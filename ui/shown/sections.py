"""The way through a declaration by the names of its sections: true where pages come and go with the answers."""

from __future__ import annotations

from kiosk.forms.journey import Journey
from kiosk.i18n import Language, Text

CHECK = Text("Kiểm tra", "Check")
PRINT = Text("In giấy", "Print")


def section_names(journey: Journey | None, language: Language) -> tuple[str, ...]:
    """The groups of the form with a question on the way, then the check and the paper; none without a form."""
    if journey is None:
        return ()
    asked = {page.group for page in journey.pages}
    groups = (group.name for group in journey.definition.groups if group.id in asked)
    return tuple(name.say(language) for name in (*groups, CHECK, PRINT))


def section_of(journey: Journey, group: str) -> int:
    """The place of the section in which a question of that group stands."""
    asked = {page.group for page in journey.pages}
    return [each.id for each in journey.definition.groups if each.id in asked].index(group)
