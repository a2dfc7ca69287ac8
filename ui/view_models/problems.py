"""What is missing before the answers can be checked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.forms.journey import Journey
from ui.view_models.screen_model import ScreenModel
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemsProps:
    """The sentences, in the order of the form, in the same words as at the question."""

    place: str = ""
    problems: tuple[str, ...] = ()


def derive_problems(visit: CurrentVisit, journey: Journey) -> ProblemsProps:
    """One sentence a fault: the name of the question and what is wrong with its answer."""
    return ProblemsProps(
        place=visit.say(journey.definition.name),
        problems=tuple(
            f"{visit.say(problem.question.label)}: {visit.say(problem.fault.message)}"
            for problem in journey.problems()
        ),
    )


@QmlElement
class ProblemsViewModel(ScreenModel[ProblemsProps]):
    """What is missing: how many, and a way to each."""

    def derive(self) -> ProblemsProps:
        journey = self.visit.session.form.journey
        if journey is None:
            return ProblemsProps()
        return derive_problems(self.visit, journey)

    @Slot(int)
    def open(self, index: int) -> None:
        """To the question of that problem."""
        journey = self.visit.session.form.journey
        problems = journey.problems() if journey else ()
        if 0 <= index < len(problems):
            self.visit.act(lambda: self.visit.session.open_question(problems[index].question.key))
