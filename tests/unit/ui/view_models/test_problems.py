"""The list of what is missing: one sentence a fault, in the order of the form."""

from __future__ import annotations

from ui.view_models.problems import derive_problems
from ui.visit.current_visit import CurrentVisit


def test_each_fault_names_its_question_and_what_is_wrong(front: CurrentVisit) -> None:
    front.session.choose_procedure("dang-ky-tam-tru")
    front.session.fill_form()
    front.session.consent(given=False)
    journey = front.session.form.journey
    props = derive_problems(front, journey)
    assert props.place == journey.definition.name.vi
    assert len(props.problems) == len(journey.problems()) >= 1
    for told, problem in zip(props.problems, journey.problems(), strict=True):
        assert told == f"{problem.question.label.vi}: {problem.fault.message.vi}"
